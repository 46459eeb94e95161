// In: the bytes of a form that someone filled in. Out: which kit, document and stage it is of, and what stands in its fields.
// Reads only. Values come from the fields, never from what a reader drew: it draws what fits, and people write more.

import { KitError } from "../document/diagnostic.js";
import {
  decodePDFRawStream,
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "../print/pdf-library.js";

/** What a printed document says about itself in its keywords. */
export interface FormIdentity {
  role: string;
  team: string;
  kit: string;
  /** scorecard, scorecards, guide, debrief, packet, candidate-brief. */
  document: string;
  /** 0 for a document of the whole loop. */
  stage: number;
}

/** One place of a field on a page. */
export interface FilledWidget {
  ref: PDFRef;
  dict: PDFDict;
  /** Full name: coding.retry.rating. */
  field: string;
  label: string;
  kind: "text" | "lines" | "box";
  /** Text fields: what was typed. Boxes: the name of the appearance to show if this box is marked, else empty. */
  value: string;
  centred: boolean;
  /** Lines end at the right. */
  rightAligned: boolean;
}

export interface FilledForm {
  /** The file's name, for messages. */
  name: string;
  pdf: PDFDocument;
  identity: FormIdentity;
  title: string;
  /** Page by page, in order. */
  pages: FilledWidget[][];
}

/** Reads one filled form. Throws a KitError if it cannot be one of ours. */
export async function readFilledForm(name: string, bytes: Uint8Array): Promise<FilledForm> {
  const pdf = await load(name, bytes);
  const identity = identityOf(pdf.getKeywords() ?? "");
  const form = pdf.catalog.lookup(PDFName.of("AcroForm"));
  if (!identity)
    throw new KitError(
      "foreign-form",
      `${name} does not say that it is a document of a kit`,
      "Give the PDF that interview-kit build made, filled in and saved as a form. A PDF printed from it holds no fields.",
    );
  if (!(form instanceof PDFDict))
    throw new KitError(
      "flat-form",
      `${name} has no fields: it was flattened before, or printed to PDF`,
      "Give the form as it was saved by the reader in which it was filled in.",
    );
  const pages = pdf.getPages().map((page) => {
    const annotations = page.node.Annots();
    return Array.from({ length: annotations?.size() ?? 0 }, (_, at) => {
      const ref = annotations?.get(at);
      const dict = annotations?.lookup(at);
      return ref instanceof PDFRef && dict instanceof PDFDict ? readWidget(ref, dict) : undefined;
    }).filter((widget) => widget !== undefined);
  });
  return { name, pdf, identity, title: pdf.getTitle() ?? name, pages };
}

/** Whether anyone wrote or marked anything; what a reader computes by itself does not count. */
export function isFilled(form: FilledForm): boolean {
  return form.pages.flat().some(({ value }) => value !== "");
}

/** The candidate's name as written on this form, in one spelling of blanks; empty if nobody wrote it. */
export function candidateOn(form: FilledForm): string {
  const names = form.pages
    .flat()
    .filter(({ field, kind }) => kind === "text" && /^(?:[^.]+\.)?candidate$/.test(field))
    .map(({ value }) => value.normalize("NFC").replace(/\s+/gu, " ").trim());
  return names.find((name) => name !== "") ?? "";
}

async function load(name: string, bytes: Uint8Array): Promise<PDFDocument> {
  // Some readers put a few bytes before the header; more than a kilobyte is no PDF.
  if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-"))
    throw new KitError("not-a-pdf", `${name} is not a PDF`);
  try {
    const pdf = await PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: Number.POSITIVE_INFINITY,
    });
    // A file that breaks off is read as far as it goes.
    if (pdf.catalog === undefined || pdf.getPageCount() === 0) throw new Error("it has no pages");
    return pdf;
  } catch (error) {
    if (
      error instanceof EncryptedPDFError ||
      (error instanceof Error && /encrypt|password/i.test(error.message))
    )
      throw new KitError(
        "encrypted-form",
        `${name} is encrypted`,
        "Save a copy of it without a password, and give that.",
      );
    throw new KitError(
      "broken-pdf",
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      "Open it in a PDF reader, save it again, and give that.",
    );
  }
}

/** "interview-kit; role=…; kit=…; document=…; stage=2", among whatever keywords a reader may have added. */
function identityOf(keywords: string): FormIdentity | undefined {
  const from = keywords.indexOf("interview-kit;");
  if (from < 0) return undefined;
  const facts = new Map(
    keywords
      .slice(from)
      .split(/[;,]/)
      .map((part) => part.trim().split("="))
      .map(([key = "", value = ""]) => [key, value] as const),
  );
  const document = facts.get("document") ?? "";
  const kit = facts.get("kit") ?? "";
  if (document === "" || kit === "") return undefined;
  return {
    role: facts.get("role") ?? "",
    team: facts.get("team") ?? "",
    kit,
    document,
    stage: Number(facts.get("stage") ?? 0),
  };
}

function readWidget(ref: PDFRef, dict: PDFDict): FilledWidget | undefined {
  if (dict.lookup(PDFName.of("Subtype"))?.toString() !== "/Widget") return undefined;
  const type = inherited(dict, "FT")?.toString();
  const flags = inherited(dict, "Ff");
  const multiline = flags instanceof PDFNumber && (flags.asNumber() & (1 << 12)) !== 0;
  const value = inherited(dict, "V");
  const alignment = inherited(dict, "Q");
  return {
    ref,
    dict,
    field: fullName(dict),
    label: textOf(inherited(dict, "TU")),
    kind: type === "/Btn" ? "box" : multiline ? "lines" : "text",
    value: type === "/Btn" ? markedState(dict, value) : textOf(value).replace(/\r\n?/g, "\n").trim(),
    centred: alignment instanceof PDFNumber && alignment.asNumber() === 1,
    rightAligned: alignment instanceof PDFNumber && alignment.asNumber() === 2,
  };
}

/** The field's value decides; a box without any is marked if it is shown so. */
function markedState(dict: PDFDict, value: unknown): string {
  const appearances = dict.lookup(PDFName.of("AP"));
  const normal = appearances instanceof PDFDict ? appearances.lookup(PDFName.of("N")) : undefined;
  const own =
    normal instanceof PDFDict
      ? normal
          .keys()
          .map((key) => key.decodeText())
          .find((key) => key !== "Off")
      : undefined;
  const said = value instanceof PDFName ? value : dict.lookup(PDFName.of("AS"));
  return own !== undefined && said instanceof PDFName && said.decodeText() === own ? own : "";
}

function inherited(dict: PDFDict, key: string): unknown {
  for (let node: PDFDict | undefined = dict, depth = 0; node && depth < 32; depth++) {
    const value = node.lookup(PDFName.of(key));
    if (value !== undefined) return value;
    const parent: unknown = node.lookup(PDFName.of("Parent"));
    node = parent instanceof PDFDict ? parent : undefined;
  }
  return undefined;
}

function fullName(dict: PDFDict): string {
  const parts: string[] = [];
  for (let node: PDFDict | undefined = dict, depth = 0; node && depth < 32; depth++) {
    const part = textOf(node.lookup(PDFName.of("T")));
    if (part !== "") parts.unshift(part);
    const parent: unknown = node.lookup(PDFName.of("Parent"));
    node = parent instanceof PDFDict ? parent : undefined;
  }
  return parts.join(".");
}

function textOf(value: unknown): string {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  if (value instanceof PDFRawStream)
    return PDFHexString.of(Buffer.from(decodePDFRawStream(value).decode()).toString("hex")).decodeText();
  if (value instanceof PDFArray) return textOf(value.lookup(0));
  return "";
}
