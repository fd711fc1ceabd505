# The native build exists for the tests, so all of it, libraries too, runs under the sanitizers.

# tools/mutations builds the engine dozens of times and looks at results alone.
option(TOLLMETER_SANITIZE "Run the native programs under the sanitizers" ON)
if(NOT TOLLMETER_SANITIZE)
  add_compile_options(-O1)
  return()
endif()

set(sanitizers
  -fsanitize=address,undefined
  -fno-sanitize=vptr # needs the run-time types that our code does without
  -fno-sanitize-recover=all # a finding ends the test instead of scrolling by
  -fno-omit-frame-pointer)
# -O1: at -O0 the month-long simulations take minutes under the sanitizers. -g1: file and line suffice.
add_compile_options(-O1 -g1 ${sanitizers})
if(TOLLMETER_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link) # coverage of the libraries too
endif()
add_link_options(${sanitizers})
# libstdc++ then checks indices and iterators.
add_compile_definitions(_GLIBCXX_ASSERTIONS)
