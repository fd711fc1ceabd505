#include "core/own/own_import.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/json_document.h"
#include "core/language.h"
#include "core/own/own_document.h"
#include "core/own/own_json.h"
#include "core/own/own_prices.h"
#include "core/own/stripe_import.h"
#include "core/title.h"
#include "core/words.h"

namespace tollmeter {
namespace {

using Kind = JsonValue::Kind;

constexpr JsonBounds kBounds{kMostImportBytes, 32, 1000};
constexpr const char* kExpected =
    marked("a platform's file as in the catalogue, own prices kept as a file, or prices in Stripe's JSON");

void shorten(JsonValue& object, std::string_view key) {
  if (const JsonValue* found = object.member(key)) set_text(object, key, clean_text(found->text, kMostOwnNameBytes));
}

/// A platform's file as an entry of own prices.
JsonValue entry_of(JsonValue platform, Date today) {
  platform.key.clear();
  remove_member(platform, "$schema");
  for (const char* key : {"name", "short_name"}) shorten(platform, key);
  const std::string id = text_in(platform, "id");
  if (!id.starts_with(kOwnIdPrefix)) set_text(platform, "id", join({kOwnIdPrefix, std::string_view(id).substr(0, 32)}));
  JsonValue entry = json_object();
  set_text(entry, "entered", today.iso());
  set_member(entry, "platform", std::move(platform));
  return entry;
}

/// The place as whoever wrote the file knows it.
std::string place_in_file(std::string_view where) {
  constexpr std::string_view kPlatform = "].platform.";
  const std::size_t found = where.find(kPlatform);
  return std::string(found == std::string_view::npos ? where : where.substr(found + kPlatform.size()));
}

class Import {
 public:
  Import(const Catalog& list, std::string_view own, Date today) : list_(list), document_(own), today_(today) { result_.own = own; }

  void add_platform(const JsonValue& platform) { add(entry_of(platform, today_)); }

  /// An entry of own prices: taken if all of it can be read.
  void add(const JsonValue& entry) {
    const JsonValue* platform = entry.member("platform");
    const std::string id = text_in(platform ? *platform : entry, "id");
    const std::string name = platform ? text_in(*platform, "name") : tr("plans of {0}", {name_of(id)});
    if (!platform && !list_.platform(id)) {
      return leave_out(name, tr("its prices are not loaded; add the platform to the calculation first"));
    }
    OwnDocument with = document_;
    with.put_entry(entry);
    const std::string text = with.text();
    if (text.size() > kMostOwnBytes) {
      return leave_out(name, tr("own prices would be {0} bytes; a link carries at most {1}. Take out plans or sources that you do not need",
                                {std::to_string(text.size()), std::to_string(kMostOwnBytes)}));
    }
    // Alone, so that what is wrong with others does not speak for it.
    OwnDocument alone;
    alone.put_entry(entry);
    std::vector<Problem> problems = read_own_prices(list_, alone.text()).problems;
    if (problems.empty()) problems = new_problems(text);
    if (!problems.empty()) {
      Problem& problem = problems.front();
      problem.where = place_in_file(problem.where);
      return leave_out(name, problem.sentence());
    }
    document_ = std::move(with);
    result_.own = text;
    result_.taken.push_back(name);
  }

  void leave_out(const std::string& name, std::string_view why) {
    const std::string subject = name.empty() ? tr("A platform without a name") : name;
    result_.left_out.push_back(join({tr("{0}: {1}", {subject, why}), why.ends_with('.') ? "" : "."}));
  }

  void add_left_out(const std::vector<std::string>& sentences) {
    result_.left_out.insert(result_.left_out.end(), sentences.begin(), sentences.end());
  }

  OwnImport take() { return std::move(result_); }
  const OwnDocument& document() const { return document_; }

 private:
  std::string name_of(const std::string& id) const {
    if (const Platform* platform = list_.platform(id)) return platform->name;
    const Listing* listing = list_.listing(id);
    return listing ? listing->name : id;
  }

  /// What is wrong with all together and was not with what was there: too many plans.
  std::vector<Problem> new_problems(const std::string& text) const {
    std::vector<Problem> now = read_own_prices(list_, text).problems;
    return now.size() > read_own_prices(list_, document_.text()).problems.size() ? now : std::vector<Problem>();
  }

  const Catalog& list_;
  OwnDocument document_;
  Date today_;
  OwnImport result_;
};

bool is_platform_file(const JsonValue& value) { return value.member("metrics") && value.member("plans"); }
bool is_entry(const JsonValue& value) { return value.member("platform") || (value.member("plans") && !value.member("metrics")); }

const JsonValue* list_of_platforms(const JsonValue& root) {
  if (root.kind == Kind::list) return &root;
  const JsonValue* platforms = root.member("platforms");
  return platforms && platforms->kind == Kind::list ? platforms : nullptr;
}

}  // namespace

Result<OwnImport> import_own(const Catalog& list, std::string_view own, std::string_view file, Date today) {
  const Result<JsonValue> read = parse_json_document(file, kBounds);
  if (!read) return read.problem();
  const JsonValue& root = read.value();
  Import import(list, own, today);
  if (is_stripe(root)) {
    StripeImport prices = import_stripe(root);
    import.add_left_out(prices.left_out);
    if (prices.platform) {
      set_text(*prices.platform, "id", import.document().fresh_platform_id(text_in(*prices.platform, "name")));
      import.add_platform(*prices.platform);
    }
    return import.take();
  }
  const JsonValue* several = list_of_platforms(root);
  const std::vector<JsonValue> one{root};
  const std::vector<JsonValue>& all = several ? several->items : one;
  // Each is read into a catalogue of its own.
  if (all.size() > kMostOwnPlans) return Problem{{}, tr("there are too many own plans"), tr("at most {0}", {std::to_string(kMostOwnPlans)})};
  for (const JsonValue& value : all) {
    if (is_entry(value)) {
      import.add(value);
    } else if (is_platform_file(value)) {
      import.add_platform(value);
    } else if (several) {
      import.leave_out(text_in(value, "name"), tr("{0}; expected {1}", {tr("it is no platform"), tr(kExpected)}));
    } else {
      return Problem{{}, tr("The file holds no prices that are known here"), tr(kExpected)};
    }
  }
  if (all.empty()) return Problem{{}, tr("The file holds no platform"), tr(kExpected)};
  return import.take();
}

}  // namespace tollmeter
