import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { KitError } from "../../src/document/diagnostic.js";
import type { Printed } from "../../src/print/printer.js";
import { browserTypesetter } from "../../src/record/browser-typesetter.js";
import { readFilledForm } from "../../src/record/filled-form.js";
import { flattenForm, savePlain } from "../../src/record/flatten-form.js";
import { mergeForms } from "../../src/record/merge-forms.js";
import { breakLines, setText } from "../../src/record/set-text.js";
import { copyPaths, placeRecord } from "../../src/workspace/record-files.js";
import { printKit } from "../print/printed-kit.js";
import { fill, read } from "./reader.js";

let kit: Map<string, Printed>;
let otherKit: Map<string, Printed>;

beforeAll(async () => {
  kit = await printKit();
  otherKit = await printKit({}, { kitVersion: "0000000000" });
});

function blank(name: string, from = kit): Uint8Array {
  const printed = from.get(name);
  if (!printed) throw new Error(name);
  return printed.pdf;
}

const { typeset } = browserTypesetter({});

async function flat(pdf: Uint8Array): Promise<Uint8Array> {
  return savePlain(await flattenForm(await readFilledForm("form.pdf", pdf), typeset));
}

async function merged(files: Record<string, Uint8Array>, force = false): Promise<Uint8Array> {
  const forms = await Promise.all(Object.entries(files).map(([name, pdf]) => readFilledForm(name, pdf)));
  return savePlain(await mergeForms(forms, typeset, force));
}

function tagsOf(tree: unknown): string[] {
  const { role, children } = tree as { role?: string; children?: unknown[] };
  return [...(role === undefined ? [] : [role]), ...(children ?? []).flatMap(tagsOf)];
}

const evidence =
  "Said that the loop stood still.\nMoved the call to a thread (“to_thread”) – 3 times faster.";
const depth = {
  "depth.candidate": "Zoë Example",
  "depth.interviewer": "A. Nother",
  "depth.async.evidence": evidence,
  "depth.async.rating": "3",
  "depth.data.rating": "NA",
  "depth.recommendation": "yes",
  "depth.alone": "Yes",
};

