// In: texts with letters that the field font lacks, each with its room. Out: a page of HTML per text, for the browser to set: it shapes
// Arabic, breaks Japanese and finds the fonts. Escapes everything.
import type { FontShelf } from "../render/fonts.js";

export interface ForeignText {
  text: string;
  /** In points. */
  width: number;
  height: number;
  size: number;
  leading: number;
  centred: boolean;
  /** One line stands on the blank's line; several begin at the top. */
  multiline: boolean;
}

/** One document, the n-th page of which is the n-th text. */
export function foreignPages(texts: readonly ForeignText[], fonts: FontShelf): string {
  const rules = texts.map(
    ({ width, height }, at) =>
      `@page t${at} { size: ${width}pt ${height}pt; margin: 0 } .t${at} { page: t${at}; width: ${width}pt; height: ${height - 1}pt }`,
  );
  const blocks = texts.map(
    ({ text, size, leading, centred, multiline }, at) =>
      `<div class="t${at}" style="font-size:${size}pt;line-height:${leading}pt;${multiline ? "" : "display:grid;align-items:end;"}${centred ? "text-align:center" : ""}" dir="auto"><span>${escapeHtml(text)}</span></div>`,
  );
  const body = blocks.join("\n");
  return `<!doctype html><html lang="und"><head><meta charset="utf-8"><title>.</title><style>
${fonts.facesFor(body)}
* { margin: 0; padding: 0; box-sizing: border-box }
body { font-family: "Source Sans 3", "Kit Letters", "Kit Symbols", sans-serif; color: #000 }
div { break-after: page; overflow: hidden; white-space: pre-wrap; overflow-wrap: anywhere } div:last-child { break-after: auto }
${rules.join("\n")}
</style></head><body>${body}</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
