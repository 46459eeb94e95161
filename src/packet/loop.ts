// In: role, demand, plan, plan document and bank. Out: the loop as every document sees it: numbered stages with their
// questions looked up, clock marks, criteria and exhibits. Computed once; the documents only pick from it.

import type { InterviewPlan, LoopPlan, PlannedQuestion, StagePlan } from "../assemble/interview-plan.js";
import { type Competency, type Question, type QuestionBank, questionsById } from "../bank/question-bank.js";
import type { Demand } from "../match/demand.js";
import type { ReadLine } from "../role/account-for-lines.js";
import type { RoleProfile } from "../role/role-profile.js";
import { composeExhibit, type ExhibitView } from "./exhibit.js";
import { clock, type Duration, duration } from "./figures.js";
import type { Foot, Paper, StageName } from "./packet.js";
import { composeQuestion, type QuestionView } from "./question-page.js";
import { countLines, wordsFit } from "./text-measure.js";

export interface PacketInput {
  role: RoleProfile;
  /** Every line of the role document, with how it was read. */
  reading: ReadLine[];
  demand: Demand;
  plan: InterviewPlan;
  loop: LoopPlan;
  bank: QuestionBank;
  /** A short hash of everything the kit was built from. */
  kitVersion: string;
  slug: string;
  options: PacketOptions;
  /** Data: addresses of pictures by their path below the workspace. */
  pictures?: Readonly<Record<string, string>>;
}

export interface PacketOptions {
  paper: Paper;
  /** The formats that are written, which an index can link; both if absent. */
  formats?: ("html" | "pdf")[];
  /** The team that hires; `brief` is printed for its interviewers (Markdown). */
  team?: { id: string; title: string; brief?: string };
  /** The opening's own name or number. */
  opening?: string;
  /** Openings with which the loop was planned to have few questions in common. */
  avoid?: string[];
  /** A date that the user gave; never the clock's. */
  date?: string;
  duplex?: boolean;
  /** Room for notes with rules to write on, or without. Ruled if absent. */
  notes?: "ruled" | "blank";
  /** The language of the labels, one of a file in templates/locales/; English if absent. */
  locale?: string;
  branding?: Branding;
}

/** How a team's pages are marked: its name, its logo as a data: address, and a colour of at least 7:1 on white. */
export interface Branding {
  name?: string;
  logo?: string;
  accent?: string;
}

/** What one row of a scorecard rates: a competency of the bank, or something heard across the whole interview. */
export interface Criterion {
  id: string;
  title: string;
  /** Markdown; empty for a criterion whose words come from the locale. */
  definition: string;
  /** The numbers of the questions that it rests on; empty: all of them. */
  questions: string;
  oneQuestion: boolean;
  heard: { explains: boolean; reasons: boolean; adapts: boolean } | null;
}

export interface RunRow {
  at: string;
  minutes: number;
  heightPx: number;
  opening: boolean;
  question: string;
  exhibit: string | null;
  reserve: boolean;
  candidate: boolean;
  closing: boolean;
}

export interface StageQuestion {
  planned: PlannedQuestion;
  question: Question;
  view: QuestionView;
}

export interface LoopStage {
  key: string;
  slug: string;
  name: StageName;
  id: string;
  duration: Duration;
  plan: StagePlan;
  split: StagePlan["split"];
  questions: StageQuestion[];
  alternates: StageQuestion[];
  competencies: Competency[];
  criteria: Criterion[];
  exhibits: ExhibitView[];
  run: { rows: RunRow[]; end: string; toScale: boolean };
  foot: Foot;
}

export interface RoleHead {
  title: string;
  team: string;
  opening: string;
  date: string;
  kitVersion: string;
  source: string;
  planSource: string;
}

/** The loop with everything looked up. */
export interface Loop {
  input: PacketInput;
  role: RoleHead;
  stages: LoopStage[];
  duration: Duration;
  foot: Foot;
}

/** Joins plan, plan document and bank. Throws only on a plan that names what does not exist, which is our bug. */
export function composeLoop(input: PacketInput): Loop {
  const { role, plan, loop, kitVersion, options } = input;
  const head: RoleHead = {
    title: role.title,
    team: options.team?.title ?? "",
    opening: options.opening ?? "",
    date: options.date ?? "",
    kitVersion,
    source: role.path,
    planSource: loop.path,
  };
  const stages = plan.stages.map((_, index) => composeStage(input, head, index));
  return {
    input,
    role: head,
    stages,
    duration: duration(stages.reduce((sum, stage) => sum + stage.duration.total, 0)),
    foot: { page: "", role: head.title, team: head.team, stage: null, exhibit: null },
  };
}

