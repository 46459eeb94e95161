import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { overlayBank } from "../../src/bank/overlay-bank.js";
import { contentHash } from "../../src/document/content-hash.js";
import { formatDiagnostic } from "../../src/document/diagnostic.js";
import { competency, files, question, shared, sharedFiles, sql } from "../small-bank.js";

const own = "questions/teams/payments";
const slowList = sharedFiles.find(({ path }) => path.endsWith("slow-list.md"));
const version = contentHash(slowList?.bytes ?? Buffer.of());

function overlay(contents: Record<string, string>) {
  return overlayBank(shared, sharedFiles, files(contents));
}

describe("contentHash", () => {
  it("is git's own name for the file, whatever its line breaks", () => {
    const text = "# Größe\n\ntwo\n";
    const git = execFileSync("git", ["hash-object", "--stdin", "--no-filters"], {
      input: text,
      encoding: "utf8",
    });
    expect(contentHash(Buffer.from(text))).toBe(git.trim());
    expect(contentHash(Buffer.from(text.replaceAll("\n", "\r\n")))).toBe(git.trim());
    expect(contentHash(Buffer.from("a\rb"))).not.toBe(contentHash(Buffer.from("ab")));
  });
});

describe("overlayBank", () => {
  it("puts a team's own version in the place of the shared one, and its own questions beside it", () => {
    const { reading, ownQuestions, ownCompetencies, overrides } = overlay({
      [`${own}/data-access/slow-list.md`]: question(
        `${sql}\nbase: "${version.slice(0, 12)}"`,
        "Our slow list",
      ),
      [`${own}/money/competency.md`]: competency("Money", "[Ledgers]"),
      [`${own}/money/two-sums.md`]: question(sql.replace("SQL", "Ledgers, SQL"), "Two sums"),
    });
    expect(reading.findings).toEqual([]);
    expect(reading.bank.questions.map(({ id, title }) => `${id}: ${title}`)).toEqual([
      "dear-index: A dear index",
      "lost-file: A lost file",
      "slow-list: Our slow list",
      "two-sums: Two sums",
    ]);
    expect(reading.bank.competencies.map(({ id }) => id)).toEqual(["data-access", "money", "ownership"]);
    expect({ ownQuestions, ownCompetencies }).toEqual({
      ownQuestions: ["two-sums"],
      ownCompetencies: ["money"],
    });
    expect(overrides).toEqual([
      {
        id: "slow-list",
        path: `${own}/data-access/slow-list.md`,
        sharedPath: "questions/data-access/slow-list.md",
        base: version.slice(0, 12),
        shared: version,
      },
    ]);
    expect(shared.bank.questions.find(({ id }) => id === "slow-list")?.title).toBe("A slow list");
  });

  it("says when the shared question has changed since, with both versions, and how to accept it", () => {
    const path = `${own}/data-access/slow-list.md`;
    const { findings } = overlay({ [path]: question(`${sql}\nbase: "0123456789ab"`) }).reading;
    expect(findings.map(formatDiagnostic)).toEqual([
      [
        `${path}:6:1 warning stale-override it started from version 0123456789ab of questions/data-access/slow-list.md, which is now ${version.slice(0, 12)}`,
        "    See what changed: interview-kit diff --team payments --question slow-list",
        `Take over what you want; then, to accept: base: "${version.slice(0, 12)}"`,
      ].join("\n"),
    ]);
  });

  it("gives the literal line where the version it started from is missing", () => {
    const path = `${own}/data-access/slow-list.md`;
    const { findings } = overlay({ [path]: question(sql) }).reading;
    expect(findings).toMatchObject([
      {
        code: "missing-base",
        path,
        line: 1,
        hint: expect.stringContaining(`\nbase: "${version.slice(0, 12)}"`),
      },
    ]);
  });

  it("reads a version only in quotes, since YAML takes some for numbers", () => {
    const { findings } = overlay({
      [`${own}/data-access/slow-list.md`]: question(`${sql}\nbase: 123456789012`),
    }).reading;
    expect(findings.map(({ code, line, message }) => ({ code, line, message }))).toEqual([
      { code: "invalid-value", line: 6, message: "base is 123456789012, expected a text" },
    ]);
  });

  it("refuses a base without a shared question, a shared competency, and the id of another competency's question", () => {
    const { reading } = overlay({
      [`${own}/data-access/own.md`]: question(`${sql}\nbase: "${version}"`),
      [`${own}/ownership/competency.md`]: competency("Ownership", "[Other]", "people"),
      [`${own}/ownership/slow-list.md`]: question(sql),
    });
    expect(reading.findings.map(({ code, path }) => `${path.slice(own.length + 1)} ${code}`).sort()).toEqual([
      "data-access/own.md unknown-base",
      "ownership/competency.md shared-competency",
      "ownership/slow-list.md duplicate-question",
    ]);
    expect(reading.bank.questions.find(({ id }) => id === "slow-list")?.competency).toBe("data-access");
  });

  it("does not fall back to the shared question where the team's version is broken", () => {
    const { reading } = overlay({ [`${own}/data-access/slow-list.md`]: question("kind: technical") });
    expect(reading.findings.length).toBeGreaterThan(0);
    expect(reading.bank.questions.map(({ id }) => id)).toEqual(["dear-index", "lost-file"]);
  });

  it("lets a team's question have a shared enemy that knows nothing of it", () => {
    const { reading } = overlay({ [`${own}/data-access/own.md`]: question(`${sql}\nenemies: [slow-list]`) });
    expect(reading.findings).toEqual([]);
  });
});
