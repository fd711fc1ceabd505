#include "core/link_comparison.h"

#include <algorithm>
#include <utility>

#include "core/checksum.h"
#include "core/link_text.h"
#include "core/words.h"

namespace tollmeter {
namespace {

constexpr const char* kExample = "1;d=2023-04-25;p=x:basic~...";

/// What stands behind the version, taken apart. A '~' within a part is only ever the one before its checksum.
struct Parts {
  std::optional<std::string_view> at;     ///< the value of that field
  std::vector<std::string_view> links;
  std::string_view rest;                  ///< what is no whole part: half of one, or the checksum of the whole
};

Parts parts_of(std::string_view text) {
  Parts parts;
  const std::string at = join({";", link_word::kAt, "="});
  if (text.starts_with(at)) {
    parts.at = text.substr(at.size(), text.find(';', 1) - at.size());
    text.remove_prefix(at.size() + parts.at->size());
  }
  while (text.starts_with(';')) {
    const std::size_t tilde = text.find('~');
    if (tilde == std::string_view::npos || tilde + kChecksumLength >= text.size()) break;
    parts.links.push_back(text.substr(1, tilde + kChecksumLength));
    text.remove_prefix(1 + parts.links.back().size());
  }
  parts.rest = text;
  return parts;
}

/// 0..kMostColumns - 1; more where it is no column.
std::size_t place_of(const Parts& parts) {
  if (!parts.at) return 0;
  if (parts.at->size() != 1 || parts.at->front() < '1' || parts.at->front() > '9') return kMostColumns;
  return static_cast<std::size_t>(parts.at->front() - '1');
}

std::optional<Problem> problem_of(const Parts& parts, bool sealed, std::size_t place) {
  if (!sealed && parts.rest.size() > kChecksumLength && parts.rest.starts_with('~')) {
    return Problem{tr("link"), tr("was changed on the way, its checksum does not match"), tr("the link exactly as it was shared")};
  }
  if (!sealed) {
    return Problem{tr("link"), tr("its end is missing, it was cut off on the way"), tr("the whole link, up to the last '~' and five characters")};
  }
  const std::size_t count = parts.links.size();
  if (!parts.rest.empty()) {
    return Problem{tr("link"), tr("holds something behind calculation {0} that is none", {std::to_string(count)}),
                   tr("calculations such as {0}", {kExample})};
  }
  if (count < 2 || count > kMostColumns) {
    return Problem{tr("link"), tr_count(static_cast<int>(count), "holds {0} calculation to compare", "holds {0} calculations to compare", {std::to_string(count)}),
                   tr("{0} to {1}@@numbers", {"2", std::to_string(kMostColumns)})};
  }
  if (place >= count) {
    return Problem{tr("link, field {0}", {tr("'{0}'", {link_word::kAt})}), tr("does not name one of its calculations"), tr("a number from 1 to {0}", {std::to_string(count)})};
  }
  return std::nullopt;
}

OpenedLink open_part(std::string_view link, const Catalog& catalog) {
  // A comparison within a comparison is none, and opening it would go on without end.
  if (link.starts_with(join({link_word::kVersion, ";"}))) return open_link(link, catalog);
  OpenedLink opened;
  opened.kind = OpenedLink::Kind::broken;
  opened.broken.problem = {tr("link"), tr("is not a calculation"), tr("one such as {0}", {kExample})};
  return opened;
}

/// All that was read as one document, the one at `place` as the edited one where it is among them.
Document document_of(std::vector<std::pair<std::size_t, Document>> read, std::size_t place) {
  Document document;
  std::size_t current = 0;
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i].first == place) current = i;
  }
  for (std::size_t i = 0; i < read.size(); ++i) {
    Document& one = read[i].second;
    if (i == current) {
      document.scenario = std::move(one.scenario);
      document.total = std::move(one.total);
    } else {
      document.others.push_back({std::move(one.scenario), std::move(one.total)});
    }
  }
  document.place = current;
  return document;
}

}  // namespace

Beside beside_of(const Document& document) {
  Beside beside;
  for (const BesideDocument& other : document.others) beside.others.push_back(other.scenario);
  beside.place = document.place;
  return beside;
}

std::string write_comparison(const Document& document) {
  std::string text(link_word::kComparison);
  if (document.place != 0) append(text, {";", link_word::kAt, "=", std::to_string(document.place + 1)});
  for (std::size_t i = 0, other = 0; i <= document.others.size(); ++i) {
    if (i == document.place) {
      append(text, {";", write_link(Document{document.scenario, document.total})});
    } else {
      const BesideDocument& one = document.others[other++];
      append(text, {";", write_link(Document{one.scenario, one.total})});
    }
  }
  return seal_link(text);
}

OpenedLink open_comparison(std::string_view text, bool sealed, const Catalog& catalog) {
  const Parts parts = parts_of(text);
  const std::size_t place = place_of(parts);
  std::optional<Problem> problem = problem_of(parts, sealed, place);
  std::vector<std::pair<std::size_t, Document>> read;
  std::optional<Document> half;  // only offered where no calculation is whole
  for (std::size_t i = 0; i < std::min(parts.links.size(), kMostColumns); ++i) {
    OpenedLink opened = open_part(parts.links[i], catalog);
    if (opened.kind == OpenedLink::Kind::whole) {
      read.emplace_back(i, std::move(opened.document));
      continue;
    }
    Problem& why = opened.broken.problem;
    if (!problem) problem = Problem{tr("calculation {0} of the {1}", {std::to_string(i + 1), why.where}), why.what, why.expected};
    if (!half) half = std::move(opened.broken.salvage);
  }
  if (read.empty() && !half && parts.rest.starts_with(';')) half = open_part(parts.rest.substr(1), catalog).broken.salvage;
  OpenedLink opened;
  if (!problem) {
    opened.kind = OpenedLink::Kind::whole;
    opened.document = document_of(std::move(read), place);
    return opened;
  }
  opened.kind = OpenedLink::Kind::broken;
  opened.broken.problem = std::move(*problem);
  if (!read.empty()) {
    opened.broken.salvage = document_of(std::move(read), place);
  } else {
    opened.broken.salvage = std::move(half);
  }
  return opened;
}

Document comparison_to_share(const Scenario& current, const Beside& beside, FunctionRef<World(const Scenario&)> world_of) {
  Document document{current, total_to_share(estimate(current, world_of(current)))};
  for (const Scenario& other : beside.others) document.others.push_back({other, total_to_share(estimate(other, world_of(other)))});
  document.place = beside.place;
  return document;
}

}  // namespace tollmeter
