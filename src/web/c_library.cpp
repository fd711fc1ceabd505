// Functions of the C library that the page links but never needs: they are a twentieth of its code. nlohmann/json turns
// every number of a text into binary floating point and writes its messages with snprintf; what reads a document
// here keeps numbers as they are written and says in its own words what is wrong.
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace {

// As the C library does: the caller's text, which it may write to.
char* end_of(const char* text) { return const_cast<char*>(text) + std::strlen(text); }  // NOLINT(cppcoreguidelines-pro-type-const-cast)

}  // namespace

extern "C" {

// All three, since the library has them in one object.
float strtof(const char* text, char** end) {
  if (end != nullptr) *end = end_of(text);
  return 0;
}

double strtod(const char* text, char** end) {
  if (end != nullptr) *end = end_of(text);
  return 0;
}

long double strtold(const char* text, char** end) {
  if (end != nullptr) *end = end_of(text);
  return 0;
}

int snprintf(char* to, std::size_t size, const char*, ...) {
  if (size > 0) *to = '\0';
  return 0;
}

}  // extern "C"
