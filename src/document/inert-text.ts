// In: text that strangers wrote. Out: the same text in parts, in which every character that would act instead of being read is named.
// Control characters and those that turn the direction of writing can hide or reorder what a page or a terminal shows.

/** A piece of text; `named` when it stands for a character that would act: "U+202E". */
export interface InertPart {
  text: string;
  named: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not pass
const acting = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/u;

/** Splits a text at its acting characters and names each of them. */
export function inertParts(text: string): InertPart[] {
  const parts: InertPart[] = [];
  let plain = "";
  const flush = () => {
    if (plain !== "") parts.push({ text: plain, named: false });
    plain = "";
  };
  for (const character of text) {
    if (!acting.test(character)) {
      plain += character;
      continue;
    }
    flush();
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    parts.push({ text: `U+${code}`, named: true });
  }
  flush();
  return parts;
}

/** The text with acting characters named in angle brackets, for places that show nothing but text. */
export function inertText(text: string): string {
  return inertParts(text)
    .map((part) => (part.named ? `<${part.text}>` : part.text))
    .join("");
}
