// In: a team.md as a SourceDocument and the bank as that team sees it. Out: a Team and every finding, each at its line and column.
// Checks what can be known without a role and a plan; stages are looked up when the overlay meets its plan.
import { z } from "zod";
import { allSkills, type QuestionBank, questionLevels } from "../bank/question-bank.js";
import { allowShape } from "../document/allow.js";
import { accentFinding } from "../document/colour.js";
import { type Diagnostic, type DiagnosticCode, diagnose, sortDiagnostics } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import type { DataPath } from "../document/front-matter.js";
import { nearest } from "../document/nearest.js";
import { checkShape } from "../document/shape.js";
import { roleLevels } from "../role/role-profile.js";
import { isBanned, type Team, type TeamBan, type TeamPin } from "./team.js";

const name = z.string().min(1);
const reason = z.string().min(1).max(240).optional();
const question = name.transform((id) => ({ question: id }));
const skill = name.transform((id) => ({ skill: id }));
const pinShape = z.strictObject({ question: name, stage: name.optional(), reason });
const banShape = z
  .strictObject({ question: name.optional(), skill: name.optional(), competency: name.optional(), reason })
  .refine(
    (ban) => [ban.question, ban.skill, ban.competency].filter((one) => one !== undefined).length === 1,
    "one of question, skill or competency",
  );
const skillShape = z.strictObject({
  skill: name,
  importance: z.enum(["must", "should", "nice"]).default("must"),
  reason,
});

export const teamShape = z.strictObject({
  title: z.string().min(2).max(40),
  plan: name.optional(),
  minutes: z.record(name, z.int().min(15).max(240)).default({}),
  // A bare name is short for the question, or the skill, of that name.
  pins: z.array(z.union([question, pinShape]).pipe(pinShape)).default([]),
  bans: z.array(z.union([question, banShape]).pipe(banShape)).default([]),
  weights: z
    .record(name, z.strictObject({ weight: z.int().min(1).max(500), reason: z.string().min(1).max(240) }))
    .default({}),
  skills: z.array(z.union([skill, skillShape]).pipe(skillShape)).default([]),
  levels: z.partialRecord(z.enum(roleLevels), z.enum(questionLevels)).default({}),
  branding: z
    .strictObject({
      name: z.string().min(1).max(60).optional(),
      logo: z
        .string()
        .regex(/^[\w-]+(?:\/[\w-]+)*\.(?:svg|png)$/, "an SVG or PNG file in the team's folder")
        .optional(),
      accent: z.string().optional(),
    })
    .optional(),
  locale: z.string().min(2).optional(),
  allow: allowShape,
  paper: z.enum(["a4", "letter"]).optional(),
});

/** A brief of more words pushes the closing script off the interviewers' second page. */
const briefWords = 110;

/** What a team's names may refer to. */
export interface TeamSurroundings {
  /** The bank with the team's own questions in it. */
  bank: QuestionBank;
  /** Ids of the plans. */
  plans: readonly string[];
  /** Files of the team's folder that a logo can be, relative to it. */
  pictures: readonly string[];
}

type Report = (code: DiagnosticCode, path: DataPath, message: string, hint?: string) => void;

