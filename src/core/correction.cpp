#include "core/correction.h"

#include "core/correction_words.h"
#include "core/format.h"
#include "core/utf8.h"
#include "core/words.h"

namespace tollmeter {
namespace {

// GitHub refuses addresses of more than some 8,000 characters.
constexpr std::size_t kMostAddress = 8000;

class InEnglish {
 public:
  InEnglish() : spoken_(spoken()) { speak(nullptr); }
  InEnglish(const InEnglish&) = delete;
  InEnglish& operator=(const InEnglish&) = delete;
  ~InEnglish() { speak(spoken_); }

 private:
  const Language* spoken_;
};

const Figure& row_of(const Corrected& figure) {
  return figure.charge ? static_cast<const Figure&>(*figure.charge) : *figure.limit;
}

/// At most so many characters.
std::string shortened(const std::string& text, std::size_t most) {
  std::size_t end = 0;  // of what is kept where the text is too long
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    if (count == most) return text.substr(0, end) + "…";
    const std::size_t length = utf8_length(std::string_view(text).substr(at));
    at += length == 0 ? 1 : length;
    if (count + 2 == most) end = at;
  }
  return text;
}

/// As a browser writes the fields of a form (URLSearchParams).
std::string form_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("*-._").find(c) != std::string_view::npos;
    const auto byte = static_cast<unsigned char>(c);
    if (plain) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 15U];
    }
  }
  return out;
}

std::string source_of(const Platform& platform, const Figure& row) {
  const Source* source = platform.source(row.source);
  if (source == nullptr) return "none is named";
  return join({source->title, source->url.empty() ? "" : ", ", source->url, ", read ", source->read.iso(), ", ",
               confidence_words(source->confidence)});
}

std::string id_of(const Corrected& figure) {
  if (figure.limit) return figure.limit->id;
  return figure.charge->model == ChargeModel::included ? figure.charge->metric : figure.charge->id;
}

struct Said {
  std::string what, place, figure, valid, source;
};

std::string address_of(std::string_view repository, const Said& said, std::size_t most) {
  const std::string what = shortened(said.what, most);
  const std::string body =
      join({what, " (", shortened(said.place, most), ")\nThe page says: ", shortened(said.figure, most), "; ", shortened(said.valid, most),
            "\nIts source: ", shortened(said.source, most), "\n\nWhat is right, and since when:\nWhere it can be read:"});
  return join({repository, "/issues/new?title=", form_encoded("Wrong figure: " + what), "&body=", form_encoded(body)});
}

}  // namespace

bool can_be_corrected(const Corrected& figure) {
  const bool named = figure.platform && figure.plan && (figure.charge || figure.limit);
  return named && !figure.platform->own && !figure.plan->own;
}

std::string corrected_name(const Corrected& figure) {
  if (figure.limit) return figure.limit->name;
  const Metric* metric = figure.platform->metric(figure.charge->metric);
  return metric && figure.charge->model == ChargeModel::included ? metric->name.shown() : figure.charge->name.shown();
}

std::string correction_address(std::string_view repository, const Corrected& figure, const Catalog& catalog) {
  const InEnglish english;
  const Platform& platform = *figure.platform;
  const Plan& plan = *figure.plan;
  const Figure& row = row_of(figure);
  Said said;
  said.what = join({platform.name, ", ", plan.name, ", ", corrected_name(figure)});
  said.place = join({platform.id, "/", plan.id, "/", id_of(figure)});
  said.figure = figure.limit ? limit_figure(plan, *figure.limit) : charge_figure(catalog, platform, plan, *figure.charge);
  said.valid = validity_text(row.validity);
  said.source = source_of(platform, row);
  // Characters beyond the Latin ones take nine characters of an address each.
  std::string address = address_of(repository, said, 300);
  return address.size() <= kMostAddress ? address : address_of(repository, said, 100);
}

}  // namespace tollmeter
