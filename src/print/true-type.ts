// In: a font as npm carries it (WOFF, TrueType outlines). Out: the plain TrueType file that a PDF can hold, and its measures.
// Layout tables are left out: a form field sets one letter after another.
import { inflateSync } from "node:zlib";

export interface TrueType {
  file: Uint8Array;
  /** All measures are in thousandths of the font size. */
  ascent: number;
  descent: number;
  capHeight: number;
  box: [number, number, number, number];
  /** The advance of a character; undefined if the font has no glyph for it. */
  advance(codePoint: number): number | undefined;
}

interface Table {
  tag: string;
  checksum: number;
  data: Buffer;
}

const needed = [
  "OS/2",
  "cmap",
  "cvt ",
  "fpgm",
  "glyf",
  "head",
  "hhea",
  "hmtx",
  "loca",
  "maxp",
  "post",
  "prep",
];

/** Reads a WOFF file. Throws on anything else, which is our bug: only fonts of the package's own dependencies come here. */
export function readWoff(woff: Buffer): TrueType {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF file");
  const tables: Table[] = [];
  for (let index = 0; index < woff.readUInt16BE(12); index++) {
    const entry = 44 + 20 * index;
    const tag = woff.toString("latin1", entry, entry + 4);
    const [offset, packed, plain] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ];
    const stored = woff.subarray(offset, offset + packed);
    if (needed.includes(tag))
      tables.push({
        tag,
        checksum: woff.readUInt32BE(entry + 16),
        data: packed < plain ? inflateSync(stored) : stored,
      });
  }
  const table = (tag: string): Buffer => {
    const found = tables.find((one) => one.tag === tag);
    if (!found) throw new Error(`the font has no table ${tag}`);
    return found.data;
  };
  const head = table("head");
  const hhea = table("hhea");
  const unit = 1000 / head.readUInt16BE(18);
  const scaled = (value: number) => Math.round(value * unit);
  const glyphOf = readCharacterMap(table("cmap"));
  const metrics = table("hmtx");
  const wide = hhea.readUInt16BE(34);
  return {
    file: joinTables(woff.readUInt32BE(4), tables),
    ascent: scaled(hhea.readInt16BE(4)),
    descent: scaled(hhea.readInt16BE(6)),
    capHeight: scaled(table("OS/2").readInt16BE(88)),
    box: [36, 38, 40, 42].map((at) => scaled(head.readInt16BE(at))) as TrueType["box"],
    advance: (codePoint) => {
      const glyph = glyphOf(codePoint);
      return glyph === 0 ? undefined : scaled(metrics.readUInt16BE(4 * Math.min(glyph, wide - 1)));
    },
  };
}

/** The glyph of each character of the basic plane (cmap format 4); 0 for none. */
function readCharacterMap(cmap: Buffer): (codePoint: number) => number {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(4 + 8 * at + 4));
  const start = offsets.find((offset) => cmap.readUInt16BE(offset) === 4);
  if (start === undefined) throw new Error("the font maps no characters of the basic plane");
  const count = cmap.readUInt16BE(start + 6) / 2;
  const [ends, starts, deltas, ranges] = [14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count].map(
    (at) => start + at,
  ) as [number, number, number, number];
  return (codePoint) => {
    for (let segment = 0; segment < count && codePoint <= 0xffff; segment++) {
      if (codePoint > cmap.readUInt16BE(ends + 2 * segment)) continue;
      const first = cmap.readUInt16BE(starts + 2 * segment);
      if (codePoint < first) return 0;
      const delta = cmap.readUInt16BE(deltas + 2 * segment);
      const range = ranges + 2 * segment;
      const offset = cmap.readUInt16BE(range);
      const glyph = offset === 0 ? codePoint : cmap.readUInt16BE(range + offset + 2 * (codePoint - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function joinTables(flavour: number, tables: readonly Table[]): Uint8Array {
  const padded = (length: number) => (length + 3) & ~3;
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const header = Buffer.alloc(12 + 16 * tables.length);
  header.writeUInt32BE(flavour, 0);
  header.writeUInt16BE(tables.length, 4);
  header.writeUInt16BE(power * 16, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE((tables.length - power) * 16, 10);
  let offset = header.length;
  const parts: Buffer[] = [header];
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = 12 + 16 * index;
    header.write(tag, entry, "latin1");
    header.writeUInt32BE(checksum, entry + 4);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(data.length, entry + 12);
    const body = Buffer.alloc(padded(data.length));
    data.copy(body);
    parts.push(body);
    offset += body.length;
  }
  return Buffer.concat(parts);
}
