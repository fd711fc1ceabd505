# The page's program: tollmeter.mjs (a module whose default export makes the program) and tollmeter.wasm.

glob(web_sources src/web/*.cpp)
glob(web_libraries src/web/*.js)
add_executable(tollmeter ${web_sources})
set_target_properties(tollmeter PROPERTIES SUFFIX .mjs LINK_DEPENDS "${web_libraries}")
target_link_libraries(tollmeter PRIVATE ui generated strict no_exceptions)
list(TRANSFORM web_libraries PREPEND "SHELL:--js-library " OUTPUT_VARIABLE library_options)
target_link_options(tollmeter PRIVATE
  ${library_options}
  -Oz
  -flto
  --closure=1
  -sMODULARIZE=1
  -sEXPORT_ES6=1
  -sEXPORT_NAME=createTollmeter
  -sENVIRONMENT=web
  -sFILESYSTEM=0
  -sDYNAMIC_EXECUTION=0 # the page's Content-Security-Policy allows no eval
  -sINCOMING_MODULE_JS_API=[canvas,instantiateWasm,locateFile,onAbort,print,printErr]
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

# Binaryen once more over what Emscripten has linked: with the expressions taken apart first it finds two kilobytes that
# its one pass leaves. The memory that it starts with is its own, so zeros need not be in the data.
find_program(TOLLMETER_WASM_OPT wasm-opt HINTS "${EMSCRIPTEN_ROOT_PATH}/../bin" NO_CMAKE_FIND_ROOT_PATH)
if(TOLLMETER_WASM_OPT)
  set(wasm "$<TARGET_FILE_DIR:tollmeter>/tollmeter.wasm")
  add_custom_command(TARGET tollmeter POST_BUILD VERBATIM
    COMMAND "${TOLLMETER_WASM_OPT}" --enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int
      --enable-mutable-globals --zero-filled-memory --flatten --rereloop -Oz -Oz "${wasm}" -o "${wasm}")
endif()
