// The library that reads and writes PDFs, from the one file in which it comes besides: in its some 350 single ones it takes seven times as long
// to load, more than several documents take to print. The same code; where that file is not there, the single ones.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as Library from "@cantoo/pdf-lib";

const require = createRequire(import.meta.url);

function load(): typeof Library {
  const single = require.resolve("@cantoo/pdf-lib");
  try {
    return require(join(dirname(single), "..", "dist", "pdf-lib.min.js"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    return require(single);
  }
}

const library = load();

export const {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPage,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} = library;
export const decodePDFRawStream: typeof Library.decodePDFRawStream = library.decodePDFRawStream;
export type PDFDocument = Library.PDFDocument;
export type PDFObject = Library.PDFObject;
export type PDFPage = Library.PDFPage;
export type PDFRawStream = Library.PDFRawStream;
export type PDFRef = Library.PDFRef;
export type PDFArray = Library.PDFArray;
export type PDFDict = Library.PDFDict;
export type PDFString = Library.PDFString;
