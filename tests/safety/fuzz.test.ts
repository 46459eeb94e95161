import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { markdownTokens, renderMarkdown, type Token } from "../../src/document/markdown.js";
import { openShelf } from "../../src/pipeline/shelf.js";
import { accountForLines, lineKinds, type ReadLine } from "../../src/role/account-for-lines.js";
import { readRole } from "../../src/role/read-role.js";
import { readRoleDocument } from "../../src/role/read-role-document.js";
import { readWorkspace } from "../../src/workspace/workspace.js";
import { generateDocument } from "./generate-document.js";
import { seeded, seededFrom } from "./seed.js";

const root = new URL("../..", import.meta.url).pathname;
const shelf = openShelf(await readWorkspace(root));
const { seed } = seeded("KIT_FUZZ_SEED");
const count = Number(process.env.KIT_FUZZ_COUNT ?? 20_000);
/** Nothing may hold a build for longer. Real ones take a millisecond; a busy machine may take a few more. */
const hangMs = 2000;

/** What is wrong with the reading of one document; empty when nothing is. */
function faultsOf(text: string): string[] {
  const began = performance.now();
  const { document, findings } = readRoleDocument("roles/x.md", Buffer.from(text));
  if (!document || findings.some(({ severity }) => severity === "error"))
    return findings.some(({ severity }) => severity === "error") ? [] : ["not read, and no error says why"];
  const { profile, findings: own } = readRole(document, shelf.skills);
  const reading = accountForLines(document, profile);
  const ms = performance.now() - began;
  const faults = ms > hangMs ? [`took ${Math.round(ms)} ms`] : [];
  const source = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  if (source.at(-1) === "") source.pop();
  if (reading.length !== source.length)
    faults.push(`${reading.length} of ${source.length} lines are accounted for`);
  reading.forEach((line, at) => {
    if (line.line !== at + 1 || line.text !== source[at]) faults.push(`line ${at + 1} is not as it stands`);
    if (!lineKinds.includes(line.kind)) faults.push(`line ${line.line} has no kind`);
  });
  const kindsOn = (line: number) => readingsOn(reading, line).map(({ kind }) => kind);
  for (const { line, skills } of profile.requirements) {
    if (line > source.length || line < 0) faults.push(`a requirement stands on line ${line}`);
    else if (
      line > 0 &&
      skills.length > 0 &&
      !kindsOn(line).some((kind) => ["requirement", "title", "front-matter"].includes(kind))
    )
      faults.push(`the requirement of line ${line} is read as ${kindsOn(line).join(", ")}`);
  }
  for (const { line } of profile.unmapped)
    if (line > 0 && kindsOn(line).length === 0) faults.push(`the unmapped line ${line} is nowhere`);
  for (const finding of [...findings, ...own])
    if (!(finding.line >= 1 && finding.line <= source.length + 1 && finding.column >= 1))
      faults.push(`${finding.code} stands at ${finding.line}:${finding.column}`);
  return faults;
}

function readingsOn(reading: readonly ReadLine[], line: number) {
  const one = reading[line - 1];
  return one ? [one, ...(one.also ?? [])] : [];
}

/** Words of a text; short ones and other scripts are left to other tests. */
const wordsIn = (text: string) => text.match(/[A-Za-z][A-Za-z0-9]{2,}/g) ?? [];

/** What a browser shows of HTML. */
function shownText(html: string): string {
  let text = "";
  const parser = new Parser({
    ontext: (part) => {
      text += part;
    },
    onopentag: () => {
      text += " ";
    },
    onclosetag: () => {
      text += " ";
    },
  });
  parser.write(html);
  parser.end();
  return text;
}

/** What Markdown is for machines: addresses, titles of links, languages of code. */
function unseenWords(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => [
    ...wordsIn(token.info),
    ...(token.attrs ?? []).flatMap(([, value]) =>
      wordsIn(decodeURI(String(value).replace(/%(?![0-9a-f]{2})/gi, ""))),
    ),
    ...(token.children ? unseenWords(token.children) : []),
  ]);
}

/** Words of Markdown that its HTML lost. */
function lostWords(markdown: string): string[] {
  const unseen = new Set(unseenWords(markdownTokens(markdown)));
  const bare = markdown
    .replace(/^[\s>*+\d.)-]*\[[^\]\n]*\]:.*$/gm, " ")
    .replace(/&#?\w+;?/g, " ")
    .replace(/\]\([^)\n]*\)?/g, " ");
  const left = new Set(wordsIn(shownText(renderMarkdown(markdown))));
  const shown = [...left].join(" ");
  return [...new Set(wordsIn(bare))].filter(
    (word) => !left.has(word) && !unseen.has(word) && !shown.includes(word),
  );
}

describe(`documents that nobody wrote (replay: KIT_FUZZ_SEED=${seed})`, () => {
  it(`are read without a crash or a hang, line by line: ${count} of them`, () => {
    const failed: string[] = [];
    let worst = 0;
    // What is compiled with the first document is not the fault of it.
    faultsOf(generateDocument(seededFrom(0)));
    for (let number = 0; number < count && failed.length < 5; number++) {
      const text = generateDocument(seededFrom(seed + number));
      const began = performance.now();
      let faults: string[];
      try {
        faults = faultsOf(text);
      } catch (error) {
        faults = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
      }
      worst = Math.max(worst, performance.now() - began);
      if (faults.length > 0)
        failed.push(
          `KIT_FUZZ_SEED=${seed + number} KIT_FUZZ_COUNT=1: ${faults.slice(0, 3).join("; ")}\n${text}`,
        );
    }
    console.info(`worst ${Math.round(worst)} ms`);
    expect(failed).toEqual([]);
  }, 600_000);

  it("lose no word between Markdown and HTML", () => {
    const failed: string[] = [];
    for (let number = 0; number < count / 10; number++) {
      const { document, findings } = readRoleDocument(
        "x.md",
        Buffer.from(generateDocument(seededFrom(seed + number))),
      );
      // What Markdown itself leaves out is reported, row by row.
      const reported = new Set(
        findings.filter(({ code }) => code === "surplus-cell").map(({ line }) => line),
      );
      const lines = document?.body.split(/\r\n|\r|\n/) ?? [];
      const cells = lines.filter((_, at) => reported.has(at + (document?.bodyLine ?? 1)));
      const excused = new Set(cells.flatMap(wordsIn));
      const lost = document ? lostWords(document.body).filter((word) => !excused.has(word)) : [];
      if (lost.length > 0)
        failed.push(
          `KIT_FUZZ_SEED=${seed + number} KIT_FUZZ_COUNT=10: ${lost.join(", ")}\n${document?.body}`,
        );
    }
    expect(failed.slice(0, 3)).toEqual([]);
  }, 120_000);
});