function composeStage(input: PacketInput, head: RoleHead, index: number): LoopStage {
  const { plan, loop, bank } = input;
  const planned = found(plan.stages[index], `stage ${index + 1}`);
  const stagePlan = found(
    loop.stages.find((stage) => stage.id === planned.id),
    `stage ${planned.id} in ${loop.path}`,
  );
  const number = index + 1;
  const key = `s${number}`;
  const name: StageName = { number, count: plan.stages.length, title: planned.title };
  const exhibits: ExhibitView[] = [];
  let minute = stagePlan.split.opening;

  const compose = (item: PlannedQuestion, position: number, asked: boolean): StageQuestion => {
    const question = found(questionsById(bank).get(item.id), `question ${item.id}`);
    let exhibit: string | null = null;
    if (question.exhibit !== undefined) {
      exhibit = `${number}${letter(exhibits.length)}`;
      exhibits.push(composeExhibit(question.exhibit, exhibit, question));
    }
    const from = minute;
    if (asked) minute += item.minutes;
    const view = composeQuestion(question, {
      key: `${key}-${asked ? "q" : "a"}${position}`,
      field: `${planned.id}.question.${item.id}`,
      candidate: `${planned.id}.candidate`,
      number: asked ? String(position) : `A${position}`,
      alternate: !asked,
      minutes: item.minutes,
      clock: asked ? { from: clock(from), to: clock(minute) } : null,
      competencyTitle: competencyOf(bank, question.competency).title,
      exhibit,
    });
    return { planned: item, question, view };
  };
  const questions = planned.questions.map((item, at) => compose(item, at + 1, true));
  const alternates = planned.alternates.map((item, at) => compose(item, at + 1, false));
  const competencies = planned.competencies.map((id) => competencyOf(bank, id));
  return {
    key,
    slug: `${String(number).padStart(2, "0")}-${planned.id}`,
    name,
    id: planned.id,
    duration: duration(planned.minutes),
    plan: stagePlan,
    split: stagePlan.split,
    questions,
    alternates,
    competencies,
    criteria: criteriaOf(bank, competencies, questions),
    exhibits,
    run: runSheet(stagePlan.split, questions),
    foot: { page: `stage-${number}`, role: head.title, team: head.team, stage: name, exhibit: null },
  };
}

export const fewestCriteria = 3;

function criteriaOf(bank: QuestionBank, competencies: Competency[], questions: StageQuestion[]): Criterion[] {
  const rated = competencies.map((competency): Criterion => {
    const numbers = questions
      .filter(({ planned }) => planned.competency === competency.id)
      .map(({ view }) => view.number);
    return {
      id: competency.id,
      title: competency.title,
      definition: competency.definition,
      questions: numbers.join(", "),
      oneQuestion: numbers.length === 1,
      heard: null,
    };
  });
  const none = { explains: false, reasons: false, adapts: false };
  const communication = bank.competencies.find((competency) => competency.id === "communication");
  const heard: Criterion[] = [
    {
      id: communication?.id ?? "explains",
      title: communication?.title ?? "",
      definition: communication?.definition ?? "",
      questions: "",
      oneQuestion: false,
      heard: { ...none, explains: true },
    },
    {
      id: "reasons",
      title: "",
      definition: "",
      questions: "",
      oneQuestion: false,
      heard: { ...none, reasons: true },
    },
    {
      id: "adapts",
      title: "",
      definition: "",
      questions: "",
      oneQuestion: false,
      heard: { ...none, adapts: true },
    },
  ];
  const missing = Math.max(0, fewestCriteria - rated.length);
  const free = heard.filter((criterion) => !rated.some(({ id }) => id === criterion.id));
  return [...rated, ...free.slice(0, missing)];
}

const lineHeightPx = 20;
const tallestRunSheetPx = 270;

// A shorter rest is no row of its own: it stays with the last question, and the next clock mark tells.
const leastReserveMinutes = 5;

/** The run sheet is a ruler: row height = minutes, as long as every row holds a line of text. */
function runSheet(split: StagePlan["split"], questions: readonly StageQuestion[]): LoopStage["run"] {
  const asked = questions.reduce((sum, { planned }) => sum + planned.minutes, 0);
  const rest = Math.max(0, split.questions - asked);
  const blank = {
    opening: false,
    question: "",
    exhibit: null,
    reserve: false,
    candidate: false,
    closing: false,
  };
  const row = (minutes: number, what: Partial<RunRow>) => ({ ...blank, ...what, minutes, lasts: minutes });
  const rows = [
    row(split.opening, { opening: true }),
    ...questions.map(({ view }) => row(view.minutes, { question: view.number, exhibit: view.exhibit })),
  ];
  const last = rows.at(-1);
  if (rest < leastReserveMinutes && last) last.lasts += rest;
  else rows.push(row(rest, { reserve: true }));
  rows.push(row(split.candidate, { candidate: true }), row(split.closing, { closing: true }));

  const shown = rows.filter(({ lasts }) => lasts > 0);
  const total = shown.reduce((sum, { lasts }) => sum + lasts, 0);
  const shortest = Math.min(...shown.map(({ lasts }) => lasts));
  const pxPerMinute = Math.min(lineHeightPx / shortest, tallestRunSheetPx / total);
  let minute = 0;
  const placed = shown.map(({ lasts, ...part }): RunRow => {
    const at = clock(minute);
    minute += lasts;
    return { ...part, at, heightPx: Math.max(lineHeightPx, Math.round(lasts * pxPerMinute)) };
  });
  // A pixel of rounding is still to scale; a row stretched to hold its line is not.
  return { rows: placed, end: clock(minute), toScale: shortest * pxPerMinute > lineHeightPx - 1 };
}

/** Whether the stages' titles can head columns that share a width, each less its gap; otherwise numbers head them, and a list below names them. */
export function stageTitlesFit(loop: Loop, width: number, gap: number): boolean {
  const columnWidth = width / loop.stages.length - gap;
  return loop.stages.every(
    ({ name }) => wordsFit(name.title, 12, columnWidth) && countLines(name.title, 12, columnWidth) <= 3,
  );
}

export function competencyOf(bank: QuestionBank, id: string): Competency {
  return found(
    bank.competencies.find((competency) => competency.id === id),
    `competency ${id}`,
  );
}

function letter(index: number): string {
  return String.fromCharCode(65 + (index % 26));
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the plan names ${what}, which does not exist`);
  return value;
}
