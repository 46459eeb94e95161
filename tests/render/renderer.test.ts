import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/document/document.js";
import type { SourceFile } from "../../src/document/source-file.js";
import { composePacket } from "../../src/packet/compose-packet.js";
import type { PacketDocument } from "../../src/packet/packet.js";
import { composeSiteIndex } from "../../src/packet/site-index.js";
import { linkBlanks } from "../../src/print/blanks.js";
import { createRenderer } from "../../src/render/renderer.js";
import { TemplateError } from "../../src/render/template-set.js";
import { accountForLines } from "../../src/role/account-for-lines.js";
import { readRole } from "../../src/role/read-role.js";
import { buildSkillIndex } from "../../src/skills/skill-index.js";
import { packetInput } from "../packet/packet-fixture.js";
import { catalogue } from "../role/catalogue.js";

function readFolder(folder: string): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory()
      ? readFolder(path)
      : [{ path: relative(".", path), bytes: readFileSync(path) }];
  });
}

const files = readFolder("templates");
const nasty = `Lead "Data" \\ Engineer </style><script>alert(1)</script>`;

function documentsOf(title = "Senior Developer"): PacketDocument[] {
  const input = packetInput({
    options: { paper: "letter", duplex: true, opening: "PAY-7", team: { id: "pay", title: "Payments" } },
  });
  const packet = composePacket({ ...input, role: { ...input.role, title } });
  return [...packet.documents, composeSiteIndex([packet.kit])];
}

function replaced(path: string, text: string): SourceFile[] {
  const bytes = new TextEncoder().encode(text);
  return [...files.filter((file) => file.path !== path), { path, bytes }];
}

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

const { renderer, findings } = createRenderer([files]);

