// In: locale files, and the documents of plans and teams. Out: passages that candidates hear or read, and that interviewers are briefed by.
// English only: that is what the rules read.
import type { SourceDocument } from "../document/document.js";
import type { SourceFile } from "../document/source-file.js";
import { type LabelTree, readLocale } from "../render/locale.js";
import type { Passage } from "./passages.js";

/** What interviewers read aloud beside questions, and what candidates are sent: the scripts and the brief of English locales. */
export function scriptsIn(templates: readonly SourceFile[]): Passage[] {
  return templates
    .filter(({ path }) => /\/locales\/en[^/]*\.ya?ml$/.test(path))
    .flatMap(({ path, bytes }) => {
      const { locale } = readLocale(path, new TextDecoder().decode(bytes));
      return (locale?.labels ?? [])
        .filter(({ name }) => /^(?:script|candidate)\./.test(name))
        .map(({ name, text, line }) => ({
          path,
          part: "script" as const,
          text: text ?? listAt(locale?.tree, name).join("\n\n"),
          line,
          column: 1,
        }));
    });
}

/** The lines of a list, which is no label of its own: candidate.expectItems. */
function listAt(tree: LabelTree | undefined, name: string): string[] {
  let value: unknown = tree;
  for (const step of name.split(".")) value = (value as Record<string, unknown> | undefined)?.[step];
  return Array.isArray(value) ? value.filter((line): line is string => typeof line === "string") : [];
}

/** What a plan tells candidates and interviewers: how to prepare, the purpose of a stage, and its brief. */
export function preparationIn(document: SourceDocument): Passage[] {
  const { path } = document;
  const stages: unknown = document.data.stages;
  const parts = (Array.isArray(stages) ? stages : []).flatMap((stage: unknown, index) =>
    ["purpose", "prepare"].flatMap((key) => {
      const text = (stage as Record<string, unknown> | null)?.[key];
      const place = document.valueAt(["stages", index, key]);
      return typeof text === "string" ? [{ path, part: "script" as const, text, ...place }] : [];
    }),
  );
  return [
    ...parts,
    { path, part: "script" as const, text: document.body, line: document.bodyLine, column: 1 },
  ];
}
