// In: the files below questions/. Out: one QuestionBank in order of id, and every finding of every file.
// A broken question is left out and named; the rest of the bank still stands. Never touches the disk.
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";
import { readDocument, type SourceDocument } from "../document/document.js";
import { laterDocument } from "../document/later-document.js";
import { nearest } from "../document/nearest.js";
import type { SourceFile } from "../document/source-file.js";
import type { KeptFiles } from "./kept-files.js";
import type { Competency, Question, QuestionBank } from "./question-bank.js";
import { readCompetency } from "./read-competency.js";
import { questionShape, readQuestion } from "./read-question.js";

/** A bank with what was found on the way. `documents` are the files as read, by path: places for later findings. */
export interface BankReading {
  bank: QuestionBank;
  documents: ReadonlyMap<string, SourceDocument>;
  findings: Diagnostic[];
}

/**
 * Reads the bank. `path` of each file begins with the bank's folder: `questions/<competency>/<id>.md`. A file that was `kept` with the same
 * bytes is not read again.
 */
export function readBank(files: readonly SourceFile[], kept?: KeptFiles): BankReading {
  const { competencies, questions, documents, unread, findings } = readBankFiles(files, questionShape, kept);
  const unique = uniqueQuestions(questions, findings);
  findings.push(...skillNameFindings(competencies, documents));
  const known = knownNames(competencies, unique);
  const related = unique.filter((question) => checkRelations(question, known, unread, documents, findings));
  return { bank: inOrder(competencies, related), documents, findings };
}

/** What single files say, before anything is compared. `findings` and `documents` grow with what is found later. */
export interface BankFiles {
  competencies: Competency[];
  questions: Question[];
  documents: Map<string, SourceDocument>;
  unread: UnreadCompetencies;
  findings: Diagnostic[];
}

/** One file as read: `findings` of the document, `own` of what it is. */
export interface BankFile {
  document?: SourceDocument;
  competency?: Competency;
  question?: Question;
  findings: Diagnostic[];
  own: Diagnostic[];
}

/** A file that is the same object has the same bytes: a preview reads again only what was saved. */
const formerly = new WeakMap<SourceFile, { shape: unknown; read: BankFile }>();

function readBankFile(
  file: SourceFile,
  competencyId: string,
  name: string,
  shape: Parameters<typeof readQuestion>[3],
  kept: KeptFiles | undefined,
): BankFile {
  const former = formerly.get(file);
  if (former && former.shape === shape) return former.read;
  const known = shape === questionShape ? kept?.find(file) : undefined;
  if (known) {
    const read = { ...known, document: laterDocument(file) };
    formerly.set(file, { shape, read });
    return read;
  }
  const { document, findings } = readDocument(file.path, file.bytes);
  const read: BankFile = { findings, own: [], ...(document && { document }) };
  if (document && !findings.some(({ severity }) => severity === "error")) {
    const { findings: own, ...what } =
      name === "competency.md"
        ? readCompetency(competencyId, document)
        : readQuestion(name.replace(/\.md$/, ""), competencyId, document, shape);
    Object.assign(read, what, { own });
  }
  formerly.set(file, { shape, read });
  return read;
}

/** Reads competencies and questions, file by file; `shape` is that of the questions' front matter. */
export function readBankFiles(
  files: readonly SourceFile[],
  shape: Parameters<typeof readQuestion>[3] = questionShape,
  kept?: KeptFiles,
): BankFiles {
  const findings: Diagnostic[] = [];
  const competencies: Competency[] = [];
  const questions: Question[] = [];
  const documents = new Map<string, SourceDocument>();
  const unread: UnreadCompetencies = { folders: new Set(), skills: new Set() };
  const ordered = [...files].sort((a, b) => compareText(a.path, b.path));

  for (const file of ordered) {
    const [competencyId, name] = file.path.split("/").slice(-2) as [string, string];
    const read = readBankFile(file, competencyId, name, shape, kept);
    findings.push(...read.findings);
    if (!read.document || read.findings.some((finding) => finding.severity === "error")) {
      if (name === "competency.md") noteUnread(unread, competencyId, read.document);
      continue;
    }
    documents.set(file.path, read.document);
    if (name === "competency.md") {
      findings.push(...read.own);
      if (read.competency) competencies.push(read.competency);
      else noteUnread(unread, competencyId, read.document);
    } else {
      findings.push(...read.own);
      if (read.question) questions.push(read.question);
    }
  }

  return { competencies, questions, documents, unread, findings };
}

export function inOrder(competencies: readonly Competency[], questions: readonly Question[]): QuestionBank {
  const byId = (a: { id: string }, b: { id: string }) => compareText(a.id, b.id);
  return { competencies: [...competencies].sort(byId), questions: [...questions].sort(byId) };
}

export function knownNames(competencies: readonly Competency[], questions: readonly Question[]): KnownNames {
  return {
    competencies: new Set(competencies.map((competency) => competency.id)),
    skills: new Set(competencies.flatMap((competency) => competency.skills.map((skill) => skill.name))),
    questions: new Map(questions.map((question) => [question.id, question])),
  };
}

