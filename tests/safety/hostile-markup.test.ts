import { rm } from "node:fs/promises";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from "@cantoo/pdf-lib";
import { Parser } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../run-program.js";
import { bytesBelow, files, put, smallWorkspace } from "./small-workspace.js";

/** What an attacker would write, each with a word by which it is found again. */
const snippets: [string, string][] = [
  ["script", "<script>alert('evil01')</script>"],
  ["image", "<img src=x onerror=\"alert('evil02')\">"],
  ["drawing", '<svg onload="alert(\'evil03\')"><a xlink:href="javascript:evil03"><text>x</text></a></svg>'],
  ["style", "<style>body { background: url(http://127.0.0.1/evil04) }</style>"],
  ["frame", '<iframe src="http://169.254.169.254/evil05"></iframe>'],
  ["link of script", "[evil06](javascript:alert(1))"],
  ["link of data", "[evil07](data:text/html;base64,PHNjcmlwdD4=)"],
  ["spaced link", "[evil08](JaVa&#x09;script:alert(1))"],
  ["reference", "[evil09][e]\n\n[e]: javascript:alert(1)"],
  ["autolink", "<javascript:evil10>"],
  ["entities", "&lt;script&gt;evil11&lt;/script&gt;"],
  ["attribute end", '"><b onmouseover=alert(1)>evil12</b>'],
  ["quote end", "'><u onclick=alert(1)>evil13</u>"],
  ["style end", "</style></title></script>evil14<script>alert(1)</script>"],
  ["template", '{{constructor.constructor "return process"}} {{> layout}} evil15 {{{{raw}}}}'],
  ["comment", "<!--evil16--><![CDATA[evil16]]>"],
  ["meta", '<meta http-equiv="refresh" content="0;url=http://evil17">'],
  ["form", '<form action="http://evil18"><input name=x><button>evil18</button></form>'],
  ["object", '<object data="file:///etc/passwd">evil19</object><embed src="//evil19">'],
  ["base", '<base href="http://evil20/"><link rel=stylesheet href="//evil20/x.css">'],
];
const pictures = [
  "file:///etc/passwd",
  "http://example.com/evil.png",
  "https://127.0.0.1/evil.png",
  "http://[::1]/evil.png",
  "http://169.254.169.254/latest/meta-data/",
  "http://metadata.google.internal/",
  "//evil.example/x.png",
  "../../../etc/passwd",
  "/etc/passwd",
  "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+",
  "%2e%2e/%2e%2e/etc/passwd.png",
  "..\\..\\secret.png",
];

const all = snippets
  .map(([, snippet]) => snippet)
  .join(" ")
  .replaceAll("\n", " ");
const quoted = (text: string) => JSON.stringify(text);
const cut = (text: string, most: number) => [...text].slice(0, most).join("");

let folder: string;
let pages: [string, string][] = [];
let printed: { code: number | null; stderr: string };

