// In: characters that no embedded font has. Out: the name of their script and the packages whose fonts have it.
// A table of facts: names of scripts as Unicode has them, of packages as npm and Debian have them.

export interface Script {
  /** As people call it. */
  name: string;
  /** The npm package, without @fontsource/. */
  npm: string;
  debian: string;
  characters: RegExp;
}

const noto = "fonts-noto-core";
const cjk = "fonts-noto-cjk";

/** Ordered: kana and Hangul say which of the four CJK fonts is meant; where a page has neither, the Chinese one stands in for Han. */
export const scripts: readonly Script[] = [
  { name: "Hebrew", npm: "noto-sans-hebrew", debian: noto, characters: /\p{Script=Hebrew}/u },
  { name: "Arabic", npm: "noto-sans-arabic", debian: noto, characters: /\p{Script=Arabic}/u },
  {
    name: "Japanese",
    npm: "noto-sans-jp",
    debian: cjk,
    characters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  },
  { name: "Korean", npm: "noto-sans-kr", debian: cjk, characters: /\p{Script=Hangul}/u },
  {
    name: "Han",
    npm: "noto-sans-sc",
    debian: cjk,
    characters: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
  },
  { name: "Bopomofo", npm: "noto-sans-tc", debian: cjk, characters: /\p{Script=Bopomofo}/u },
  { name: "Thai", npm: "noto-sans-thai", debian: noto, characters: /\p{Script=Thai}/u },
  { name: "Lao", npm: "noto-sans-lao", debian: noto, characters: /\p{Script=Lao}/u },
  { name: "Khmer", npm: "noto-sans-khmer", debian: noto, characters: /\p{Script=Khmer}/u },
  { name: "Burmese", npm: "noto-sans-myanmar", debian: noto, characters: /\p{Script=Myanmar}/u },
  {
    name: "Devanagari",
    npm: "noto-sans-devanagari",
    debian: noto,
    characters: /[\p{Script=Devanagari}\u0964\u0965]/u,
  },
  { name: "Bengali", npm: "noto-sans-bengali", debian: noto, characters: /\p{Script=Bengali}/u },
  { name: "Gurmukhi", npm: "noto-sans-gurmukhi", debian: noto, characters: /\p{Script=Gurmukhi}/u },
  { name: "Gujarati", npm: "noto-sans-gujarati", debian: noto, characters: /\p{Script=Gujarati}/u },
  { name: "Tamil", npm: "noto-sans-tamil", debian: noto, characters: /\p{Script=Tamil}/u },
  { name: "Telugu", npm: "noto-sans-telugu", debian: noto, characters: /\p{Script=Telugu}/u },
  { name: "Kannada", npm: "noto-sans-kannada", debian: noto, characters: /\p{Script=Kannada}/u },
  { name: "Malayalam", npm: "noto-sans-malayalam", debian: noto, characters: /\p{Script=Malayalam}/u },
  { name: "Sinhala", npm: "noto-sans-sinhala", debian: noto, characters: /\p{Script=Sinhala}/u },
  { name: "Georgian", npm: "noto-sans-georgian", debian: noto, characters: /\p{Script=Georgian}/u },
  { name: "Armenian", npm: "noto-sans-armenian", debian: noto, characters: /\p{Script=Armenian}/u },
  { name: "Ethiopic", npm: "noto-sans-ethiopic", debian: noto, characters: /\p{Script=Ethiopic}/u },
  {
    name: "emoji",
    npm: "noto-emoji",
    debian: "fonts-noto-color-emoji",
    characters: /\p{Emoji_Presentation}/u,
  },
  { name: "symbols", npm: "noto-sans-symbols", debian: noto, characters: /\p{S}/u },
];

/** The script of a character, if it is one of the table. */
export function scriptOf(character: string): Script | undefined {
  return scripts.find(({ characters }) => characters.test(character));
}
