# The command: prices and limits of one plan from files.

glob(cli_sources src/cli/*.cpp)
add_executable(tollmeter ${cli_sources})
target_link_libraries(tollmeter PRIVATE core generated strict no_exceptions)
