// In: the characters of a kit that no embedded font has, and the files that its text comes from. Out: a finding per script and file:
// what is printed as an empty box, or with a font of this machine that another may lack, and which font to install.
import { type Diagnostic, diagnose, type Position } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { decodeText } from "../document/text.js";
import { PrintFailure } from "../print/page-pool.js";
import type { Printer } from "../print/printer.js";
import { scriptOf } from "../render/scripts.js";

/** The characters named in one finding; a page of Japanese has hundreds. */
const mostNamed = 12;

/** Without a printer it is left to the reader's browser. The first file in which a character stands is the one named. */
export async function foreignGlyphs(
  characters: readonly string[],
  sources: readonly SourceFile[],
  printer: Printer | undefined,
): Promise<Diagnostic[]> {
  if (characters.length === 0) return [];
  const missing = new Set(printer ? await missingIn(printer, characters) : []);
  const texts = sources.map(({ path, bytes }) => {
    const decoded = decodeText(path, bytes, true);
    return { path, text: "text" in decoded ? decoded.text : "" };
  });
  const groups = new Map<string, string[]>();
  for (const character of characters) {
    const source = texts.find(({ text }) => text.includes(character)) ?? texts[0];
    const key = JSON.stringify([source?.path ?? "", scriptOf(character)?.npm ?? "", missing.has(character)]);
    groups.set(key, [...(groups.get(key) ?? []), character]);
  }
  return [...groups].map(([key, group]) => {
    const [path, npm, isMissing] = JSON.parse(key) as [string, string, boolean];
    const text = texts.find((one) => one.path === path)?.text ?? "";
    const script = scriptOf(group[0] ?? "");
    const named = group.slice(0, mostNamed).map(codeOf).join(", ");
    const more = group.length > mostNamed ? ` and ${group.length - mostNamed} more` : "";
    const what = `${named}${more}${script ? ` (${script.name})` : ""}`;
    const hint =
      npm === "" || !script
        ? "Write something else: no font is known that has it."
        : `Embed a font that has it: npm install @fontsource/${npm} (or on Debian: apt install ${script.debian})`;
    const place = placeOf(text, group);
    return isMissing
      ? diagnose("missing-glyph", path, place, `no font has ${what}: it is printed as an empty box`, hint)
      : diagnose(
          "foreign-glyph",
          path,
          place,
          `no embedded font has ${what}: it is left to those of the machine`,
          hint,
        );
  });
}

function codeOf(character: string): string {
  return `${character} U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function placeOf(text: string, characters: readonly string[]): Position | undefined {
  const at = Math.min(
    ...characters.map((character) => text.indexOf(character)).filter((index) => index >= 0),
  );
  if (!Number.isFinite(at)) return undefined;
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** What cannot be asked is not said: that the characters are left to the machine's fonts is said all the same. */
async function missingIn(printer: Printer, characters: readonly string[]): Promise<string[]> {
  return printer.missingGlyphs(characters).catch((error: unknown) => {
    if (error instanceof PrintFailure) return [];
    throw error;
  });
}
