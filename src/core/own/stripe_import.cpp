#include "core/own/stripe_import.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/language.h"
#include "core/own/own_json.h"
#include "core/own/stripe_price.h"
#include "core/words.h"

namespace tollmeter {
namespace {

using Kind = JsonValue::Kind;
constexpr std::size_t kMostPrices = 50;

/// The prices of one product in one currency.
struct Product {
  std::string id, name, currency;
  std::vector<StripePrice> fixed, counted;
};

const JsonValue* prices_of(const JsonValue& root) {
  if (root.kind == Kind::list) return &root;
  const JsonValue* data = root.member("data");
  return data && data->kind == Kind::list ? data : nullptr;
}

std::string numbered(std::string_view word, std::size_t number) { return join({word, std::to_string(number)}); }

JsonValue metric_row(const std::string& id, const StripePrice& price, const std::string& name) {
  JsonValue row = json_object(), slider = json_object();
  set_text(row, "id", id);
  set_text(row, "name", name);
  set_text(row, "unit", "unit");
  set_text(row, "units", "units");
  set_text(row, "counts_one", "One unit as the price counts it.");
  set_text(row, "kind", "entered");
  if (price.held) set_text(row, "accrual", "held");
  set_text(slider, "least", "1");
  set_text(slider, "most", "1000000");
  set_member(row, "slider", std::move(slider));
  return row;
}

class Builder {
 public:
  explicit Builder(std::vector<Product> products) : products_(std::move(products)) {}

  JsonValue platform() {
    const bool one = products_.size() == 1 && !products_[0].name.empty();
    const std::string name = one ? products_[0].name : tr("Prices from Stripe");
    for (const Product& product : products_) {
      for (const StripePrice& price : product.counted) {
        const std::string& called = !price.name.empty() ? price.name : product.name;
        metrics_.items.push_back(metric_row(numbered("m", metrics_.items.size() + 1), price, called.empty() ? "units" : called));
      }
    }
    std::size_t first_metric = 0;
    for (const Product& product : products_) {
      if (product.fixed.empty()) add_plan(product, nullptr, first_metric);
      for (const StripePrice& fixed : product.fixed) add_plan(product, &fixed, first_metric);
      first_metric += product.counted.size();
    }
    JsonValue platform = json_object();
    set_text(platform, "name", name);
    set_text(platform, "short_name", name);
    set_text(platform, "category", "imported");
    set_text(platform, "currency", products_[0].currency);
    set_member(platform, "sources", json_object());
    set_member(platform, "metrics", std::move(metrics_));
    set_member(platform, "plans", std::move(plans_));
    return platform;
  }

 private:
  void add_plan(const Product& product, const StripePrice* fixed, std::size_t first_metric) {
    JsonValue plan = json_object(), charges = json_list(), others = json_list();
    std::string name = fixed && !fixed->name.empty() ? fixed->name : product.name;
    if (name.empty()) name = tr("Plan {0}", {std::to_string(plans_.items.size() + 1)});
    set_text(plan, "id", numbered("own-", plans_.items.size() + 1));
    set_text(plan, "name", name);
    if (product.currency != products_[0].currency) set_text(plan, "currency", product.currency);
    if (fixed) charges.items.push_back(row("fee", fixed->charge, "fee"));
    for (std::size_t i = 0; i < metrics_.items.size(); ++i) {
      const std::string metric = text_in(metrics_.items[i], "id");
      if (first_metric <= i && i < first_metric + product.counted.size()) {
        JsonValue charge = row(metric, product.counted[i - first_metric].charge, {});
        set_text(charge, "metric", metric);
        charges.items.push_back(std::move(charge));
      } else {
        others.items.push_back(json_text(metric));
      }
    }
    set_member(plan, "charges", std::move(charges));
    if (!others.items.empty()) {
      JsonValue rows = json_list(), not_offered = json_object();
      set_member(not_offered, "metrics", std::move(others));
      rows.items.push_back(std::move(not_offered));
      set_member(plan, "not_offered", std::move(rows));
    }
    plans_.items.push_back(std::move(plan));
  }

  static JsonValue row(const std::string& id, const JsonValue& charge, std::string_view name) {
    JsonValue row = json_object();
    set_text(row, "id", id);
    if (!name.empty()) set_text(row, "name", std::string(name));
    for (const JsonValue& item : charge.items) row.items.push_back(item);
    return row;
  }

  std::vector<Product> products_;
  JsonValue metrics_ = json_list(), plans_ = json_list();
};

}  // namespace

bool is_stripe(const JsonValue& root) {
  if (root.kind == Kind::list) return !root.items.empty() && is_stripe(root.items.front());
  const std::string object = text_in(root, "object");
  return object == "price" || object == "plan" || (object == "list" && root.member("data"));
}

StripeImport import_stripe(const JsonValue& root) {
  StripeImport result;
  const JsonValue* list = prices_of(root);
  const std::vector<JsonValue> one{root};
  const std::vector<JsonValue>& prices = list ? list->items : one;
  std::vector<Product> products;
  if (const JsonValue* more = root.member("has_more"); more && more->is_true) {
    result.left_out.push_back(tr("The list is only a page of it: Stripe has more prices. Ask for all of them and import each page."));
  }
  for (std::size_t i = 0; i < prices.size(); ++i) {
    if (i == kMostPrices) {
      result.left_out.push_back(tr("{0} further prices: at most {1} are read at a time.", {std::to_string(prices.size() - i), std::to_string(kMostPrices)}));
      break;
    }
    const std::string name = stripe_name(prices[i]);
    std::variant<StripePrice, std::string> read = read_stripe_price(prices[i]);
    if (const std::string* why = std::get_if<std::string>(&read)) {
      result.left_out.push_back(tr("{0}: {1}.", {name, *why}));
      continue;
    }
    auto& price = std::get<StripePrice>(read);
    for (const std::string& note : price.notes) result.left_out.push_back(tr("{0}: {1}.", {name, note}));
    auto product = std::find_if(products.begin(), products.end(), [&](const Product& other) {
      return other.id == price.product && other.currency == price.currency;
    });
    if (product == products.end()) {
      products.push_back({price.product, price.product_name, price.currency, {}, {}});
      product = products.end() - 1;
    }
    (price.counted ? product->counted : product->fixed).push_back(std::move(price));
  }
  if (prices.empty()) result.left_out.push_back(tr("The list is empty: there is no price in it."));
  if (!products.empty()) result.platform = Builder(std::move(products)).platform();
  return result;
}

}  // namespace tollmeter
