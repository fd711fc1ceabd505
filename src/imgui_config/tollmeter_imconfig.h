// Dear ImGui's compile-time options, for every file that sees its headers (IMGUI_USER_CONFIG).
#pragma once

// Not used, and large.
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// The page draws with its own font files.
#define IMGUI_DISABLE_DEFAULT_FONT

// The platform of src/web gives these; in a browser the defaults would do nothing.
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// A call that a later Dear ImGui takes away does not compile here already.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// src/imgui_config/format.cpp gives them.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS

// Nothing is there to be read: it would be settings files and numbers typed into Dear ImGui's own fields.
#include <stdio.h> // while the name still means the function
#define sscanf(...) 0

#ifdef NDEBUG
// The native tests, which draw all views, are where a Begin without its End is found.
#define IM_ASSERT_USER_ERROR(condition, message) ((void)0)
#endif
