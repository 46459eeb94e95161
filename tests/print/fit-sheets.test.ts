import { describe, expect, it } from "vitest";
import { withPrinter } from "../../src/print/printer.js";

const style = `<style>
@page { size: A4; margin: 20mm }
:root { --page-width: 170mm; --page-height: 257mm }
body { margin: 0; font: 10px/20px sans-serif }
p { margin: 0 }
.sheet { break-before: page; min-height: calc(100vh - 1px) }
.sheet[data-fit="large"] p { line-height: 40px }
.sheet[data-fit="small"] p { line-height: 20px }
.leaf { display: contents }
.sheet[data-fit="apart"] .leaf { display: block; break-before: page }
</style>`;
const lines = (count: number) => "<p>a line</p>".repeat(count);
const sheet = (name: string, steps: string, body: string) =>
  `<section class="sheet" data-sheet="${name}" data-fit="${steps.split(" ")[0]}" data-steps="${steps}">${body}</section>`;
const print = (body: string, head = style) =>
  withPrinter({}, (printer) =>
    printer.print(
      `<!doctype html><html lang="en"><head><title>t</title>${head}</head><body>${body}</body></html>`,
    ),
  );

describe("fitting sheets to their page", () => {
  it("takes the first step that keeps a sheet on its page, and writes it into the document", async () => {
    // 257 mm are 971 px: 24 lines of 40 px, or 48 of 20 px.
    const { sheets, html, pages } = await print(
      sheet("short", "large small", lines(24)) +
        sheet("long", "large small", lines(25)) +
        sheet("longest", "large small", lines(48)),
    );
    expect(sheets.map(({ name, step, fits }) => [name, step, fits])).toEqual([
      ["short", "large", true],
      ["long", "small", true],
      ["longest", "small", true],
    ]);
    expect([...html.matchAll(/data-fit="(\w+)" data-steps/g)].map(([, step]) => step)).toEqual([
      "large",
      "small",
      "small",
    ]);
    expect(pages).toBe(3);
  });

  it("measures each leaf that a step makes a page of its own", async () => {
    const body = `<div class="leaf">${lines(40)}</div><div class="leaf">${lines(30)}</div>`;
    const { sheets, pages } = await print(sheet("both", "small apart", body));
    expect(sheets).toEqual([{ name: "both", step: "apart", fits: true, heightMm: 212, pageMm: 257 }]);
    expect(pages).toBe(2);
  });

  it("says how tall a sheet is that nothing helps", async () => {
    const { sheets } = await print(sheet("tall", "large small", lines(61)));
    expect(sheets).toEqual([{ name: "tall", step: "small", fits: false, heightMm: 323, pageMm: 257 }]);
  });

  it("leaves a document alone that has no sheets, or does not say how large its page is", async () => {
    expect((await print("<p>text</p>")).sheets).toEqual([]);
    const plain = await print(sheet("a", "large small", lines(60)), "");
    expect(plain.sheets).toEqual([]);
    expect(plain.html).toContain('data-fit="large"');
  });

  it("changes nothing that only looks like a sheet", async () => {
    const quoted = "&lt;i data-fit=&quot;x&quot; data-steps=&quot;y&quot;&gt;";
    const { html } = await print(`<p title="${quoted}">${quoted}</p>${sheet("a", "large small", lines(30))}`);
    expect(html).toContain(`<p title="${quoted}">${quoted}</p>`);
    expect(html).toContain('data-fit="small" data-steps="large small"');
  });
});
