#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/link.h"

namespace tollmeter {

/// "day"; nothing where it is not a unit of time.
std::optional<Per> per_named(std::string_view word);

/// Reads the fields of a link of version 1 into a document, one by one. A field that cannot be read is left
/// out, and the first such problem is kept, so that the rest can be offered.
class LinkFields {
 public:
  explicit LinkFields(const Catalog& catalog) : catalog_(&catalog) {}

  void read(std::string_view field);
  /// No more fields follow: what had to be there and was not is a problem too.
  void finish();

  const std::optional<Problem>& problem() const { return problem_; }
  Document& document() { return document_; }
  bool holds_something() const { return has_date_ || !document_.scenario.platforms.empty(); }

 private:
  using Parts = std::vector<std::string>;

  void fail(std::string_view key, std::string_view what, std::string_view expected);
  /// Fails with "'<said>' <what>".
  void refuse(std::string_view key, std::string_view said, std::string_view what, std::string_view expected);
  /// The value split at ':' and decoded; nothing, with a problem noted, where it is not well encoded or
  /// has more parts than `most`.
  std::optional<Parts> parts_of(std::string_view key, std::string_view value, std::size_t most);

  void read_header(std::string_view key, const Parts& value);
  void read_title(const std::string& value);
  void read_date(const std::string& value);
  void read_cycle_day(const std::string& value);
  void read_retries(const std::string& value);
  void read_budget(const std::string& value);
  void read_growth(const Parts& value);
  void read_shape(const Parts& value);
  void read_into(const std::string& value);
  void read_rate(std::string_view currency, const Parts& value);
  void check_rates();
  void read_total(const Parts& value);
  void read_answer(std::string_view id, const std::string& value);
  void read_own(const std::string& value);
  void read_unit(const Parts& value);
  void read_unit_part(std::string_view id, const Parts& value);
  std::optional<Range> range_in(std::string_view key, RangeOf kind, const Parts& value);
  void read_header_range(std::string_view key, const Parts& value);
  void read_input_range(std::string_view field, const Parts& value);
  void read_platform(const Parts& value);
  void read_metric(std::string_view id, const Parts& value);

  const Catalog* catalog_;
  std::unique_ptr<const Catalog> with_own_;  ///< where the link has own prices, what catalog_ then points to
  Document document_;
  std::optional<Problem> problem_;
  std::vector<std::string> seen_;  ///< keys of the header, then of the current platform
  bool has_date_ = false;
  bool in_platforms_ = false;
  const Platform* platform_ = nullptr;  ///< null after a platform that could not be read
};

}  // namespace tollmeter
