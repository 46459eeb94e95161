// In: the bytes of a PDF. Out: what a reader finds in it: each piece of text with its place, and what the document says of itself.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A piece of text of one line; left and baseline in pt from the page's upper left corner. */
export interface Piece {
  text: string;
  left: number;
  baseline: number;
  width: number;
  size: number;
}

export interface PdfPage {
  width: number;
  height: number;
  /** Within the margins, in the order of the file. */
  body: Piece[];
  /** The running foot: left and right. */
  foot: string[];
}

export interface OutlineItem {
  title: string;
  items: OutlineItem[];
}

export interface ReadPdf {
  pages: PdfPage[];
  title: string;
  lang: string;
  tagged: boolean;
  outline: OutlineItem[];
}

export const ptPerMm = 72 / 25.4;
/** The margin at the foot of every page. */
export const bottomMarginMm = 17;

/** Reads a PDF. The bytes are copied: pdf.js takes what it is given. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
  });
  const pdf = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [, , skew, rise, left, bottom] = item.transform as number[];
      const size = Math.hypot(skew ?? 0, rise ?? 0);
      return [{ text: item.str, left: left ?? 0, baseline: height - (bottom ?? 0), width: item.width, size }];
    });
    const inBody = ({ baseline }: Piece) => baseline < height - bottomMarginMm * ptPerMm + 1;
    pages.push({
      width,
      height,
      body: pieces.filter(inBody),
      foot: pieces.filter((piece) => !inBody(piece)).map(({ text }) => text),
    });
    page.cleanup();
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  const marks = await pdf.getMarkInfo();
  const read: ReadPdf = {
    pages,
    title: info.Title ?? "",
    lang: info.Language ?? "",
    tagged: marks?.Marked === true,
    outline: ((await pdf.getOutline()) ?? []) as OutlineItem[],
  };
  await task.destroy();
  return read;
}
