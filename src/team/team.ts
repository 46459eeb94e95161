// The shape of a team's overlay: what its team.md asks for against the shared bank and the shared plans.
// Plain data, made by read-team.ts; laid over role and plan by apply-team.ts.
import type { QuestionLevel } from "../bank/question-bank.js";
import type { Position } from "../document/diagnostic.js";
import type { Importance, RoleLevel } from "../role/role-profile.js";

/** A question that must be asked, in one stage or anywhere. */
export interface TeamPin {
  question: string;
  stage?: string;
  reason?: string;
  at: Position;
}

/** What must not be asked: one question, or every question about a skill or of a competency. */
export interface TeamBan {
  what: "question" | "skill" | "competency";
  name: string;
  reason?: string;
  at: Position;
}

/** How much a skill or competency counts for this team, wherever a role demands it. */
export interface TeamWeight {
  name: string;
  weight: number;
  reason: string;
}

/** A skill that this team demands of every role, whatever its document says. */
export interface TeamSkill {
  skill: string;
  competency: string;
  importance: Importance;
  reason?: string;
}

/** A team's looks: `logo` is a file in its folder, `accent` a colour such as #0b5fff. */
export interface TeamBranding {
  name?: string;
  logo?: string;
  accent?: string;
}

/** One team's overlay. `brief` is the body of its file, printed for its interviewers (Markdown). */
export interface Team {
  id: string;
  title: string;
  path: string;
  plan?: string;
  minutes: { stage: string; minutes: number; at: Position }[];
  pins: TeamPin[];
  bans: TeamBan[];
  weights: TeamWeight[];
  skills: TeamSkill[];
  /** What a level that roles state is asked as in this team. */
  levels: Partial<Record<RoleLevel, QuestionLevel>>;
  branding?: TeamBranding;
  locale?: string;
  paper?: "a4" | "letter";
  brief: string;
}

/** The questions of a bank that a ban is about. */
export function isBanned(
  question: { id: string; competency: string; skills: readonly string[] },
  ban: TeamBan,
): boolean {
  if (ban.what === "question") return question.id === ban.name;
  return ban.what === "skill" ? question.skills.includes(ban.name) : question.competency === ban.name;
}