beforeAll(async () => {
  const blocks = snippets.map(([, snippet]) => snippet).join("\n\n");
  const question = files["questions/baking/question-0.md"] ?? "";
  folder = await smallWorkspace({
    "roles/baker.md": `---\ntitle: ${quoted(`Baker ${all}`)}\nlevel: senior\ndescription: ${quoted(all)}\n---\n# Baker ${all}\n\n## Requirements ${all}\n\n- You must know kneading ${all}\n- ${all}\n\n${blocks}\n\n| a | ${all.replaceAll("|", "")} |\n|---|---|\n| proofing | ${all.replaceAll("|", "")} |\n`,
    "roles/plans/standard.md": (files["roles/plans/standard.md"] ?? "")
      .replace("title: Craft", `title: ${quoted(cut("<img src=x onerror=alert('evil21')>", 60))}`)
      .replace(
        "purpose: Finds out how the craft is practised",
        `purpose: ${quoted(cut("</h1><script>alert('evil22')</script> [evil23](javascript:alert(1))", 240))}`,
      )
      .replace("interviewer: A baker", `interviewer: ${quoted(cut("<b onclick=alert(1)>evil24</b>", 80))}`)
      .replace("prepare: Read the questions.", `prepare: ${quoted(all)}`)
      .replace("The usual loop.", `The usual loop. ${blocks}`),
    "questions/baking/competency.md": (files["questions/baking/competency.md"] ?? "")
      .replace("title: Baking", `title: ${quoted(cut("Baking <svg onload=alert('evil25')>", 60))}`)
      .replace("Makes bread", `${all}\n\nMakes bread`)
      .replace("Writes recipes.", `Writes recipes. ${all}`),
    ...Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [
        `questions/baking/question-${index}.md`,
        (files[`questions/baking/question-${index}.md`] ?? question)
          .replace(/^# Question/m, `# <img src=x onerror=alert('evil26')> Question ${all.replace("\n", " ")}`)
          .replace("How would you", `${all}\n\nHow would you`)
          .replace("- What would you", `- ${all} What would you`)
          .replace("Names nothing", `${all} Names nothing`)
          .replace("- Blames somebody.", `- Blames somebody. ${all}`)
          .replace("Both sides have", `${blocks}\n\nBoth sides have`)
          .replace("## Probes", `## Exhibit\n${all}\n\n\`\`\`html\n${all}\n\`\`\`\n\n## Probes`),
      ]),
    ),
    "templates/locales/en.yaml": `title:\n  guide: ${quoted("<script>alert('evil27')</script>Guide")}\n`,
    "questions/teams/shop/team.md": `---\ntitle: ${quoted("<i onclick=alert(1)>evil28</i>")}\n---\n# Shop\n\n${blocks}\n`,
    "roles/second.md": `---\nteams: [shop]\n---\n# Second Baker\n\n- You must know kneading\n`,
  });
  printed = await run(["build", "--format", "html"], folder);
  pages = Object.entries(await bytesBelow(`${folder}/out`))
    .filter(([name]) => name.endsWith(".html"))
    .map(([name, bytes]) => [name, Buffer.from(bytes, "base64").toString("utf8")]);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every element that a browser would make of a page, with its attributes. */
function elements(html: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => found.push({ name, attributes }) });
  parser.write(html);
  parser.end();
  return found;
}

