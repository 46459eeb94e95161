// In: any text. Out: the same text as a CSS string that can stand in a style element.
// A role's title may hold quotes, a backslash or "</style>"; none of it may end the string or the element.

/** Quotes a text for CSS: everything but plain letters, digits and a few marks is written as an escape. */
export function cssString(text: string): string {
  const escaped = text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not pass
    /["'\\<>&\u0000-\u001f\u007f\u2028\u2029]/g,
    (character) => `\\${(character.codePointAt(0) || 0xfffd).toString(16)} `,
  );
  return `"${escaped}"`;
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&#x60;": "`",
  "&#x3D;": "=",
};

/** Undoes Handlebars' escaping: the running foot is rendered as HTML but used as CSS text. */
export function unescapeHtml(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D);/g, (entity) => entities[entity] ?? entity);
}