export function uniqueQuestions(questions: readonly Question[], findings: Diagnostic[]): Question[] {
  const first = new Map<string, Question>();
  for (const question of questions) {
    const other = first.get(question.id);
    if (!other) first.set(question.id, question);
    else {
      findings.push(
        diagnose(
          "duplicate-question",
          question.path,
          undefined,
          `the id "${question.id}" is taken by ${other.path}`,
          "Rename this file; ids are unique across all competencies.",
        ),
      );
    }
  }
  return [...first.values()];
}

const compared = new WeakMap<Competency, { of: readonly Competency[]; findings: Diagnostic[] }>();

/** Compares the names of all skills; again only when a competency is another one than the last time. */
function skillNameFindings(
  competencies: readonly Competency[],
  documents: Map<string, SourceDocument>,
): Diagnostic[] {
  const [first] = competencies;
  const former = first && compared.get(first);
  if (former?.of.length === competencies.length && former.of.every((one, at) => one === competencies[at]))
    return former.findings;
  const findings = checkSkillNames(competencies, documents);
  if (first) compared.set(first, { of: competencies, findings });
  return findings;
}

export function checkSkillNames(
  competencies: readonly Competency[],
  documents: Map<string, SourceDocument>,
): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const owners = new Map<string, { skill: string; competency: string; path: string }>();
  for (const competency of competencies) {
    const document = documents.get(competency.path);
    competency.skills.forEach((skill, index) => {
      [skill.name, ...skill.aliases].forEach((name, at) => {
        // An exact-case name may stand beside the same letters in another case: "Go" and "go".
        const key = skill.matchCase ? `=${name}` : name.toLowerCase();
        const owner = owners.get(key);
        if (!owner) {
          owners.set(key, { skill: skill.name, competency: competency.id, path: competency.path });
          return;
        }
        const path = at === 0 ? ["skills", index, "name"] : ["skills", index, "aliases", at - 1];
        const code =
          at === 0 && owner.skill.toLowerCase() === name.toLowerCase() ? "duplicate-skill" : "alias-clash";
        findings.push(
          diagnose(
            code,
            competency.path,
            document?.valueAt(path),
            `"${name}" already belongs to the skill "${owner.skill}" in ${owner.path}`,
            "Keep it in one place.",
          ),
        );
      });
    });
  }
  return findings;
}

/** What stands in a competency.md that cannot be used: its own finding is enough, none follows from it elsewhere. */
export interface UnreadCompetencies {
  folders: Set<string>;
  skills: Set<string>;
}

function noteUnread(unread: UnreadCompetencies, folder: string, document: SourceDocument | undefined): void {
  unread.folders.add(folder);
  const skills = document?.data.skills;
  if (!Array.isArray(skills)) return;
  for (const skill of skills) {
    const name: unknown =
      typeof skill === "object" && skill !== null ? (skill as { name?: unknown }).name : skill;
    if (typeof name === "string") unread.skills.add(name);
  }
}

export interface KnownNames {
  competencies: ReadonlySet<string>;
  skills: ReadonlySet<string>;
  questions: ReadonlyMap<string, Question>;
}

/** A team's question may name a shared one as its enemy; the shared one knows nothing of teams. */
function isOfTeam({ path }: Question): boolean {
  return /(?:^|\/)questions\/teams\//.test(path);
}

/** Whether the question can be used: its folder is a competency and its skills exist. Reports what does not. */
export function checkRelations(
  question: Question,
  known: KnownNames,
  unread: UnreadCompetencies,
  documents: ReadonlyMap<string, SourceDocument>,
  findings: Diagnostic[],
): boolean {
  const document = documents.get(question.path);
  let usable = true;
  if (!known.competencies.has(question.competency)) {
    usable = false;
    if (unread.folders.has(question.competency)) return false;
    findings.push(
      diagnose(
        "unknown-competency",
        question.path,
        undefined,
        `the folder "${question.competency}" has no readable competency.md`,
        `Add ${question.path.replace(/[^/]+$/, "competency.md")}`,
      ),
    );
  }
  question.skills.forEach((skill, index) => {
    if (known.skills.has(skill)) return;
    usable = false;
    if (unread.skills.has(skill)) return;
    const close = nearest(skill, known.skills);
    findings.push(
      diagnose(
        "unknown-skill",
        question.path,
        document?.valueAt(["skills", index]),
        `no competency lists the skill "${skill}"`,
        close === undefined
          ? "Add it to a competency.md."
          : `Write ${close}, or add the skill to a competency.md.`,
      ),
    );
  });
  question.enemies.forEach((enemy, index) => {
    const place = document?.valueAt(["enemies", index]);
    const other = known.questions.get(enemy);
    if (!other) {
      const close = nearest(enemy, known.questions.keys());
      findings.push(
        diagnose(
          "unknown-question",
          question.path,
          place,
          `no question has the id "${enemy}"`,
          close === undefined ? "Delete it." : `Write ${close}`,
        ),
      );
    } else if (!other.enemies.includes(question.id) && (!isOfTeam(question) || isOfTeam(other))) {
      findings.push(
        diagnose(
          "one-sided-enemy",
          question.path,
          place,
          `${enemy} does not name ${question.id} as its enemy`,
          `Add enemies: [${question.id}] to ${other.path}`,
        ),
      );
    }
  });
  return usable;
}
