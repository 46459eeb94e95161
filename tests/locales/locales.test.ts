import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../src/document/source-file.js";
import { composePacket } from "../../src/packet/compose-packet.js";
import type { PacketDocument } from "../../src/packet/packet.js";
import { composeSiteIndex } from "../../src/packet/site-index.js";
import { type Label, readLocale } from "../../src/render/locale.js";
import { createRenderer } from "../../src/render/renderer.js";
import { packetInput } from "../packet/packet-fixture.js";

const shipped = readdirSync("templates", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path): SourceFile => ({ path, bytes: readFileSync(path) }));
const { renderer, findings } = createRenderer([shipped]);

function labelsOf(lang: string): Map<string, Label> {
  const path = `templates/locales/${lang}.yaml`;
  const { locale } = readLocale(path, readFileSync(path, "utf8"));
  return new Map(locale?.labels.map((label) => [label.name, label]));
}

function documentsIn(locale: string): PacketDocument[] {
  const packet = composePacket(
    packetInput({ options: { paper: "a4", duplex: true, locale, team: { id: "pay", title: "Payments" } } }),
  );
  return [...packet.documents, composeSiteIndex([packet.kit], locale)];
}

function document(locale: string, name: string): string {
  const found = documentsIn(locale).find((one) => one.name === name);
  if (!found) throw new Error(name);
  return renderer.render(found);
}

const languages = readdirSync("templates/locales").map((name) => name.replace(".yaml", ""));

