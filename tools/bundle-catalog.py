#!/usr/bin/python3
"""Joins the catalogue's files into what the page fetches, below build/generated:

catalog.json           the common file and the platforms that the first frame needs
index.json             a list of all platforms and the ready-made calculations, fetched after the first frame
platforms/ID.json      each of the other platforms, fetched when it is opened
catalog-all.json       everything in one, for the tests
"""
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [ROOT / "assets" / "catalog", ROOT / "build" / "generated" / "ai"]
TARGET = ROOT / "build" / "generated"


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


def listing(path: Path, platform: dict) -> dict:
    """What the page knows of a platform before it is fetched."""
    try:
        read_on = max(source["read"] for source in platform["sources"].values())
        return {key: platform[key] for key in ("id", "name", "short_name", "category")} | {
            "aliases": platform.get("aliases", []), "read": read_on}
    except (KeyError, AttributeError, TypeError, ValueError):
        refuse(path, 'a platform has "name", "short_name", "category" and "sources", each read on a day')


def jobs(platforms: dict) -> dict:
    """What several platforms can do; each operation that it names is one of theirs."""
    path = SOURCES[0].parent / "jobs.json"
    table = read(path)
    table.pop("$schema", None)
    for job in table["jobs"]:
        for offer in job["offers"]:
            platform = platforms.get(offer["platform"])
            entered = [m["id"] for m in platform["metrics"] if m.get("kind", "entered") == "entered"] if platform else []
            for take in offer["takes"]:
                if take["metric"] not in entered:
                    refuse(path, f'job "{job["id"]}": {offer["platform"]} has no operation "{take["metric"]}" to enter')
    return table


# In the order of src/core/reply/reply_table.h.
REPLY_PLACES = ["header", "member", "phrase"]
REPLY_VALUES = ["limit", "remaining", "used", "pair", "reset", "retry", "seconds", "milliseconds", "minutes", "policy", "state",
                "percent", "date", "status", "url", "method"]


def replies(platforms: dict) -> list:
    """How platforms refuse, as lists in which each value has its place (src/core/reply/reply_table.cpp)."""
    path = SOURCES[0].parent / "replies.json"
    table = read(path)

    def case(rule: dict, platform: dict) -> list:
        limits = {limit["id"] for plan in platform["plans"] for limit in plan.get("limits", [])}
        metrics = {metric["id"] for metric in platform["metrics"]}
        for limit in rule.get("limits", []):
            if limit not in limits:
                refuse(path, f'{platform["id"]} has no limit "{limit}"')
        if rule.get("metric", "") not in metrics | {""}:
            refuse(path, f'{platform["id"]} has no operation "{rule["metric"]}"')
        return [rule.get("header", ""), rule.get("window", ""), squeezed(rule.get("says", "")), rule.get("path", ""),
                rule.get("limits", []), rule.get("metric", ""), rule.get("means", "")]

    def squeezed(words: str) -> str:
        return "".join(words.lower().split())

    rows = []
    for row in table["platforms"]:
        platform = platforms.get(row["platform"])
        if platform is None:
            refuse(path, f'there is no platform "{row["platform"]}"')
        for rule in [row, *row.get("cases", []), *table["fields"]]:
            if rule.get("source", "ietf") not in table["sources"]:
                refuse(path, f'"{rule["source"]}" is none of its sources')
        rows.append([row["platform"], row.get("hosts", []), row.get("headers", []),
                     [squeezed(words) for words in row.get("says", [])],
                     [case(rule, platform) for rule in row.get("cases", [])]])
    fields = [[REPLY_PLACES.index(field["in"]), REPLY_VALUES.index(field["says"]), field["like"], int(field.get("seconds", 0)),
               field.get("window", "")] for field in table["fields"]]
    windows = [[window["word"], int(window["seconds"])] for window in table["windows"]]
    return [fields, table["secrets"], windows, rows, list(table["words"].values())]


def write(path: Path, value) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    path.parent.mkdir(parents=True, exist_ok=True)
    # An unchanged file keeps its time, so that nothing is made from it again.
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main() -> None:
    common_path = SOURCES[0] / "common.json"
    common = read(common_path)
    platforms, listed = {}, {}
    for path in sorted(path for folder in SOURCES for path in folder.glob("*.json")):
        if path.name in ("common.json", "schema.json"):
            continue
        platform = read(path)
        key = platform.get("id") if isinstance(platform, dict) else None
        if key != path.stem:
            refuse(path, 'a platform file is an object whose "id" is the name of the file')
        if key in platforms:
            refuse(path, f'a second platform with the id "{key}"')
        platform.pop("$schema", None)
        platforms[key] = platform
        listed[key] = listing(path, platform)

    first = common.get("first", [])
    unknown = [key for key in first if key not in platforms]
    if unknown:
        refuse(common_path, f"'first' names platforms that have no file: {', '.join(unknown)}")
    # In the order of the common file; those that it does not name follow by name.
    others = sorted(set(platforms) - set(first), key=lambda key: listed[key]["name"].lower())
    index = {"listed": [listed[key] for key in first + others], "presets": read(SOURCES[0].parent / "presets.json"),
             "jobs": jobs(platforms), "replies": replies(platforms)}
    write(TARGET / "index.json", index)
    write(TARGET / "catalog.json", {"common": common, "platforms": [platforms[key] for key in first]})
    write(TARGET / "catalog-all.json",
          {"common": common, "platforms": [platforms[key] for key in first + others], "index": index})
    for key in others:
        write(TARGET / "platforms" / f"{key}.json", platforms[key])
    for stale in set((TARGET / "platforms").glob("*.json")) - {TARGET / "platforms" / f"{key}.json" for key in others}:
        stale.unlink()


main()
