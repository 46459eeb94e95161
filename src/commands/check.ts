// `interview-kit check`: every finding of the workspace at once: documents, questions, plans, roles and the loops they lead to.

import { setImmediate as turn } from "node:timers/promises";
import { isAsked } from "../check/bank-rules.js";
import { readAhead } from "../check/read-ahead.js";
import { type ReadingPool, threadsFor, withReadingPool } from "../check/reading-pool.js";
import type { CheckedRole } from "../check/rules.js";
import { runRules } from "../check/rules.js";
import { preparationIn, scriptsIn } from "../check/spoken.js";
import { type Diagnostic, KitError } from "../document/diagnostic.js";
import { readDocument, type SourceDocument } from "../document/document.js";
import { inertText } from "../document/inert-text.js";
import { placeholderFindings } from "../document/placeholder.js";
import type { SourceFile } from "../document/source-file.js";
import { decodeText } from "../document/text.js";
import type { Country } from "../fairness/countries.js";
import type { Topic } from "../fairness/read-topic.js";
import { readTopics } from "../pipeline/do-not-ask.js";
import { checkOpenings } from "../pipeline/openings.js";
import { planRole } from "../pipeline/plan-role.js";
import { openPlan, openShelf } from "../pipeline/shelf.js";
import { createRenderer } from "../render/renderer.js";
import {
  countBankFiles,
  type FoundRoles,
  findRoles,
  readNamedRoles,
  readWorkspace,
  type Workspace,
} from "../workspace/workspace.js";
import { checkTeams } from "./check-teams.js";
import { counted, countFindings, hasErrors, percent, printFindings } from "./console.js";
import { explainRule } from "./explain-rule.js";

export interface CheckOptions {
  plan?: string;
  json?: boolean;
  /** Show remarks too. */
  all?: boolean;
  /** Whose law counts; all when absent. */
  country?: Country[];
  /** The day on which reviews are judged, as YYYY-MM-DD; without it none is stale. */
  today?: string;
  /** How many threads read the passages; as many as are worth it when absent. */
  threads?: number;
  /** Print this rule, or all of them, instead of checking. */
  explain?: string | true;
}

/** The roles of a workspace; none where it keeps a bank alone, which can be checked as well. */
async function rolesBelow(root: string): Promise<FoundRoles> {
  try {
    return await findRoles(root);
  } catch (error) {
    if (error instanceof KitError && /^missing-(?:folder|role)$/.test(error.code))
      return { roles: [], findings: [] };
    throw error;
  }
}

/** Returns the exit code. */
export async function checkCommand(
  root: string,
  names: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const { topics, findings: unread } = await readTopics();
  if (options.explain !== undefined) {
    process.stdout.write(explainRule(options.explain, topics));
    return 0;
  }
  // The threads load their code while the files are read.
  return withReadingPool(threadsFor(await countBankFiles(root), options.threads), async (pool) =>
    checkWorkspace(await readWorkspace(root), names, options, { topics, unread, pool }),
  );
}

async function checkWorkspace(
  workspace: Workspace,
  names: readonly string[],
  options: CheckOptions,
  { topics, unread, pool }: { topics: Topic[]; unread: readonly Diagnostic[]; pool: ReadingPool },
): Promise<number> {
  const { root } = workspace;
  const { readings } = await readAhead(workspace.questions, pool);
  const shelf = openShelf(workspace);
  // A signal is heard between what takes some tenths of a second.
  await turn();
  const pairs = pool.compare(shelf.bank.questions.filter(isAsked));
  // Whoever does not come to await it has failed for another reason.
  pairs.catch(() => {});
  const findings: Diagnostic[] = [
    ...unread,
    ...workspace.findings,
    ...shelf.findings,
    // Nobody here can mend the package's own; they were tested with it.
    ...(workspace.shipped.includes("templates") ? [] : createRenderer(workspace.templates).findings),
  ];
  const plans = await Promise.all(
    workspace.plans.map((file) => openPlan(shelf, file.path.replace(/^.*\/|\.md$/g, ""))),
  );
  findings.push(...plans.flatMap((plan) => plan.findings));
  const named = await openPlan(shelf, options.plan);
  if (!workspace.plans.some(({ path }) => path === named.file.path)) findings.push(...named.findings);
  const { loop } = named;

  const roles: CheckedRole[] = [];
  const found = names.length > 0 ? await readNamedRoles(root, names) : await rolesBelow(root);
  findings.push(...found.findings);
  if (loop) {
    for (const file of found.roles) {
      const planned = await planRole(file, shelf, loop);
      findings.push(...planned.findings);
      if (planned.profile && planned.demand) {
        roles.push({
          profile: planned.profile,
          demand: planned.demand,
          ...(planned.plan && { plan: planned.plan }),
        });
      }
    }
  }
  const ownTeamFiles = workspace.teams.flatMap(({ file, questions }) => [
    ...(file ? [file] : []),
    ...questions,
  ]);
  findings.push(
    ...unwritten(
      [...workspace.questions, ...workspace.plans, ...found.roles, ...ownTeamFiles],
      shelf.reading.documents,
      new Set(findings.map(placeOf)),
    ),
  );
  await turn();
  const words = {
    topics,
    ...(options.country && { countries: options.country }),
    ...(options.today !== undefined && { today: options.today }),
  };
  const teams = await checkTeams(shelf, found.roles, options.plan, words);
  const openings = await checkOpenings(shelf);
  findings.push(...teams.findings, ...openings.findings);
  const planDocuments = [...plans, named].flatMap(
    ({ file }) => readDocument(file.path, file.bytes).document ?? [],
  );
  const loops = plans.flatMap((plan) => plan.loop ?? []);
  findings.push(
    ...(await runRules({
      ...words,
      ahead: { readings: await readings, pairs: await pairs },
      bank: shelf.bank,
      documents: new Map([
        ...shelf.reading.documents,
        ...planDocuments.map((document) => [document.path, document] as const),
      ]),
      roles,
      plans: loop && !loops.some(({ id }) => id === loop.id) ? [...loops, loop] : loops,
      spoken: [
        ...scriptsIn(workspace.templates.flat()),
        ...[...new Map(planDocuments.map((document) => [document.path, document])).values()].flatMap(
          preparationIn,
        ),
      ],
    })),
  );

  if (options.json) process.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  else {
    printFindings(findings, options.all === true);
    for (const { profile, plan } of roles) {
      if (plan)
        process.stderr.write(
          `${inertText(profile.path)}: the loop rates ${percent(plan.coverage)} of the demand\n`,
        );
    }
    process.stderr.write(
      `${shelf.bank.questions.length} questions, ${shelf.bank.competencies.length} competencies, ${plans.length} plans, ${found.roles.length} roles, ${counted(teams.count, "team")}: ${countFindings(findings)}\n`,
    );
  }
  return hasErrors(findings) ? 1 : 0;
}

const placeOf = ({ path, line, column }: Diagnostic) => `${path}:${line}:${column}`;

/** Marks for words that are still missing, but for those that are an error already. */
function unwritten(
  files: readonly SourceFile[],
  documents: ReadonlyMap<string, SourceDocument>,
  known: ReadonlySet<string>,
): Diagnostic[] {
  return files.flatMap(({ path, bytes }) => {
    const decoded = documents.get(path) ?? decodeText(path, bytes, true);
    if (!("text" in decoded)) return [];
    return placeholderFindings("placeholder-text", path, decoded.text).filter(
      (finding) => !known.has(placeOf(finding)),
    );
  });
}
