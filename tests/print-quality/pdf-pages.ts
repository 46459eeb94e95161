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
  /** Within the margins. */
  body: Piece[];
  /** The texts that a screen reader is told, in the order of the tags. */
  spoken: string[];
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
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const pieces: Piece[] = [];
    const byMark = new Map<string, string[]>();
    const open: string[] = [];
    for (const item of items) {
      if ("str" in item) {
        if (item.str === "") continue;
        const mark = open.findLast((id) => id !== "");
        if (mark !== undefined) byMark.set(mark, [...(byMark.get(mark) ?? []), item.str]);
        if (item.str.trim() === "") continue;
        const [, , skew = 0, rise = 0, left = 0, bottom = 0] = item.transform as number[];
        const size = Math.hypot(skew, rise);
        pieces.push({ text: item.str, left, baseline: height - bottom, width: item.width, size });
      } else if (item.type === "endMarkedContent") open.pop();
      else open.push(item.id ?? "");
    }
    const spoken = marksOf(await page.getStructTree()).flatMap((mark) => byMark.get(mark) ?? []);
    const inBody = ({ baseline }: Piece) => baseline < height - bottomMarginMm * ptPerMm + 1;
    pages.push({
      width,
      height,
      body: pieces.filter(inBody),
      spoken,
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

interface StructNode {
  children?: StructNode[];
  type?: string;
  id?: string;
}

/** The marked contents below a node of the structure tree, in reading order. */
function marksOf(node: StructNode | null): string[] {
  if (!node) return [];
  if (node.type === "content" && node.id !== undefined) return [node.id];
  return (node.children ?? []).flatMap(marksOf);
}
