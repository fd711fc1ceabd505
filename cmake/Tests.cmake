# The tests: one program for the core, which also runs as wasm in Node, and natively one for the views with a headless Dear ImGui.

if(EMSCRIPTEN)
  # Debian's package of GoogleTest compiled for this machine has its sources beside it.
  set(googletest /usr/src/googletest)
  set(gtest_sources ${googletest}/googletest/src/gtest-all.cc ${googletest}/googlemock/src/gmock-all.cc)
  # Who builds the page alone has no such package: they are looked for when the tests are built, and not before.
  set_source_files_properties(${gtest_sources} PROPERTIES GENERATED ON)
  add_library(gtest_wasm STATIC EXCLUDE_FROM_ALL ${gtest_sources})
  foreach(part googletest googlemock)
    target_include_directories(gtest_wasm SYSTEM PUBLIC ${googletest}/${part}/include PRIVATE ${googletest}/${part})
  endforeach()
  target_compile_options(gtest_wasm PRIVATE -fno-lto)
  set(gtest_libraries gtest_wasm)
else()
  find_package(GTest REQUIRED)
  enable_testing()
  set(gtest_libraries GTest::gmock GTest::gtest)
endif()

# test_program NAME LIBRARY: tests/NAME/**.cpp, linked with LIBRARY
function(test_program name library)
  glob(sources tests/${name}/*.cpp)
  if(NOT sources)
    return() # ./test counts the missing program as failed
  endif()
  add_executable(${name}_tests ${sources})
  target_link_libraries(${name}_tests PRIVATE ${library} generated strict ${gtest_libraries})
  target_compile_definitions(${name}_tests PRIVATE
    TOLLMETER_CATALOG="${CMAKE_CURRENT_SOURCE_DIR}/build/generated/catalog-all.json"
    TOLLMETER_CATALOG_FOLDER="${CMAKE_CURRENT_SOURCE_DIR}/assets/catalog"
    TOLLMETER_FONTS="${CMAKE_CURRENT_SOURCE_DIR}/build/fonts"
    TOLLMETER_TESTS="${CMAKE_CURRENT_SOURCE_DIR}/tests")
  target_include_directories(${name}_tests PRIVATE tests)
endfunction()

test_program(unit core)
# Before anything else, so that no test compares without saying what.
target_compile_options(unit_tests PRIVATE "SHELL:-include ${CMAKE_CURRENT_SOURCE_DIR}/tests/unit/outputs.h")

if(EMSCRIPTEN)
  set_target_properties(unit_tests PROPERTIES EXCLUDE_FROM_ALL ON)
  # The core is linked as the page has it; the tests themselves need only be compiled soon.
  target_compile_options(unit_tests PRIVATE -O1 -fno-lto)
  runs_in_node(unit_tests)
else()
  add_test(NAME unit COMMAND unit_tests)
  test_program(ui ui)
  target_link_libraries(ui_tests PRIVATE GTest::gtest_main)
  add_test(NAME ui COMMAND ui_tests)
endif()
