#!/usr/bin/python3
"""Joins the catalogue's files into the one that the page fetches: build/generated/catalog.json."""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "assets" / "catalog"
TARGET = ROOT / "build" / "generated" / "catalog.json"


def refuse(path: Path, why: str) -> None:
    sys.exit(f"{path.relative_to(ROOT)}: {why}")


def read(path: Path):
    def no_duplicates(pairs):
        keys = [key for key, _ in pairs]
        repeated = {key for key in keys if keys.count(key) > 1}
        if repeated:
            refuse(path, f"the same key twice in one object: {', '.join(sorted(repeated))}")
        return dict(pairs)

    try:
        return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=no_duplicates)
    except (OSError, ValueError) as error:
        refuse(path, str(error))


def main() -> None:
    common_path = SOURCE / "common.json"
    common = read(common_path)
    platforms = {}
    for path in sorted(SOURCE.glob("*.json")):
        if path.name in ("common.json", "schema.json"):
            continue
        platform = read(path)
        key = platform.get("id") if isinstance(platform, dict) else None
        if not isinstance(key, str):
            refuse(path, 'a platform file is an object with an "id"')
        if key in platforms:
            refuse(path, f'a second platform with the id "{key}"')
        platforms[key] = platform

    # The order in which the page offers them; those that it does not name follow by id.
    order = common.get("order", [])
    unknown = [key for key in order if key not in platforms]
    if unknown:
        refuse(common_path, f"the order names platforms that have no file: {', '.join(unknown)}")
    keys = order + sorted(set(platforms) - set(order))
    bundle = {"common": common, "platforms": [platforms[key] for key in keys]}
    text = json.dumps(bundle, ensure_ascii=False, separators=(",", ":"))

    TARGET.parent.mkdir(parents=True, exist_ok=True)
    # An unchanged file keeps its time, so that nothing is made from it again.
    if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        TARGET.write_text(text, encoding="utf-8")


main()