describe("a flattened form", () => {
  it("has no field and no script, and every value as text of its page", async () => {
    const filled = await fill(blank("02-depth-scorecard"), depth);
    const { pages, fields, scripts, marked, tree } = await read(await flat(filled));
    expect(fields).toBeNull();
    expect(scripts).toBeNull();
    expect(pages).toHaveLength(1);
    expect(pages[0]?.annotations).toEqual([]);
    const text = pages[0]?.text ?? "";
    for (const value of ["Zoë Example", "A. Nother", "(“to_thread”) – 3 times"])
      expect(text).toContain(value);
    const before = (await read(blank("02-depth-scorecard"))).pages[0]?.text ?? "";
    const count = (of: string, what: string) => of.split(what).length - 1;
    expect(count(text, "3") - count(before, "3")).toBe(2);
    expect(count(text, "NA") - count(before, "NA")).toBe(1);
    expect(marked).toBe(true);
    expect(tagsOf(tree)).not.toContain("Form");
    expect(JSON.stringify(tree)).toContain("Rating: Async and concurrency: 3");
    expect(JSON.stringify(tree)).not.toContain("Rating: Async and concurrency: 2");
  });

  it("is the same in bytes each time, and holds nothing of the fields it was made from", async () => {
    const filled = await fill(blank("02-depth-scorecard"), depth);
    const [first, second] = [await flat(filled), await flat(filled)];
    expect(Buffer.from(first).equals(second)).toBe(true);
    const objects = (await PDFDocument.load(first)).context.enumerateIndirectObjects();
    expect(
      objects.filter(([, object]) => /\/AcroForm|\/Widget|\/JavaScript/.test(object.toString())),
    ).toEqual([]);
  });

  it("loses no word of a text that is longer than its blank", async () => {
    const words = Array.from({ length: 900 }, (_, index) => `word${index}`);
    const filled = await fill(blank("02-depth-scorecard"), {
      ...depth,
      "depth.data.evidence": words.join(" "),
      "depth.adjustments": `A longer break, ${words.slice(0, 24).join(" ")}`,
    });
    const { pages } = await read(await flat(filled));
    expect(pages.length).toBeGreaterThan(1);
    const all = pages.map(({ text }) => text).join(" ");
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(all))).toEqual([]);
    expect(pages[1]?.text).toContain("Evidence: Relational data (1)");
  });

  it("shows names and words of every script, set by the browser", async () => {
    const names = { "depth.candidate": "山田太郎", "depth.interviewer": "Žofia Łęcka" };
    const filled = await fill(blank("02-depth-scorecard"), {
      ...depth,
      ...names,
      "depth.because": "Ελληνικά и русский.\nשלום",
    });
    const bytes = await flat(filled);
    const text = (await read(bytes)).pages[0]?.text ?? "";
    for (const word of ["山田太郎", "Žofia Łęcka", "Ελληνικά и русский", "שלום"])
      expect(text).toContain(word);
    expect(Buffer.from(await flat(filled)).equals(bytes)).toBe(true);
  });

  it("takes what pdf.js saved as well", async () => {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const document = await getDocument({ data: Uint8Array.from(blank("02-depth-scorecard")), verbosity: 0 })
      .promise;
    const objects = (await document.getFieldObjects()) as Record<
      string,
      { id: string; exportValues?: string }[]
    >;
    const id = (name: string, at = 0) => objects[name]?.filter(({ id }) => id !== "")[at]?.id ?? "";
    document.annotationStorage.setValue(id("depth.candidate"), { value: "山田 Ada" });
    const annotations = await (await document.getPage(1)).getAnnotations();
    const third = annotations.find(
      (one: { fieldName: string; buttonValue?: string }) =>
        one.fieldName === "depth.async.rating" && one.buttonValue === "3",
    ) as { id: string };
    document.annotationStorage.setValue(third.id, { value: true });
    const text = (await read(await flat(await document.saveDocument()))).pages[0];
    expect(text?.text).toContain("山田 Ada");
    const form = await readFilledForm("x", await document.saveDocument());
    const marked = form.pages.flat().filter(({ kind, value }) => kind === "box" && value !== "");
    expect(marked.map(({ field, value }) => [field, value])).toEqual([["depth.async.rating", "3"]]);
  });
});

describe("what is no filled form", () => {
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    try {
      await readFilledForm("x.pdf", bytes);
    } catch (error) {
      if (error instanceof KitError) return `${error.code}: ${error.message}`;
      throw error;
    }
    return "";
  };

  it("is refused, each by its own reason", async () => {
    expect(await refusal(Buffer.from("# a role"))).toBe("not-a-pdf: x.pdf is not a PDF");
    expect(await refusal(Buffer.from("%PDF-1.7\nnothing"))).toMatch(/^broken-pdf: x\.pdf cannot be read/);
    const foreign = await PDFDocument.create();
    foreign.addPage();
    expect(await refusal(await foreign.save())).toMatch(/^foreign-form: /);
    const locked = await PDFDocument.load(blank("debrief"));
    locked.encrypt({ userPassword: "a", ownerPassword: "b" });
    expect(await refusal(await locked.save())).toBe("encrypted-form: x.pdf is encrypted");
    const plain = await flat(await fill(blank("02-depth-scorecard"), depth));
    expect(await refusal(plain)).toMatch(/^flat-form: /);
  });
});

