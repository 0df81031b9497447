import { writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

/**
 * Draws `public/share.png`, the picture of link previews without one of their own: the sign of the favicon in the middle
 * of the size that previews want. A publication puts its own file in its place.
 */
const WIDTH = 1200;
const HEIGHT = 630;
const PATH = 'public/share.png';
const GROUND = [0x00, 0x4c, 0x65];
const INK = [0xee, 0xec, 0xe4];

/** The sign in units of 1/16 of its width: rule, tab, two lines. */
const UNIT = 24;
const LEFT = (WIDTH - 16 * UNIT) / 2;
const TOP = (HEIGHT - 14 * UNIT) / 2;
const BARS = [
  { x: 0, y: 0, width: 16, height: 1.5 },
  { x: 0, y: 1.5, width: 7, height: 2.5 },
  { x: 0, y: 7, width: 16, height: 2 },
  { x: 0, y: 11, width: 11, height: 2 },
];

function isInk(column: number, row: number): boolean {
  const [x, y] = [(column - LEFT) / UNIT, (row - TOP) / UNIT];
  return BARS.some((bar) => x >= bar.x && x < bar.x + bar.width && y >= bar.y && y < bar.y + bar.height);
}

/** One bit a pixel, after the filter byte of each row (PNG, third edition, sections 7.2 and 9.2). */
function drawRows(): Buffer {
  const rowBytes = 1 + WIDTH / 8;
  const rows = Buffer.alloc(rowBytes * HEIGHT);
  for (let row = 0; row < HEIGHT; row += 1) {
    for (let column = 0; column < WIDTH; column += 1) {
      const place = row * rowBytes + 1 + Math.floor(column / 8);
      if (isInk(column, row)) rows.writeUInt8(rows.readUInt8(place) | (0x80 >> (column % 8)), place);
    }
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(WIDTH, 0);
header.writeUInt32BE(HEIGHT, 4);
header.set([1, 3], 8); // One bit a pixel, from a palette.

await writeFile(
  PATH,
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...GROUND, ...INK])),
    chunk('IDAT', deflateSync(drawRows(), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
