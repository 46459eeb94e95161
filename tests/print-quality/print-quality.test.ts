import type { Browser } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Paper } from "../../src/packet/packet.js";
import { startBrowser } from "../../src/print/start-browser.js";
import { type Alignment, alignPages } from "./align.js";
import { type BuiltDocument, type BuiltKits, buildKits } from "./kits.js";
import { bottomMarginMm, type OutlineItem, type Piece, ptPerMm, type ReadPdf, readPdf } from "./pdf-pages.js";
import { type PrintView, readPrintView } from "./print-view.js";

interface Printed extends BuiltDocument {
  pdf: Uint8Array;
  read: ReadPdf;
  view: PrintView;
  alignment: Alignment;
}

const minute = 60_000;
const minWordsOfAPage = 2;

let browser: Browser;
beforeAll(async () => {
  ({ browser } = await startBrowser(undefined));
});
afterAll(async () => {
  await browser.close();
});

async function readAll({ documents }: BuiltKits): Promise<Printed[]> {
  const page = await browser.newPage();
  const printed: Printed[] = [];
  for (const built of documents) {
    if (!built.pdf) continue;
    const read = await readPdf(built.pdf);
    const view = await readPrintView(page, built.html, built.paper);
    printed.push({ ...built, pdf: built.pdf, read, view, alignment: alignPages(view.text, read) });
  }
  await page.close();
  return printed;
}