describe("the shipped templates", () => {
  it("compile without a finding", () => {
    expect(findings).toEqual([]);
  });

  it.each(documentsOf().map((document) => [`${document.name} (${document.template})`, document] as const))(
    "render %s as one file that needs nothing else",
    (_, document) => {
      const html = renderer.render(document);
      expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr" data-paper="(?:a4|letter)"/);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).toContain("@font-face");
      expect(html).not.toMatch(/<script|<link|<img|@import|https?:\/\/|url\((?!data:)/);
      expect(html).not.toMatch(/\[object Object\]|undefined|\{\{/);
    },
  );

  it("escape a role's title in text, attributes and the running foot", () => {
    for (const document of documentsOf(nasty)) {
      const html = renderer.render(document);
      expect(html).not.toContain("<script");
      expect(html.match(/<\/style>/g)).toHaveLength(1);
    }
  });

  it("show the questions in the guide and the packet, and none in the candidate brief", () => {
    const html = new Map(documentsOf().map((document) => [document.name, renderer.render(document)]));
    expect(html.get("02-depth-guide")).toContain("Wording blocking-call");
    expect(html.get("packet")).toContain("Wording blocking-call");
    expect(html.get("candidate-brief")).not.toMatch(/blocking-call|Anchor|Probe/);
  });

  it("keep the exhibit's page free of its question's title", () => {
    const guide = documentsOf().find(({ name }) => name === "02-depth-guide");
    const html = renderer.render(guide as PacketDocument);
    const page = /<section class="sheet exhibit[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";
    expect(page).toContain("Exhibit 2A");
    expect(page).not.toContain("Title");
  });

  it("give everything to fill in a label, and a name that no other has unless it is the same choice", () => {
    for (const document of documentsOf()) {
      const html = renderer.render(document);
      const { blanks } = linkBlanks(html);
      expect(blanks).toHaveLength(html.match(/ data-fill>/g)?.length ?? 0);
      expect(blanks.filter(({ name, label }) => name === "" || /^\W*$|:$|undefined/.test(label))).toEqual([]);
      const keys = blanks.map(({ kind, name, value }) => (kind === "rating" ? `${name}=${value}` : name));
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      const labels = blanks.map(({ label }) => label);
      const same = labels.filter((label, index) => labels.indexOf(label) !== index);
      if (document.template === "scorecard") expect(same).toEqual([]);
    }
  });

  it("explain all fifteen components of structure", () => {
    const packet = documentsOf().find(({ template }) => template === "packet") as PacketDocument;
    const table =
      /<table class="listing structure">[\s\S]*?<\/table>/.exec(renderer.render(packet))?.[0] ?? "";
    expect(table.match(/<tr>/g)).toHaveLength(16);
  });
});

describe("the document as read", () => {
  it("shows whatever stands in a role document as text", () => {
    const hostile = [
      "# Go <script>alert(1)</script> Developer",
      '- Python <img src="https://x.test/a.png" onerror=alert(1)> {{role}} </td></table></style>',
      "- \u202Egnp.exe\u2066 \u0007 Docker",
      `- ${"A".repeat(50_000)} Python`,
      '<a href="javascript:alert(1)">Redis</a> <!-- </main> -->',
    ].join("\n");
    const read = readDocument("roles/hostile.md", new TextEncoder().encode(hostile));
    if (!read.document) throw new Error("fixture");
    const { profile } = readRole(read.document, buildSkillIndex(catalogue));
    const reading = accountForLines(read.document, profile);
    const { documents } = composePacket(packetInput({ role: profile, reading }));
    const html = renderer.render(documents.find(({ name }) => name === "reading") as PacketDocument);
    expect(html).not.toMatch(/<script|<img|<a href="(?!index\.html|#L\d)|[\u202a-\u202e\u2066-\u2069]/);
    expect(html.match(/<\/(?:style|table|main)>/g)).toHaveLength(3);
    expect(html).toContain('<code class="named">U+202E</code>gnp.exe<code class="named">U+2066</code>');
    expect(html).toContain(
      "&lt;img src&#x3D;&quot;https://x.test/a.png&quot; onerror&#x3D;alert(1)&gt; {{role}}",
    );
    expect(html.match(/<tr id="L\d+"/g)).toHaveLength(5);
  });
});

describe("a broken template", () => {
  const brief = documentsOf().find(({ template }) => template === "candidate-brief") as PacketDocument;
  const path = "templates/partials/candidate-pages.hbs";

  it("names file, line and the value that is missing", () => {
    const broken = createRenderer([replaced(path, "<p>\n  {{role.titel}}</p>\n")]);
    const error = thrownBy(() => broken.renderer.render(brief));
    expect(error).toBeInstanceOf(TemplateError);
    expect((error as TemplateError).diagnostic).toMatchObject({
      code: "template-error",
      path,
      line: 2,
      message: 'the value "titel" does not exist here',
    });
  });

  it("is found when it is compiled, not when it is used", () => {
    const text = "{{#if role}}\n{{> no-such-partial}}{{> t.no.such.label}}\n{{shout role}}{{/if}}";
    const { findings } = createRenderer([replaced(path, text)]);
    expect(findings.map(({ code, path, line, message }) => [code, path, line, message])).toEqual([
      ["template-error", path, 2, 'no partial "no-such-partial"'],
      ["template-error", path, 2, 'no label "no.such.label"'],
      ["template-error", path, 3, 'no helper "shout"'],
    ]);
  });

  it("names the line of a partial whose name is computed, and of a helper without its value", () => {
    const text = '<p>\n{{> (lookup . "x")}}\n{{markdown}} {{term "kind"}}\n{{decimal}}</p>';
    const { findings } = createRenderer([replaced(path, text)]);
    expect(findings.map(({ code, path, line, message }) => [code, path, line, message])).toEqual([
      ["template-error", path, 2, "the name of a partial cannot be computed"],
      ["template-error", path, 2, 'no helper "lookup"'],
      ["template-error", path, 3, '"markdown" lacks its value'],
      ["template-error", path, 3, '"term" lacks a value: it takes a group and a name'],
      ["template-error", path, 4, '"decimal" lacks its value'],
    ]);
  });

  it("names the line of a block that is not closed", () => {
    const { findings } = createRenderer([replaced(path, "<p>\n{{#if role}}\n</p>\n{{/each}}")]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: "template-error", path, severity: "error" });
    expect(findings[0]?.line).toBeGreaterThan(1);
  });

  it("names the line of a label", () => {
    const locale = "templates/locales/en.yaml";
    const text = new TextDecoder().decode(files.find((file) => file.path === locale)?.bytes);
    const lines = text.split("\n");
    const at = lines.findIndex((line) => line.includes("heading: Your interviews"));
    lines[at] = '  heading: "{{nothing}}"';
    const broken = createRenderer([replaced(locale, lines.join("\n"))]);
    const error = thrownBy(() => broken.renderer.render(brief));
    expect((error as TemplateError).diagnostic).toMatchObject({ path: locale, line: at + 1 });
  });

  it.each(["constructor", "__proto__", "role.constructor", "role.constructor.constructor", "toString"])(
    "reaches nothing through {{%s}}",
    (expression) => {
      const { renderer } = createRenderer([replaced(path, `<p>[{{${expression}}}]</p>`)]);
      const error = thrownBy(() => expect(renderer.render(brief)).toContain("<p>[]</p>"));
      if (error !== undefined) expect(error).toBeInstanceOf(TemplateError);
    },
  );
});

describe("Markdown", () => {
  const guide = documentsOf().find(({ name }) => name === "02-depth-guide") as PacketDocument;

  it("is the only way to markup, and raw HTML in it comes out escaped", () => {
    if (guide.template !== "guide") throw new Error("fixture");
    const html = renderer.render({
      ...guide,
      model: { ...guide.model, brief: '## Rule\n\n**Never** <img src=x onerror="x"> "guess" it\'s `a "b"`' },
    });
    expect(html).toContain("<b>Never</b>");
    expect(html).toContain("<h4>Rule</h4>");
    expect(html).not.toContain("<img");
    expect(html).toContain("“guess” it’s <code>a &quot;b&quot;</code>");
  });
});

describe("a picture", () => {
  const src = "data:image/png;base64,iVBORw0KGgo=";
  const exhibit = "Look.\n\n![three *boxes*](boxes.png)\n\n![gone](https://x.test/a.png)";
  const input = packetInput({ pictures: { "questions/async/boxes.png": src } });
  const questions = input.bank.questions.map((question) =>
    question.id === "blocking-call" ? { ...question, exhibit } : question,
  );
  const { documents } = composePacket({ ...input, bank: { ...input.bank, questions } });

  it("of an exhibit stands in the page itself; one that is not at hand leaves its words", () => {
    const html = renderer.render(documents.find(({ name }) => name === "02-depth-guide") as PacketDocument);
    expect(html).toContain(`<p><img src="${src}" alt="three *boxes*"></p>`);
    expect(html).toContain("<p>gone</p>");
    expect(html).not.toContain("x.test");
  });
});

describe("a mistake in one partial", () => {
  const path = "templates/partials/candidate-pages.hbs";
  const failing = (text: string) => {
    const { renderer: broken } = createRenderer([files, [{ path, bytes: new TextEncoder().encode(text) }]]);
    return documentsOf().flatMap((document) => {
      const error = thrownBy(() => broken.render(document));
      return error === undefined
        ? []
        : [{ name: document.name, diagnostic: (error as TemplateError).diagnostic }];
    });
  };

  it.each([
    ["a missing value", "<p>\n{{nothing}}</p>", 'the value "nothing" does not exist here'],
    ["a term that is none", '<p>\n{{term "kind" role.title}}</p>', 'no label "kind.Senior Developer"'],
    ["a block that is not closed", "<p>\n{{#if role}}</p>", "unexpected text: "],
  ])("costs only the documents that need it: %s", (_, text, message) => {
    const failed = failing(text);
    expect(failed.map(({ name }) => name)).toEqual(["candidate-brief"]);
    expect(failed[0]?.diagnostic).toMatchObject({ code: "template-error", path, line: 2 });
    expect(failed[0]?.diagnostic.message).toContain(message);
  });

  it("is named where it shows: at the label, when a label lacks its value", () => {
    const failed = failing("<p>\n{{> t.minutes}}</p>");
    expect(failed.map(({ name }) => name)).toEqual(["candidate-brief"]);
    const locale = "templates/locales/en.yaml";
    const lines = readFileSync(locale, "utf8").split("\n");
    expect(failed[0]?.diagnostic).toMatchObject({
      path: locale,
      line: lines.findIndex((line) => line.startsWith("minutes:")) + 1,
      message: 'the value "minutes" does not exist here',
    });
  });
});
