# The language and the warnings that all of our own code is compiled with.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON) # for clangd

# A compiler that we have not met may warn of something new: that must not keep a person from building the
# page, so only the tests turn warnings into errors.
if(EMSCRIPTEN)
  set(warnings_are_errors OFF)
else()
  set(warnings_are_errors ON)
endif()
option(TOLLMETER_WERROR "Treat warnings in our own code as errors" ${warnings_are_errors})

add_library(strict INTERFACE)
target_compile_options(strict INTERFACE
  -Wall
  -Wextra
  -Wpedantic
  -Wconversion # a narrowed quantity or amount is a wrong total
  -Wshadow
  $<$<BOOL:${TOLLMETER_WERROR}>:-Werror>)

# Errors are values: nothing throws and nothing asks for a type at run time. In the page this saves a good
# part of the code; natively it keeps the tests on the same paths.
add_library(no_exceptions INTERFACE)
target_compile_options(no_exceptions INTERFACE -fno-exceptions -fno-rtti)
