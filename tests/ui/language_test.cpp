// The page in a language that marks what is translated: whatever stands outside the marks is English that was forgotten.
#include <fstream>
#include <iterator>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app_page.h"
#include "core/language.h"

namespace tollmeter::ui::test {
namespace {

using testing::IsEmpty;

nlohmann::json french() {
  std::ifstream file(TOLLMETER_TESTS "/../assets/languages/fr.json");
  return nlohmann::json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}

/// "[{0} breach]|[{0} breaches]": each form between marks that no text has.
std::string marked_text(const std::string& key) {
  const std::string english = key.substr(0, key.find("@@"));
  std::string out = "⟦";
  for (const char c : english) out += c == '|' ? std::string("⟧|⟦") : std::string(1, c);
  return out + "⟧";
}

Language marking() {
  Language language;
  language.id = "xx";
  const nlohmann::json all = french();
  for (const auto& [key, text] : all["texts"].items()) language.texts[key] = marked_text(key);
  return language;
}

/// What is outside of all marks, which may stand within each other.
std::string outside(std::string_view text) {
  std::string out;
  int depth = 0;
  while (!text.empty()) {
    if (text.starts_with("⟦")) {
      ++depth;
      text.remove_prefix(std::string_view("⟦").size());
    } else if (text.starts_with("⟧")) {
      --depth;
      text.remove_prefix(std::string_view("⟧").size());
    } else {
      if (depth == 0) out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

/// Names are the same in every language; so is what a person typed.
std::set<std::string> names() {
  std::set<std::string> all = {"Tollmeter", "English", "Français", "UTC", "USD", "EUR", "Markdown"};
  for (const Listing& listing : real_catalog().listings) all.insert({listing.name, listing.short_name});
  for (const Platform& platform : real_catalog().platforms) {
    all.insert({platform.name, platform.short_name});
    for (const Source& source : platform.sources) all.insert(source.title);
    for (const Plan& plan : platform.plans) all.insert(plan.name.english());
  }
  return all;
}

std::string without(std::string text, const std::set<std::string>& names) {
  // The longest first, so that no part of a name is left.
  std::vector<std::string> sorted(names.begin(), names.end());
  std::sort(sorted.begin(), sorted.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (const std::string& name : sorted) {
    for (std::size_t at = text.find(name); !name.empty() && at != std::string::npos; at = text.find(name, at)) text.erase(at, name.size());
  }
  return text;
}

/// Currencies, "API" and addresses are no words of a language.
bool has_word(std::string_view text) {
  int small = 0, letters = 0;
  for (const char c : text.substr(0, text.find("https://"))) {
    const bool is_small = c >= 'a' && c <= 'z';
    const bool is_letter = is_small || (c >= 'A' && c <= 'Z');
    letters = is_letter ? letters + 1 : 0;
    small = is_letter ? small + (is_small ? 1 : 0) : 0;
    if (letters >= 3 && small > 0) return true;
  }
  return false;
}

class MarkedPage : public testing::Test {
 protected:
  void SetUp() override { speak(&language_); }
  void TearDown() override { speak(nullptr); }

  std::set<std::string> forgotten(Page& page) const {
    std::set<std::string> found;
    for (const Node& node : page.app().semantics().nodes()) {
      std::vector<std::string> texts = {node.name, node.description};
      if (node.role != Role::textbox && node.role != Role::textarea) texts.push_back(node.value);  // else as it was typed
      texts.insert(texts.end(), node.options.begin(), node.options.end());
      for (const std::string& text : texts) {
        if (const std::string rest = outside(text); has_word(rest) && has_word(without(rest, names_))) found.insert(text);
      }
    }
    return found;
  }

 private:
  Language language_ = marking();
  std::set<std::string> names_ = names();
};

TEST_F(MarkedPage, NothingIsEnglishAtFirst) {
  for (const Size& size : kSizes) {
    Page page(size.width, size.height, size.density);
    EXPECT_THAT(forgotten(page), IsEmpty()) << size.name;
  }
}

// What opens by pressing anything, and what opens from there in turn.
TEST_F(MarkedPage, NothingIsEnglishInWhatOpens) {
  std::set<std::string> found;
  for (const Size& size : {kSizes[0], kSizes[2]}) {
    std::set<std::pair<std::string, std::string>> ways;
    {
      Page page(size.width, size.height, size.density);
      for (const std::string& name : page.pressable()) ways.insert({name, ""});
      for (const char* opener : {"⟦Menu⟧"}) {
        Page open(size.width, size.height, size.density);
        open.press_any(opener);
        for (const std::string& name : open.pressable()) ways.insert({opener, name});
      }
    }
    for (const auto& [first, second] : ways) {
      Page page(size.width, size.height, size.density);
      page.press_any(first);
      if (!second.empty()) page.press_any(second);
      found.merge(forgotten(page));
    }
  }
  EXPECT_THAT(found, IsEmpty());
}

}  // namespace
}  // namespace tollmeter::ui::test