describe("the shipped locales", () => {
  it("are English, German and Hebrew, and whole", () => {
    expect(renderer.locales).toEqual(["de", "en", "he"]);
    expect(findings).toEqual([]);
  });

  it.each(languages)(
    "%s takes the values that English takes, and the items of lists stand in the same number",
    (lang) => {
      const english = labelsOf("en");
      const own = labelsOf(lang);
      const values = (text = "") => [...text.matchAll(/\{\{[^}]*\}\}/g)].map(([value]) => value).sort();
      const different = [...english].filter(
        ([name, { text }]) => values(text).join(" ") !== values(own.get(name)?.text).join(" "),
      );
      expect(different.map(([name]) => name)).toEqual([]);
    },
  );

  it.each(languages)("%s prints every document, in its direction", (lang) => {
    for (const one of documentsIn(lang)) {
      const html = renderer.render(one);
      expect(html).toContain(`<html lang="${lang}" dir="${lang === "he" ? "rtl" : "ltr"}"`);
      expect(html).not.toMatch(/undefined|\[object Object\]|\{\{/);
      expect(renderer.lackingIn(html)).toEqual([]);
    }
  });

  it.each(languages.filter((lang) => lang !== "en"))("%s leaves no English label in print", (lang) => {
    const own = labelsOf(lang);
    const same = [...labelsOf("en")].filter(
      ([name, { text }]) =>
        text !== undefined &&
        text === own.get(name)?.text &&
        /\p{L}{3}/u.test(text.replace(/\{\{.*?\}\}/g, "")),
    );
    // Words that the languages share.
    const shared: Record<string, string[]> = {
      de: [
        "direction",
        "min",
        "level.junior",
        "level.senior",
        "level.staff",
        "level.principal",
        "run.reserve",
        "cover.plan",
        "trace.team",
        "reading.kind.code",
      ],
    };
    expect(same.map(([name]) => name).filter((name) => !shared[lang]?.includes(name))).toEqual([]);
  });
});

describe("German pages", () => {
  it("use German words for kinds, ratings and levels, and leave the questions in their language", () => {
    const guide = document("de", "02-depth-guide");
    expect(guide).toContain("<dd>fachlich</dd>");
    expect(guide).toMatch(/<\/span> ?Schwach<\/p>|Schwach<\/p>/);
    expect(guide).toContain('<div class="say c24" lang="en"><p>Wording blocking-call, read aloud.</p></div>');
    expect(document("de", "packet")).toContain("<dd>Senior<br>");
  });
});

describe("pages from right to left", () => {
  it("begin the foot and bind the sheet on the right, on the left of the other side", () => {
    const html = document("he", "02-depth-guide");
    expect(html).toContain("@page {\n  size: A4; margin: 15mm 20mm 17mm 16mm;");
    expect(html).toContain("@bottom-right { content: var(--foot-left); direction: rtl;");
    expect(html).toContain("@page :right { margin-right: 16mm; margin-left: 20mm; }");
  });

  it("give every text the direction of its own words", () => {
    const html = document("he", "02-depth-guide");
    expect(html).toContain('<p dir="auto">Wording blocking-call, read aloud.</p>');
    expect(html).toContain("<bdi>Probe one blocking-call?</bdi>");
  });
});

describe("a text from right to left on an English page", () => {
  it("keeps its own direction and language", () => {
    const input = packetInput();
    const bank = {
      ...input.bank,
      questions: input.bank.questions.map((question) =>
        question.id === "slow-list" ? { ...question, lang: "he", wording: 'למה "הרשימה" איטית?' } : question,
      ),
    };
    const packet = composePacket({ ...input, bank });
    const guide = packet.documents.find(({ name }) => name === "02-depth-guide") as PacketDocument;
    expect(renderer.render(guide)).toContain(
      '<div class="say c24" lang="he"><p dir="auto">למה ”הרשימה” איטית?</p></div>',
    );
  });
});

describe("a locale of one's own", () => {
  const own = (text: string) =>
    createRenderer([shipped, [{ path: "templates/locales/fr.yaml", bytes: new TextEncoder().encode(text) }]]);

  it("prints English for what it lacks, and says what that is, group by group", () => {
    const english = labelsOf("en");
    const { findings: found, renderer: french } = own(
      "guide:\n  purpose: Objectif\nconduct:\n  askingRules: [Un, Deux]\n",
    );
    expect(
      found.every(({ code, path }) => code === "missing-label" && path === "templates/locales/fr.yaml"),
    ).toBe(true);
    const lines = found.map(({ line }) => line);
    expect(lines).toEqual([1, 1, 3].sort((a, b) => a - b));
    const named = found.flatMap(({ message }) =>
      [...message.matchAll(/"([^"]+)"/g)].map((match) => match[1]),
    );
    expect(named.sort()).toEqual(
      [...english.keys()].filter((name) => !["guide.purpose", "conduct.askingRules"].includes(name)).sort(),
    );
    const guide = documentsIn("fr").find(({ name }) => name === "02-depth-guide") as PacketDocument;
    const html = french.render(guide);
    expect(html).toContain('<html lang="fr" dir="ltr"');
    expect(html).toContain(">Objectif</h2>");
    expect(html).toContain(">Other stages</h2>");
  });

  it("does not put a list without its keys, or a word in place of a group, into a page", () => {
    const path = "templates/locales/de.yaml";
    const german = readFileSync(path, "utf8");
    const broken = german
      .replace(/ {2}ruleItems:\n(?: {4}- .*\n)+/, "  ruleItems:\n    - { text: Eins }\n")
      .replace(/^never:\n(?: .*\n)+/m, "never: nie\n");
    const bytes = (text: string) => new TextEncoder().encode(text);
    const changed = createRenderer([
      shipped.filter((file) => file.path !== path),
      [
        { path, bytes: bytes(`${broken}mine:\n  parts:\n    - { a: Eins }\n`) },
        {
          path: "templates/locales/en.yaml",
          bytes: bytes("mine:\n  parts:\n    - { a: One, b: Two }\n"),
        },
        {
          path: "templates/partials/foot.hbs",
          bytes: bytes("{{#each @root.t.mine.parts}}{{a}} {{b}}{{/each}}"),
        },
      ],
    ]);
    const named = changed.findings.map(({ code, message }) => [code, message.split(";")[0]]);
    expect(named).toContainEqual(["missing-label", 'no label "cover.ruleItems"']);
    expect(named).toContainEqual(["missing-label", 'no label "mine.parts"']);
    expect(named).toContainEqual(["unknown-label", 'nothing prints the label "never"']);
    const packet = documentsIn("de").find(({ name }) => name === "packet") as PacketDocument;
    expect(changed.renderer.render(packet)).toContain("Same questions, same order");
    expect(changed.renderer.render(packet)).toContain('"One Two"');
    expect(changed.renderer.render(packet)).toContain("Age, graduation year");
  });

  it("names the line of a direction that is none, and of what is no YAML", () => {
    expect(own("min: m\ndirection: sideways\n").findings[0]).toMatchObject({
      code: "template-error",
      line: 2,
      message: 'direction is "sideways", expected ltr or rtl',
    });
    expect(own("min: m\n  bad: [\n").findings[0]).toMatchObject({
      code: "template-error",
      path: "templates/locales/fr.yaml",
    });
  });
});
