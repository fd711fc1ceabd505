#!/usr/bin/python3
"""Splits the page's program in two, for cmake/Web.cmake.

The second part gets the functions that the later sources define, those that are named, and what can be reached by no other way than
through them. What is exported, or called through a pointer that another source may hold, counts as reached.
"""
import argparse
import re
import subprocess
from pathlib import Path


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def defined(nm, objects):
    # A template or an inline function (W, V) belongs to all who use it: who reaches it decides.
    lines = [line.split() for line in run(nm, "--defined-only", *objects).splitlines()]
    # What sets up a source's globals runs at the start, wherever they are used.
    return {words[-1] for words in lines
            if len(words) == 3 and words[1] in "Tt" and not words[-1].startswith(("__cxx_global", "_GLOBAL_"))}


def call_graph(dot):
    """Caller -> what it calls; all functions; those that are entered from outside or through a pointer."""
    calls, entered = {}, set()
    for line in dot.partition("\n\n")[2].splitlines():  # after the key
        names = re.findall(r'"([^"]*)"', line)
        if " -> " in line:
            calls[names[0]].add(names[1])
        elif "turquoise" not in line and names:  # which is an import
            calls.setdefault(names[0], set())
            if "rounded" in line or "gray" in line:
                entered.add(names[0])
    return calls, entered


def reached(calls, entered, later):
    found, ahead = set(), list(entered)
    while ahead:
        name = ahead.pop()
        if name in calls and name not in found and name not in later:
            found.add(name)
            ahead += calls[name]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True, help="the folder of Binaryen's programs")
    parser.add_argument("--nm", required=True, help="llvm-nm")
    parser.add_argument("--wasm", required=True, help="the linked program, with the names of its functions")
    parser.add_argument("--out", type=Path, required=True, help="the folder for tollmeter.wasm and later.wasm")
    parser.add_argument("--first", nargs="+", required=True, help="objects of the first part")
    parser.add_argument("--later", nargs="+", required=True, help="objects of the second")
    parser.add_argument("--later-named", required=True, help="a pattern of names of functions of libraries that go to the second part")
    given = parser.parse_args()

    # A function of one file may be called like one of another's: then who reaches it decides.
    listed = defined(given.nm, given.later) - defined(given.nm, given.first)
    calls, entered = call_graph(run(given.bin / "wasm-opt", "-all", "--print-call-graph", given.wasm, "-o", "/dev/null"))
    listed |= {name for name in calls if re.search(given.later_named, name)}
    first = reached(calls, entered, listed)
    if not first or not listed & set(calls):
        raise SystemExit(f"{given.wasm} has no names of the functions in it, or another call graph than Binaryen 108 prints.")

    given.out.mkdir(exist_ok=True)
    names = given.out / "later.txt"
    names.write_text("".join(f"{name}\n" for name in calls if name not in first))
    parts = [given.out / "tollmeter.wasm", given.out / "later.wasm"]
    run(given.bin / "wasm-split", "-all", "--split", given.wasm, f"--split-funcs=@{names}", "--import-namespace=first",
        "--placeholder-namespace=later", "-o1", parts[0], "-o2", parts[1])


main()
