# Shared by ./test and ./fuzz: the fuzz targets and how they are run. Source lib.sh before.
# shellcheck shell=bash

# fuzz_targets: the names of all, one a line.
fuzz_targets() {
  local source
  for source in tests/fuzz/*.cpp; do
    basename "$source" .cpp
  done
}

# fuzz_target NAME FOLDER OPTION...: runs one from its seeds and from what was once found with it. FOLDER is where it begins too, and
# gets what it learns. An input that breaks a rule, trips a sanitizer or takes more than ten seconds is written to build/fuzz/found/NAME.
fuzz_target() {
  local name=$1 folders=("$2" "build/fuzz/seeds/$1")
  shift 2
  mkdir -p "build/fuzz/found/$name"
  [ ! -d "tests/fuzz/found/$name" ] || folders+=("tests/fuzz/found/$name")
  "build/fuzz/fuzz_$name" -max_len=16384 -timeout=10 -rss_limit_mb=4096 "-artifact_prefix=build/fuzz/found/$name/" "$@" "${folders[@]}"
}