describe("markup that strangers wrote", () => {
  it("is built: nothing of it is an error", () => {
    expect(printed.stderr).toContain("2 of 2 roles");
    expect(pages.length).toBeGreaterThan(14);
    expect(pages.some(([name, html]) => name.includes("guide") && html.includes("evil26"))).toBe(true);
    expect(pages.some(([, html]) => html.includes("evil28"))).toBe(true);
  });

  it("becomes no element that acts, in any page and any field", () => {
    for (const [page, html] of pages)
      for (const { name, attributes } of elements(html)) {
        const where = `${page}: <${name} ${JSON.stringify(attributes)}>`;
        if (
          name === "script" ||
          name === "iframe" ||
          name === "object" ||
          name === "embed" ||
          name === "base"
        )
          // Forms have no action, and a page may bring a script of its own; none of a document's words stands in it.
          expect([where, /evil/.test(JSON.stringify(attributes)), name]).toEqual([where, false, "script"]);
        for (const [key, value] of Object.entries(attributes)) {
          expect([where, /^on/i.test(key)]).toEqual([where, false]);
          if (/^(?:href|src|action|xlink:href|srcset|poster|data|formaction|background)$/i.test(key))
            expect([
              where,
              /^(?:[\w./#-]*|data:image\/(?:png|jpeg|webp|svg\+xml);base64,[\w+/=]*|data:font\/[\w;,+/=-]*)$/.test(
                value,
              ),
            ]).toEqual([where, true]);
          if (key === "style")
            expect([where, /url\(|expression|@import/i.test(value)]).toEqual([where, false]);
        }
        if (name === "meta")
          expect([where, (attributes["http-equiv"] ?? "").toLowerCase()]).not.toEqual([where, "refresh"]);
      }
  });

  it("ends no style, title or script: what stands in them is ours", () => {
    for (const [page, html] of pages) {
      for (const [, inside = ""] of html.matchAll(
        /<(?:style|script)\b[^>]*>([\s\S]*?)<\/(?:style|script)>/gi,
      )) {
        const bare = inside.replace(/"(?:[^"\\]|\\.)*"/g, '""');
        expect([page, /evil\d\d/.test(bare)]).toEqual([page, false]);
      }
      expect([page, (html.match(/<title>/g) ?? []).length]).toEqual([page, 1]);
    }
  });

  it("is still there to be read, as text", () => {
    const guide = pages.find(([name]) => name.includes("guide"))?.[1] ?? "";
    for (const text of ["&lt;script&gt;alert(", "&lt;iframe src", "evil14", "evil20"])
      expect([text, guide.includes(text)]).toEqual([text, true]);
    const reading = pages.find(([name]) => name.endsWith("baker/reading.html"))?.[1] ?? "";
    expect(reading.includes("&lt;script&gt;alert(")).toBe(true);
  });

  it("runs nothing of Handlebars: braces are text", () => {
    for (const [page, html] of pages)
      expect([page, /\[native code\]|function process/.test(html)]).toEqual([page, false]);
    expect(
      pages.some(([, html]) => html.includes("{{constructor.constructor") || html.includes("&#123;")),
    ).toBe(true);
  });
});

describe("a PDF of what strangers wrote", () => {
  it("acts by our sums and checks alone, and leads nowhere outside of itself", async () => {
    const { stderr } = await run(["build", "baker", "--out", "printed"], folder);
    expect(stderr).toContain("1 of 1 roles");
    const printed = Object.entries(await bytesBelow(`${folder}/printed`)).filter(([name]) =>
      name.endsWith(".pdf"),
    );
    expect(printed.length).toBeGreaterThan(4);
    for (const [name, bytes] of printed) {
      const { context } = await PDFDocument.load(Buffer.from(bytes, "base64"), { updateMetadata: false });
      const dictionaries = context.enumerateIndirectObjects().flatMap(([, object]) => dictionariesIn(object));
      expect([name, dictionaries.length > 50]).toEqual([name, true]);
      for (const dictionary of dictionaries) {
        const keys = ["URI", "OpenAction", "EmbeddedFiles", "Launch", "F"].filter((key) =>
          dictionary.has(PDFName.of(key)),
        );
        // F is a file, but for the flags of a field or a link, which are a number.
        const leading = keys.filter(
          (key) => !/^\d+$/.test(dictionary.get(PDFName.of(key))?.toString() ?? ""),
        );
        expect([name, leading]).toEqual([name, []]);
        const script = dictionary.get(PDFName.of("JS"));
        if (script === undefined) continue;
        expect([name, dictionary.get(PDFName.of("S"))?.toString()]).toEqual([name, "/JavaScript"]);
        // Whatever a stranger wrote stands in quotes.
        const text = script instanceof PDFHexString ? script.decodeText() : "";
        const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
        expect([
          name,
          bare,
          /^var (?:rows|source|typed) = /.test(bare),
          /evil|alert\((?!"")/.test(bare),
        ]).toEqual([name, bare, true, false]);
      }
    }
  }, 120_000);
});

/** A dictionary with all that stand in it, as far as they are written there. */
function dictionariesIn(object: PDFObject): PDFDict[] {
  if (object instanceof PDFRawStream) return dictionariesIn(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(dictionariesIn);
  if (!(object instanceof PDFDict)) return [];
  return [object, ...object.values().flatMap(dictionariesIn)];
}

describe("pictures that lead elsewhere", () => {
  it("are refused and reported at their place, and no page asks for them", async () => {
    const own = await smallWorkspace();
    try {
      const question = files["questions/baking/question-0.md"] ?? "";
      const exhibit = pictures.map((address) => `![a picture](<${address}>)`).join("\n\n");
      await put(
        own,
        "questions/baking/question-0.md",
        question.replace("## Probes", `## Exhibit\n${exhibit}\n\n## Probes`),
      );
      const { stderr } = await run(["build", "--format", "html"], own);
      const lines = new Set(
        [
          ...stderr.matchAll(
            /questions\/baking\/question-0\.md:(\d+):\d+ error (?:missing|remote|unsafe|unusable)-picture/g,
          ),
        ].map(([, line]) => line),
      );
      expect([stderr.slice(0, 2000), lines.size]).toEqual([stderr.slice(0, 2000), pictures.length]);
      for (const bytes of Object.values(await bytesBelow(`${own}/out`)))
        expect(
          elements(Buffer.from(bytes, "base64").toString("utf8")).filter(({ attributes }) =>
            /evil|passwd|meta-data|secret/.test(attributes.src ?? ""),
          ),
        ).toEqual([]);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  });
});
