// In: what a team differs in. Out: the text that `diff` prints: + for what the team has, − for what it has not, coloured where wanted.
// Every line says by its first sign what it is, so that it reads the same without colours.

import { diffWordsWithSpace } from "diff";
import pc from "picocolors";
import type { QuestionBank } from "../bank/question-bank.js";
import { shortHash } from "../document/content-hash.js";
import type { ComparedOverride, TeamDifference } from "../pipeline/compare-team.js";
import type { BothSides, ComparedQuestion } from "../team/compare-loops.js";
import { isBanned, type Team } from "../team/team.js";
import { counted, percent } from "./console.js";
import type { RoleDifference } from "./diff.js";

type Titles = ReadonlyMap<string, string>;

const plus = (text: string) => pc.green(`+ ${text}`);
const minus = (text: string) => pc.red(`- ${text}`);
const changed = (text: string) => pc.yellow(`~ ${text}`);
const reasoned = (reason: string | undefined) => (reason === undefined ? "" : pc.dim(`  ${reason}`));

/** The team's wishes. */
export function teamText(difference: TeamDifference, titles: Titles): string {
  const { team, plan, pins, bans, weights, skills, levels } = difference;
  const lines = [pc.bold(`${team.title} against the shared bank (${team.path})`)];
  const part = (heading: string, entries: readonly string[]) => {
    if (entries.length > 0) lines.push("", pc.bold(heading), ...entries.map((entry) => `  ${entry}`));
  };
  const named = (id: string) => `${titles.get(id) ?? id} ${pc.dim(`(${id})`)}`;
  part("Plan", plan.shared === plan.team ? [] : [changed(`${plan.shared} → ${plan.team}`)]);
  part(
    "Minutes",
    difference.minutes.map(({ stage, shared, team: own }) => changed(`${stage} ${shared ?? "–"} → ${own}`)),
  );
  part(
    "Pins",
    pins.map(
      ({ question, stage, reason }) =>
        `${plus(named(question))}${stage === undefined ? "" : ` in ${stage}`}${reasoned(reason)}`,
    ),
  );
  part(
    "Bans",
    bans.map(({ what, name, reason, questions }) => {
      const takes = what === "question" ? "" : `, ${counted(questions.length, "question")}`;
      return `${minus(what === "question" ? named(name) : `${what} ${name}`)}${takes}${reasoned(reason)}`;
    }),
  );
  part(
    "Weights",
    weights.map(({ name, weight, reason }) => `${changed(`${name} ${weight}`)}${reasoned(reason)}`),
  );
  part(
    "Demanded of every role",
    skills.map(({ skill, importance, reason }) => `${plus(`${skill} (${importance})`)}${reasoned(reason)}`),
  );
  part(
    "Levels",
    Object.entries(levels).map(([level, asked]) => changed(`${level} is asked as ${asked}`)),
  );
  part(
    "Competencies of its own",
    difference.ownCompetencies.map(({ id, title }) => plus(`${title} ${pc.dim(`(${id})`)}`)),
  );
  part(
    "Questions of its own",
    difference.ownQuestions.map(({ id, competency }) => plus(`${named(id)} in ${competency}`)),
  );
  if (lines.length === 1 && difference.overrides.length === 0) lines.push("", "Nothing differs.");
  return lines.join("\n");
}

/** One version of a shared question, as a text difference. */
export function overrideText(override: ComparedOverride): string {
  const { id, path, base, shared, state, patch, since } = override;
  const lines = [pc.bold(`Its own version of ${id} (${path})`)];
  if (state === "no-base") lines.push(pc.yellow("It does not say which version it started from."));
  if (state === "stale") {
    lines.push(
      pc.yellow(`It started from ${shortHash(base ?? "")}; the shared question is now ${shortHash(shared)}.`),
      since === null
        ? `git does not have ${shortHash(base ?? "")}, so what has changed since cannot be shown.`
        : "What has changed in the shared question since:",
    );
    if (since !== null) lines.push(patchText(since), "");
  }
  if (state !== "current")
    lines.push(`To accept the shared question as it is now: base: "${shortHash(shared)}"`);
  lines.push(patch === "" ? "It says the same as the shared question." : patchText(patch));
  return lines.join("\n");
}

