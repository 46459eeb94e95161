// In: dist/kept/, which `npm run compile` writes: the shipped questions as they are read, and the index of their skills. Out: both again,
// for a workspace whose files are the same. Only ever used by the code that wrote it; it can be deleted at any moment.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type KeptFiles, keptFiles, type PackedFiles, packFiles } from "../bank/kept-files.js";
import type { Skill } from "../bank/question-bank.js";
import { readBank } from "../bank/read-bank.js";
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";
import { sealed, unsealed } from "../document/kept-text.js";
import type { SourceFile } from "../document/source-file.js";
import { type PackedIndex, packIndex, unpackIndex } from "../skills/packed-index.js";
import { buildSkillIndex, type SkillIndex } from "../skills/skill-index.js";
import { keptFolder } from "./fingerprints.js";
import { hashOf } from "./records.js";

const codeFolder = resolve(dirname(fileURLToPath(import.meta.url)), "..");
/** What reads a bank and compiles its skills. */
const readingFolders = ["document", "picture", "bank", "skills"];

/** Where the code runs from, and where what it keeps lies. */
export interface ShippedReadings {
  /** Undefined where nothing is kept, or not by this code. */
  files?: KeptFiles;
  /** The index of these very skills, if it is the kept one. */
  indexOf(skills: readonly Skill[]): SkillIndex | undefined;
  /** What lies there and is damaged, and therefore not used. */
  findings: Diagnostic[];
}

/** Opens what is kept beside the code in `folder`. */
export function openShippedReadings(folder = codeFolder): ShippedReadings {
  const findings: Diagnostic[] = [];
  const damaged = new Set<string>();
  const open = <Packed>(name: string, made: string): Packed | undefined => {
    const text = damaged.has(name) ? undefined : textOf(join(folder, keptFolder, name));
    if (text === undefined) return undefined;
    const whole = unsealed(text);
    if (whole) return whole.key === made ? (JSON.parse(whole.content) as Packed) : undefined;
    damaged.add(name);
    const path = `${keptFolder}/${name}`;
    const message = "beside the program is not as it was written; what it keeps is read anew";
    findings.push(diagnose("damaged-readings", path, undefined, message, "Delete it, or install again."));
    return undefined;
  };
  if (!existsSync(join(folder, keptFolder))) return { indexOf: () => undefined, findings };
  const code = codeHash(folder);
  const files = open<PackedFiles>("questions.json", code);
  // Whoever needs these words takes them himself (kept-words.ts), and has nobody to tell that they are damaged.
  open("words.json", "");
  return {
    ...(files && { files: keptFiles(files) }),
    indexOf: (skills) => {
      const packed = open<PackedIndex>("skills.json", hashOf(code, JSON.stringify(skills)));
      return packed && unpackIndex(packed, skills);
    },
    findings,
  };
}

/** Reads the shipped files, and keeps what they say beside the code. */
export function keepReadings(files: readonly SourceFile[], folder = codeFolder): void {
  const code = codeHash(folder);
  const write = (name: string, key: string, packed: unknown): void => {
    mkdirSync(join(folder, keptFolder), { recursive: true });
    writeFileSync(join(folder, keptFolder, name), sealed(key, JSON.stringify(packed)));
  };
  const skills = readBank(files).bank.competencies.flatMap((competency) => competency.skills);
  write("questions.json", code, packFiles(files));
  write("skills.json", hashOf(code, JSON.stringify(skills)), packIndex(buildSkillIndex(skills)));
}

/** The hash of the code that reads, and of the versions of its libraries. */
function codeHash(folder: string): string {
  const names = readingFolders.flatMap((room) =>
    readdirSync(join(folder, room))
      .filter((name) => name.endsWith(".js"))
      .map((name) => join(folder, room, name)),
  );
  const files = [join(dirname(folder), "package.json"), ...names.sort(compareText)];
  return hashOf(...files.flatMap((path) => [relative(folder, path), readFileSync(path)]));
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