/** Reads a team; `id` is the name of its folder. Without a `team`, a finding is an error. */
export function readTeam(
  id: string,
  document: SourceDocument,
  { bank, plans, pictures }: TeamSurroundings,
): { team?: Team; findings: Diagnostic[] } {
  const shape = checkShape(document, teamShape);
  const findings = [...shape.findings];
  const { value } = shape;
  if (!value) return { findings: sortDiagnostics(findings) };

  const at = (path: DataPath) => document.valueAt(path);
  const report: Report = (code, path, message, hint) =>
    findings.push(diagnose(code, document.path, at(path), message, hint));
  const known = namesOf(bank);
  /** The catalogue's own spelling of a name, or a finding. */
  const find = (what: keyof typeof known, wanted: string, path: DataPath): string => {
    const found = known[what].get(what === "skill" ? wanted.toLowerCase() : wanted);
    if (found !== undefined) return found;
    const close = nearest(wanted, known[what].values());
    const missing = {
      question: `no question has the id "${wanted}"`,
      skill: `no competency lists the skill "${wanted}"`,
      competency: `no folder of questions/ is the competency "${wanted}"`,
    }[what];
    report(`unknown-${what}`, path, missing, close === undefined ? "Delete it." : `Write ${close}`);
    return wanted;
  };

  // A pin's place is where its question is named, in either form.
  const placeOf = (list: "pins" | "bans", index: number, key: string): DataPath => {
    const raw: unknown = (document.data[list] as unknown[])[index];
    return typeof raw === "string" ? [list, index] : [list, index, key];
  };
  const pins = value.pins.map((pin, index): TeamPin => {
    const path = placeOf("pins", index, "question");
    find("question", pin.question, path);
    return { ...given(pin), question: pin.question, at: at(path) };
  });
  const bans = value.bans.map((ban, index): TeamBan => {
    const what = ban.question !== undefined ? "question" : ban.skill !== undefined ? "skill" : "competency";
    const path = placeOf("bans", index, what);
    const wanted = find(what, ban[what] ?? "", path);
    return { what, name: wanted, ...(ban.reason !== undefined && { reason: ban.reason }), at: at(path) };
  });
  const weights = Object.entries(value.weights).map(([wanted, { weight, reason: why }]) => {
    const path = ["weights", wanted];
    const own = known.competency.get(wanted) ?? known.skill.get(wanted.toLowerCase());
    if (own === undefined) {
      const close = nearest(wanted, [...known.skill.values(), ...known.competency.values()]);
      findings.push(
        diagnose(
          "unknown-skill",
          document.path,
          document.keyAt(path),
          `"${wanted}" is neither a skill nor a competency`,
          close === undefined ? "Delete it." : `Write ${close}`,
        ),
      );
    }
    return { name: own ?? wanted, weight, reason: why };
  });
  const competencyOf = new Map(allSkills(bank).map((one) => [one.name, one.competency]));
  const skills = value.skills.map((wanted, index) => {
    const raw: unknown = (document.data.skills as unknown[])[index];
    const own = find(
      "skill",
      wanted.skill,
      typeof raw === "string" ? ["skills", index] : ["skills", index, "skill"],
    );
    const { importance, reason: why } = wanted;
    const competency = competencyOf.get(own) ?? "";
    return { skill: own, competency, importance, ...(why !== undefined && { reason: why }) };
  });

  reportContradictions(pins, bans, bank, document, findings);
  if (value.plan !== undefined && !plans.includes(value.plan)) {
    const close = nearest(value.plan, plans);
    const hint = close === undefined ? `Known plans: ${plans.join(", ")}` : `Write ${close}`;
    report("unknown-plan", ["plan"], `no file of roles/plans/ is the plan "${value.plan}"`, hint);
  }
  const logo = value.branding?.logo;
  if (logo !== undefined && !pictures.includes(logo)) {
    const found = pictures.length === 0 ? "no SVG or PNG file" : pictures.join(", ");
    report("missing-logo", ["branding", "logo"], `the team's folder has no ${logo}; found ${found}`);
  }
  const accent = value.branding?.accent;
  const faint =
    accent === undefined ? undefined : accentFinding(accent, document.path, at(["branding", "accent"]));
  if (faint) findings.push(faint);
  const brief = document.body.replace(/^\s*# .*(?:\r?\n|$)/, "").trim();
  const words = brief.split(/\s+/).filter((word) => word !== "").length;
  if (words > briefWords) {
    const message = `the brief for interviewers has ${words} words, expected at most ${briefWords}`;
    findings.push(diagnose("too-long", document.path, { line: document.bodyLine, column: 1 }, message));
  }

  if (findings.some((finding) => finding.severity === "error"))
    return { findings: sortDiagnostics(findings) };
  const { title, plan, minutes, levels, branding, locale, paper } = value;
  return {
    team: {
      id,
      title,
      path: document.path,
      ...given({ plan, locale, paper }),
      minutes: Object.entries(minutes).map(([stage, length]) => ({
        stage,
        minutes: length,
        at: document.keyAt(["minutes", stage]),
      })),
      pins,
      bans,
      weights,
      skills,
      levels,
      ...(branding && { branding: given(branding) }),
      brief,
    },
    findings: sortDiagnostics(findings),
  };
}

/** What teams without questions of their own may name is the same for all of them. */
const namesIn = new WeakMap<QuestionBank, ReturnType<typeof readNames>>();

function namesOf(bank: QuestionBank): ReturnType<typeof readNames> {
  const known = namesIn.get(bank) ?? readNames(bank);
  namesIn.set(bank, known);
  return known;
}

/** Names as they are written, to the names that they mean: skills answer to their aliases, in any case. */
function readNames(bank: QuestionBank) {
  const same = (ids: readonly string[]) => new Map(ids.map((id) => [id, id]));
  const skills = allSkills(bank);
  return {
    question: same(bank.questions.map(({ id }) => id)),
    competency: same(bank.competencies.map(({ id }) => id)),
    skill: new Map([
      ...skills.flatMap((one) => one.aliases.map((alias) => [alias.toLowerCase(), one.name] as const)),
      ...skills.map((one) => [one.name.toLowerCase(), one.name] as const),
    ]),
  };
}

function reportContradictions(
  pins: readonly TeamPin[],
  bans: readonly TeamBan[],
  bank: QuestionBank,
  document: SourceDocument,
  findings: Diagnostic[],
): void {
  const report = (pin: TeamPin, message: string, hint: string) =>
    findings.push(diagnose("conflicting-plan", document.path, pin.at, message, hint));
  const first = new Map<string, TeamPin>();
  for (const pin of pins) {
    const earlier = first.get(pin.question);
    if (earlier)
      report(pin, `${pin.question} is pinned on line ${earlier.at.line} already`, "Delete one of the pins.");
    else first.set(pin.question, pin);
    const asked = bank.questions.find(({ id }) => id === pin.question);
    const ban = asked && bans.find((one) => isBanned(asked, one));
    if (!ban) continue;
    const by = ban.what === "question" ? "" : ` by the ${ban.what} ${ban.name}`;
    report(
      pin,
      `${pin.question} is pinned, and banned on line ${ban.at.line}${by}`,
      "Delete one of the two.",
    );
  }
}

/** The same without keys that were not given. */
function given<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
