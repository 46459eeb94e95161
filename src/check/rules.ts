// In: the bank, its documents, the plans, and the roles with their loops. Out: findings that no single file's shape shows.
// Every rule is one entry of an array: what it is called, why it is there, where it comes from, how to mend, and a function. Never changes anything.
import { setImmediate as turn } from "node:timers/promises";
import type { Diagnostic } from "../document/diagnostic.js";
import { bankRules } from "./bank-rules.js";
import type { CheckContext, Rule } from "./context.js";
import { craftRules } from "./craft-rules.js";
import { topicRules, wordRules } from "./fairness-rules.js";
import { limitRules } from "./limit-rules.js";
import { applySilences } from "./silences.js";

export type { CheckContext, CheckedRole, Rule } from "./context.js";

/** Every rule that runs for these countries, in the order in which findings come. */
export function rulesFor(context: CheckContext): Rule[] {
  return [...topicRules(context), ...wordRules, ...craftRules, ...limitRules, ...bankRules];
}

/**
 * Runs every rule, with a moment between them in which a signal is heard; a finding that its document silences comes as a remark that
 * carries the reason.
 */
export async function runRules(context: CheckContext): Promise<Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (const rule of rulesFor(context)) {
    await turn();
    for (const finding of rule.check(context)) findings.push(finding);
  }
  return withSilences(context, findings);
}

function withSilences(context: CheckContext, findings: readonly Diagnostic[]): Diagnostic[] {
  const { countries: _all, ...everywhere } = context;
  const known = new Set(rulesFor(everywhere).map(({ code }) => code));
  const ran = new Set(rulesFor(context).map(({ code }) => code));
  if (context.today === undefined) ran.delete("stale-review");
  return applySilences(findings, context.documents, known, ran);
}
