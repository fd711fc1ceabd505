#!/usr/bin/python3
"""Compiles the time zones that the catalogue names and those that a person can choose: build/generated/zones_data.h.

The engine knows no clock and no zone data; it is given this table, made from the system's zone data.
"""
import json
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "generated" / "zones_data.h"

def new_year(year: int) -> int:
    return int(datetime(year, 1, 1, tzinfo=timezone.utc).timestamp())


# The years that a scenario's date may lie in, with room on both sides; and those that are likely, for the many zones
# that only traffic is in: each year costs every visitor bytes. Outside them the offset next to them holds.
CATALOG_YEARS = new_year(2006), new_year(2040)
TRAFFIC_YEARS = new_year(2017), new_year(2035)

# Where traffic may have its hours: the largest city or the usual name of each clock that many people live by. Not
# Casablanca, on whose years from 2026 on zone data of 2025 and of 2026 differ.
OFFERED = """
Pacific/Honolulu America/Anchorage America/Los_Angeles America/Phoenix America/Denver America/Chicago
America/Mexico_City America/Bogota America/New_York America/Toronto America/Halifax America/Santiago
America/Sao_Paulo America/Argentina/Buenos_Aires Europe/London Europe/Lisbon Europe/Berlin Europe/Paris Europe/Madrid
Europe/Rome Europe/Amsterdam Europe/Warsaw Europe/Stockholm Europe/Zurich Europe/Athens Europe/Helsinki Europe/Kyiv
Europe/Istanbul Europe/Moscow Africa/Lagos Africa/Cairo Africa/Johannesburg Africa/Nairobi
Asia/Jerusalem Asia/Riyadh Asia/Dubai Asia/Karachi Asia/Kolkata Asia/Dhaka Asia/Bangkok Asia/Jakarta Asia/Singapore
Asia/Manila Asia/Shanghai Asia/Hong_Kong Asia/Taipei Asia/Seoul Asia/Tokyo Australia/Perth Australia/Brisbane
Australia/Adelaide Australia/Sydney Pacific/Auckland
""".split()

BEFORE_ALL_TIME = "-9223372036854775807"


def zones_in(value) -> set[str]:
    if isinstance(value, dict):
        own = {value["zone"]} if isinstance(value.get("zone"), str) else set()
        return own.union(*map(zones_in, value.values()))
    if isinstance(value, list):
        return set().union(*map(zones_in, value))
    return set()


def transitions(name: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Each instant at which the zone's offset becomes another one, with the new offset."""
    zone = ZoneInfo(name)

    def offset(seconds: int) -> int:
        return int(datetime.fromtimestamp(seconds, zone).utcoffset().total_seconds())

    # No zone changes twice in a day, so looking once a day sees every change.
    step = int(timedelta(days=1).total_seconds())
    found = []
    for before in range(begin, end, step):
        low, high = before, before + step
        if offset(low) == offset(high):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset(middle) == offset(before) else (low, middle)
        found.append((high, offset(high)))
    return [(BEFORE_ALL_TIME, offset(begin)), *found]


def main() -> None:
    names = {"UTC"}
    for path in sorted((ROOT / "assets" / "catalog").glob("*.json")):
        if path.name != "schema.json":
            names |= zones_in(json.loads(path.read_text(encoding="utf-8")))

    # Zones with one clock share its table.
    rows, entries, places = [], [], {}
    for name in sorted(names.union(OFFERED)):
        try:
            table = tuple(transitions(name, *(CATALOG_YEARS if name in names else TRAFFIC_YEARS)))
        except (ZoneInfoNotFoundError, ValueError):
            sys.exit(f"the system's zone data does not have a time zone that is named here: {name}")
        if table not in places:
            places[table] = len(rows)
            rows += [f"    {{{at}, {offset}}}," for at, offset in table]
        entries.append(f'    {{"{name}", kZoneTransitions + {places[table]}, {len(table)}}},')
    text = "\n".join(
        [
            "// Made by tools/zones.py from the system's time zone data.",
            "#pragma once",
            "",
            '#include "core/calendar.h"',
            "",
            "namespace tollmeter {",
            "inline constexpr ZoneTransition kZoneTransitions[] = {",
            *rows,
            "};",
            "inline constexpr ZoneEntry kZones[] = {",
            *entries,
            "};",
            "}  // namespace tollmeter",
            "",
        ]
    )
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    # An unchanged file keeps its time, so that nothing is compiled again.
    if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        TARGET.write_text(text, encoding="utf-8")


main()