describe.each(["a4", "letter"] as const)("every printed document of every role on %s", (paper) => {
  let kits: BuiltKits;
  let printed: Printed[];
  beforeAll(async () => {
    kits = await buildKits(paper);
    printed = await readAll(kits);
  }, 4 * minute);

  /** What a check says of all documents, with the document's name before it. */
  const findings = (check: (document: Printed) => string[]) =>
    printed.flatMap((document) => check(document).map((finding) => `${document.label}: ${finding}`));
  const of = (template: Printed["document"]["template"]) =>
    printed.filter(({ document }) => document.template === template);

  it("is there: packet, brief and debrief of each role, guide and scorecard of each stage", () => {
    const roles = new Set(printed.map(({ label }) => label.split("/")[1]));
    expect(roles.size).toBeGreaterThanOrEqual(2);
    expect([of("packet").length, of("candidate-brief").length, of("debrief").length]).toEqual([
      roles.size,
      roles.size,
      roles.size,
    ]);
    expect(of("guide").length).toBe(of("scorecard").length);
    expect(of("guide").length).toBeGreaterThan(roles.size);
  });

  it("holds every word of the HTML's print view, in its order", () => {
    expect(
      findings(({ alignment, view }) => [
        ...(alignment.missing === "" ? [] : [alignment.missing]),
        ...(view.text.length > 500 ? [] : [`a print view of ${view.text.length} characters`]),
      ]),
    ).toEqual([]);
  });

  it("is searched and copied with the letters that were written", () => {
    const letters = (text: string) => new Set([...text.normalize("NFKC")].filter((one) => !/\s/.test(one)));
    expect(
      findings(({ read, view, document }) => {
        const written = letters(`${view.text}${JSON.stringify(document.feet)}Kit·pageof`);
        const found = letters(read.pages.flatMap(({ body }) => body.map(({ text }) => text)).join(""));
        // Dashes that mark the items of lists, and what keeps empty lines of code, are made by style sheets.
        return [...found].filter((letter) => !written.has(letter) && !"–\u200b".includes(letter));
      }),
    ).toEqual([]);
  });

  it("splits no sheet, row, question, anchor row or rating zone, and no heading from its first lines", () => {
    expect(findings(splits)).toEqual([]);
  });

  it("gives every sheet one page, and leaves no page empty", () => {
    expect(
      findings(({ read }) =>
        read.pages.flatMap(({ body }, index) =>
          body.length >= minWordsOfAPage ? [] : [`page ${index + 1} holds ${body.length} texts`],
        ),
      ),
    ).toEqual([]);
    expect(
      findings(({ view }) =>
        view.blocks
          .filter(({ kind, tallerThanPage }) => tallerThanPage && (kind === "sheet" || kind === "leaf"))
          .map(({ name, from }) => `${name} is taller than a page: ${view.text.slice(from, from + 40)}`),
      ),
    ).toEqual([]);
  });

  it("prints a scorecard on exactly one page", () => {
    expect(of("scorecard").map(({ read }) => read.pages.length)).toEqual(of("scorecard").map(() => 1));
  });

  it("keeps all text within the margins, 20 mm on the binding side and 15 mm elsewhere", () => {
    expect(findings((document) => outside(document, () => "left"))).toEqual([]);
  });

  it("cuts off no text, prints none over another, and is no wider than its page", () => {
    expect(
      findings(({ view, read }) => [
        ...view.clipped.map((text) => `cut off: ${text}`),
        ...(view.overflowPx > 0 ? [`${view.overflowPx} px too wide`] : []),
        ...read.pages.flatMap(({ body }, index) =>
          overprints(body).map((text) => `page ${index + 1}: ${text}`),
        ),
      ]),
    ).toEqual([]);
  });

  it("is set in 10.5 pt or more, labels and side notes in 9", () => {
    expect(findings(({ view }) => view.smallType)).toEqual([]);
  });

  it("needs no colour: one ink on white, so nothing can be meant by another", () => {
    expect(findings(({ view }) => view.lowContrast)).toEqual([]);
    expect(new Set(printed.flatMap(({ view }) => view.inks))).toEqual(new Set(["rgb(0, 0, 0)"]));
  });

  it("draws no line thinner than 0.5 pt", () => {
    expect(findings(({ view }) => view.thinLines)).toEqual([]);
  });

  it("prints the number inside every rating box", () => {
    const groups = [...of("guide"), ...of("packet"), ...of("scorecard")].flatMap(
      ({ view }) => view.ratingBoxes,
    );
    expect(groups.length).toBeGreaterThan(50);
    expect(new Set(groups)).toEqual(new Set(["1234"]));
  });

  it("rules at least six lines of 8 mm for notes on every question", () => {
    for (const { view, label } of of("guide")) {
      expect(view.noteAreas.length, label).toBeGreaterThan(0);
      expect(Math.min(...view.noteAreas.map(({ rules }) => rules)), label).toBeGreaterThanOrEqual(6);
      expect(new Set(view.noteAreas.map(({ pitchPx }) => pitchPx)), label).toEqual(new Set([30]));
    }
  });

  it("has a running foot: role, stage, kit version, page x of y", () => {
    expect(findings(wrongFeet)).toEqual([]);
  });

  it("is tagged, in English, titled, and outlined by stage and question", () => {
    for (const { read, document, label } of printed) {
      expect(read.tagged, label).toBe(true);
      expect(read.lang, label).toBe("en");
      expect(read.title, label).toContain(document.title);
      expect(read.outline.length, label).toBeGreaterThan(0);
    }
    for (const { document, read, label } of [...of("guide"), ...of("packet")]) {
      const guides =
        document.template === "guide"
          ? [document.model]
          : document.template === "packet"
            ? document.model.guides
            : [];
      expect(guides.length, label).toBeGreaterThan(0);
      for (const guide of guides) {
        const stage = read.outline.find(({ title }) => title === guide.stage.title);
        const inside = titlesBelow(stage?.items ?? []);
        for (const { number, title } of [...guide.questions, ...guide.alternates])
          expect(inside, label).toContain(`${number} ${title.replace(/`/g, "")}`);
      }
    }
  });

  it("lists the parts of the packet with the pages on which they begin", () => {
    for (const { document, read, html, label } of of("packet")) {
      if (document.template !== "packet") continue;
      const listed = [...html.matchAll(/href="#([\w-]+)">[^\n]*?data-page-of="\1">(\d*)</g)];
      const pages = new Map(listed.map(([, id = "", page]) => [id, Number(page)]));
      const begins = (text: string) =>
        read.pages.findIndex(({ body }) =>
          squeeze(body.map((piece) => piece.text).join("")).includes(squeeze(text)),
        ) + 1;
      const guides = document.model.guides.map(({ key, stage }) => [
        `${key}-title`,
        begins(`Interview guide · Stage ${stage.number} of`),
      ]);
      expect(
        [...pages].filter(([id]) => /^s\d-title$/.test(id)),
        label,
      ).toEqual(guides);
      expect(pages.get("loop"), label).toBe(begins("5 interviews,"));
      expect(pages.get("gaps"), label).toBe(begins("The rest is listed, not hidden."));
      expect(pages.get("trace"), label).toBe(begins("Line numbers are those of"));
      expect(pages.get("competencies"), label).toBe(begins("The ratings of a scorecard say"));
      expect(pages.get("structure"), label).toBe(begins("The 15 components of structure"));
    }
  });

  it("says of all 15 components of structure what the kit does and where it stands, on one page", () => {
    for (const { document, view, label } of of("packet")) {
      if (document.template !== "packet") continue;
      expect(view.blocks.filter(({ kind, name }) => kind === "sheet" && name === "structure")).toHaveLength(
        1,
      );
      const { structure } = document.model;
      expect(structure.map(({ number }) => number)).toEqual([...Array(15).keys()].map((at) => at + 1));
      expect(structure.filter(({ places }) => places.length === 0)).toEqual([]);
      const ids = structure.flatMap(({ places }) => places.map(({ id }) => id)).filter((id) => id !== "");
      expect(ids.length, label).toBeGreaterThan(12);
    }
  });

  it("leads every link inside a document to something in it", () => {
    for (const { html, label } of printed) {
      const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
      const missing = [...html.matchAll(/\shref="#([^"]*)"/g)]
        .map(([, id]) => id)
        .filter((id) => !ids.has(id));
      expect(missing, label).toEqual([]);
    }
  });

  it("has a blank for the candidate on every page for notes, since sheets get mixed up", () => {
    const nameless = [...of("guide"), ...of("packet")].flatMap(({ read, label }) =>
      read.pages.flatMap(({ body }, index) => {
        const text = squeeze(body.map((piece) => piece.text).join(""));
        const noted = /Noteswhatwassaid|Morenotes|Sparenotes/.test(text);
        return noted && !text.includes("Candidate") ? [`${label}: page ${index + 1}`] : [];
      }),
    );
    expect(nameless).toEqual([]);
  });

  it("gives each exhibit a page that says neither question nor answer", () => {
    const exhibits = of("guide").flatMap(({ document, view, label }) =>
      document.template !== "guide"
        ? []
        : document.model.exhibits.map((exhibit) => {
            const sheet = view.blocks.find(({ kind, name }) => kind === "sheet" && name === exhibit.page);
            const text = sheet ? view.text.slice(sheet.from, sheet.to) : "";
            const questions = [...document.model.questions, ...document.model.alternates];
            return { label, exhibit, text, titles: questions.map(({ title }) => squeeze(title)) };
          }),
    );
    expect(exhibits.length).toBeGreaterThan(0);
    for (const { label, exhibit, text, titles } of exhibits) {
      expect(text, label).toContain(`Exhibit${exhibit.label}`);
      for (const title of titles) expect(text, label).not.toContain(title);
    }
  });

  it("tells the candidate no question, probe, anchor or background of the bank", () => {
    const { questions } = kits.workshop.shelf.bank;
    const phrase = (text: string) => [...squeeze(text).toLowerCase()].slice(0, 40).join("");
    const secrets = questions.flatMap((question) =>
      [
        question.title,
        question.wording,
        question.background,
        ...question.probes,
        ...question.redFlags,
        ...question.rubric.map(({ text }) => text),
      ].map(phrase),
    );
    expect(secrets.length).toBeGreaterThan(3000);
    for (const { read, view, label } of of("candidate-brief")) {
      const told = [view.text, read.pages.flatMap(({ body }) => body.map(({ text }) => text)).join("")]
        .map((text) => squeeze(text).toLowerCase())
        .join("\n");
      expect(
        secrets.filter((secret) => secret.length > 7 && told.includes(secret)),
        label,
      ).toEqual([]);
    }
  });

  it(
    "changes its margins over when both sides are printed",
    async () => {
      const duplex = await buildKits(paper, {
        duplex: true,
        only: ({ name }) => name.startsWith("02-") || name === "debrief",
      });
      const documents = await readAll(duplex);
      expect(documents.some(({ read }) => read.pages.length > 3)).toBe(true);
      const wrong = documents.flatMap((document) =>
        outside(document, (index) => (index % 2 === 0 ? "left" : "right")).map(
          (finding) => `${document.label}: ${finding}`,
        ),
      );
      expect(wrong).toEqual([]);
      expect(documents.flatMap(splits)).toEqual([]);
    },
    minute,
  );

  it(
    "prints every exhibit and every guide on sheets of their own when both sides are printed",
    async () => {
      const duplex = await buildKits(paper, {
        duplex: true,
        only: ({ name, template }) => template === "guide" || name === "packet",
      });
      const documents = await readAll(duplex);
      const of = (kind: (text: string) => boolean) =>
        documents.flatMap(({ read, label }) =>
          read.pages.flatMap(({ body }, index) =>
            kind(squeeze(body.map(({ text }) => text).join(""))) ? [{ label, page: index + 1, read }] : [],
          ),
        );
      const exhibits = of((text) => text.startsWith("ForthecandidateExhibit"));
      const guides = of((text) => text.startsWith("Interviewguide·"));
      expect([exhibits.length > 4, guides.length > 9]).toEqual([true, true]);
      expect([...exhibits, ...guides].filter(({ page }) => page % 2 === 0)).toEqual([]);
      // What stands on the back of an exhibit is nothing.
      const backs = exhibits.flatMap(({ label, page, read }) => {
        const text = squeeze((read.pages[page]?.body ?? []).map((piece) => piece.text).join(""));
        return text === "" || text.startsWith("Thispageisleftempty") ? [] : [`${label}: ${text}`];
      });
      expect(backs).toEqual([]);
    },
    2 * minute,
  );
});

describe("the checks themselves", () => {
  const style = `<style>@page { size: A4; margin: 15mm 16mm 17mm 20mm } body { margin: 0; font: 14px/20px serif } p { margin: 0 }</style>`;
  const read = async (body: string): Promise<Printed> => {
    const html = `<!doctype html><html lang="en"><head><title>t</title>${style}</head><body>${body}</body></html>`;
    const page = await browser.newPage();
    await page.setContent(html);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const view = await readPrintView(page, html, "a4");
    const pages = await readPdf(pdf);
    await page.close();
    const document = { feet: [] } as unknown as Printed["document"];
    const paper: Paper = "a4";
    return {
      label: "",
      paper,
      document,
      html,
      pdf,
      read: pages,
      view,
      alignment: alignPages(view.text, pages),
    };
  };
  const filler = (lines: number) => "<p>filler</p>".repeat(lines);

  it("find a split block, and a heading without its first lines", async () => {
    const list = `<ul><li>${"one line<br>".repeat(6)}</li></ul>`;
    expect(splits(await read(filler(45) + list))).toEqual([
      "list item on pages 1, 2: onelineonelineonelineonelineone",
    ]);
    expect(
      splits(await read(`${filler(49)}<h2 style="margin:0;font-size:14px">Alone</h2><p>text</p>`)),
    ).toEqual(["heading on pages 1, 2: Alone"]);
    expect(splits(await read(filler(40) + list))).toEqual([]);
  });

  it("find text that is missing, outside, cut off, overprinted, small, pale or thin", async () => {
    expect(
      (await read('<p>seen</p><p style="position:absolute;left:-900px">gone</p>')).alignment.missing,
    ).toContain("gone");
    const wide = "<style>@page { margin: 5mm }</style>";
    expect(outside(await read(`${wide}<p>left</p>`), () => "left")).toEqual(["page 1: left"]);
    expect(outside(await read(`${wide}<p style="text-align:right">right</p>`), () => "right")).toEqual([
      "page 1: right",
    ]);
    expect((await read('<p style="width:180mm">wide</p>')).view.overflowPx).toBeGreaterThan(20);
    const { view, read: pdf } = await read(
      `<p style="overflow:hidden;height:10px">cut</p><p style="color:#666;font-size:11px">pale</p>
      <p style="position:relative;top:-18px">over</p>
      <svg width="9" height="9"><path d="M0 0L9 9" stroke="#000" stroke-width=".3"/></svg>`,
    );
    expect(view.clipped).toEqual(["P.: cut"]);
    expect(view.lowContrast).toEqual(["rgb(102, 102, 102): pale"]);
    expect(view.smallType).toEqual(["8.25 pt: pale"]);
    expect(view.thinLines).toEqual(["path.: 0.3px"]);
    expect(view.inks).toContain("rgb(102, 102, 102)");
    expect(overprints(pdf.pages[0]?.body ?? [])).toEqual(["“pale” and “over”"]);
  });
});

/** Blocks whose text stands on more than one page. */
function splits({ view, alignment }: Printed): string[] {
  return view.blocks.flatMap(({ kind, from, to, firstLines, tallerThanPage }) => {
    const pages = new Set(alignment.pages.slice(from, firstLines ?? to));
    if (pages.size <= 1 || tallerThanPage) return [];
    return [
      `${kind} on pages ${[...pages].map((page) => page + 1).join(", ")}: ${view.text.slice(from, Math.min(to, from + 31))}`,
    ];
  });
}

// The side bearing of a letter, and what Chromium rounds.
const tolerancePt = 0.6;

/** Texts beyond the margins; `binding` says on which side of a page the wide one is. */
function outside({ read }: Printed, binding: (index: number) => "left" | "right"): string[] {
  return read.pages.flatMap(({ body, width, height }, index) => {
    const side = binding(index);
    const left = (side === "left" ? 20 : 15) * ptPerMm - tolerancePt;
    const right = width - (side === "right" ? 20 : 15) * ptPerMm + tolerancePt;
    const top = 15 * ptPerMm;
    const bottom = height - bottomMarginMm * ptPerMm;
    return body
      .filter(
        (piece) =>
          piece.left < left ||
          piece.left + piece.width > right ||
          piece.baseline - piece.size * 0.6 < top ||
          piece.baseline > bottom,
      )
      .map(({ text }) => `page ${index + 1}: ${text}`);
  });
}

/** Pairs of texts of which one is printed over the other. */
function overprints(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((one, index) =>
    pieces
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(one.baseline - other.baseline) < Math.min(one.size, other.size) * 0.6 &&
          Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left) > 1,
      )
      .map((other) => `“${one.text}” and “${other.text}”`),
  );
}

function squeeze(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s`*_]/g, "")
    .replace(/[’ʼ]/g, "'");
}

function titlesBelow(items: readonly OutlineItem[]): string[] {
  return items.flatMap(({ title, items: below }) => [title.replace(/\s+/g, " "), ...titlesBelow(below)]);
}

function wrongFeet({ document, read, view, alignment }: Printed): string[] {
  const lefts = new Set(
    document.feet.map(({ role, team, stage, exhibit }) =>
      exhibit !== null
        ? `Exhibit ${exhibit} · please leave this sheet in the room`
        : `${role}${team && ` · ${team}`}${stage ? ` · Stage ${stage.number} of ${stage.count}, ${stage.title}` : ""}`,
    ),
  );
  const feet = read.pages.map(({ foot }) => squeeze(foot.join("")));
  const wrong = feet.flatMap((foot, index) => {
    const right = squeeze(`Kit ${document.kitVersion} · page ${index + 1} of ${feet.length}`);
    const left = foot.replace(right, "");
    return foot.includes(right) && [...lefts].some((text) => squeeze(text) === left)
      ? []
      : [`page ${index + 1}: ${foot}`];
  });
  // A page of a stage says which: its sheets are named s3-q1, s3-conduct.
  const stageless = view.blocks.flatMap(({ kind, name, from }) => {
    const stage = /^s(\d+)-/.exec(name)?.[1];
    if (stage === undefined || (kind !== "sheet" && kind !== "leaf")) return [];
    const page = alignment.pages[from] ?? 0;
    return feet[page]?.includes(`Stage${stage}of`) ? [] : [`page ${page + 1} does not name stage ${stage}`];
  });
  return [...wrong, ...stageless];
}
