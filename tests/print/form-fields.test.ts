import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFCheckBox, PDFDocument, PDFName, PDFRadioGroup, PDFTextField } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { linkBlanks } from "../../src/print/blanks.js";
import type { Printed } from "../../src/print/printer.js";
import { printKit } from "./printed-kit.js";

const papers = ["a4", "letter"] as const;
const kits = new Map<string, Map<string, Printed>>();

beforeAll(async () => {
  for (const paper of papers) kits.set(paper, await printKit({ paper }));
});

function printedOf(name: string, paper: (typeof papers)[number] = "a4"): Printed {
  const printed = kits.get(paper)?.get(name);
  if (!printed) throw new Error(name);
  return printed;
}

async function open(pdf: Uint8Array) {
  return getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
}

interface Annotation {
  subtype: string;
  fieldName: string;
  fieldType: string;
  fieldValue: unknown;
  alternativeText: string;
  rect: [number, number, number, number];
  url?: string;
  dest?: string;
  buttonValue?: string;
  exportValue?: string;
}

async function annotationsOf(pdf: Uint8Array): Promise<(Annotation & { view: number[] })[]> {
  const document = await open(pdf);
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const page = await document.getPage(index + 1);
      const annotations = (await page.getAnnotations()) as Annotation[];
      return annotations.map((one) => ({ ...one, view: page.view }));
    }),
  );
  return pages.flat();
}

const documents = [
  "packet",
  "01-intro-guide",
  "02-depth-guide",
  "01-intro-scorecard",
  "02-depth-scorecard",
  "scorecards",
  "debrief",
  "candidate-brief",
];

describe.each(papers.flatMap((paper) => documents.map((name) => [name, paper] as const)))(
  "%s on %s",
  (name, paper) => {
    it("has a field, inside the page, for every blank that is shown, and beside them links inside the document", async () => {
      const printed = printedOf(name, paper);
      const { blanks } = linkBlanks(printed.html);
      const all = await annotationsOf(printed.pdf);
      const links = all.filter(({ subtype }) => subtype === "Link");
      expect(links.filter(({ dest, url }) => typeof dest !== "string" || url !== undefined)).toEqual([]);
      const annotations = all.filter((annotation) => !links.includes(annotation));
      expect(annotations.filter(({ subtype }) => subtype !== "Widget")).toEqual([]);
      expect(annotations).toHaveLength(printed.fields);
      const shown = new Set(annotations.map(({ fieldName }) => fieldName));
      // A question that stays on one page hides the blanks of the second.
      const missing = blanks.filter((blank) => !shown.has(blank.name));
      expect(missing.filter((blank) => !/\.question\..*(more-notes|candidate)/.test(blank.name))).toEqual([]);
      for (const { rect, view, alternativeText } of annotations) {
        expect(rect[0]).toBeGreaterThanOrEqual((view[0] ?? 0) + 40);
        expect(rect[2]).toBeLessThanOrEqual((view[2] ?? 0) - 40);
        expect(rect[1]).toBeGreaterThanOrEqual((view[1] ?? 0) + 40);
        expect(rect[3]).toBeLessThanOrEqual((view[3] ?? 0) - 40);
        expect(rect[2] - rect[0]).toBeGreaterThan(8);
        expect(alternativeText).not.toBe("");
      }
    });

    it("keeps the structure: every field is the one object of a Form element of its page", async () => {
      const printed = printedOf(name, paper);
      const pdf = await PDFDocument.load(printed.pdf);
      const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
      const role = (object: unknown, key: string) =>
        (object as { get?: (key: PDFName) => unknown }).get?.(PDFName.of(key))?.toString();
      const elements = objects.filter((object) => role(object, "Type") === "/StructElem");
      expect(elements.filter((element) => role(element, "S") === "/Form")).toHaveLength(printed.fields);
      // What is still a link leads inside the document.
      const links = objects.filter((object) => role(object, "Subtype") === "/Link");
      expect(links.filter((link) => role(link, "Dest") === undefined)).toEqual([]);
      expect(elements.filter((element) => role(element, "S") === "/Link")).toHaveLength(links.length);
      expect(Buffer.from(printed.pdf).includes("blank.invalid")).toBe(false);
      for (const page of pdf.getPages())
        if (page.node.Annots()) expect(page.node.get(PDFName.of("Tabs"))?.toString()).toBe("/S");
    });
  },
);

describe("field names", () => {
  it("say stage, criterion and kind, and are the same in every document and on every paper", async () => {
    const names = async (name: string, paper: (typeof papers)[number] = "a4") => [
      ...new Set(
        (await annotationsOf(printedOf(name, paper).pdf)).flatMap(({ fieldName }) => fieldName ?? []),
      ),
    ];
    expect(await names("02-depth-scorecard")).toEqual([
      "depth.candidate",
      "depth.interviewer",
      "depth.date",
      "depth.start",
      "depth.end",
      "depth.adjustments",
      "depth.async.evidence",
      "depth.async.rating",
      "depth.data.evidence",
      "depth.data.rating",
      "depth.explains.evidence",
      "depth.explains.rating",
      "depth.recommendation",
      "depth.because",
      "depth.alone",
      "depth.signature",
    ]);
    for (const name of documents) expect(await names(name, "letter")).toEqual(await names(name));
    expect(await names("scorecards")).toEqual([
      ...(await names("01-intro-scorecard")),
      ...(await names("02-depth-scorecard")),
    ]);
    expect((await names("02-depth-guide")).filter((name) => name.includes("slow-list"))).toEqual([
      "depth.question.slow-list.candidate",
      "depth.question.slow-list.probe-1",
      "depth.question.slow-list.probe-2",
      "depth.question.slow-list.notes",
      "depth.question.slow-list.rating",
    ]);
  });
});

