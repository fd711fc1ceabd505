# Dear ImGui, from the sources that tools/fetch-imgui took.

set(imgui_root "${CMAKE_CURRENT_SOURCE_DIR}/build/deps/imgui")

add_library(imgui STATIC
  "${imgui_root}/imgui.cpp"
  "${imgui_root}/imgui_draw.cpp"
  src/imgui_config/format.cpp
  src/imgui_config/no_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC "${imgui_root}")
target_include_directories(imgui PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}/src")
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="imgui_config/tollmeter_imconfig.h")
target_link_libraries(imgui PRIVATE no_exceptions)

if(NOT EMSCRIPTEN)
  # The tests' hooks see every item that is drawn; they prove the semantic mirror complete.
  target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_TEST_ENGINE)
endif()
