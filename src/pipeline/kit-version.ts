// In: everything that a role's kit is built from. Out: its version: a short hash that changes when any of it does.
import { createHash } from "node:crypto";
import type { InterviewPlan } from "../assemble/interview-plan.js";
import { compareText } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import type { PacketOptions } from "../packet/loop.js";
import { programVersion } from "../workspace/program.js";
import type { Shelf } from "./shelf.js";

/** Seven hex digits over the program's version, the options, the role, the plan, the team, the templates and the questions in the loop. */
export function kitVersion(input: {
  role: SourceFile;
  planFile: SourceFile;
  plan: InterviewPlan;
  options: PacketOptions;
  shelf: Shelf;
}): string {
  const { role, planFile, plan, options, shelf } = input;
  const chosen = new Set(
    plan.stages.flatMap((stage) => [...stage.questions, ...stage.alternates].map((question) => question.id)),
  );
  const paths = new Set([
    ...shelf.bank.competencies.map((competency) => competency.path),
    ...shelf.bank.questions.filter((question) => chosen.has(question.id)).map((question) => question.path),
  ]);
  const hash = createHash("sha256");
  // Which formats are written changes no page.
  const { formats: _, ...seen } = options;
  const chosenOptions = Object.entries(seen).sort(([a], [b]) => compareText(a, b));
  hash.update(JSON.stringify([programVersion, chosenOptions, plan]));
  const files = [
    role,
    planFile,
    ...(shelf.team?.files.file ? [shelf.team.files.file] : []),
    ...shelf.workspace.templates.flat(),
    ...shelf.workspace.questions.filter((file) => paths.has(file.path)),
  ];
  for (const file of files) {
    // The name without folders: the same files give the same version wherever the workspace stands.
    hash.update(`\n${file.path.split("/").pop()} ${file.bytes.length}\n`);
    hash.update(file.bytes);
  }
  return hash.digest("hex").slice(0, 7);
}
