// In: one Markdown file. Out: the pictures that it asks for, each with its address, its line and the section it stands in.
// Reads the words only; whether there is such a file is found out elsewhere.
import type { Position } from "../document/diagnostic.js";
import { readDocument } from "../document/document.js";
import { plainText } from "../document/markdown.js";
import type { SourceFile } from "../document/source-file.js";

export interface PictureReference {
  /** As written: diagram.svg, ../shared/a.png, https://… */
  address: string;
  alt: string;
  at: Position;
  /** The heading of depth 2 above it, in lower case; "" where there is none. */
  section: string;
}

/** The pictures of a file, in order. */
export function pictureReferences(file: SourceFile): PictureReference[] {
  // Parsing every question for the few that have one would cost more than all the rest.
  if (Buffer.from(file.bytes).indexOf("![") < 0) return [];
  const { document } = readDocument(file.path, file.bytes);
  if (!document) return [];
  const lines = document.text.split(/\r\n|\r|\n/);
  const found: PictureReference[] = [];
  let section = "";
  document.tokens.forEach((token, index) => {
    if (token.type === "heading_open" && Number(token.tag.slice(1)) <= 2) {
      const inline = document.tokens[index + 1];
      section = token.tag === "h2" && inline ? plainText(inline).trim().toLowerCase() : "";
    }
    let line = token.map?.[0] ?? 0;
    let from = 0;
    for (const child of token.type === "inline" ? (token.children ?? []) : []) {
      if (child.type === "softbreak" || child.type === "hardbreak") {
        line++;
        from = 0;
      }
      if (child.type !== "image") continue;
      const column = Math.max(0, (lines[line] ?? "").indexOf("![", from));
      from = column + 2;
      const address = String(child.attrGet("src") ?? "");
      found.push({ address, alt: child.content.trim(), at: { line: line + 1, column: column + 1 }, section });
    }
  });
  return found;
}
