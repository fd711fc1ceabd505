#pragma once

// The one place that includes nlohmann/json: every file of core must see it with the same
// switches, or the types differ between files. No exceptions (wasm) and no iostream in core.
#ifndef JSON_NOEXCEPTION
#define JSON_NOEXCEPTION
#endif
#ifndef JSON_NO_IO
#define JSON_NO_IO
#endif
#ifndef JSON_USE_IMPLICIT_CONVERSIONS
#define JSON_USE_IMPLICIT_CONVERSIONS 0
#endif
#include <nlohmann/json.hpp>
