// In: the bytes of a WOFF2 font. Out: the code points that it has a glyph for, from its character map.
// Reads the table directory and the cmap table only (formats 4 and 12); everything else in the font stays packed or untouched.
import { brotliDecompressSync } from "node:zlib";

const headerBytes = 48;
const cmapTag = 0;
const glyfTag = 10;
const locaTag = 11;

/** The code points of a font. Throws on bytes that are no WOFF2 file. */
export function glyphCoverage(woff2: Buffer): Set<number> {
  if (woff2.toString("latin1", 0, 4) !== "wOF2") throw new Error("not a WOFF2 font");
  const reader = { bytes: woff2, at: headerBytes };
  let offset = 0;
  let cmap: { from: number; to: number } | undefined;
  for (let left = woff2.readUInt16BE(12); left > 0; left--) {
    const flags = reader.bytes.readUInt8(reader.at++);
    const tag = flags & 63;
    // 63: the tag is spelled out.
    if (tag === 63) reader.at += 4;
    const original = readBase128(reader);
    const version = flags >> 6;
    const transformed = tag === glyfTag || tag === locaTag ? version !== 3 : version !== 0;
    const length = transformed ? readBase128(reader) : original;
    if (tag === cmapTag) cmap = { from: offset, to: offset + length };
    offset += length;
  }
  const packed = woff2.subarray(reader.at, reader.at + woff2.readUInt32BE(20));
  const tables = brotliDecompressSync(packed);
  return cmap ? readCharacterMap(tables.subarray(cmap.from, cmap.to)) : new Set();
}

function readBase128(reader: { bytes: Buffer; at: number }): number {
  let value = 0;
  for (;;) {
    const byte = reader.bytes.readUInt8(reader.at++);
    value = value * 128 + (byte & 127);
    if (byte < 128) return value;
  }
}

function readCharacterMap(cmap: Buffer): Set<number> {
  const points = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) readSegments(table, points);
    else if (format === 12) readGroups(table, points);
  }
  return points;
}

/** Format 12: groups of consecutive code points. */
function readGroups(table: Buffer, points: Set<number>): void {
  for (let index = 0; index < table.readUInt32BE(12); index++) {
    const at = 16 + index * 12;
    for (let point = table.readUInt32BE(at); point <= table.readUInt32BE(at + 4); point++) points.add(point);
  }
}

/** Format 4: segments, each with a shift or an array of glyph numbers; number 0 is the glyph of what is missing. */
function readSegments(table: Buffer, points: Set<number>): void {
  const size = table.readUInt16BE(6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size] as const;
  for (let at = 0; at < size; at += 2) {
    const end = table.readUInt16BE(ends + at);
    const start = table.readUInt16BE(starts + at);
    const delta = table.readUInt16BE(deltas + at);
    const offset = table.readUInt16BE(offsets + at);
    for (let point = start; point <= end && point !== 0xffff; point++) {
      const glyph =
        offset === 0 ? point + delta : table.readUInt16BE(offsets + at + offset + 2 * (point - start));
      if ((glyph & 0xffff) !== 0) points.add(point);
    }
  }
}
