// In: a finished page. Out: @font-face rules with the embedded fonts that the page uses.
// Static files only: variable fonts become Type 3 in a PDF. Read from @fontsource once; latin-ext only where its letters occur.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

interface Face {
  family: string;
  folder: string;
  weight: 300 | 400 | 600;
  /** What in the page shows that the face is used. */
  usedBy: RegExp;
}

const faces: readonly Face[] = [
  { family: "Source Sans 3", folder: "source-sans-3", weight: 300, usedBy: /class="[^"]*\blight\b/ },
  { family: "Source Sans 3", folder: "source-sans-3", weight: 400, usedBy: /./ },
  { family: "Source Sans 3", folder: "source-sans-3", weight: 600, usedBy: /./ },
  { family: "Source Serif 4", folder: "source-serif-4", weight: 400, usedBy: /class="[^"]*\bsay/ },
  {
    family: "Source Code Pro",
    folder: "source-code-pro",
    weight: 400,
    usedBy: /<code|<pre|class="[^"]*\bcode\b/,
  },
];

const subsets = ["latin", "latin-ext"] as const;
type Subset = (typeof subsets)[number];
const require = createRequire(import.meta.url);
const cache = new Map<string, string>();

/** The rules for one page. */
export function fontFaces(html: string): string {
  return faces
    .filter((face) => face.usedBy.test(html))
    .flatMap((face) =>
      subsets
        .filter((subset) => subset === "latin" || holdsAny(html, unicodeRange(face.folder, subset)))
        .map((subset) => rule(face, subset)),
    )
    .join("\n");
}

function rule(face: Face, subset: Subset): string {
  const key = `${face.folder}-${subset}-${face.weight}`;
  let css = cache.get(key);
  if (css === undefined) {
    const path = require.resolve(`@fontsource/${face.folder}/files/${key}-normal.woff2`);
    const data = readFileSync(path).toString("base64");
    css = `@font-face{font-family:"${face.family}";font-style:normal;font-weight:${face.weight};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${unicodeRange(face.folder, subset)}}`;
    cache.set(key, css);
  }
  return css;
}

const ranges = new Map<string, Record<string, string>>();

function unicodeRange(folder: string, subset: Subset): string {
  let known = ranges.get(folder);
  if (!known) {
    const path = require.resolve(`@fontsource/${folder}/unicode.json`);
    known = JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
    ranges.set(folder, known);
  }
  return known[subset] ?? "U+0-10FFFF";
}

const testers = new Map<string, RegExp>();

/** Whether the text has a character of a CSS unicode-range such as "U+0100-02BA,U+0304". */
function holdsAny(text: string, range: string): boolean {
  let tester = testers.get(range);
  if (!tester) {
    const parts = range.split(",").map((part) => {
      const [from, to] = part.trim().replace(/^U\+/i, "").split("-");
      return to === undefined ? `\\u{${from}}` : `\\u{${from}}-\\u{${to}}`;
    });
    tester = new RegExp(`[${parts.join("")}]`, "u");
    testers.set(range, tester);
  }
  return tester.test(text);
}
