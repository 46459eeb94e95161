// In: what an author states about a competency, a role or a plan. Out: the text of its file, with a mark wherever words are missing.
// Each is a whole document of its kind: what is not marked passes `check`.
import type { Family } from "../bank/question-bank.js";
import { placeholder } from "../document/placeholder.js";
import { idOf } from "./identifier.js";
import { keyLine } from "./question-text.js";

export interface CompetencyDraft {
  title: string;
  family: Family;
  skills: readonly string[];
}

/** The text of `questions/<id>/competency.md`. */
export function competencyText({ title, family, skills }: CompetencyDraft): string {
  const levels = [
    ["Junior", "what someone does who follows an existing pattern, and when they ask"],
    ["Mid", "what someone does alone, in ordinary cases"],
    ["Senior", "what someone does in hard cases, and makes easy for others"],
    ["Staff", "what someone sets for several teams, and leaves them able to decide"],
  ] as const;
  return `---
${keyLine("title", title)}family: ${family}
skills:
${skills.map((skill) => `  - ${keyLine("name", skill)}`).join("")}---
# ${title}

${placeholder("what is rated: one or two sentences of observable behaviour")}
${levels.map(([level, what]) => `\n## ${level}\n${placeholder(what)}\n`).join("")}`;
}

export interface RoleDraft {
  title: string;
  level?: string;
  /** Names of skills that the bank knows. */
  skills: readonly string[];
}

/** The text of a role document: short, in headings that are read without help. */
export function roleText({ title, level, skills }: RoleDraft): string {
  const front = level === undefined ? "" : `---\n${keyLine("level", level)}---\n`;
  return `${front}# ${title}

${placeholder("what the team does, and what this person changes in the first year")}

## Requirements

${skills.map((skill) => `- ${skill}\n`).join("")}
## Responsibilities

- ${placeholder("what this person does in an ordinary week, one line each")}

## Nice to have

- ${placeholder("what helps, and can be learned here")}
`;
}

export interface PlanDraft {
  title: string;
  stages: readonly { title: string; minutes: number }[];
}

/** The text of `roles/plans/<id>.md`. A question takes some 12 minutes, so that the minutes say how many fit. */
export function planText({ title, stages }: PlanDraft): string {
  const blocks = stages.map(({ title: name, minutes }) => {
    const most = Math.max(1, Math.min(6, Math.floor((minutes - 10) / 10)));
    return `  - ${keyLine("id", idOf(name))}    ${keyLine("title", name)}    ${keyLine(
      "purpose",
      placeholder("what this interview finds out that no other one does"),
    )}    minutes: ${minutes}
    kinds: [] # any of behavioral, situational, technical, coding, code-review, design; none means all
    focus: [] # competencies (folders of questions/) or families: technical, design, practice, people
    questions: { min: ${Math.min(most, minutes < 40 ? 1 : 2)}, max: ${most} }
    ${keyLine("interviewer", placeholder("who holds it"))}    ${keyLine(
      "prepare",
      placeholder("what the candidate is told about this interview"),
    )}`;
  });
  return `---
stages:
${blocks.join("")}---
# ${title}

${placeholder("how every interviewer of this loop proceeds; each of them gets this page")}
`;
}

/** The text of `questions/teams/<id>/team.md`: nothing is changed yet, and every key says what it could change. */
export function teamText({ title, plan }: { title: string; plan?: string }): string {
  return `---
${keyLine("title", title)}${plan === undefined ? "" : keyLine("plan", plan)}# Take the # away from what you want to change:
# pins: [{ question: an-id, stage: a-stage, reason: why every candidate of this team is asked it }]
# bans: [{ question: an-id, reason: why it is never asked here }]
# weights: { A skill: { weight: 60, reason: why it counts so much here } }
# minutes: { a-stage: 75 }
# branding: { name: ${JSON.stringify(title)}, accent: "#0b3d91" }
---
# ${title}

${placeholder("what this team's interviewers should know; it is printed in their guides")}
`;
}