describe("filling in", () => {
  const long = "Said that the loop stood still, and measured first.\nThen moved the call to a thread.";

  it("is read back by another reader: text, lines, ticks and ratings", async () => {
    const pdf = await PDFDocument.load(printedOf("02-depth-scorecard").pdf);
    const form = pdf.getForm();
    for (const field of form.getFields()) {
      if (field instanceof PDFTextField) field.setText(field.isMultiline() ? long : "Ada Example");
      else if (field instanceof PDFCheckBox) field.check();
      else if (field instanceof PDFRadioGroup) field.select(field.getOptions()[2] ?? "");
    }
    const filled = await annotationsOf(await pdf.save());
    const values = Object.fromEntries(filled.map(({ fieldName, fieldValue }) => [fieldName, fieldValue]));
    expect(values).toMatchObject({
      "depth.candidate": "Ada Example",
      "depth.async.evidence": long,
      "depth.async.rating": "3",
      "depth.alone": "Yes",
      "depth.recommendation": "yes",
    });
    const boxes = filled.filter(({ fieldName }) => fieldName === "depth.async.rating");
    expect(boxes.map(({ buttonValue }) => buttonValue)).toEqual(["1", "2", "3", "4", "NA"]);
    expect(boxes.map(({ alternativeText }) => alternativeText)[2]).toBe("Rating: Async and concurrency: 3");
  });

  it("works in pdf.js as well, which sets the text in the embedded font", async () => {
    const document = await open(printedOf("02-depth-scorecard").pdf);
    const fields = (await document.getFieldObjects()) as Record<string, { id: string }[]>;
    document.annotationStorage.setValue(fields["depth.candidate"]?.[0]?.id ?? "", { value: "Zoë Müller" });
    const saved = await document.saveDocument();
    const pdf = await PDFDocument.load(saved);
    expect(pdf.getForm().getTextField("depth.candidate").getText()).toBe("Zoë Müller");
    const shown = await open(saved);
    const operators = await (await shown.getPage(1)).getOperatorList();
    expect(operators.fnArray.length).toBeGreaterThan(100);
    const widget = pdf.getForm().getTextField("depth.candidate").acroField.getWidgets()[0];
    expect(widget?.getAppearances()?.normal.toString()).toContain("SourceSans3");
  });

  it("keeps the number of a box on the page, whatever is marked", async () => {
    const document = await open(printedOf("02-depth-scorecard").pdf);
    const page = await document.getPage(1);
    const { items } = await page.getTextContent();
    // Those in the boxes are set in 12 pt; "1 Poor" above them and the foot are smaller.
    const texts = items.flatMap((item) =>
      "str" in item && item.transform[4] > 430 && item.height > 11 ? [item.str.trim()] : [],
    );
    for (const number of ["1", "2", "3", "4"])
      expect(texts.filter((text) => text === number)).toHaveLength(3);
    const words = items.map((item) => ("str" in item ? item.str.trim() : ""));
    expect(words.filter((text) => text === "NA")).toHaveLength(3);
  });
});

describe("the bytes", () => {
  it("are equal in two prints", async () => {
    const again = await printKit();
    for (const [name, { pdf }] of again)
      expect([name, Buffer.from(pdf).equals(printedOf(name).pdf)]).toEqual([name, true]);
  });

  it("say which kit, document and stage they are of", async () => {
    const keywords = async (name: string) => (await PDFDocument.load(printedOf(name).pdf)).getKeywords();
    expect(await keywords("02-depth-scorecard")).toBe(
      "interview-kit; role=senior-developer; kit=4390271865; document=scorecard; stage=2; stages=2",
    );
    expect(await keywords("debrief")).toBe(
      "interview-kit; role=senior-developer; kit=4390271865; document=debrief; stages=2",
    );
  });

  const qpdf = spawnSync("qpdf", ["--version"]).status === 0;
  it.skipIf(!qpdf)(`pass qpdf --check${qpdf ? "" : " (SKIPPED: qpdf is not installed)"}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "kit-"));
    try {
      for (const [paper, kit] of kits)
        for (const [name, { pdf }] of kit) {
          const path = join(folder, `${paper}-${name}.pdf`);
          await writeFile(path, pdf);
          const { status, stderr } = spawnSync("qpdf", ["--check", path], { encoding: "utf8" });
          expect([name, status, stderr]).toEqual([name, 0, ""]);
        }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("a scorecard", () => {
  it("is one page on either paper, and begins on an odd page when printed on both sides", async () => {
    for (const paper of papers) {
      expect(printedOf("01-intro-scorecard", paper).pages).toBe(1);
      expect(printedOf("scorecards", paper).pages).toBe(2);
    }
    const duplex = await printKit({ duplex: true });
    const { pdf, pages } = duplex.get("scorecards") as Printed;
    expect(pages).toBe(3);
    const document = await open(pdf);
    const words = await Promise.all(
      [1, 2, 3].map(async (number) => {
        const { items } = await (await document.getPage(number)).getTextContent();
        return items.map((item) => ("str" in item ? item.str : "")).join("");
      }),
    );
    expect(words.map((text) => /Intro call|Technical depth/.exec(text)?.[0])).toEqual([
      "Intro call",
      "Intro call",
      "Technical depth",
    ]);
    expect(words[1]).toContain("left empty");
  });
});
