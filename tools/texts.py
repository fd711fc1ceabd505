"""The texts that are said in English, each with the file that says it: by code, scripts and catalogue for the calculator, and by
tools/pages for the pages of the platforms. Build first: prices of AI models have texts too.
"""
import json
import re
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
LITERAL = r'"(?:[^"\\\n]|\\.)*"'
TEXT = rf"({LITERAL}(?:\s*{LITERAL})*)"  # pieces beside each other are one
JS_TEXT = r"'((?:[^'\\\n]|\\.)*)'"
# Fields of the catalogue, of jobs, presets and answers that are shown, wherever they stand (core/catalog.h: Text).
SHOWN = {
    "about", "choice", "counts_one", "differs", "error", "from_about", "help", "in", "means", "name", "note", "own_figure",
    "short_name", "text", "to_about", "unit", "units", "until", "why", "words", "category",
}
PROPER = {("name",), ("short_name",), ("fields", "in")}  # platforms' names are names
WORD = re.compile(r"[A-Za-z]{2}")


def value(pieces):
    return "".join(json.loads(piece) for piece in re.findall(LITERAL, pieces))


def texts_of_code(code):
    code = re.sub(rf"({LITERAL})|//[^\n]*", lambda match: match[1] or "", code)
    for match in re.finditer(rf"\b(?:tr|marked)\(\s*{TEXT}", code):
        yield value(match[1])
    for match in re.finditer(rf"\btr_count\(\s*[^\"]*?,\s*{TEXT}\s*,\s*{TEXT}", code):
        yield f"{value(match[1])}|{value(match[2])}"
    for match in re.finditer(rf"\bcounted\(\s*[^\"]*?,\s*{TEXT}\s*,\s*{TEXT}", code):
        yield f"{{0}} {value(match[1])}|{{0}} {value(match[2])}"
    # Constants with both forms of a count, and keys of tabs, which are their names too.
    for match in re.finditer(rf"(?:\b|_)tabs\(\s*{TEXT}", code):
        yield value(match[1])
    for match in re.finditer(r"\b(?:fail|refuse)\(([^;]*?)\);", code, re.S):
        for text in re.finditer(TEXT, re.sub(r"\btr_count\((?:[^()]|\([^()]*\))*\)", "", match[1])):
            if WORD.search(value(text[1])) and " " in value(text[1]):  # else the name of a field
                yield value(text[1])


def texts_of_script(code):
    for match in re.finditer(rf"\b(?:tr|trHtml|marked)\(\s*{JS_TEXT}", code):
        yield match[1].replace("\\'", "'")
    for match in re.finditer(rf"\btrCount\([^']*?,\s*{JS_TEXT}\s*,\s*{JS_TEXT}", code):
        yield f"{match[1]}|{match[2]}".replace("\\'", "'")


def lower_first(name):
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def texts_of_catalogue(data, path=()):
    if isinstance(data, dict):
        # A row that a plan includes is called like its metric, within a sentence (core/catalog_charge.cpp).
        names = {metric["id"]: metric["name"] for metric in data.get("metrics", []) if isinstance(metric, dict) and "id" in metric}
        for plan in data.get("plans", []) if names else []:
            for row in plan.get("included", []):
                yield from (lower_first(names[metric]) for metric in row["metrics"])
        for key, inner in data.items():
            if key == "name" and data.get("apart"):  # a model, or another product
                continue
            if key == "sources":
                rows = inner.values() if isinstance(inner, dict) else inner
                yield from (row["title"] for row in rows if isinstance(row, dict))
            else:
                yield from texts_of_catalogue(inner, (*path, key))
    elif isinstance(data, list):
        for inner in data:
            yield from texts_of_catalogue(inner, path)
    elif isinstance(data, str) and path not in PROPER:
        shown = path[-1] in SHOWN or path[-2:] == ("alternatives", "value") or path[-2:-1] == ("options",)
        if "words" in path or (shown and WORD.search(data)):
            yield data


def texts_of_presets(presets):
    for preset in presets:
        titles = (unquote(field[2:]) for field in preset["link"].split(";") if field.startswith("t="))
        yield from (f"{title}@@title" for title in (preset["name"], *titles))  # core/title.h


def texts_of_scripts(paths):
    for path in paths:
        yield from ((text, path) for text in texts_of_script(path.read_text(encoding="utf-8")))


def texts_of_calculator():
    for path in [*ROOT.glob("src/core/**/*"), *ROOT.glob("src/ui/**/*"), *ROOT.glob("src/web/*.cpp")]:
        if path.suffix in (".cpp", ".h"):
            yield from ((text, path) for text in texts_of_code(path.read_text(encoding="utf-8")))
    yield from texts_of_scripts([*ROOT.glob("web/*.mjs"), *ROOT.glob("web/later/*.mjs")])
    files = [*ROOT.glob("assets/catalog/*.json"), *(ROOT / "assets" / f"{name}.json" for name in ("jobs", "presets", "replies"))]
    presets = ROOT / "assets/presets.json"
    yield from ((text, presets) for text in texts_of_presets(json.loads(presets.read_text(encoding="utf-8"))))
    for path in [*files, *ROOT.glob("build/generated/ai/*.json")]:
        if path.name != "schema.json":
            yield from ((text, path) for text in texts_of_catalogue(json.loads(path.read_text(encoding="utf-8"))))


def texts_of_pages():
    yield from texts_of_scripts(ROOT.glob("tools/pages/*.mjs"))
