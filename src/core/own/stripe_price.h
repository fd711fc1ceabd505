#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/json_value.h"

namespace tollmeter {

/// One Price object of Stripe, as far as the catalogue's charges can say it.
struct StripePrice {
  std::string name;          ///< its nickname, or what else it is known by
  std::string product;       ///< id
  std::string product_name;  ///< where the product stands in it
  std::string currency;      ///< ISO 4217, capitals
  bool counted = false;      ///< by what is used or how many there are; else a fixed fee
  bool held = false;         ///< counted: it stands all month, such as seats
  JsonValue charge;          ///< a row of the catalogue without id, name and metric
  std::vector<std::string> notes;  ///< what of it was not taken
};

/// The price, or why it could not be read.
std::variant<StripePrice, std::string> read_stripe_price(const JsonValue& price);
/// "Requests (price_1abc)", for sentences.
std::string stripe_name(const JsonValue& price);

}  // namespace tollmeter
