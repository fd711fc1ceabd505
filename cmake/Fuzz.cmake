# libFuzzer targets: tests/fuzz/NAME.cpp becomes fuzz_NAME. Configured with -D TOLLMETER_FUZZ=ON and clang.

set_target_properties(ui imgui PROPERTIES EXCLUDE_FROM_ALL ON)
glob(fuzz_sources tests/fuzz/*.cpp)
foreach(source ${fuzz_sources})
  get_filename_component(name ${source} NAME_WE)
  add_executable(fuzz_${name} ${source})
  target_link_libraries(fuzz_${name} PRIVATE core generated strict)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  target_include_directories(fuzz_${name} PRIVATE tests)
  target_compile_definitions(fuzz_${name} PRIVATE
    TOLLMETER_CATALOG="${CMAKE_CURRENT_SOURCE_DIR}/build/generated/catalog-all.json")
endforeach()
# The session is the one part of src/ui that knows no Dear ImGui.
target_sources(fuzz_kept PRIVATE src/ui/session.cpp)
