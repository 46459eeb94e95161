// In: a stream of a PDF. Out: what it holds, as one character per byte. Chromium packs streams, or leaves them plain; nothing else is read.
import { inflateSync } from "node:zlib";
import { PDFName, type PDFRawStream } from "./pdf-library.js";

/** Undefined for a stream that is packed in any other way, which no browser of ours writes. */
export function streamText(stream: PDFRawStream): string | undefined {
  const filter = stream.dict.get(PDFName.of("Filter"))?.toString();
  if (filter !== undefined && filter !== "/FlateDecode") return undefined;
  return Buffer.from(filter === undefined ? stream.contents : inflateSync(stream.contents)).toString(
    "latin1",
  );
}