/** A unified difference; where a line was reworded, the words that changed stand out on a terminal. */
function patchText(patch: string): string {
  const lines = patch
    .replace(/^={10,}\n/, "")
    .replace(/\n$/, "")
    .split("\n");
  return lines
    .map((line, index) => {
      if (/^(?:---|\+\+\+) /.test(line)) return pc.bold(line.replace(/\t.*$/, ""));
      if (line.startsWith("@@")) return pc.cyan(line);
      const sign = line[0];
      if (sign !== "+" && sign !== "-") return line;
      const words = markWords(line, counterpart(lines, index));
      return sign === "+" ? pc.green(words) : pc.red(words);
    })
    .join("\n");
}

/** The line that a removed or added one was reworded to, or from: the one at the same place of the neighbouring block. */
function counterpart(lines: readonly string[], index: number): string | undefined {
  const sign = lines[index]?.[0];
  const other = sign === "-" ? "+" : "-";
  let start = index;
  while (lines[start - 1]?.[0] === sign) start--;
  let end = index + 1;
  while (lines[end]?.[0] === sign) end++;
  let from = sign === "-" ? end : start - 1;
  if (sign === "+") while (lines[from - 1]?.[0] === other) from--;
  const found = lines[from + index - start];
  return found?.[0] === other && from >= 0 ? found : undefined;
}

function markWords(line: string, other: string | undefined): string {
  if (other === undefined || !pc.isColorSupported) return line;
  const parts = diffWordsWithSpace(other.slice(1), line.slice(1));
  return (
    line[0] +
    parts
      .filter(({ removed }) => !removed)
      .map(({ value, added }) => (added ? pc.inverse(value) : value))
      .join("")
  );
}

/** A role's loop as the team asks it, beside the shared one. */
export function roleText(
  { role, title, loops }: RoleDifference,
  known: { titles: Titles; competencies: Titles; team: Team; shared: QuestionBank },
): string {
  const { competencies, team } = known;
  const head = pc.bold(`The loop of ${title} (${role}): shared → ${team.title}`);
  if (!loops) return `${head}\nOne of the two could not be planned.`;
  const shares = (both: BothSides<number>) =>
    [...new Set([percent(both.shared), percent(both.team)])].join(" → ");
  const list = (ids: readonly string[]) => ids.map((id) => competencies.get(id) ?? id).join(", ");
  const lines = [
    head,
    `Rates ${shares(loops.coverage)} of the demand, ${shares(loops.twice)} by two stages; asks by name about ${shares(loops.asked)}.`,
  ];
  if (loops.rated.gained.length > 0) lines.push(plus(`rates ${list(loops.rated.gained)}`));
  if (loops.rated.lost.length > 0) lines.push(minus(`no longer rates ${list(loops.rated.lost)}`));
  for (const { title: stage, minutes, questions } of loops.stages) {
    const length = minutes.shared === minutes.team ? minutes.team : `${minutes.shared} → ${minutes.team}`;
    lines.push("", `${pc.bold(stage)}, ${length} min`);
    for (const question of questions) lines.push(`  ${questionLine(question, known)}`);
  }
  return lines.join("\n");
}

function questionLine(
  question: ComparedQuestion,
  { titles, team, shared }: { titles: Titles; team: Team; shared: QuestionBank },
): string {
  const { id, minutes, change, from } = question;
  const text = `${String(minutes).padStart(2)} min  ${titles.get(id) ?? id} (${id})`;
  const pin = team.pins.find((one) => one.question === id);
  const pinned = pin ? pc.dim(`  pinned${pin.reason === undefined ? "" : `: ${pin.reason}`}`) : "";
  switch (change) {
    case "kept":
      return `  ${text}${pinned}`;
    case "moved":
      return `${changed(text)}${pc.dim(`  from ${from}`)}${pinned}`;
    case "gained":
      return `${plus(text)}${pinned}`;
    case "lost": {
      const asked = shared.questions.find((one) => one.id === id);
      const ban = asked && team.bans.find((one) => isBanned(asked, one));
      return `${minus(text)}${ban ? pc.dim(`  banned${ban.reason === undefined ? "" : `: ${ban.reason}`}`) : ""}`;
    }
  }
}
