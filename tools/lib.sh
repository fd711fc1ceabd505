# Shared by the shell scripts here: where the project is, and how a failure is told.
# shellcheck shell=bash
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Everything downloaded or made goes below build/, so that deleting it starts afresh.
# shellcheck disable=SC2034  # read by the scripts that source this file
deps=$root/build/deps

# Debian's emscripten finds its parser only here when another Node stands first in the path.
if [ -d /usr/share/nodejs ]; then
  export NODE_PATH=/usr/share/nodejs${NODE_PATH:+:$NODE_PATH}
fi

# give_up WHAT-FAILED WHAT-TO-DO
give_up() {
  printf '\n%s\n%s\n' "Failed: $1" "What to do: $2" >&2
  exit 1
}

# quietly LOG COMMAND...: shows a command's output only when it fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "(all of it: ${log#"$root"/})" >&2
    return 1
  fi
}
