#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/catalog.h"

namespace tollmeter {

/// Catalogues with own prices laid over the list, by the text of these: made when they are first asked for. What points into one
/// stays valid until clear().
class OwnCatalogs {
 public:
  /// What in `own` cannot be read, or is of a platform that the list does not hold yet, is not in it.
  const Catalog& of(const Catalog& list, const std::string& own);
  /// The list holds more than it did.
  void renew() { ++list_age_; }
  /// So many that it is time to clear() them.
  bool many() const { return made_.size() > 24; }
  void clear();

 private:
  struct Made {
    std::string own;
    unsigned list_age = 0;
    std::unique_ptr<const Catalog> catalog;
  };
  std::vector<Made> made_;  ///< the newest last
  unsigned list_age_ = 0;
};

}  // namespace tollmeter
