#pragma once

// The one place that includes nlohmann/json: every file of core must see it with the same
// switches, or the types differ between files. No exceptions (wasm) and no iostream in core.
#ifndef JSON_NOEXCEPTION
#define JSON_NOEXCEPTION
#endif
#ifndef JSON_NO_IO
#define JSON_NO_IO
#endif
#include <nlohmann/json.hpp>
