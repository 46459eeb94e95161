// In: a file that was read before and could be. Out: its SourceDocument, read when somebody first looks into it: what it says is known already.
// Finds nothing: whoever read it before has its findings.
import { readDocument, type SourceDocument } from "./document.js";
import type { SourceFile } from "./source-file.js";

export function laterDocument(file: SourceFile): SourceDocument {
  let read: SourceDocument | undefined;
  const document = (): SourceDocument => {
    read ??= readDocument(file.path, file.bytes).document;
    if (!read) throw new Error(`${file.path} was read before, and cannot be read any more`);
    return read;
  };
  return {
    path: file.path,
    get text() {
      return document().text;
    },
    get data() {
      return document().data;
    },
    valueAt: (path) => document().valueAt(path),
    keyAt: (path) => document().keyAt(path),
    get body() {
      return document().body;
    },
    get bodyLine() {
      return document().bodyLine;
    },
    get tokens() {
      return document().tokens;
    },
    get sections() {
      return document().sections;
    },
  };
}
