# nlohmann/json, header only, from the Debian package.

# Emscripten breaks when /usr/include is searched, so a folder with nothing but a link to this library is.
find_path(json_headers nlohmann/json.hpp
  PATHS /usr/include /usr/local/include
  NO_CMAKE_FIND_ROOT_PATH REQUIRED)
set(json_root "${CMAKE_CURRENT_BINARY_DIR}/include")
file(MAKE_DIRECTORY "${json_root}")
file(CREATE_LINK "${json_headers}/nlohmann" "${json_root}/nlohmann" SYMBOLIC)

add_library(json INTERFACE)
target_include_directories(json SYSTEM INTERFACE "${json_root}")
target_compile_definitions(json INTERFACE
  JSON_NOEXCEPTION # parse with allow_exceptions = false and look at is_discarded()
  JSON_NO_IO # no streams: they would pull in the largest part of the C++ library
  JSON_USE_IMPLICIT_CONVERSIONS=0) # a wrong type is asked about, never converted silently
