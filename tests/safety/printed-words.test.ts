import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { markdownTokens, plainText } from "../../src/document/markdown.js";
import type { Kit } from "../../src/packet/kit.js";
import { readPdf } from "../print-quality/pdf-pages.js";
import { run } from "../run-program.js";
import { generateDocument } from "./generate-document.js";
import { seeded, seededFrom } from "./seed.js";
import { files, smallWorkspace } from "./small-workspace.js";

const { seed } = seeded("KIT_PRINT_SEED");
const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Generated prose that a question may hold: no headings, tables, pictures or link definitions of its own. */
function prose(number: number): string {
  return generateDocument(seededFrom(seed + number))
    .replace(/^---[\s\S]*?^---$/m, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^\s*(?:#|-{3}|={3}|\*{3}|~~~|```|\[[^\]]*\]:|\||>?\s*#)|!\[|\||#{2}/.test(line))
    .map((line) => line.trim().slice(0, 160))
    .filter((line) => line !== "")
    .slice(0, 12)
    .join("\n\n");
}

const letters = (text: string) => text.normalize("NFKC").replace(/[^A-Za-z0-9]+/g, "");
const wordsOf = (text: string) => text.match(/[A-Za-z][A-Za-z0-9]{2,30}/g) ?? [];

/** The letters of a PDF without what divides them: a word may be broken at the end of a line. */
async function lettersOf(path: string): Promise<string> {
  const { pages } = await readPdf(new Uint8Array(await readFile(path)));
  return letters(pages.flatMap(({ body }) => body.map(({ text }) => text)).join(""));
}

describe(`what is printed is what was written (replay: KIT_PRINT_SEED=${seed})`, () => {
  it("no word is lost between a question or a role in Markdown and the PDF", async () => {
    const texts = Array.from({ length: 6 }, (_, number) => prose(number));
    const demands = Array.from({ length: 12 }, (_, number) =>
      wordsOf(generateDocument(seededFrom(seed + 100 + number)))
        .slice(0, 14)
        .join(" "),
    );
    const folder = await smallWorkspace({
      "roles/baker.md": `# Baker\n\n## Requirements\n\n${demands.map((one) => `- You must know kneading, ${one}`).join("\n")}\n`,
      ...Object.fromEntries(
        texts.map((text, number) => {
          const path = `questions/baking/question-${number}.md`;
          return [
            path,
            (files[path] ?? "").replace(
              "Both sides have their cost.",
              `Both sides have their cost.\n\n${text}`,
            ),
          ];
        }),
      ),
    });
    folders.push(folder);
    const { code, stderr } = await run(["build"], folder);
    expect([code, code === 0 ? "" : stderr.slice(0, 1000)]).toEqual([0, ""]);
    const out = join(folder, "out", "baker");
    const kit = JSON.parse(await readFile(join(out, "kit.json"), "utf8")) as Kit;
    const guide = await lettersOf(join(out, "01-craft-guide.pdf"));
    const packet = await lettersOf(join(out, "packet.pdf"));

    const asked = kit.stages.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(asked.length).toBeGreaterThan(0);
    for (const id of asked) {
      const text = texts[Number(id.replace("question-", ""))] ?? "";
      const shown = markdownTokens(text).filter(({ type }) =>
        ["inline", "fence", "code_block", "html_block"].includes(type),
      );
      const lost = wordsOf(
        shown.map((token) => (token.children ? plainText(token) : token.content)).join(" "),
      ).filter((word) => !guide.includes(word));
      expect([id, lost]).toEqual([id, []]);
    }
    // Enough of them that a page which lost its text would be noticed.
    expect(kit.requirements.flatMap(({ text }) => wordsOf(text)).length).toBeGreaterThan(60);
    for (const { line, text } of kit.requirements) {
      const lost = wordsOf(text).filter((word) => !packet.includes(word));
      expect([line, lost]).toEqual([line, []]);
    }
    expect(kit.requirements.length).toBeGreaterThanOrEqual(demands.length);
  }, 120_000);
});
