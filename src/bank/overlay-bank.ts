// In: the shared bank and the files of one team's folder. Out: the bank as that team sees it: its own questions and competencies
// beside the shared ones, its own versions in their place. The shared bank is never changed.
import { contentHash, sameVersion, shortHash } from "../document/content-hash.js";
import { compareText, type Diagnostic, diagnose, type Position } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import type { Competency, Question } from "./question-bank.js";
import {
  type BankReading,
  checkRelations,
  checkSkillNames,
  inOrder,
  knownNames,
  readBankFiles,
  uniqueQuestions,
} from "./read-bank.js";
import { teamQuestionShape } from "./read-question.js";

/** A team's own version of a shared question. */
export interface Override {
  id: string;
  /** The team's file and the shared one. */
  path: string;
  sharedPath: string;
  /** What it says it started from, if anything; perhaps shortened. */
  base?: string;
  /** The shared question's version now: 40 hex digits. */
  shared: string;
}

/** The bank of one team; `findings` are those of the team's files alone. */
export interface BankOverlay {
  reading: BankReading;
  /** Ids of questions, and of competencies, that the shared bank does not have. */
  ownQuestions: string[];
  ownCompetencies: string[];
  overrides: Override[];
}

/** Lays `files` (`questions/teams/<team>/<competency>/<id>.md`) over the bank read from `sharedFiles`. */
export function overlayBank(
  shared: BankReading,
  sharedFiles: readonly SourceFile[],
  files: readonly SourceFile[],
): BankOverlay {
  if (files.length === 0)
    return { reading: { ...shared, findings: [] }, ownQuestions: [], ownCompetencies: [], overrides: [] };
  const read = readBankFiles(files, teamQuestionShape);
  const { findings } = read;
  const ofShared = new Map(shared.bank.questions.map((question) => [question.id, question]));
  const versions = new Map(sharedFiles.map((file) => [file.path, file]));

  const ownCompetencies = read.competencies.filter((one) => refuseShared(one, shared, findings));
  const documents = new Map([...shared.documents, ...read.documents]);
  const overrides: Override[] = [];
  const questions: Question[] = [];
  for (const question of uniqueQuestions(read.questions, findings)) {
    const original = ofShared.get(question.id);
    if (original && original.competency !== question.competency) {
      findings.push(
        diagnose(
          "duplicate-question",
          question.path,
          undefined,
          `the id "${question.id}" is taken by ${original.path}, of another competency`,
          `Move it to ${question.path.replace(/[^/]+\/[^/]+$/, `${original.competency}/${question.id}.md`)} to make it this team's version, or rename it.`,
        ),
      );
      continue;
    }
    questions.push(question);
    const place = read.documents.get(question.path)?.keyAt(["base"]);
    const file = original && versions.get(original.path);
    if (!original || !file) {
      if (question.base !== undefined) {
        const message = `there is no shared question "${question.id}" in ${question.competency} that it could have started from`;
        findings.push(diagnose("unknown-base", question.path, place, message, "Delete base."));
      }
      continue;
    }
    const override: Override = {
      id: question.id,
      path: question.path,
      sharedPath: original.path,
      shared: contentHash(file.bytes),
      ...(question.base !== undefined && { base: question.base }),
    };
    overrides.push(override);
    findings.push(...checkBase(override, place));
  }

  const skills = checkSkillNames([...shared.bank.competencies, ...ownCompetencies], documents);
  const ownPaths = new Set(files.map(({ path }) => path));
  findings.push(...skills.filter(({ path }) => ownPaths.has(path)));
  // A version that cannot be used was made on purpose: the shared one does not come back in its place.
  const broken = files.flatMap(({ path }) => {
    const [competency, name] = path.replace(/\.md$/, "").split("/").slice(-2);
    return name !== undefined && ofShared.get(name)?.competency === competency ? [name] : [];
  });
  const replaced = new Set([...overrides.map(({ id }) => id), ...broken]);
  const competencies = [...shared.bank.competencies, ...ownCompetencies];
  const kept = shared.bank.questions.filter(({ id }) => !replaced.has(id));
  const known = knownNames(competencies, [...kept, ...questions]);
  const usable = questions.filter((question) =>
    checkRelations(question, known, read.unread, documents, findings),
  );
  return {
    reading: { bank: inOrder(competencies, [...kept, ...usable]), documents, findings },
    ownQuestions: usable.map(({ id }) => id).filter((id) => !replaced.has(id)),
    ownCompetencies: ownCompetencies.map(({ id }) => id),
    overrides: overrides.sort((a, b) => compareText(a.id, b.id)),
  };
}

/** What a rating means is the same for everyone: a shared competency is not redefined by a team. */
function refuseShared(competency: Competency, shared: BankReading, findings: Diagnostic[]): boolean {
  const other = shared.bank.competencies.find(({ id }) => id === competency.id);
  if (!other) return true;
  findings.push(
    diagnose(
      "shared-competency",
      competency.path,
      undefined,
      `the competency "${competency.id}" is shared (${other.path}), and means the same for every team`,
      "Delete this file; the folder needs none for questions. Or give it a name of its own, to rate something else.",
    ),
  );
  return false;
}

function checkBase(
  { path, sharedPath, base, shared, id }: Override,
  place: Position | undefined,
): Diagnostic[] {
  const now = shortHash(shared);
  if (base === undefined) {
    const message = `this version of ${sharedPath} does not say which version it started from`;
    const hint = `Compare the two, then add this line to the front matter:\nbase: "${now}"`;
    return [diagnose("missing-base", path, { line: 1, column: 1 }, message, hint)];
  }
  if (sameVersion(shared, base)) return [];
  const message = `it started from version ${shortHash(base)} of ${sharedPath}, which is now ${now}`;
  const team = /(?:^|\/)teams\/([^/]+)\//.exec(path)?.[1] ?? "";
  const hint = [
    `See what changed: interview-kit diff --team ${team} --question ${id}`,
    `Take over what you want; then, to accept: base: "${now}"`,
  ].join("\n");
  return [diagnose("stale-override", path, place, message, hint)];
}
