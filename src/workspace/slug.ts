// In: the path of a role document. Out: the name of its folder below out/, safe on every file system, and what that name looks like.
// A team's folder keeps the name that it has; here it is said whether a name can be kept.
import { basename, extname } from "node:path";

/** Folders of out/ in which the kits of teams and openings stand, so that no role may have their name. */
const foldersOfKits = ["teams", "openings"];

/** Names that Windows gives to devices, in whatever folder they stand. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/u;
/** A file system allows 255 bytes; a staging folder's name is longer than that of its kit. */
const longestSlugBytes = 120;

/** The name of a role's folder below `out/`: the file's stem in lower case, with nothing that a path could stumble over. */
export function slugOf(path: string): string {
  const stem = basename(path, extname(path)).normalize("NFC").toLowerCase().normalize("NFC");
  const words = stem.replace(/[^\p{L}\p{N}]+/gu, "-");
  const slug = trimHyphens(cut(trimHyphens(words), longestSlugBytes));
  if (slug === "") return "role";
  return foldersOfKits.includes(slug) || deviceName.test(slug) ? `${slug}-role` : slug;
}

function trimHyphens(text: string): string {
  return text.replace(/^-|-$/g, "");
}

function cut(text: string, mostBytes: number): string {
  let kept = "";
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > mostBytes) break;
    kept += character;
  }
  return kept;
}

/** Whether a folder of out/ can have this very name: on every file system, and in an address as it stands. */
export function isFolderName(name: string): boolean {
  return (
    /^[_@~(]?[\p{L}\p{N}\p{Extended_Pictographic}](?:[\p{L}\p{M}\p{N}\p{Extended_Pictographic}_ &+,'!@~()-]|\u200C|\u200D|\.(?!\.))*$/u.test(
      name,
    ) &&
    !/[ .]$/.test(name) &&
    !deviceName.test(name.toLowerCase().replace(/\..*$/, "").trim()) &&
    Buffer.byteLength(name) <= longestSlugBytes
  );
}

/** Letters of other alphabets that cannot be told from Latin ones, each with its twin. */
const twins = new Map(
  [
    "аɑαa",
    "сϲc",
    "ԁd",
    "еe",
    "ɡg",
    "һh",
    "іιi",
    "јj",
    "ӏl",
    "оοօo",
    "рρp",
    "ԛq",
    "ѕs",
    "υսu",
    "ѵνv",
    "ԝw",
    "хχx",
    "уγy",
  ].flatMap((group) => {
    const letters = [...group];
    return letters.map((letter) => [letter, letters.at(-1) ?? letter] as const);
  }),
);

/** What a name looks like: two with one look cannot be told apart on a screen. */
export function lookOf(name: string): string {
  return [...name.normalize("NFKC")].map((letter) => twins.get(letter) ?? letter).join("");
}
