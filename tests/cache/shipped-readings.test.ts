import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allSkills } from "../../src/bank/question-bank.js";
import { readBank } from "../../src/bank/read-bank.js";
import { keepReadings, openShippedReadings } from "../../src/cache/shipped-readings.js";
import type { SourceFile } from "../../src/document/source-file.js";
import { buildSkillIndex, type IndexNode } from "../../src/skills/skill-index.js";
import { readShipped } from "../../src/workspace/shipped.js";
import { isBankFile } from "../../src/workspace/workspace.js";
import { sharedFiles } from "../small-bank.js";

/** Read as if for the first time: what a file says is kept by the file's identity too. */
const anew = (files: readonly SourceFile[]) => files.map((file) => ({ ...file }));

/** A whole tree in words, since one is unpacked as it is looked at, and comparing so many nodes one by one takes long. */
const inWords = (root: IndexNode): string => {
  const opened = ({ next, entries }: IndexNode): unknown => [
    entries.map(({ skill, ...entry }) => [skill.name, entry]),
    [...next].map(([word, node]) => [word, opened(node)]),
  ];
  return JSON.stringify(opened(root));
};

describe("what is kept of the shipped questions", () => {
  let code: string;
  beforeEach(() => {
    code = join(mkdtempSync(join(tmpdir(), "interview-kit-kept-")), "dist");
    for (const room of ["document", "picture", "bank", "skills"]) {
      mkdirSync(join(code, room), { recursive: true });
      writeFileSync(join(code, room, "code.js"), "// reads\n");
    }
    writeFileSync(join(code, "..", "package.json"), "{}\n");
  });
  afterEach(() => rmSync(join(code, ".."), { recursive: true }));

  it("is what reading the whole bank and compiling its skills gives", async () => {
    const files = (await readShipped("questions")).filter(({ path }) => isBankFile(path));
    keepReadings(files, code);
    const kept = openShippedReadings(code);
    const [fresh, known] = [readBank(anew(files)), readBank(anew(files), kept.files)];
    expect(JSON.stringify(known.bank) === JSON.stringify(fresh.bank)).toBe(true);
    expect(known.bank.questions).toEqual(fresh.bank.questions);
    expect(known.findings).toEqual(fresh.findings);
    const skills = allSkills(known.bank);
    const [made, unpacked] = [buildSkillIndex(skills), kept.indexOf(skills)];
    expect(unpacked && inWords(unpacked.root) === inWords(made.root)).toBe(true);
    const lists = (index = made) =>
      JSON.stringify([[...index.byName].map(([name, skill]) => [name, skill.name]), [...index.byWord]]);
    expect(lists(unpacked) === lists()).toBe(true);
    expect(unpacked?.byName.get("postgres")).toBe(made.byName.get("postgres"));
    expect(kept.findings).toEqual([]);
  }, 60_000);

  it("gives a question's document when somebody asks for a place in it", () => {
    keepReadings(sharedFiles, code);
    const { documents } = readBank(anew(sharedFiles), openShippedReadings(code).files);
    const path = "questions/data-access/slow-list.md";
    const document = documents.get(path);
    expect(document?.valueAt(["skills", 0])).toEqual({ line: 2, column: 10 });
    expect(document?.sections.map(({ title }) => title)).toContain("Red flags");
    const fresh = readBank(anew(sharedFiles)).documents.get(path);
    expect(JSON.stringify(document)).toBe(JSON.stringify(fresh));
  });

  it("leaves out what has findings, and reads a file again that holds other bytes", () => {
    const broken = { path: "questions/data-access/broken.md", bytes: Buffer.from("# Nothing else\n") };
    keepReadings([...sharedFiles, broken], code);
    const { files } = openShippedReadings(code);
    const [first] = sharedFiles.filter(({ path }) => path.endsWith("slow-list.md"));
    const edited = Buffer.from(String(first?.bytes).replace("Why is it slow?", "Why so slow?"));
    const now = [...sharedFiles, broken].map((file) => (file === first ? { ...file, bytes: edited } : file));
    const known = readBank(anew(now), files);
    expect(known.findings).toEqual(readBank(anew(now)).findings);
    expect(known.findings.map(({ path }) => path)).toContain(broken.path);
    expect(known.bank.questions.find(({ id }) => id === "slow-list")?.wording).toBe("Why so slow?");
  });

  it("is another index for other skills, and nothing for other code", () => {
    keepReadings(sharedFiles, code);
    const skills = allSkills(readBank(sharedFiles).bank);
    expect(openShippedReadings(code).indexOf(skills)?.byName.get("postgres")?.name).toBe("PostgreSQL");
    expect(openShippedReadings(code).indexOf(skills.slice(1))).toBeUndefined();
    writeFileSync(join(code, "bank", "code.js"), "// reads otherwise\n");
    const other = openShippedReadings(code);
    expect(other.files).toBeUndefined();
    expect(other.indexOf(skills)).toBeUndefined();
    expect(other.findings).toEqual([]);
  });

  it("is not used where it is damaged, which is said; where it is gone there is none", () => {
    keepReadings(sharedFiles, code);
    const path = join(code, "kept", "questions.json");
    writeFileSync(path, readFileSync(path, "utf8").replace("Why is it slow?", "Why is it fast?"));
    const damaged = openShippedReadings(code);
    expect(damaged.files).toBeUndefined();
    expect(damaged.findings.map((finding) => [finding.code, finding.path])).toEqual([
      ["damaged-readings", "kept/questions.json"],
    ]);
    writeFileSync(join(code, "kept", "words.json"), "{}");
    expect(openShippedReadings(code).findings.map((finding) => finding.path)).toEqual([
      "kept/questions.json",
      "kept/words.json",
    ]);
    rmSync(join(code, "kept"), { recursive: true });
    expect(openShippedReadings(code)).toMatchObject({ findings: [] });
    expect(openShippedReadings(code).files).toBeUndefined();
  });
});
