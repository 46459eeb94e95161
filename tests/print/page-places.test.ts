import { beforeAll, describe, expect, it } from "vitest";
import { likelyPages } from "../../src/print/likely-pages.js";
import { type Printed, withPrinter } from "../../src/print/printer.js";
import { startBrowser } from "../../src/print/start-browser.js";
import { readPdf } from "../print-quality/pdf-pages.js";

const style = `<style>
@page { size: A4; margin: 20mm }
:root { --page-width: 170mm; --page-height: 257mm }
body { margin: 0; font: 10px/20px sans-serif }
p { margin: 0 }
section { break-before: page }
[hidden] { display: none !important }
table { border-spacing: 0 }
td, th { padding: 0; font: inherit }
</style>`;
const lines = (count: number) => "<p>a line</p>".repeat(count);
const number = (id: string) => `<p>${id} on <b data-page-of="${id}"></b></p>`;
const back = (id: string) => `<section data-front="${id}" hidden><p>an empty back</p></section>`;
const link = (id: string) => `<p><a href="#${id}">${id}</a> on <b data-page-of="${id}"></b></p>`;
/** Begins a page where nobody looks for it: so deep are no parts of ours. */
const deep = (id: string) => `<div><div><section><h1 id="${id}">Part ${id}</h1></section></div></div>`;
const part = (id: string, body = "") => `<section><h1 id="${id}">Part ${id}</h1>${body}</section>`;

describe("places on pages", () => {
  const bodies = {
    numbers: `<section>${number("c.1")}${number("a")}${number("gone")}</section>${part("a", lines(120))}${part("b")}${part("c.1")}`,
    // a is on page 2, b on 3, c on 4; with a back before a and another before c.
    fronts: `<section>${number("a")}${number("b")}${number("c")}</section>${back("a")}${part("a")}${part("b")}${back("c")}${part("c")}`,
    none: part("a"),
    // Over several pages, with the head of the table on each.
    likely: `<main><section>${link("a")}${link("b")}</section>${part("a", `<table><thead><tr><th>head</th></tr></thead><tbody>${"<tr><td>a row</td></tr>".repeat(150)}</tbody></table>`)}${part("b")}</main>`,
    unlikely: `<main><section>${link("a")}${link("b")}</section><div>${deep("a")}</div>${part("b")}</main>`,
  };
  const printed: Record<string, Printed> = {};
  beforeAll(async () => {
    await withPrinter({}, async (printer) => {
      for (const [name, body] of Object.entries(bodies))
        printed[name] = await printer.print(
          `<!doctype html><html lang="en"><head><title>t</title>${style}</head><body>${body}</body></html>`,
        );
    });
  });
  const pagesOf = async (name: string) => {
    const { pages } = await readPdf(printed[name]?.pdf as Uint8Array);
    return pages.map(({ body }) => body.map(({ text }) => text.trim()).join(" "));
  };

  it("are the numbers of the pages on which the parts stand, in the PDF and in the HTML", async () => {
    const pages = await pagesOf("numbers");
    expect(pages.findIndex((text) => text.includes("Part c.1")) + 1).toBe(6);
    expect(pages[0]).toBe("c.1 on 6 a on 2 gone on");
    expect(printed.numbers?.html).toContain('<b data-page-of="c.1">6</b>');
    expect(printed.numbers?.html).toContain('<b data-page-of="gone"></b>');
    expect(printed.numbers?.html).not.toContain("draft-links");
  });

  it("are right whether or not they were likely", async () => {
    const pages = await pagesOf("likely");
    const place = pages.findIndex((text) => text.includes("Part b")) + 1;
    expect(place).toBe(pages.length);
    expect(place).toBeGreaterThan(4);
    expect(pages[0]).toBe(`a on 2 b on ${place}`);
    expect(await pagesOf("unlikely")).toEqual(["a on 2 b on 3", "Part a", "Part b"]);
    expect(printed.unlikely?.html).not.toContain("draft-links");
  });

  it("are likely as they come to stand, where a link leads to each", async () => {
    const { browser, end } = await startBrowser(undefined);
    try {
      const page = await browser.newPage();
      await page.setViewport({ width: 642, height: 971 });
      await page.emulateMediaType("print");
      const guess = async (name: keyof typeof bodies, ids: string[]) => {
        await page.setContent(`<!doctype html>${style}${bodies[name]}`);
        return likelyPages(page, ids);
      };
      expect(await guess("numbers", ["a"])).toBeUndefined();
      expect(await guess("unlikely", ["a", "b"])).toEqual(
        new Map([
          ["a", 1],
          ["b", 2],
        ]),
      );
      const pages = await pagesOf("likely");
      expect(await guess("likely", ["a", "b"])).toEqual(
        new Map([
          ["a", 2],
          ["b", pages.length],
        ]),
      );
    } finally {
      await end();
    }
  });

  it("put an empty back before a part that would begin on one, and count it", async () => {
    expect(await pagesOf("fronts")).toEqual([
      "a on 3 b on 4 c on 5",
      "an empty back",
      "Part a",
      "Part b",
      "Part c",
    ]);
    expect(printed.fronts?.html).toContain('<section data-front="a">');
    expect(printed.fronts?.html).toContain('<section data-front="c" hidden>');
  });

  it("leave no trace in a document that asks for none", async () => {
    expect(printed.none?.html).toContain(bodies.none);
    expect(printed.none?.pages).toBe(1);
  });
});
