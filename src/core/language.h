#pragma once

#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>

#include "core/result.h"
#include "core/words.h"

namespace tollmeter {

/// Which form a noun takes beside a whole number: the cardinal rules of Unicode's CLDR, by the languages that share them.
enum class PluralRule {
  none,         ///< one form: Japanese, Chinese
  one,          ///< 1, others: German, Spanish
  up_to_one,    ///< 0 and 1, others: French
  east_slavic,  ///< 1 21 31, 2–4 22–24, others: Russian, Ukrainian
  polish,       ///< 1, 2–4 22–24, others
  czech,        ///< 1, 2–4, others
};

/// A language other than English. The texts are keyed by the English that stands in the code and in the catalogue, so what has
/// no text here is English.
struct Language {
  std::string id;    ///< BCP 47: "fr"
  std::string name;  ///< in itself: "Français"
  std::string decimal = ".", group = ",";
  std::string money = "{0}{1}";  ///< {0} is the sign of the currency, {1} the figure
  PluralRule plural = PluralRule::one;
  std::map<std::string, std::string, std::less<>> texts;
};

/// One that can be had.
struct LanguageName {
  const char* id;
  const char* name;  ///< in itself
};

/// What tools/languages.py makes of a file of assets/languages; at most 4 MB.
Result<Language> read_language(std::string_view json);

/// What is said from now on is in this language, which must outlive it; null is English.
void speak(const Language* language);
const Language* spoken();

/// The text in the language that is spoken. "Open@@adjective" is the English "Open", told apart from another "Open" by what
/// stands behind @@. {0} to {9} stand for the values, in any order.
std::string tr(std::string_view english);
std::string tr(std::string_view english, std::initializer_list<Piece> values);
/// The same by a count: "{0} limit breaks", "{0} limits break". A language's text is keyed by both with a | between, and holds as many
/// forms, with a | between, as its rule knows.
std::string tr_count(std::int64_t n, std::string_view one, std::string_view many, std::initializer_list<Piece> values = {});

/// A text that stands in a table and is translated where it is taken from there.
constexpr const char* marked(const char* english) { return english; }

/// Digits as they are typed in the language that is spoken, as parse_number reads them: "1 234,5" in French is "1234.5".
/// A unit of time after it becomes the English one that parse_quantity reads: "200/jour" is "200/day".
std::string plain_number(std::string_view typed);
/// The other way round: "1234.5" in French is "1234,5".
std::string local_number(std::string_view plain);
/// The same of a whole text that plain_number gave, as links carry it: "1,234.5/day" in French is "1 234,5/jour".
std::string local_typed(std::string_view plain);

/// A text of the catalogue: where it is shown it is in the language that is spoken.
class Text {
 public:
  Text() = default;
  Text(std::string english) : english_(std::move(english)) {}  // NOLINT: texts are assigned
  Text(const char* english) : english_(english) {}             // NOLINT: as they are

  operator const std::string&() const { return shown(); }       // NOLINT: and read as they are shown
  operator std::string_view() const { return shown(); }         // NOLINT
  operator Piece() const { return shown(); }                    // NOLINT
  const std::string& shown() const;
  const std::string& english() const { return english_; }
  std::string& english() { return english_; }
  bool empty() const { return english_.empty(); }

  friend bool operator==(const Text&, const Text&) = default;

 private:
  std::string english_;
};

/// For messages of tests.
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const Text& text) {
  return out << text.english();
}
inline std::string operator+(const Text& a, std::string_view b) { return join({a.shown(), b}); }
inline std::string operator+(std::string_view a, const Text& b) { return join({a, b.shown()}); }

}  // namespace tollmeter
