#!/usr/bin/python3
"""Writes docs/coverage.md: what is in the catalogue and what is left out, from the generated catalogue and the files in assets.

coverage.py            writes it
coverage.py --check    only looks whether it is as it would be written
"""
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "coverage.md"


def read(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))


def dates(rows) -> list[str]:
    return [row[key] for row in rows for key in ("from", "to") if re.match(r"\d{4}", row.get(key, ""))]


def history(platform: dict) -> str:
    """The first and the last day on which something is known to have changed."""
    rows = list(platform["plans"]) + platform.get("events", [])
    for plan in platform["plans"]:
        for kind in ("charges", "included", "not_offered", "limits", "access"):
            rows += plan.get(kind, [])
    days = sorted(dates(rows) + [event["date"] for event in platform.get("events", [])])
    return f"{days[0]} to {days[-1]}" if days else "-"


def line(platform: dict) -> str:
    plans = platform["plans"]
    prices = sum(len(plan.get("charges", [])) for plan in plans)
    limits = sum(len(plan.get("limits", [])) for plan in plans)
    oldest = min(source["read"] for source in platform["sources"].values())
    return f"| {platform['name']} | {len(plans)} | {prices} | {limits} | {history(platform)} | {oldest} |"


def left_out() -> list[str]:
    lines = [f"| {row['what']} | {row['why']} |" for row in read(ROOT / "assets" / "left-out.json")]
    for path in sorted((ROOT / "assets" / "ai").glob("*.json")):
        platform = read(path)
        for row in platform.get("left_out", []):
            pattern = row["models"].replace("|", "\\|")
            lines.append(f"| {platform['name']}: models `{pattern}` | {row['reason'][0].upper()}{row['reason'][1:]}. |")
    return lines


def page() -> str:
    platforms = sorted(read(ROOT / "build" / "generated" / "catalog-all.json")["platforms"], key=lambda p: p["name"].lower())
    parts = [
        "# What is in the catalogue",
        "",
        "Made by `tools/coverage.py`; `./test unit` looks whether it is up to date.",
        "",
        f"{len(platforms)} platforms. *Prices* and *limits* are rows as written in the files, each period of a figure a row of its own;",
        "*changes known* are the first and the last day on which the files know of a change; *oldest reading* is the day on which the",
        "least recent source was read.",
        "",
        "| platform | plans | prices | limits | changes known | oldest reading |",
        "|---|--:|--:|--:|---|---|",
        *map(line, platforms),
        "",
        "## What is left out",
        "",
        "| what | why |",
        "|---|---|",
        *left_out(),
    ]
    return "\n".join(parts) + "\n"


def main() -> None:
    if sys.argv[1:] == ["--check"]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != page():
            sys.exit("docs/coverage.md is not up to date: run tools/coverage.py")
    else:
        TARGET.write_text(page(), encoding="utf-8")


main()
