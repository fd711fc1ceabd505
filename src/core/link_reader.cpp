#include <algorithm>

#include "core/checksum.h"
#include "core/link.h"
#include "core/link_comparison.h"
#include "core/link_fields.h"
#include "core/link_text.h"
#include "core/own/own_prices.h"
#include "core/words.h"

namespace tollmeter {
namespace {

// Each calculation of a comparison may be as long as a link of its own, so that what can be shared alone can be compared.
std::size_t most_bytes(std::string_view fragment) {
  constexpr std::size_t kMostLinkBytes = 16384;
  constexpr std::size_t kAroundParts = 32;
  return fragment.starts_with(link_word::kComparison) ? kMostColumns * kMostLinkBytes + kAroundParts : kMostLinkBytes;
}

constexpr const char* kExample = "1;d=2023-04-25;p=x:basic~...";

enum class Seal { whole, missing, wrong };

struct Unsealed {
  std::string_view body;  ///< what the checksum stands for
  Seal seal = Seal::missing;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

Unsealed unseal(std::string_view text) {
  const std::size_t tilde = text.rfind('~');
  if (tilde == std::string_view::npos) return {text, Seal::missing};
  const std::string_view body = text.substr(0, tilde);
  std::string_view sum = text.substr(tilde + 1);
  // Marks that programs take into a link from the sentence around it.
  while (sum.size() > kChecksumLength && std::string_view(".,;:!?)]}>'\"").find(sum.back()) != std::string_view::npos) {
    sum.remove_suffix(1);
  }
  if (sum.size() < kChecksumLength) return {body, Seal::missing};
  const std::string right = checksum(body);
  bool same = sum.size() == right.size();
  for (std::size_t i = 0; same && i < sum.size(); ++i) same = lower(sum[i]) == right[i];
  return {body, same ? Seal::whole : Seal::wrong};
}

OpenedLink broken(Problem problem) {
  OpenedLink opened;
  opened.kind = OpenedLink::Kind::broken;
  opened.broken.problem = std::move(problem);
  return opened;
}

std::optional<Problem> seal_problem(Seal seal) {
  if (seal == Seal::missing) {
    return Problem{tr("link"), tr("its end is missing, it was cut off on the way"), tr("the whole link, up to '~' and five characters")};
  }
  if (seal == Seal::wrong) {
    return Problem{tr("link"), tr("was changed on the way, its checksum does not match"), tr("the link exactly as it was shared")};
  }
  return std::nullopt;
}

std::optional<Problem> length_problem(std::string_view fragment) {
  const std::size_t most = most_bytes(fragment);
  if (fragment.size() <= most) return std::nullopt;
  return Problem{tr("link"), tr("is too long"), tr("at most {0} bytes", {std::to_string(most)})};
}

bool is_number(std::string_view text) {
  if (text.empty() || text.size() > 4) return false;
  for (char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return true;
}

std::optional<Problem> version_problem(std::string_view version) {
  if (version == link_word::kVersion || version == link_word::kComparison) return std::nullopt;
  if (is_number(version)) {
    return Problem{tr("link"), tr("is of version {0}, which this page does not know", {version}),
                   tr("version 1 or 2; a newer page may open it")};
  }
  return Problem{tr("link"), tr("is not a link of this page"), tr("a link such as {0}", {kExample})};
}

/// `decoded` holds what the result points into where some program encoded the whole fragment once more.
Unsealed unseal_decoded(std::string_view fragment, std::optional<std::string>& decoded) {
  const Unsealed link = unseal(fragment);
  if (link.seal == Seal::whole) return link;
  decoded = percent_decoded(fragment);
  if (!decoded) return link;
  // If that makes it whole, that is what it was.
  const Unsealed again = unseal(*decoded);
  return again.seal == Seal::whole ? again : link;
}

OpenedLink open_version_1(std::string_view fields, Seal seal, bool last_field_cut, const Catalog& catalog) {
  LinkFields reader(catalog);
  while (!fields.empty()) {
    const std::size_t end = fields.find(';');
    // Half a field may read as a whole one ("posts_read=300" of 30000): it is not offered.
    if (end == std::string_view::npos && last_field_cut) break;
    reader.read(fields.substr(0, end));
    if (end == std::string_view::npos) break;
    fields.remove_prefix(end + 1);
  }
  reader.finish();

  std::optional<Problem> problem = seal_problem(seal);
  if (!problem) problem = reader.problem();
  if (problem) {
    OpenedLink opened = broken(std::move(*problem));
    if (reader.holds_something()) opened.broken.salvage = std::move(reader.document());
    return opened;
  }
  OpenedLink opened;
  opened.kind = OpenedLink::Kind::whole;
  opened.document = std::move(reader.document());
  return opened;
}

}  // namespace

std::vector<std::string> platforms_to_add(std::string_view fragment, const Catalog& catalog) {
  std::vector<std::string> ids;
  const std::size_t most = kMostPlatforms * (fragment.starts_with(link_word::kComparison) ? kMostColumns : 1);
  const auto look = [&](std::string_view text) {
    constexpr std::string_view kField = ";p=";
    for (std::size_t at = text.find(kField); at != std::string_view::npos; at = text.find(kField, at + 1)) {
      const std::string_view rest = text.substr(at + kField.size());
      const std::string id(rest.substr(0, rest.find_first_of(":;~")));
      const bool is_id = !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
      // One's own platforms travel in the link.
      const bool known = catalog.platform(id) != nullptr || id.starts_with(kOwnIdPrefix) || std::find(ids.begin(), ids.end(), id) != ids.end();
      if (is_id && !known && ids.size() < most) ids.push_back(id);
    }
  };
  if (fragment.size() > most_bytes(fragment)) return ids;
  look(fragment);
  // Some programs encode a whole fragment once more.
  if (const std::optional<std::string> decoded = percent_decoded(fragment)) look(*decoded);
  return ids;
}

OpenedLink open_link(std::string_view fragment, const Catalog& catalog) {
  if (fragment.starts_with('#')) fragment.remove_prefix(1);
  if (fragment.empty()) return {};
  if (std::optional<Problem> problem = length_problem(fragment)) return broken(*std::move(problem));
  std::optional<std::string> decoded;
  const Unsealed link = unseal_decoded(fragment, decoded);
  const std::size_t end = link.body.find(';');
  const std::string_view version = link.body.substr(0, end);
  const std::string_view fields = end == std::string_view::npos ? std::string_view() : link.body.substr(end + 1);
  if (version == link_word::kVersion) {
    const bool last_field_cut = link.seal == Seal::missing && link.body.size() == fragment.size();
    return open_version_1(fields, link.seal, last_field_cut, catalog);
  }
  if (version == link_word::kComparison) {
    const bool whole = link.seal == Seal::whole;
    const std::string_view text = whole ? link.body : fragment;
    return open_comparison(text.substr(std::min(text.size(), version.size())), whole, catalog);
  }
  return broken(*version_problem(version));
}

std::optional<Problem> link_problem(std::string_view fragment) {
  if (fragment.starts_with('#')) fragment.remove_prefix(1);
  if (std::optional<Problem> problem = length_problem(fragment)) return problem;
  std::optional<std::string> decoded;
  const Unsealed link = unseal_decoded(fragment, decoded);
  std::optional<Problem> problem = version_problem(link.body.substr(0, link.body.find(';')));
  return problem ? problem : seal_problem(link.seal);
}

}  // namespace tollmeter
