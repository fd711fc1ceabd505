# Programs of the core that run natively and as wasm in Node.

# runs_in_node NAME: what links a program so that Node runs its wasm; it sees files as a native one does.
function(runs_in_node name)
  # What Emscripten writes for Node is no module; the nearest package.json says so.
  file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/package.json" "{\"type\": \"commonjs\"}\n")
  target_link_options(${name} PRIVATE
    -flto
    -sENVIRONMENT=node
    -sNODERAWFS=1
    -sWASM_ASYNC_COMPILATION=0 # the glue of Emscripten 3.1.6 would try to fetch a path
    -sALLOW_MEMORY_GROWTH=1
    -sEXIT_RUNTIME=1)
  set_target_properties(${name} PROPERTIES SUFFIX .js)
endfunction()

# node_program NAME SOURCE...
function(node_program name)
  add_executable(${name} EXCLUDE_FROM_ALL ${ARGN})
  target_link_libraries(${name} PRIVATE core generated strict no_exceptions)
  if(EMSCRIPTEN)
    runs_in_node(${name})
  endif()
endfunction()

# Prints what the conformance vectors come to: the outputs of both builds are compared.
node_program(conformance tests/conformance/print.cpp src/cli/report.cpp)
# Prints where corrections go: compared with the pages of the platforms.
node_program(corrections tests/pages/corrections.cpp)
# What ./bench runs.
foreach(subject engine limits links solvers)
  node_program(bench_${subject} tests/bench/${subject}.cpp)
endforeach()
if(EMSCRIPTEN)
  # A module, so that a script calls it beside another one's prices.
  node_program(bench_prices tests/bench/prices.cpp)
  target_link_options(bench_prices PRIVATE
    -sMODULARIZE=1
    -sEXIT_RUNTIME=0
    -sEXPORTED_FUNCTIONS=_malloc
    -sEXPORTED_RUNTIME_METHODS=ccall,HEAP32
    --no-entry)
endif()
