// In: everything that a role's kit is built from. Out: its version: a short hash that changes when any of it does.
import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { InterviewPlan } from "../assemble/interview-plan.js";
import { questionsById } from "../bank/question-bank.js";
import { compareText } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import type { PacketOptions } from "../packet/loop.js";
import { picturePath } from "../picture/picture.js";
import { pictureReferences } from "../picture/references.js";
import { programVersion } from "../workspace/program.js";
import type { Shelf } from "./shelf.js";

/** The files whose words a kit prints, but for the role: the plan, the team's, and the questions of the loop. */
export function writtenFor({
  planFile,
  plan,
  shelf,
}: {
  planFile: SourceFile;
  plan: InterviewPlan;
  shelf: Shelf;
}): SourceFile[] {
  const chosen = new Set(
    plan.stages.flatMap((stage) => [...stage.questions, ...stage.alternates].map((question) => question.id)),
  );
  const paths = new Set([...chosen].flatMap((id) => questionsById(shelf.bank).get(id)?.path ?? []));
  return [
    planFile,
    ...(shelf.team?.files.file ? [shelf.team.files.file] : []),
    ...shelf.workspace.questions.filter((file) => paths.has(file.path)),
  ];
}

function picturesOf(files: readonly SourceFile[], { workspace }: Shelf): SourceFile[] {
  return files.flatMap((file) =>
    pictureReferences(file).flatMap(({ address }): SourceFile[] => {
      const found = picturePath(address, posix.dirname(file.path));
      const picture = "path" in found ? workspace.pictures.byPath.get(found.path) : undefined;
      return "path" in found && picture ? [{ path: found.path, bytes: picture.bytes }] : [];
    }),
  );
}

/** Ten decimal digits, which are of one width and can be stamped, over the program's version, the options, the role, the plan, the team, the templates and the questions in the loop. */
export function kitVersion(input: {
  role: SourceFile;
  planFile: SourceFile;
  plan: InterviewPlan;
  options: PacketOptions;
  shelf: Shelf;
}): string {
  const { role, plan, options, shelf } = input;
  const written = writtenFor(input);
  const competencies = new Set(shelf.bank.competencies.map((competency) => competency.path));
  const hash = createHash("sha256");
  // Which formats are written changes no page, and the day on a cover nothing that is asked or rated.
  const { formats: _, date: __, ...seen } = options;
  const chosenOptions = Object.entries(seen).sort(([a], [b]) => compareText(a, b));
  hash.update(JSON.stringify([programVersion, chosenOptions, plan]));
  const files = [
    role,
    ...written,
    ...shelf.workspace.templates.flat(),
    ...shelf.workspace.questions.filter((file) => competencies.has(file.path)),
    ...picturesOf(written, shelf),
  ];
  for (const file of files) {
    // The name without folders: the same files give the same version wherever the workspace stands.
    hash.update(`\n${file.path.split("/").pop()} ${file.bytes.length}\n`);
    hash.update(file.bytes);
  }
  return String(hash.digest().readBigUInt64BE() % 10n ** 10n).padStart(10, "0");
}
