#!/usr/bin/python3
"""Cuts Debian's Inter down to what the page draws: build/fonts/Inter-*.otf.

Dear ImGui's rasteriser applies no OpenType features, so the digits of equal width are mapped in where the
plain digits were. Outlines and advance widths are all that is kept: no hints, kerning, layout or names, which
neither the rasteriser nor the browser needs.
"""
import sys
from pathlib import Path

from fontTools.cffLib import cffStandardStrings
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/opentype/inter")
TARGET = Path(__file__).resolve().parent.parent / "build" / "fonts"
WEIGHTS = ["Regular", "SemiBold"]

# Units of the em, a fifth of Inter's own, so that coordinates take fewer bytes: half a unit is a tenth of
# a device pixel in a headline of 50 pixels at double density.
UNITS = 512

CHARACTERS = "".join(
    [
        "".join(map(chr, range(0x20, 0x7F))),  # Basic Latin
        "".join(map(chr, range(0xA0, 0x100))),  # Latin-1
        "ĄąĆćČčĎďĐđĘęĚěĞğİıŁłŃńŇňŐőŒœŘřŚśŞşŠšŤťŮůŰűŸŹźŻżŽž",  # the rest of Europe's commoner alphabets
        "\u2009\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u202f\u2039\u203a",
        "€₩₹₺₽",
        "←↑→↓✓−≈≠≤≥",
    ]
)


def tabular_digits(font: TTFont) -> dict[int, str]:
    """The glyph of equal width for each digit's code."""
    features = font["GSUB"].table.FeatureList.FeatureRecord
    lookups = font["GSUB"].table.LookupList.Lookup
    replaced = {}
    for index in {i for f in features if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}:
        for table in lookups[index].SubTable:
            replaced.update(getattr(table, "ExtSubTable", table).mapping)
    plain = font.getBestCmap()
    digits = range(ord("0"), ord("9") + 1)
    if not all(plain[code] in replaced for code in digits):
        sys.exit(f"{font.reader.file.name}: not every digit has a tabular form")
    return {code: replaced[plain[code]] for code in digits}


def make(weight: str) -> None:
    source = TTFont(SOURCE / f"Inter-{weight}.otf")
    known = source.getBestCmap() | tabular_digits(source)
    missing = [character for character in CHARACTERS if ord(character) not in known]
    if missing:
        sys.exit(f"Inter {weight} has no " + " ".join(missing))

    # In the order of their codes, so that the table of codes is a list of ranges, and by the names that the format
    # itself knows in order, so that it holds none.
    wanted = {ord(character): known[ord(character)] for character in sorted(CHARACTERS)}
    originals = [".notdef", *dict.fromkeys(wanted.values())]
    names = dict(zip(originals, cffStandardStrings))

    scale = UNITS / source["head"].unitsPerEm
    glyphs = source.getGlyphSet()
    outlines, metrics = {}, {}
    for original, name in names.items():
        pen = T2CharStringPen(None, None)
        glyphs[original].draw(TransformPen(pen, (scale, 0, 0, scale, 0, 0)))
        outlines[name] = pen.getCharString()
        metrics[name] = (round(glyphs[original].width * scale), 0)

    ascent, descent, gap = (round(getattr(source["hhea"], name) * scale) for name in ("ascent", "descent", "lineGap"))
    builder = FontBuilder(UNITS, isTTF=False)
    builder.setupGlyphOrder(list(names.values()))
    builder.setupCharacterMap({code: names[original] for code, original in wanted.items()})
    builder.setupCFF("Inter", {}, outlines, {})
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=ascent, descent=descent, lineGap=gap)
    builder.setupNameTable({})
    builder.setupOS2(sTypoAscender=ascent, sTypoDescender=descent, usWinAscent=ascent, usWinDescent=-descent)
    builder.setupPost(keepGlyphNames=False)
    made = source["head"].created  # and not now, so that each build gives the same bytes
    builder.updateHead(created=made, modified=made)
    builder.font.recalcTimestamp = False
    builder.save(TARGET / f"Inter-{weight}.otf")


def main() -> None:
    stamp = TARGET / ".made"
    inputs = [Path(__file__), *(SOURCE / f"Inter-{weight}.otf" for weight in WEIGHTS)]
    if stamp.exists() and all(stamp.stat().st_mtime > path.stat().st_mtime for path in inputs):
        return
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("Inter-*"):
        old.unlink()
    for weight in WEIGHTS:
        make(weight)
    stamp.touch()


main()