describe("a merged record", () => {
  const intro = {
    "intro.candidate": "zoë  example",
    "intro.interviewer": "B. Other",
    "intro.ownership.rating": "2",
  };
  const debrief = {
    "debrief.candidate": "Zoë Example",
    "depth.async.rating": "3",
    "debrief.async.consensus": "3",
  };

  it("holds scorecards by stage, then the debrief, outlined, tagged and titled", async () => {
    const files = {
      "a.pdf": await fill(blank("debrief"), debrief),
      "b.pdf": await fill(blank("02-depth-scorecard"), depth),
      "c.pdf": await fill(blank("01-intro-scorecard"), intro),
    };
    const bytes = await merged(files);
    const { pages, outline, fields, marked, tree } = await read(bytes);
    expect(fields).toBeNull();
    expect(outline).toEqual([
      "Scorecard: Intro call, Senior Developer (B. Other)",
      "Scorecard: Technical depth, Senior Developer (A. Nother)",
      "Debrief: Senior Developer",
    ]);
    expect(pages).toHaveLength(4);
    expect(pages[0]?.text).toContain("zoë example");
    expect(pages[1]?.text).toContain("Zoë Example");
    expect(marked).toBe(true);
    expect(tagsOf(tree).slice(0, 3)).toEqual(["Root", "Document", "Part"]);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(pdf.getTitle()).toBe("zoë example, senior-developer");
    expect(pdf.getModificationDate()?.toISOString()).toBe("2000-01-01T00:00:00.000Z");
    expect(pdf.catalog.toString()).toContain("/Lang (en)");
    const again = await merged({ "c.pdf": files["c.pdf"], "a.pdf": files["a.pdf"], "b.pdf": files["b.pdf"] });
    expect(Buffer.from(again).equals(bytes)).toBe(true);
  });

  it("refuses other candidates, other kits and empty forms in one go, and takes them when told to", async () => {
    const files = {
      "a.pdf": await fill(blank("02-depth-scorecard"), depth),
      "b.pdf": await fill(blank("01-intro-scorecard", otherKit), { "intro.candidate": "Bo Sample" }),
      "c.pdf": blank("debrief"),
    };
    await expect(merged(files)).rejects.toMatchObject({
      code: "mixed-forms",
      message:
        "these are not one candidate's forms: they name different kits (a.pdf: 4390271865; b.pdf: 0000000000); " +
        "they name different candidates (a.pdf: Zoë Example; b.pdf: Bo Sample); nothing is filled in in c.pdf",
    });
    expect((await read(await merged(files, true))).pages).toHaveLength(4);
  });
});

describe("where a record goes", () => {
  it("is beside the form or where the user says, never over a form", () => {
    expect(copyPaths(["in/a.pdf"], undefined)).toEqual([join("in", "a-flat.pdf")]);
    expect(copyPaths(["in/a.pdf", "in/b.PDF"], "out")).toEqual([
      join("out", "a-flat.pdf"),
      join("out", "b-flat.pdf"),
    ]);
    expect(copyPaths(["in/a.pdf"], "record.pdf")).toEqual(["record.pdf"]);
    expect(() => copyPaths(["a.pdf"], "a.pdf")).toThrow("over a form");
    expect(() => copyPaths(["x/a.pdf", "y/a.pdf"], "out")).toThrow("written twice");
  });

  it("is no place that git tracks, unless the user insists", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kit-"));
    try {
      expect(spawnSync("git", ["init", "--quiet", folder]).status).toBe(0);
      await writeFile(join(folder, ".gitignore"), "private/\n");
      const bytes = new TextEncoder().encode("x");
      const attempt = placeRecord(join(folder, "ada", "record.pdf"), bytes, false);
      await expect(attempt).rejects.toMatchObject({ code: "tracked-place" });
      expect(await readdir(folder)).toEqual([".git", ".gitignore"]);
      await placeRecord(join(folder, "private", "record.pdf"), bytes, false);
      await placeRecord(join(folder, "record.pdf"), bytes, true);
      expect(await readdir(folder)).toEqual([".git", ".gitignore", "private", "record.pdf"]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("setText", () => {
  it("gets smaller until the text fits, and says when it does not", () => {
    expect(setText("Ada", "text", 100, 17)).toMatchObject({ size: 11, lines: ["Ada"], complete: true });
    const long = setText("one two three four five six seven eight nine ten", "text", 120, 17);
    expect(long).toMatchObject({ complete: true });
    expect(long.size).toBeLessThan(11);
    const tooLong = setText("word ".repeat(500), "lines", 100, 60);
    expect(tooLong).toMatchObject({ size: 6, complete: false });
  });

  it("breaks a word that is wider than its line, and keeps the breaks that were typed", () => {
    const lines = breakLines(`${"x".repeat(60)}\n\nend`, 100, 10);
    expect(lines.join("")).toBe(`${"x".repeat(60)}end`);
    expect(lines.slice(-2)).toEqual(["", "end"]);
  });
});
