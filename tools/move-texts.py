#!/usr/bin/python3
"""Takes the texts that only the second part of the page's program speaks out of the first, for cmake/Web.cmake.

wasm-split leaves all constants in the first part, which is fetched before the first frame. A text stays there if anything may
point into it or near it: a constant or an offset of the first part's code, or a word of its data. All others become zeros, which
compress to nothing, and are data of the second part, which fills them in when it comes, before any of its functions runs.
"""
import argparse
import bisect
import re
import subprocess
from pathlib import Path

NEAR = 16  # a loop over a constant may begin or end that far outside of it
SHORTEST = 6
TEXT = re.compile(rb"[\n\x20-\x7e\x80-\xff]{%d,}(?=\0)" % SHORTEST)
CODE, DATA = 10, 11


def read_number(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at


def number(value):
    out = bytearray()
    while True:
        byte = value & 0x7F
        value >>= 7
        if not value:
            return bytes(out + bytes([byte]))
        out.append(byte | 0x80)


def signed(value):
    out = bytearray()
    while True:
        byte = value & 0x7F
        value >>= 7
        if value == 0 and not byte & 0x40:
            return bytes(out + bytes([byte]))
        out.append(byte | 0x80)


def sections(wasm):
    """(id, begin of the section, begin of its body, end) of each."""
    at = 8
    while at < len(wasm):
        size, body = read_number(wasm, at + 1)
        yield wasm[at], at, body, body + size
        at = body + size


def data_segments(wasm):
    """(address, where its bytes begin in the file, their length) of each; all are active, at a constant address."""
    for identity, _, at, _ in sections(wasm):
        if identity != DATA:
            continue
        count, at = read_number(wasm, at)
        for _ in range(count):
            if wasm[at : at + 2] != b"\x00\x41":
                raise SystemExit("A data segment is not at a constant address in memory 0.")
            address, at = read_number(wasm, at + 2)
            size, at = read_number(wasm, at + 1)  # after the end of the expression
            yield address, at, size
            at += size


def pointed_to(dis, path, wasm):
    """All numbers that may be addresses, sorted: of the code as wasm-dis prints it, and the words of the data."""
    text = subprocess.run([dis, "-all", path], check=True, stdout=subprocess.PIPE, text=True).stdout
    code = re.sub(r'^ *\(data .*$', "", text, flags=re.M)
    found = {int(value) & 0xFFFFFFFF for value in re.findall(r"(?:i32\.const |offset=)(-?\d+)", code)}
    # As it lies in memory: a segment may begin or end within a word, whose other bytes are zero.
    segments = list(data_segments(wasm))
    memory = bytearray(max(address + size for address, _, size in segments) + 4)
    for address, at, size in segments:
        memory[address : address + size] = wasm[at : at + size]
    found.update(int.from_bytes(memory[word : word + 4], "little") for word in range(0, len(memory) - 3, 4))
    return sorted(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dis", required=True, help="wasm-dis")
    parser.add_argument("first", type=Path)
    parser.add_argument("later", type=Path)
    given = parser.parse_args()

    first = bytearray(given.first.read_bytes())
    known = pointed_to(given.dis, given.first, bytes(first))
    moved = []
    for address, at, size in data_segments(bytes(first)):
        for text in TEXT.finditer(bytes(first), at, at + size):
            begin = address + text.start() - at
            next_known = bisect.bisect_left(known, begin - NEAR)
            if next_known < len(known) and known[next_known] <= begin + len(text.group()):
                continue
            moved.append((begin, text.group()))
            first[text.start() : text.end()] = bytes(len(text.group()))
    if not moved:
        raise SystemExit(f"{given.first}: no text of the second part was found in the first.")

    later = given.later.read_bytes()
    if any(identity >= DATA for identity, *_ in sections(later)):
        raise SystemExit(f"{given.later} has data already.")
    body = number(len(moved)) + b"".join(
        b"\x00\x41" + signed(address) + b"\x0b" + number(len(text)) + text for address, text in moved)
    end = next(end for identity, _, _, end in sections(later) if identity == CODE)
    given.first.write_bytes(first)
    given.later.write_bytes(later[:end] + bytes([DATA]) + number(len(body)) + body + later[end:])
    print(f"{sum(len(text) for _, text in moved)} bytes of texts moved to the second part")


main()
