// In: a finished page. Out: @font-face rules with the embedded fonts that the page uses, and the characters that none of them has.
// Static files of @fontsource packages, read once: variable fonts become Type 3 in a PDF. Of each font only the slices that the page needs.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { compareText } from "../document/diagnostic.js";
import { glyphCoverage } from "./glyph-coverage.js";
import { scripts } from "./scripts.js";

type Weight = 300 | 400 | 600;

interface Face {
  family: string;
  /** The npm package without @fontsource/. */
  folder: string;
  weight: Weight;
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

interface Fallback {
  /** A browser takes one weight of a family, and then only the files of that weight: what has no bold is a family of its own. */
  family: "Kit Letters" | "Kit Symbols" | "Kit Serif Letters";
  folder: string;
  weights: readonly Weight[];
  /** Only these of its slices. */
  subsets?: readonly string[];
  /** In place of what the package says; its index leaves out most of what is in the file. */
  range?: string;
}

const serifFallback: Fallback = { family: "Kit Serif Letters", folder: "noto-serif-hebrew", weights: [400] };
const shippedFallbacks: readonly Fallback[] = [
  { family: "Kit Letters", folder: "noto-sans-hebrew", weights: [400, 600] },
  { family: "Kit Letters", folder: "noto-sans-arabic", weights: [400, 600] },
  // Frames drawn with characters, as wide as those of Source Code Pro.
  { family: "Kit Symbols", folder: "fira-code", weights: [400], subsets: ["symbols2"] },
  {
    family: "Kit Symbols",
    folder: "noto-sans-math",
    weights: [400],
    range: "U+2030-205E,U+2070-214F,U+2190-23FF,U+25A0-25FF,U+27C0-2BFF,U+1D400-1D7FF",
  },
  { family: "Kit Symbols", folder: "noto-sans-symbols-2", weights: [400] },
  { family: "Kit Symbols", folder: "noto-emoji", weights: [400] },
];
/** Fonts for what the text fonts lack, in order of preference. Those that no dependency brings count once a user installs them. */
const fallbacks: readonly Fallback[] = [
  ...shippedFallbacks,
  ...scripts
    .filter(({ npm }) => !shippedFallbacks.some(({ folder }) => folder === npm))
    .map(({ npm }): Fallback => ({ family: "Kit Letters", folder: npm, weights: [400, 600] })),
];

/** One file of a font: the part of it that holds `range`. */
interface Slice {
  subset: string;
  range: string;
  has(point: number): boolean;
  path(weight: Weight): string;
}

export interface FontShelf {
  /** The @font-face rules for one page. */
  facesFor(html: string): string;
  /** The characters of a page that no font at hand has, in order of code point. */
  lackingIn(html: string): string[];
}

/** Opens the fonts that come with the program, and those that a user has installed for `folder` (in its node_modules or one above). */
export function openFonts(folder?: string): FontShelf {
  const resolvers = [createRequire(import.meta.url)];
  if (folder !== undefined) resolvers.push(createRequire(join(resolve(folder), "package.json")));
  const opened = new Map<string, Slice[]>();

  const slicesOf = (name: string, choice: Pick<Fallback, "subsets" | "range"> = {}): Slice[] => {
    const slices = opened.get(name) ?? readSlices(name, resolvers, choice);
    opened.set(name, slices);
    return slices;
  };

  /** The rules for the script fonts; what they hold is taken out of `lacking`. */
  const scriptRules = (lacking: Set<number>): string[] => {
    const rules = slicesOf(serifFallback.folder)
      .filter((slice) => [...lacking].some(slice.has))
      .map((slice) => rule(serifFallback.family, 400, slice));
    for (const { family, folder: name, weights, ...choice } of fallbacks) {
      for (const slice of lacking.size > 0 ? slicesOf(name, choice) : []) {
        const held = [...lacking].filter(slice.has);
        if (held.length > 0)
          rules.push(
            ...weights
              .filter((weight) => existsSync(slice.path(weight)))
              .map((weight) => rule(family, weight, slice)),
          );
        for (const point of held) lacking.delete(point);
      }
    }
    return rules;
  };

  const beyondText = (points: readonly number[]): Set<number> =>
    new Set(points.filter((point) => !slicesOf("source-sans-3").some((slice) => slice.has(point))));

  return {
    facesFor: (html) => {
      const points = foreignPoints(html);
      const text = faces
        .filter((face) => face.usedBy.test(html))
        .flatMap(({ family, folder: name, weight }) =>
          slicesOf(name)
            .filter((slice) => slice.subset === "latin" || points.some(slice.has))
            .map((slice) => rule(family, weight, slice)),
        );
      // Of two files for one character a browser takes that of the later rule.
      return [...text, ...scriptRules(beyondText(points)).reverse()].join("\n");
    },
    lackingIn: (html) => {
      const lacking = beyondText(foreignPoints(printedText(html)));
      scriptRules(lacking);
      return [...lacking].map((point) => String.fromCodePoint(point));
    },
  };
}

/** The body without tags: attributes and styles print nothing. */
function printedText(html: string): string {
  return html.slice(html.lastIndexOf("</style>")).replace(/<[^>]*>/g, " ");
}

// Marks that join or hide, and spaces: a font may lack them, and the page is none the worse.
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u;

/** The code points of a text that are seen and not ASCII, in order. */
function foreignPoints(text: string): number[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything but ASCII is meant
  const characters = new Set(text.match(/[^\u0000-\u007f]/gu));
  return [...characters]
    .filter((character) => !unseen.test(character))
    .map((character) => character.codePointAt(0) ?? 0)
    .sort((a, b) => a - b);
}

function readSlices(
  name: string,
  resolvers: readonly NodeJS.Require[],
  choice: Pick<Fallback, "subsets" | "range">,
): Slice[] {
  const index = firstFound(resolvers, `@fontsource/${name}/unicode.json`);
  if (index === undefined) return [];
  const ranges = JSON.parse(readFileSync(index, "utf8")) as Record<string, string>;
  return Object.entries(ranges)
    .filter(([subset]) => choice.subsets?.includes(subset) ?? true)
    .sort(([a], [b]) => compareText(a, b))
    .map(([subset, stated]) => {
      const range = choice.range ?? stated;
      const path = (weight: Weight) =>
        join(dirname(index), "files", `${name}-${subset.replace(/[[\]]/g, "")}-${weight}-normal.woff2`);
      const bounds = readRange(range);
      let coverage: Set<number> | undefined;
      return {
        subset,
        range,
        path,
        has: (point) => {
          if (!bounds.some(([from, to]) => from <= point && point <= to)) return false;
          coverage ??= existsSync(path(400)) ? glyphCoverage(readFileSync(path(400))) : new Set();
          return coverage.has(point);
        },
      };
    });
}

function firstFound(resolvers: readonly NodeJS.Require[], file: string): string | undefined {
  for (const { resolve: find } of resolvers) {
    try {
      return find(file);
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

/** A CSS unicode-range such as "U+0100-02BA,U+0304". */
function readRange(range: string): [from: number, to: number][] {
  return range.split(",").map((part) => {
    const [from = "", to = from] = part.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

const data = new Map<string, string>();

function rule(family: string, weight: Weight, slice: Slice): string {
  const path = slice.path(weight);
  let base64 = data.get(path);
  if (base64 === undefined) {
    base64 = readFileSync(path).toString("base64");
    data.set(path, base64);
  }
  return `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};src:url(data:font/woff2;base64,${base64}) format("woff2");unicode-range:${slice.range}}`;
}
