#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar.h"
#include "core/formula.h"
#include "core/language.h"

namespace tollmeter {

/// How far a figure can be trusted; the page says it in words (see confidence_words in format.h).
enum class Confidence {
  platform_page,     ///< A: the platform's own page
  dated_copy,        ///< B: a dated transcription by someone else
  press,             ///< C: press or blog
  sources_disagree,  ///< X
  own,               ///< entered by a person: no platform says so
};

struct Source {
  std::string id;
  Text title;         ///< "letter of 30 Mar 2023", short enough for a bill line
  std::string url;    ///< empty for a "third-party note"
  Date read;          ///< the day on which the source says, or was read to say, the figure
  Confidence confidence = Confidence::press;
};

/// From (inclusive) to (exclusive). A missing `from` is "start not known", a missing `to` "in force".
/// The *about* texts keep the printed wording where the source's date is vague ("late October 2024").
struct Validity {
  std::optional<Date> from;
  std::optional<Date> to;
  Text from_about;
  Text to_about;
  bool holds(Date d) const { return (!from || *from <= d) && (!to || d < *to); }
};

/// Known (zero included), not published, or without end. Three states that never stand for each other;
/// `approximate` marks a known value that the source itself calls "about".
struct Amount {
  enum class Kind { known, unknown, unlimited };
  Kind kind = Kind::unknown;
  Formula value;  ///< when known: a number, or a formula of drivers
  bool approximate = false;
};

/// A second value that another source gives for the same figure.
struct Alternative {
  std::string value;
  std::string source;  ///< id
};

/// What is common to every figure: when it holds, who says so, what else is said.
struct Figure {
  Validity validity;
  std::string source;  ///< id of a Source of the platform
  std::vector<Alternative> alternatives;
  Text choice;  ///< why this value was taken, where there are alternatives
  Text note;
};

}  // namespace tollmeter
