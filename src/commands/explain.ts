// `interview-kit explain <role>`: the document as read, what the role demands, what the loop measures, what is missing, and why each question is asked.
import pc from "picocolors";
import type { InterviewPlan } from "../assemble/interview-plan.js";
import type { Demand } from "../match/demand.js";
import { planRole } from "../pipeline/plan-role.js";
import { openPlan, openShelf, openShelfOf, type Shelf } from "../pipeline/shelf.js";
import type { RoleLevel, RoleProfile } from "../role/role-profile.js";
import { readNamedRoles, readWorkspace } from "../workspace/workspace.js";
import { hasErrors, percent, printFindings, warnOfBank } from "./console.js";
import { explainCorrections, explainReading } from "./explain-reading.js";

export interface ExplainOptions {
  plan?: string;
  /** The team as which the role is seen. */
  team?: string;
  level?: RoleLevel;
  json?: boolean;
}

/** Columns where there is no terminal to ask. */
const widthElsewhere = 100;

/** Returns the exit code. */
export async function explainCommand(root: string, role: string, options: ExplainOptions): Promise<number> {
  const shared = openShelf(await readWorkspace(root));
  const opened = openShelfOf(shared, options.team);
  const shelf = opened.shelf ?? shared;
  const {
    roles: [file],
    findings: missing,
  } = await readNamedRoles(root, [role]);
  const { loop, findings: planFindings } = await openPlan(shelf, options.plan);
  if (!file || !loop || !opened.shelf) {
    printFindings([...missing, ...shared.findings, ...opened.findings, ...planFindings]);
    return 1;
  }
  const { profile, reading, demand, plan, findings } = await planRole(file, shelf, loop, options.level);
  const all = [...opened.findings, ...planFindings, ...findings];
  // What could not be read is part of the reading.
  printFindings(all, true);
  warnOfBank(shared.findings);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ profile, reading, demand, plan, findings: all }, null, 2)}\n`);
  } else {
    const parts: string[] = [];
    if (reading)
      parts.push(
        explainReading(file.path, reading, process.stdout.columns || widthElsewhere),
        explainCorrections(),
      );
    if (profile && demand) parts.push(explain(profile, demand, plan, shelf));
    if (parts.length > 0) process.stdout.write(`${parts.join("\n\n")}\n`);
  }
  return hasErrors(all) ? 1 : 0;
}

function explain(
  profile: RoleProfile,
  demand: Demand,
  plan: InterviewPlan | undefined,
  { bank, team }: Shelf,
): string {
  const titles = new Map(bank.competencies.map((competency) => [competency.id, competency.title]));
  const questionTitles = new Map(bank.questions.map((question) => [question.id, question.title]));
  const lines: string[] = [
    pc.bold(team ? `${profile.title}, as the team ${team.overlay.title} asks it` : profile.title),
    `Title: ${profile.titleReason}`,
    `Level: ${profile.level}, asked as ${profile.plannedLevel}: ${profile.levelReason}`,
    `${profile.requirements.length} requirements, ${demand.questions.length} eligible questions; the bank can ask about ${percent(demand.bankCoverage)} of what is demanded.`,
  ];
  const heading = (text: string) => lines.push("", pc.bold(text));

  heading("What the role demands");
  const rated = new Map<string, string[]>();
  for (const stage of plan?.stages ?? []) {
    for (const id of stage.competencies) rated.set(id, [...(rated.get(id) ?? []), stage.title]);
  }
  for (const { competency, title, weight, skills } of demand.competencies) {
    const share = percent(weight / demand.totalWeight).padStart(5);
    const where = rated.get(competency)?.join(", ") ?? pc.yellow("not rated in this loop");
    lines.push(`${share}  ${pc.bold(title)} → ${where}`);
    lines.push(
      `       ${skills.map((skill) => `${skill.skill} ${pc.dim(String(skill.weight))}`).join(", ")}`,
    );
  }

  const pins = new Map(team?.overlay.pins.map((pin) => [pin.question, pin]));
  const pinned = (id: string): string => {
    const pin = pins.get(id);
    if (!pin || !team) return "";
    return pc.cyan(`; pinned by ${team.overlay.title}${pin.reason === undefined ? "" : `: ${pin.reason}`}`);
  };
  if (plan) {
    heading(`The loop: ${plan.plan}`);
    const proof =
      plan.optimality.status === "optimal"
        ? "proven optimal"
        : `within ${percent(plan.optimality.gap)} of the optimum (proven)`;
    lines.push(
      `Rates ${percent(plan.coverage)} of the demand, ${percent(plan.twice)} by two stages; asks by name about ${percent(plan.asked)}; ${proof}.`,
    );
    plan.stages.forEach((stage, index) => {
      lines.push("", `${index + 1}. ${pc.bold(stage.title)}, ${stage.minutes} min`);
      for (const question of stage.questions) {
        lines.push(
          `   ${String(question.minutes).padStart(2)} min  ${questionTitles.get(question.id) ?? question.id} ${pc.dim(`(${question.id}, ${titles.get(question.competency) ?? question.competency})`)}`,
          `           asked for by ${question.reason}${pinned(question.id)}`,
        );
      }
      const spare = stage.alternates.map((question) => questionTitles.get(question.id) ?? question.id);
      if (spare.length > 0) lines.push(pc.dim(`   spare: ${spare.join("; ")}`));
    });
  }

  heading(
    demand.gaps.length === 0 ? "No gaps" : `Gaps: ${demand.gaps.length} lines that no question asks about`,
  );
  for (const gap of demand.gaps) {
    const what = {
      "no-skill": "no known skill",
      "no-question": `no question: ${gap.skills.join(", ")}`,
      credential: `checked on paper: ${gap.skills.join(", ")}`,
    }[gap.why];
    lines.push(
      `${(gap.line === 0 ? "team" : String(gap.line)).padStart(4)}  ${gap.text} ${pc.dim(`(${what})`)}`,
    );
  }
  const ignored = profile.unmapped.filter((line) => line.why === "not-a-demand");
  if (ignored.length > 0) {
    heading("Read, and taken as no demand");
    for (const line of ignored) lines.push(`${String(line.line).padStart(4)}  ${line.text}`);
  }
  return lines.join("\n");
}
