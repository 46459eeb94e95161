import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { KitError } from "../../src/document/diagnostic.js";
import { packagedChromiumRuns, unpackChromium } from "../../src/print/packaged-chromium.js";
import { withPrinter } from "../../src/print/printer.js";
import { makeReproducible } from "../../src/print/reproducible.js";

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A title</title><style>@page { size: A4 }</style></head><body>${body}</body></html>`;

describe("withPrinter", () => {
  it("prints tagged, outlined, titled PDFs with a language, and counts their pages", async () => {
    const printed = await withPrinter({}, (printer) =>
      printer.print(page('<h1>One</h1><p>text</p><h2 style="break-before:page">Two</h2>')),
    );
    expect(printed.pages).toBe(2);
    const pdf = await PDFDocument.load(printed.pdf);
    expect(pdf.getPageCount()).toBe(2);
    expect(pdf.getTitle()).toBe("A title");
    const raw = Buffer.from(printed.pdf).toString("latin1");
    expect(raw).toContain("/StructTreeRoot");
    expect(raw).toContain("/Outlines");
    expect(raw).toMatch(/\/Lang \(en\)/);
    expect(raw).toContain("/CreationDate (D:20000101000000+00'00')");
    expect(printed.blocked).toEqual([]);
  });

  it("prints equal bytes in two runs, also when many pages are in flight", async () => {
    const pages = Array.from({ length: 9 }, (_, i) => page(`<h1>${i}</h1>`));
    const run = () =>
      withPrinter({ concurrency: 3 }, (printer) => Promise.all(pages.map((html) => printer.print(html))));
    const [first, second] = [await run(), await run()];
    expect(first.map(({ pdf }) => Buffer.from(pdf).toString("base64"))).toEqual(
      second.map(({ pdf }) => Buffer.from(pdf).toString("base64")),
    );
  });

  it("runs no script, reaches no server, reads no file, and names what was asked for", async () => {
    let hits = 0;
    const server = createServer((_, response) => {
      hits++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const folder = await mkdtemp(join(tmpdir(), "kit-"));
    const secret = join(folder, "secret.css");
    await writeFile(secret, "body::after { content: 'secret' }");
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const { pdf, blocked } = await withPrinter({}, (printer) =>
        printer.print(
          page(
            `<p id="p">safe</p><img src="${address}/a.png"><img src="file://${secret}"><link rel="stylesheet" href="${address}/a.css"><img src="b.png"><script>document.getElementById("p").textContent = "unsafe"; fetch("${address}/c")</script>`,
          ),
        ),
      );
      expect(hits).toBe(0);
      expect(blocked).toEqual(["b.png", `file://${secret}`, `${address}/a.css`, `${address}/a.png`].sort());
      expect(pdf.length).toBeGreaterThan(500);
    } finally {
      server.close();
      await rm(folder, { recursive: true });
    }
  });

  it("makes one field of a blank that breaks over two pages", async () => {
    const style = "display:block;height:400mm;margin-top:100mm;break-inside:auto";
    const printed = await withPrinter({}, (printer) =>
      printer.print(
        page(`<div data-fill style="${style}"><textarea name="a.notes" aria-label="Notes"></textarea></div>`),
      ),
    );
    expect([printed.pages, printed.fields]).toEqual([2, 1]);
    const pdf = await PDFDocument.load(printed.pdf);
    expect(
      pdf
        .getForm()
        .getFields()
        .map((field) => field.getName()),
    ).toEqual(["a.notes"]);
    expect(pdf.getPages().map(({ node }) => node.Annots()?.size() ?? 0)).toEqual([1, 0]);
    expect(Buffer.from(printed.pdf).includes("blank.invalid")).toBe(false);
  });

  it("uses the browser that the user names or refuses it, and says what to do", async () => {
    const attempt = withPrinter({ browser: "/nowhere/chrome" }, async () => undefined);
    await expect(attempt).rejects.toBeInstanceOf(KitError);
    await expect(attempt).rejects.toMatchObject({
      code: "no-browser",
      hint: expect.stringContaining("--browser"),
    });
  });

  it("leaves no browser behind when the work inside fails", async () => {
    const attempt = withPrinter({}, async () => {
      throw new Error("inside");
    });
    await expect(attempt).rejects.toThrow("inside");
  });
});

describe("makeReproducible", () => {
  it("overwrites both dates and nothing else", () => {
    const pdf = Buffer.from(
      "x /CreationDate (D:20261123063200+00'00')\n/ModDate (D:20261123063201+00'00') y",
    );
    expect(Buffer.from(makeReproducible(pdf)).toString()).toBe(
      "x /CreationDate (D:20000101000000+00'00')\n/ModDate (D:20000101000000+00'00') y",
    );
  });

  it("makes the print of a table independent of what the same browser printed before", async () => {
    const table = page("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>");
    const other = page("<p>x</p>".repeat(500));
    const alone = await withPrinter({}, (printer) => printer.print(table));
    const after = await withPrinter({ concurrency: 1 }, async (printer) => {
      await printer.print(other);
      return printer.print(table);
    });
    expect(Buffer.from(after.pdf).equals(Buffer.from(alone.pdf))).toBe(true);
  });
});

describe.runIf(packagedChromiumRuns())("unpackChromium", () => {
  it("unpacks once, also when several ask at the same time", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kit-"));
    try {
      const both = await Promise.all([unpackChromium(folder), unpackChromium(folder)]);
      expect(both[0]).toEqual(both[1]);
      const head = (await readFile(both[0].executable)).subarray(0, 4).toString("latin1");
      expect(head).toBe("\x7fELF");
      expect(await readFile(join(both[0].fonts, "fonts.conf"), "utf8")).toContain("fontconfig");
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
