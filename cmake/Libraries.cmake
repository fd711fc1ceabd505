# Our own libraries. Includes run downwards only: ui -> core (tools/check-layers proves it).

# glob NAME PATTERN...: sources come and go; CONFIGURE_DEPENDS looks again at each build.
macro(glob name)
  file(GLOB_RECURSE ${name} CONFIGURE_DEPENDS ${ARGN})
endmacro()

glob(core_sources src/core/*.cpp)
add_library(core STATIC ${core_sources})
target_include_directories(core PUBLIC src)
target_link_libraries(core PUBLIC json PRIVATE strict no_exceptions)

glob(ui_sources src/ui/*.cpp)
add_library(ui STATIC ${ui_sources})
target_link_libraries(ui PUBLIC core imgui PRIVATE strict no_exceptions)

# What is made from the catalogue and the system's zone data (tools/generate).
add_library(generated INTERFACE)
target_include_directories(generated INTERFACE build/generated)

# Windows ask these thousands of times a frame: here the time counts for more than the bytes.
set_property(SOURCE src/core/call_clock.cpp src/core/limits_gates.cpp src/core/limits_steps.cpp src/core/flow_clock.cpp
  APPEND PROPERTY COMPILE_OPTIONS $<$<CONFIG:MinSizeRel>:-O2>)
