#pragma once

#include <utility>

namespace tollmeter {

/// Something to call, for a parameter only: it must not outlive the argument. std::function would bring code of its own
/// for each function it ever holds.
template <class Signature>
class FunctionRef;

template <class Answer, class... Arguments>
class FunctionRef<Answer(Arguments...)> {
 public:
  template <class Function>
  FunctionRef(const Function& function)  // NOLINT: functions are passed as they are
      : function_(&function), call_([](const void* f, Arguments... arguments) -> Answer {
          return (*static_cast<const Function*>(f))(std::forward<Arguments>(arguments)...);
        }) {}

  Answer operator()(Arguments... arguments) const { return call_(function_, std::forward<Arguments>(arguments)...); }

 private:
  const void* function_;
  Answer (*call_)(const void*, Arguments...);
};

}  // namespace tollmeter
