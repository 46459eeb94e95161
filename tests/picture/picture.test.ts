import { describe, expect, it } from "vitest";
import { picturePath, readPicture } from "../../src/picture/picture.js";
import { pictureReferences } from "../../src/picture/references.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const svg = (inner: string) =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${inner}</svg>`);
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("the address of a picture", () => {
  const folder = "questions/system-design";

  it.each([
    ["queue.svg", "questions/system-design/queue.svg"],
    ["../shared/a%20b.png", "questions/shared/a b.png"],
    ["./x/../y.png", "questions/system-design/y.png"],
    ["../../pictures/z.png", "pictures/z.png"],
  ])("%s is a path from its file", (address, path) => {
    expect(picturePath(address, folder)).toEqual({ path });
  });

  it.each([
    ["https://x.test/a.png", "remote-picture"],
    ["//x.test/a.png", "remote-picture"],
    ["ftp://x.test/a.png", "remote-picture"],
    ["data:image/png;base64,AAAA", "remote-picture"],
    ["file:///etc/passwd", "missing-picture"],
    ["/etc/passwd", "missing-picture"],
    ["C:\\a.png", "missing-picture"],
    ["../../../secret.png", "missing-picture"],
    ["%2e%2e/%2e%2e/%2e%2e/secret.png", "missing-picture"],
    ["..\\..\\a.png", "missing-picture"],
    ["%E0%A4%A", "missing-picture"],
    ["", "missing-picture"],
  ])("%s is refused", (address, code) => {
    expect(picturePath(address, folder)).toMatchObject({ fault: { code } });
  });
});

describe("a picture", () => {
  it("is known by its bytes, and held as a data: address", () => {
    expect(readPicture(png)).toMatchObject({
      picture: { src: `data:image/png;base64,${png.toString("base64")}` },
    });
    expect(readPicture(svg("<path d='M0 0h8'/>"))).toMatchObject({
      picture: { src: expect.stringMatching(/^data:image\/svg\+xml;base64,/) },
    });
  });

  it.each([
    ["a text", bytes("no picture at all"), "unusable-picture"],
    ["the beginning of a PNG", png.subarray(0, 12), "unusable-picture"],
    ["nothing", new Uint8Array(), "unusable-picture"],
    ["more than 2 MB", new Uint8Array(2_000_001), "picture-too-large"],
    ["a script", svg("<script>alert(1)</script>"), "unsafe-picture"],
    ["a script with a prefix", svg("<svg:script/>"), "unsafe-picture"],
    ["a handler", svg('<g onload="x()"/>'), "unsafe-picture"],
    ["a link that runs", svg('<a href="javascript:x()"/>'), "unsafe-picture"],
    ["a remote picture", svg('<image href="https://x.test/a.png"/>'), "unsafe-picture"],
    ["a remote fill", svg('<path style="fill:url(https://x.test/a#b)"/>'), "unsafe-picture"],
    ["an import", svg("<style>@import 'https://x.test/a.css'</style>"), "unsafe-picture"],
    ["a page", svg("<foreignObject><p/></foreignObject>"), "unsafe-picture"],
    ["entities", bytes(`<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>`), "unsafe-picture"],
  ])("that is %s is refused", (_, content, code) => {
    expect(readPicture(content)).toMatchObject({ fault: { code } });
  });

  it("may point at its own parts", () => {
    expect(readPicture(svg('<use href="#a"/><path fill="url(#b)"/>'))).toHaveProperty("picture");
  });
});

describe("the pictures of a file", () => {
  it("are found with line, column, words and section", () => {
    const text = [
      "---",
      "kind: design",
      "---",
      "# Title",
      "",
      "Wording ![one](a.png) and",
      "then ![two *words*](b.png) ![](c.png)",
      "",
      "## Exhibit",
      "",
      "- ![three][ref] and `![no](d.png)`",
      "",
      "![four](file:///e.png)",
      "",
      "[ref]: https://x.test/r.png",
    ].join("\n");
    expect(pictureReferences({ path: "questions/a/b.md", bytes: bytes(text) })).toEqual([
      { address: "a.png", alt: "one", at: { line: 6, column: 9 }, section: "" },
      { address: "b.png", alt: "two *words*", at: { line: 7, column: 6 }, section: "" },
      { address: "c.png", alt: "", at: { line: 7, column: 28 }, section: "" },
      { address: "https://x.test/r.png", alt: "three", at: { line: 11, column: 3 }, section: "exhibit" },
      { address: "file:///e.png", alt: "four", at: { line: 13, column: 1 }, section: "exhibit" },
    ]);
  });
});
