# The native tests: one program for the core, one for the views with a headless Dear ImGui.

find_package(GTest REQUIRED)
enable_testing()

# test_program NAME LIBRARY: tests/NAME/**.cpp, linked with LIBRARY
function(test_program name library)
  glob(sources tests/${name}/*.cpp)
  if(NOT sources)
    return() # ./test counts the missing program as failed
  endif()
  add_executable(${name}_tests ${sources})
  target_link_libraries(${name}_tests PRIVATE ${library} generated strict GTest::gmock GTest::gtest GTest::gtest_main)
  target_compile_definitions(${name}_tests PRIVATE
    TOLLMETER_CATALOG="${CMAKE_CURRENT_SOURCE_DIR}/build/generated/catalog-all.json"
    TOLLMETER_CATALOG_FOLDER="${CMAKE_CURRENT_SOURCE_DIR}/assets/catalog"
    TOLLMETER_FONTS="${CMAKE_CURRENT_SOURCE_DIR}/build/fonts"
    TOLLMETER_TESTS="${CMAKE_CURRENT_SOURCE_DIR}/tests")
  target_include_directories(${name}_tests PRIVATE tests)
  add_test(NAME ${name} COMMAND ${name}_tests)
endfunction()

test_program(unit core)
test_program(ui ui)
