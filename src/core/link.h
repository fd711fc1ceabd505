#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/beside.h"
#include "core/catalog.h"
#include "core/result.h"
#include "core/scenario.h"

namespace tollmeter {

struct Estimate;

/// The total with which a link was shared.
struct SharedTotal {
  Rational amount;
  std::string currency;
  bool approximate = false;
  bool at_least = false;
  friend bool operator==(const SharedTotal&, const SharedTotal&) = default;
};

/// A calculation of a comparison, beside the one that is edited.
struct BesideDocument {
  Scenario scenario;
  std::optional<SharedTotal> total = {};
  friend bool operator==(const BesideDocument&, const BesideDocument&) = default;
};

/// The document that a link holds.
struct Document {
  Scenario scenario;
  std::optional<SharedTotal> total = {};     ///< in shared links; the address bar's own state has none
  std::vector<BesideDocument> others = {};   ///< of a comparison, in the order of their columns
  std::size_t place = 0;                     ///< of the edited one among all columns
  friend bool operator==(const Document&, const Document&) = default;
};

Beside beside_of(const Document& document);
/// What a link that is shared says of a total; nothing where there is none.
std::optional<SharedTotal> total_to_share(const Estimate& estimate);

/// "1;t=Q3%20launch%20plan;d=2026-03-03;...~checksum" without the leading '#', "2;1;...~checksum;1;...~checksum~checksum" of a
/// comparison. See docs/link.md for the grammar.
std::string write_link(const Document& document);

/// A link whose checksum is still to come, with it.
std::string seal_link(std::string_view body);

/// Ids that a fragment names as platforms and that the catalogue does not hold: what to try to add before it is opened. At most
/// as many as a scenario, or the scenarios of a comparison, may have.
std::vector<std::string> platforms_to_add(std::string_view fragment, const Catalog& catalog);

/// A link that could not be opened as it was meant: what is wrong, and what could be read of it.
struct BrokenLink {
  Problem problem;
  std::optional<Document> salvage;  ///< offered, never shown in place of the person's own
};

/// What the fragment of an address holds. Bounded (16,384 bytes a calculation), never executed; a fragment whose checksum does not match
/// (a cut tail) or whose fields cannot be read is broken. Platforms, plans, metrics and drivers that the catalogue
/// does not know make it broken too, with the rest as salvage.
struct OpenedLink {
  enum class Kind { empty, whole, broken } kind = Kind::empty;
  Document document;  ///< whole
  BrokenLink broken;  ///< broken
};
OpenedLink open_link(std::string_view fragment, const Catalog& catalog);
/// What is wrong with a link whatever the catalogue holds: its length, its version or its checksum.
std::optional<Problem> link_problem(std::string_view fragment);

}  // namespace tollmeter
