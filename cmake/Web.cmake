# The page's program: tollmeter.mjs (a module whose default export makes the program), and in parts/ tollmeter.wasm and
# later.wasm, which it is split into.

include(Later)

glob(web_sources src/web/*.cpp)
glob(web_libraries src/web/*.js)
add_executable(tollmeter ${web_sources})
set_target_properties(tollmeter PROPERTIES SUFFIX .mjs LINK_DEPENDS "${web_libraries}")
# The objects of the first part are linked first, so that of a template that both parts use theirs is taken.
list(JOIN later_sources "|" is_later)
foreach(library core ui)
  list(APPEND first_objects $<FILTER:$<TARGET_OBJECTS:${library}>,EXCLUDE,${is_later}>)
  list(APPEND later_objects $<FILTER:$<TARGET_OBJECTS:${library}>,INCLUDE,${is_later}>)
endforeach()
target_link_libraries(tollmeter PRIVATE ${first_objects} ui generated strict no_exceptions)
list(TRANSFORM web_libraries PREPEND "SHELL:--js-library " OUTPUT_VARIABLE library_options)
target_link_options(tollmeter PRIVATE
  ${library_options}
  -Oz
  -flto
  --closure=1
  --profiling-funcs # the names by which the split below knows functions,
  -Wl,--no-demangle # as they stand in the objects
  -sMODULARIZE=1
  -sEXPORT_ES6=1
  -sEXPORT_NAME=createTollmeter
  -sENVIRONMENT=web
  -sFILESYSTEM=0
  -sDYNAMIC_EXECUTION=0 # the page's Content-Security-Policy allows no eval
  -sINCOMING_MODULE_JS_API=[canvas,instantiateWasm,locateFile,onAbort,print,printErr]
  # What is called once stays a function of its own until the program is split.
  -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=0
  -sMALLOC=emmalloc # the smallest; a frame allocates little
  # Sines and powers place what is drawn, and nothing else: the browser has them, without the C library's tables.
  -sJS_MATH=1
  -sALLOW_MEMORY_GROWTH=1
  -sSUPPORT_LONGJMP=0)

# Old and new Emscripten name the stack size differently, and their defaults differ by far.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
  target_link_options(tollmeter PRIVATE -sTOTAL_STACK=1048576)
else()
  target_link_options(tollmeter PRIVATE -sSTACK_SIZE=1048576)
endif()

# Old Emscripten passes the closure compiler an option that later ones refuse; new Emscripten brings its own.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.31)
  set(closure "${CMAKE_CURRENT_SOURCE_DIR}/node_modules/google-closure-compiler-linux/compiler")
  set_property(TARGET tollmeter PROPERTY RULE_LAUNCH_LINK
    "${CMAKE_COMMAND} -E env EM_CLOSURE_COMPILER=${closure}")
endif()

# Both parts, out of what was linked.
find_program(WASM_SPLIT wasm-split HINTS "${EMSCRIPTEN_ROOT_PATH}/../bin")
find_program(LLVM_NM llvm-nm HINTS "${EMSCRIPTEN_ROOT_PATH}/../bin")
if(NOT WASM_SPLIT OR NOT LLVM_NM)
  message(FATAL_ERROR "The page's program is split by wasm-split (Debian: binaryen), which reads names with llvm-nm (llvm); "
    "one of them is missing.")
endif()
cmake_path(GET WASM_SPLIT PARENT_PATH binaryen)
set(parts "${CMAKE_CURRENT_BINARY_DIR}/parts")
add_custom_command(
  OUTPUT "${parts}/tollmeter.wasm" "${parts}/later.wasm"
  COMMAND /usr/bin/python3 "${CMAKE_CURRENT_SOURCE_DIR}/tools/split-program.py" --bin "${binaryen}" --nm "${LLVM_NM}"
    --wasm "$<TARGET_FILE_DIR:tollmeter>/tollmeter.wasm" --out "${parts}" --first ${first_objects} --later ${later_objects}
    --later-named "${later_named}"
  COMMAND /usr/bin/python3 "${CMAKE_CURRENT_SOURCE_DIR}/tools/move-texts.py" --dis "${binaryen}/wasm-dis"
    "${parts}/tollmeter.wasm" "${parts}/later.wasm"
  DEPENDS tollmeter tools/split-program.py tools/move-texts.py
  COMMAND_EXPAND_LISTS VERBATIM)
add_custom_target(parts ALL DEPENDS "${parts}/tollmeter.wasm" "${parts}/later.wasm")
