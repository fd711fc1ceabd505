#!/usr/bin/python3
"""Reads a test runner's JSON report and prints how many tests passed and how many failed."""
import json
import sys


def googletest(report) -> tuple[int, int]:
    failed = report["failures"] + report["errors"]
    return report["tests"] - report["disabled"] - failed, failed


def playwright(report) -> tuple[int, int]:
    stats = report["stats"]
    # Errors outside any test: a file that does not load, a server that does not start, no test at all.
    return stats["expected"], stats["unexpected"] + stats["flaky"] + len(report["errors"])


def main() -> None:
    _, runner, path = sys.argv
    try:
        with open(path, encoding="utf-8") as file:
            passed, failed = {"googletest": googletest, "playwright": playwright}[runner](json.load(file))
    except (OSError, ValueError, KeyError) as error:
        sys.exit(f"no report of the {runner} run: {error}")
    if passed + failed == 0:
        sys.exit(f"the {runner} run had no test")
    print(passed, failed)


main()
