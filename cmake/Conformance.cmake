# Prints what the conformance vectors come to; built natively and as wasm for Node, the outputs are compared.

add_executable(conformance EXCLUDE_FROM_ALL tests/conformance/print.cpp src/cli/report.cpp)
target_link_libraries(conformance PRIVATE core generated strict no_exceptions)
if(EMSCRIPTEN)
  # What Emscripten writes for Node is no module; the nearest package.json says so.
  file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/package.json" "{\"type\": \"commonjs\"}\n")
  target_link_options(conformance PRIVATE
    -flto
    -sENVIRONMENT=node
    -sNODERAWFS=1
    -sWASM_ASYNC_COMPILATION=0 # the glue of Emscripten 3.1.6 would try to fetch a path
    -sALLOW_MEMORY_GROWTH=1
    -sEXIT_RUNTIME=1)
  set_target_properties(conformance PROPERTIES SUFFIX .js)
endif()
