import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composePacket } from "../../src/packet/compose-packet.js";
import { holdVersion, stampVersion } from "../../src/print/held-version.js";
import { type Printed, type Printer, withPrinter } from "../../src/print/printer.js";
import { packetInput } from "../packet/packet-fixture.js";
import { readPdf } from "../print-quality/pdf-pages.js";
import { renderer } from "./printed-kit.js";

const [version, next] = ["4390271865", "7777777777"];
const foot =
  '@page { size: A6; margin: 20mm; @bottom-right { content: "Kit 4390271865 · page " counter(page); font: 9pt sans-serif } }';
const page = (body: string, styles = foot) =>
  `<!doctype html><html lang="en"><head><meta name="interview-kit" content="interview-kit; kit=${version}; document=guide"><title>A title</title><style>${styles}</style></head><body>${body}</body></html>`;
const sans = readFileSync(
  "node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2",
);
const face = `<style>@font-face { font-family: Sans; src: url(data:font/woff2;base64,${sans.toString("base64")}) }</style>`;
const under = (html: string, other: string) => html.replaceAll(version, other);

let printer: Printer;
let close: () => void = () => undefined;
let closed: Promise<void>;
beforeAll(
  () =>
    new Promise<void>((ready) => {
      closed = withPrinter({}, (one) => {
        printer = one;
        ready();
        return new Promise<void>((end) => {
          close = end;
        });
      });
    }),
);
afterAll(() => {
  close();
  return closed;
});

/** What stands on the pages: every text with its place and its size. */
const lines = async ({ pdf }: Pick<Printed, "pdf">) => {
  const { pages } = await readPdf(new Uint8Array(pdf));
  return pages.flatMap(({ body, foot }) => [
    ...body.map(({ text, left, baseline }) => `${text} ${left.toFixed(1)} ${baseline.toFixed(1)}`),
    ...foot,
  ]);
};

describe("a version that is held and stamped", () => {
  it.each(["en", "de", "he"])(
    "is the same pages as one that is printed, in %s, and another one's bytes",
    async (locale) => {
      const render = (kitVersion: string) =>
        composePacket(packetInput({ kitVersion, options: { paper: "a4", locale } }))
          .documents.filter(({ template }) => ["scorecard", "candidate-brief"].includes(template))
          .slice(0, 2)
          .map((document) => renderer.render(document));
      for (const [at, html] of render(version).entries()) {
        const plain = await printer.print(html);
        const stamped = await printer.print(html, version);
        expect([stamped.stampable, stamped.html, stamped.pages]).toEqual([true, plain.html, plain.pages]);
        expect(await lines(stamped)).toEqual(await lines(plain));
        expect((await lines(stamped)).join(" ")).toContain(version);
        const other = await printer.print(render(next)[at] ?? "", next);
        const again = stampVersion(stamped.pdf, version, next);
        expect(Buffer.from(again).equals(Buffer.from(other.pdf))).toBe(true);
        expect((await lines({ pdf: again })).join(" ")).not.toContain(version);
      }
    },
  );

  it("stands on every page, in every style, and in what the file says of itself", async () => {
    const body = `<p>Kit ${version}</p><p style="font: bold 20px monospace; break-after: page">${version}</p><p>${version} and ${version}</p>`;
    const { pdf, stampable } = await printer.print(page(body), version);
    const stamped = await lines({ pdf: stampVersion(pdf, version, next) });
    expect(stampable).toBe(true);
    expect(stamped.join(" ").split(next)).toHaveLength(7);
    expect(
      Buffer.from(pdf).includes(
        Buffer.from(`kit=${version}`, "utf16le").swap16().toString("hex").toUpperCase(),
      ),
    ).toBe(true);
  });

  it("is printed itself where it cannot be stamped", async () => {
    const cannot = {
      attribute: `<p title="${version}">text</p>`,
      "another in its place": `<p>${version}, not 5038172946</p>`,
      "two lines": `<p style="width: 4em; overflow-wrap: anywhere">${version}</p>`,
      "digits of two styles": `<style>p::first-letter { font-size: 30px }</style><p>${version}</p>`,
      "half-transparent text": `<p style="opacity: 0.5">${version}</p>`,
      "a heading, which the outline says too": `<h1>Kit ${version}</h1>`,
      hidden: `<p>text</p><p hidden>${version}</p>`,
      "digits of several widths": `${face}<p style="font-family: Sans; font-variant-numeric: proportional-nums">${version}</p>`,
    };
    for (const [what, body] of Object.entries(cannot)) {
      const html = page(body, what === "hidden" ? "" : foot);
      const [plain, printed] = [await printer.print(html), await printer.print(html, version)];
      if (what !== "digits of several widths") expect([what, printed.stampable]).toEqual([what, false]);
      if (!printed.stampable)
        expect(Buffer.from(printed.pdf).equals(Buffer.from(plain.pdf)), what).toBe(true);
    }
  });

  it("is none where nothing is a version", () => {
    expect(holdVersion(page(""), "4f9c1e7")).toBe(undefined);
    expect(holdVersion("<p>text</p>", version)).toEqual({ html: "<p>text</p>", texts: 0, inStyles: false });
    expect(holdVersion(under(page("<p>4390271865</p>"), next), next)).toMatchObject({
      texts: 1,
      inStyles: true,
    });
  });
});
