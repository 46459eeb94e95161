import { describe, expect, it } from "vitest";
import { decodeText, maxDocumentBytes } from "../../src/document/text.js";

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

function finding(input: Uint8Array) {
  const result = decodeText("roles/x.md", input);
  if (!("finding" in result)) throw new Error("expected a finding");
  return result.finding;
}

describe("decodeText", () => {
  it("reads UTF-8 and drops a byte order mark", () => {
    expect(decodeText("x", bytes([0xef, 0xbb, 0xbf], "# Größe"))).toEqual({ text: "# Größe" });
  });

  it("names the byte that is not UTF-8, with its line and column", () => {
    const one = finding(bytes("# Title\n\nGr", [0xf6], "sse"));
    expect(one).toMatchObject({ code: "not-utf8", line: 3, column: 3 });
    expect(one.message).toContain("byte 11 (0xF6)");
    expect(one.hint).toContain("iconv");
  });

  it("finds a character that is cut off at the end of the file", () => {
    expect(finding(bytes("ab\n", [0xe2, 0x82])).code).toBe("not-utf8");
  });

  it("finds the first of several bad bytes behind many good characters", () => {
    const one = finding(bytes("é".repeat(5000), "\n", "ok", [0xff], "ok", [0xfe]));
    expect(one).toMatchObject({ line: 2, column: 3 });
  });

  describe("of a document from another program", () => {
    it("reads UTF-16 that says so by its byte order mark", () => {
      const text = "# Größe – 開発\n";
      const little = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
      const big = Buffer.from(little).swap16();
      for (const one of [little, big]) {
        expect(decodeText("x", one, true)).toEqual({ text });
        expect(finding(one).code).toBe("binary-file");
      }
    });

    it("reads Windows-1252, and says so at the first byte that told it", () => {
      const read = decodeText("x", bytes("# Title\n\nGr", [0xf6], "sse ", [0x93], "x", [0x94]), true);
      expect(read).toMatchObject({
        text: "# Title\n\nGrösse “x”",
        finding: { code: "foreign-encoding", severity: "warning", line: 3, column: 3 },
      });
    });

    it("takes no UTF-32 for UTF-16", () => {
      expect(decodeText("x", Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), true)).toMatchObject({
        finding: { code: "binary-file" },
      });
    });

    it("refuses broken UTF-8, and bytes that stand for nothing", () => {
      for (const one of [bytes("é", [0xf6], "sse"), bytes("a", [0x81])])
        expect(decodeText("x", one, true)).toMatchObject({
          finding: { code: "not-utf8", severity: "error" },
        });
    });
  });

  it("refuses binary files at the first NUL", () => {
    expect(finding(bytes("PK", [3, 4, 0, 0]))).toMatchObject({ code: "binary-file", line: 1, column: 5 });
  });

  it("refuses empty files and very large ones", () => {
    expect(finding(bytes(" \n\t\n")).code).toBe("empty-document");
    expect(finding(Buffer.alloc(maxDocumentBytes + 1, 97)).code).toBe("document-too-large");
  });
});
