#!/usr/bin/python3
"""Proves that includes run downwards only (web -> ui -> core, cli -> core) and that each layer names only what it may.

src/core is the same code in the page, a worker, a command and the tests because it knows no screen, no
browser, no files and no clock.
"""
import re
import sys
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent / "src"

BROWSER_HEADERS = r"emscripten(/|\.h)|GLES|EGL|GL/|webgl"
# Folder -> (the folders of ours that it may include, system headers it may not, names it may not).
LAYERS = {
    "core": (
        {"core"},
        rf"{BROWSER_HEADERS}|imgui|imstb|(fstream|iostream|istream|ostream|filesystem|chrono|ctime|time\.h|stdio\.h"
        r"|cstdio|thread|mutex|random)$",
        r"\b(ImGui|ImVec2|emscripten_\w+|EM_ASM\w*|EM_JS|EMSCRIPTEN\w*|__EMSCRIPTEN__|fopen|getenv|gettimeofday"
        r"|clock_gettime|localtime\w*|gmtime\w*|mktime|printf)\b|\bstd::(time|clock|cout|cerr|chrono|rand)\b",
    ),
    "ui": (
        {"core", "ui", "imgui.h", "imgui_internal.h"},
        rf"{BROWSER_HEADERS}|(fstream|iostream|filesystem|chrono|ctime|time\.h|thread|mutex)$",
        r"\b(emscripten_\w+|EM_ASM\w*|EM_JS|EMSCRIPTEN\w*|__EMSCRIPTEN__|fopen|getenv)\b|\bstd::(time|clock|chrono)\b",
    ),
    "cli": (
        {"core", "cli", "zones_data.h"},
        rf"{BROWSER_HEADERS}|imgui|imstb",
        r"\b(ImGui|emscripten_\w+|EM_ASM\w*|EM_JS)\b",
    ),
    "web": (
        {"core", "ui", "web", "imgui.h", "imgui_internal.h", "languages_data.h", "repository_data.h", "zones_data.h"},
        r"(fstream|iostream|filesystem|thread|mutex)$",
        r"\b(fopen|getenv)\b",
    ),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
STRING = re.compile(r'"(?:\\.|[^"\\\n])*"')


def blank(match: re.Match) -> str:
    """Nothing in its place, but the lines keep their numbers."""
    return re.sub(r"[^\n]", " ", match.group())


def findings(path: Path, ours: set[str], headers: str, names: str):
    text = COMMENT.sub(blank, path.read_text(encoding="utf-8"))

    def at(match: re.Match) -> str:
        return f"{path.relative_to(SOURCES.parent)}:{text.count(chr(10), 0, match.start()) + 1}"

    for match in INCLUDE.finditer(text):
        kind, name = match.groups()
        if kind == '"' and name.split("/")[0] not in ours:
            yield f"{at(match)}: includes {name}; of the project's own it may include {', '.join(sorted(ours))}"
        elif kind == "<" and re.match(headers, name):
            yield f"{at(match)}: includes <{name}>"
    for match in re.finditer(names, STRING.sub(blank, text)):
        yield f"{at(match)}: names {match.group()}"


def main() -> None:
    found, read = [], 0
    for layer, rules in LAYERS.items():
        files = [path for path in sorted((SOURCES / layer).rglob("*")) if path.suffix in (".cpp", ".h")]
        if not files:
            found.append(f"src/{layer} has no sources")
        for path in files:
            read += 1
            found += findings(path, *rules)
    print("\n".join(found) if found else f"{read} files include downwards only")
    sys.exit(bool(found))


main()
