// Draws the icons that an installed page has, as web/icons/tollmeter.svg shows them: red above blue, with round corners or,
// where the system cuts its own shape, without.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const above = [0xb9, 0x26, 0x26];
const below = [0x24, 0x57, 0xd6];
const corner = 1 / 4; // of the width
const fine = 4; // samples across a pixel, for smooth edges

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

// `pixels`: red, green, blue, opacity.
function png(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, y) => Buffer.concat([Buffer.of(0), pixels.subarray(y * size * 4, (y + 1) * size * 4)]));
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function isInside(x, y, radius) {
  const dx = Math.max(radius - x, x - (1 - radius), 0);
  const dy = Math.max(radius - y, y - (1 - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

function opacity(column, row, size, radius) {
  let inside = 0;
  for (let i = 0; i < fine * fine; i += 1) {
    const x = (column + ((i % fine) + 0.5) / fine) / size;
    const y = (row + (Math.floor(i / fine) + 0.5) / fine) / size;
    if (isInside(x, y, radius)) inside += 1;
  }
  return Math.round((255 * inside) / (fine * fine));
}

function icon(size, radius) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const colour = row < size / 2 ? above : below;
      pixels.set([...colour, radius > 0 ? opacity(column, row, size, radius) : 255], (row * size + column) * 4);
    }
  }
  return png(size, pixels);
}

export async function writeIcons(dist) {
  const folder = join(dist, 'icons');
  await mkdir(folder, { recursive: true });
  const icons = { '192.png': icon(192, corner), '512.png': icon(512, corner), '512-full.png': icon(512, 0) };
  await Promise.all(Object.entries(icons).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
}
