# How all code of the page, libraries too, is compiled: small.

# The size of what is fetched counts for more than the last microsecond of a frame.
set(CMAKE_CXX_FLAGS_MINSIZEREL "-Oz -DNDEBUG")
# The linker then sees the whole program and leaves out what nothing calls.
add_compile_options(-flto)
# At -Oz Emscripten forbids inlining altogether. A call of the C++ library's smallest functions is larger than
# what they do, and the compiler inlines no more than that here.
add_compile_options(-finline-functions)
# Constants that are handed over by reference lie in the data instead of being built on the stack at each call.
add_compile_options(-fmerge-all-constants)
# Instructions that every browser with WebGL 2 has: less code for copies and for float to integer.
add_compile_options(-mbulk-memory -mnontrapping-fptoint -msign-ext)
