#!/usr/bin/python3
"""Cuts Debian's Inter down to what the page draws: build/fonts/Inter-*.ttf.

Dear ImGui's rasteriser applies no OpenType features, so the digits of equal width are mapped in where the
plain digits were. The outlines become TrueType's, which its rasteriser and the browser both read, in a font
without hints, kerning or layout tables, which neither needs.
"""
import sys
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.scaleUpem import scale_upem

SOURCE = Path("/usr/share/fonts/opentype/inter")
TARGET = Path(__file__).resolve().parent.parent / "build" / "fonts"
WEIGHTS = ["Regular", "SemiBold", "Bold"]

# Units of the em, a quarter of Inter's own, so that coordinates take fewer bytes: half a unit is a tenth of
# a device pixel in a headline of 50 pixels at double density.
UNITS = 512
# How far, in those units, a TrueType curve may leave the original one.
TOLERANCE = 0.75

CHARACTERS = "".join(
    [
        "".join(map(chr, range(0x20, 0x7F))),  # Basic Latin
        "".join(map(chr, range(0xA0, 0x180))).replace("\u0149", ""),  # Latin-1, Latin Extended-A less a retired ŉ
        "\u2009\u2011\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u202f\u2032\u2033\u2039\u203a",
        "₣₤₦₩₪₫€₱₲₴₸₹₺₽₿",  # currencies beyond Latin-1's
        "←↑→↓↗↘↺↻",  # directions, undo and redo
        "▲▼▶◀●○◆■□✓✗⚠☀",  # signs of the controls
        "−≈≠≤≥∞√∑µ‰⁄",  # arithmetic
        "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃",
    ]
)


Contour = list[tuple[str, tuple]]


def contours_of(glyph) -> list[Contour]:
    pen = RecordingPen()
    glyph.draw(pen)
    contours: list[Contour] = []
    for operator, points in pen.value:
        if operator == "moveTo":
            contours.append([])
        contours[-1].append((operator, points))
    return contours


def moved(contours: list[Contour], dx: float, dy: float) -> list[Contour]:
    return [[(op, tuple((x + dx, y + dy) for x, y in points)) for op, points in contour] for contour in contours]


class Shapes:
    """The outlines of all glyphs, where an accented letter is its letter and its accent, each stored once."""

    def __init__(self, font: TTFont):
        self.simple: dict[str, list[Contour]] = {}
        self.composed: dict[str, list[tuple[str, int, int]]] = {}
        self._accents: dict[str, str] = {}
        glyphs = font.getGlyphSet()
        for name in font.getGlyphOrder():
            self.simple[name] = contours_of(glyphs[name])
        cmap = font.getBestCmap()
        for code, name in sorted(cmap.items()):
            letter = unicodedata.normalize("NFD", chr(code))[0]
            base = cmap.get(0x131 if letter == "i" else ord(letter))  # accents replace the dot of the i
            if base and base != name:
                self._compose(name, base)

    def _compose(self, name: str, base: str) -> None:
        own, letter = self.simple[name], self.simple[base]
        rest = [contour for contour in own if contour not in letter]
        if not rest or len(rest) + len(letter) != len(own):
            return
        x, y = rest[0][0][1][0]
        accent = moved(rest, -x, -y)
        part = self._accents.setdefault(repr(accent), f"accent{len(self._accents)}")
        self.simple[part] = accent
        del self.simple[name]
        self.composed[name] = [(base, 0, 0), (part, x, y)]


def with_truetype_outlines(font: TTFont) -> None:
    shapes = Shapes(font)
    order = font.getGlyphOrder()
    parts = [name for name in shapes.simple if name not in order]
    table = newTable("glyf")
    table.glyphOrder = order + parts
    table.glyphs = {}
    for name, contours in shapes.simple.items():
        pen = TTGlyphPen(None)
        # PostScript outlines turn the other way round.
        curves = Cu2QuPen(pen, TOLERANCE * font["head"].unitsPerEm / UNITS, reverse_direction=True)
        for operator, points in (step for contour in contours for step in contour):
            getattr(curves, operator)(*points)
        table.glyphs[name] = pen.glyph()
    for name, components in shapes.composed.items():
        pen = TTGlyphPen(table.glyphs)
        for part, x, y in components:
            pen.addComponent(part, (1, 0, 0, 1, x, y))
        table.glyphs[name] = pen.glyph()
    for part in parts:
        font["hmtx"][part] = (0, 0)
    font.setGlyphOrder(table.glyphOrder)

    font["loca"] = newTable("loca")
    font["glyf"] = table
    del font["CFF "]
    font["maxp"].tableVersion = 0x00010000
    for field in (
        "maxZones maxTwilightPoints maxStorage maxFunctionDefs maxInstructionDefs maxStackElements "
        "maxSizeOfInstructions maxComponentElements maxComponentDepth maxPoints maxContours "
        "maxCompositePoints maxCompositeContours"
    ).split():
        setattr(font["maxp"], field, 0)
    font["maxp"].maxZones = 1
    font["post"].formatType = 3.0  # no glyph names
    font.sfntVersion = "\0\1\0\0"


def tabular_digits(font: TTFont) -> None:
    features = font["GSUB"].table.FeatureList.FeatureRecord
    lookups = font["GSUB"].table.LookupList.Lookup
    indices = {i for f in features if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    replaced = {}
    for index in sorted(indices):
        for table in lookups[index].SubTable:
            replaced.update(getattr(table, "ExtSubTable", table).mapping)
    cmap = font.getBestCmap()
    plain = [cmap[ord(digit)] for digit in "0123456789"]
    if not all(name in replaced for name in plain):
        sys.exit(f"{font.reader.file.name}: not every digit has a tabular form")
    tabular = {ord("0") + value: replaced[name] for value, name in enumerate(plain)}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(tabular)


def make(weight: str) -> list[str]:
    font = TTFont(SOURCE / f"Inter-{weight}.otf")
    known = font.getBestCmap()
    missing = [c for c in CHARACTERS if ord(c) not in known]
    tabular_digits(font)

    options = subset.Options(
        layout_features=[],
        notdef_outline=True,
        desubroutinize=True,
        hinting=False,
        name_IDs=[1, 2],
        drop_tables=subset.Options().drop_tables + ["GPOS", "GSUB", "GDEF", "BASE", "STAT", "meta"],
    )
    cutter = subset.Subsetter(options)
    cutter.populate(text=CHARACTERS)
    cutter.subset(font)
    with_truetype_outlines(font)
    scale_upem(font, UNITS)
    font["head"].modified = font["head"].created  # the same bytes at each build
    font.recalcTimestamp = False
    TARGET.mkdir(parents=True, exist_ok=True)
    font.save(TARGET / f"Inter-{weight}.ttf")
    return missing


def main() -> None:
    stamp = TARGET / ".made"
    inputs = [Path(__file__), *(SOURCE / f"Inter-{weight}.otf" for weight in WEIGHTS)]
    if stamp.exists() and all(stamp.stat().st_mtime > path.stat().st_mtime for path in inputs):
        return
    missing = [make(weight) for weight in WEIGHTS][0]
    if missing:
        print("Inter has no " + " ".join(missing))
    stamp.touch()


main()
