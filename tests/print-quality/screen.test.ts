import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeSiteIndex } from "../../src/packet/site-index.js";
import { startBrowser } from "../../src/print/start-browser.js";
import { type BuiltDocument, type BuiltKits, buildKits } from "./kits.js";
import { readPdf } from "./pdf-pages.js";

const minute = 60_000;
const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
// Every kind of page; of those that each stage has, the stage with exhibits.
const kinds = [
  "index of all roles",
  "index",
  "reading",
  "packet",
  "02-coding-guide",
  "02-coding-scorecard",
  "scorecards",
  "debrief",
  "candidate-brief",
] as const;

let browser: Browser;
let folder: string;
let axe: string;
let kits: BuiltKits;
const pages = new Map<string, BuiltDocument | { html: string }>();

beforeAll(async () => {
  ({ browser } = await startBrowser(undefined));
  folder = await mkdtemp(join(tmpdir(), "pages-"));
  axe = await readFile(axePath, "utf8");
  kits = await buildKits("a4", {
    role: "senior-python-developer",
    only: ({ name }) => (kinds as readonly string[]).includes(name),
  });
  for (const built of kits.documents) pages.set(built.document.name, built);
  const { renderer } = kits.workshop;
  pages.set("index of all roles", { html: renderer.render(composeSiteIndex(kits.kits)) });
  for (const [name, { html }] of pages) await writeFile(join(folder, `${name}.html`), html);
}, 2 * minute);
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens a file as a double click does; scripts are on, as they are for readers. */
async function open(name: string, width: number): Promise<{ page: Page; requests: string[] }> {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.setViewport({ width, height: 900 });
  await page.goto(pathToFileURL(join(folder, `${name}.html`)).href, { waitUntil: "load" });
  return { page, requests };
}

/** Runs in the browser: texts that stand over each other. */
function overprints(): string[] {
  const lines: { text: string; box: DOMRect }[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = (node.textContent ?? "").trim();
    const element = node.parentElement;
    // Text of controls and drawings, and what only screen readers get, takes no room on the page.
    if (text === "" || !element?.checkVisibility() || element.closest("svg, textarea, select, style, script"))
      continue;
    if (element.closest(".skip")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ text: text.slice(0, 30), box });
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  return lines.flatMap((one, at) => {
    const found: string[] = [];
    for (const other of lines.slice(at + 1)) {
      if (other.box.top >= one.box.bottom) break;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      if (across > 2 && down > Math.min(one.box.height, other.box.height) * 0.6)
        found.push(`“${one.text}” and “${other.text}”`);
    }
    return found;
  });
}

describe.each(kinds)("%s", (name) => {
  it.each([360, 1280])("has no violation of WCAG 2.2 AA, %i px wide", async (width) => {
    const { page } = await open(name, width);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const found = await axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        resultTypes: ["violations"],
      });
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary ?? ""}`),
      );
    });
    expect(violations).toEqual([]);
    // WCAG 1.4.10: nothing but tables of two dimensions scrolls sideways, and they do so within themselves.
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    expect(await page.evaluate(overprints)).toEqual([]);
    await page.close();
  });

  it(
    "can be walked through with the keyboard: a skip link first, focus in sight, no trap",
    async () => {
      const { page } = await open(name, 1280);
      const stops: { what: string; seen: boolean; framed: boolean }[] = [];
      for (let step = 0; step < 2_000; step++) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const at = document.activeElement;
          if (!at || at === document.body) return undefined;
          const { width, height, bottom, top } = at.getBoundingClientRect();
          const style = getComputedStyle(at);
          return {
            what: at.getAttribute("name") ?? at.getAttribute("href") ?? at.tagName,
            seen: width > 1 && height > 1 && bottom > 0 && top < innerHeight,
            framed: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2,
          };
        });
        if (!stop) break;
        stops.push(stop);
      }
      expect(stops[0]?.what).toBe("#content");
      expect(stops.filter(({ seen, framed }) => !seen || !framed)).toEqual([]);
      const left = await page.evaluate(() => document.activeElement === document.body);
      expect(left).toBe(true);
      // Every link and every blank was reached; of the boxes of one rating, one.
      const all = await page.evaluate(() => [
        ...new Set(
          [...document.querySelectorAll<HTMLElement>("a[href], input, textarea")]
            .filter((element) => element.checkVisibility())
            .map((element) => element.getAttribute("name") ?? element.getAttribute("href")),
        ),
      ]);
      const reached = new Set(stops.map(({ what }) => what));
      expect(all.filter((what) => !reached.has(what ?? ""))).toEqual([]);
      await page.close();
    },
    minute,
  );

  it("is one file that asks for nothing else", async () => {
    const { page, requests } = await open(name, 1280);
    const file = pathToFileURL(join(folder, `${name}.html`)).href;
    expect(requests.filter((url) => url !== file && !url.startsWith("data:"))).toEqual([]);
    await page.close();
  });

  it("prints from the browser as its PDF does", async () => {
    const built = pages.get(name);
    if (!built || !("pdf" in built) || !built.pdf) return;
    const { page } = await open(name, 1280);
    const own = await readPdf(
      await page.pdf({ preferCSSPageSize: true, printBackground: false, tagged: true }),
    );
    const ours = await readPdf(built.pdf);
    // Ours are mended: Chromium reads the apostrophe of a font as the letter that shares its glyph.
    const texts = (pdf: typeof ours) =>
      pdf.pages.map(({ body }) => body.map(({ text }) => text.trim().replace(/\u02bc/g, "’")).sort());
    expect(texts(own)).toEqual(texts(ours));
    await page.close();
  });
});
