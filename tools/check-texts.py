#!/usr/bin/python3
"""Compares the texts of each language (assets/languages) with what code, scripts and catalogue say in English: none is missing, none is
unused, and each has the places ({0}, {1}) of its English. Build first: prices of AI models have texts too.
"""
import json
import re
import sys

from texts import ROOT, texts_of_calculator, texts_of_pages


def places(text):
    return set(re.findall(r"\{\d\}", text))


def main():
    said = {}
    for text, path in [*texts_of_calculator(), *texts_of_pages()]:
        said.setdefault(text, path.relative_to(ROOT))
    wrong = []
    for path in sorted((ROOT / "assets" / "languages").glob("*.json")):
        language = json.loads(path.read_text(encoding="utf-8"))
        texts = language["texts"]
        wrong += [f"{path.name} lacks {text!r} ({where})" for text, where in said.items() if text not in texts]
        wrong += [f"{path.name} has {text!r}, which nothing says" for text in texts if text not in said]
        for text, translated in texts.items():
            if places(text) != places(translated):
                wrong.append(f"{path.name}: {translated!r} has other places than {text!r}")
            if not translated.strip():
                wrong.append(f"{path.name}: {text!r} is empty")
        if list(texts) != sorted(texts):
            wrong.append(f"{path.name}: the texts are not sorted by their English")
    for line in wrong:
        print(line)
    if wrong:
        sys.exit(1)
    print(f"{len(said)} texts are said in each language")


main()
