#!/usr/bin/python3
"""Makes what the page takes of assets/languages/ID.json: build/generated/languages/ID.json, whose texts are a flat list (a reader
of JSON that compares every key of an object with every other would take long), and the list of languages, languages_data.h. Texts that
only the pages of the platforms say are left out: the page fetches the file before its first frame.
"""
import json

from texts import ROOT, texts_of_calculator, texts_of_pages

OUT = ROOT / "build" / "generated"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    # An unchanged file keeps its time, so that nothing is compiled again.
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    names = []
    left_out = {text for text, _ in texts_of_pages()} - {text for text, _ in texts_of_calculator()}
    for source in sorted((ROOT / "assets" / "languages").glob("*.json")):
        language = json.loads(source.read_text(encoding="utf-8"))
        if language["language"] != source.stem:
            raise SystemExit(f'{source.name}: "language" is "{language["language"]}"; expected the name of the file.')
        language["texts"] = [text for pair in language["texts"].items() if pair[0] not in left_out for text in pair]
        write(OUT / "languages" / source.name, json.dumps(language, ensure_ascii=False, separators=(",", ":")))
        names.append((language["language"], language["name"]))
    rows = "".join(f'    {{"{identity}", "{name}"}},\n' for identity, name in names)
    write(
        OUT / "languages_data.h",
        "// Made by tools/languages.py from assets/languages.\n#pragma once\n\n#include \"core/language.h\"\n\n"
        "namespace tollmeter {\ninline constexpr LanguageName kLanguages[] = {\n"
        '    {"en", "English"},\n' + rows + "};\n}  // namespace tollmeter\n",
    )


main()
