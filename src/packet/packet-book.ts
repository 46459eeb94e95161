// In: the loop and its guides. Out: the packet for the hiring manager: cover, loop, coverage matrix, requirement trace, gaps,
// every guide, and the competencies at the planned level and beside it.
import { type QuestionLevel, questionLevels } from "../bank/question-bank.js";
import { points } from "./debrief.js";
import { type Count, counted, type Duration, percent } from "./figures.js";
import { composeGuide, type GuideModel } from "./guide.js";
import { traceRequirements } from "./kit.js";
import { type Loop, type RoleHead, stageTitlesFit } from "./loop.js";
import { measure } from "./sheet.js";
import { composeStructure, type StructureComponent } from "./structure.js";

export interface PacketBookModel {
  role: RoleHead;
  level: string;
  levelReason: string;
  titleSize: "large" | "medium" | "small";
  coverage: number;
  asked: number;
  twice: number;
  optimal: boolean;
  gapPercent: string;
  duration: Duration;
  questionCount: Count;
  stageCount: Count;
  stages: BookStage[];
  matrix: { rows: MatrixRow[]; sums: number[]; named: boolean };
  unrated: string[];
  trace: TraceRow[];
  gaps: { line: number; text: string; noSkill: boolean; credential: boolean; skills: string; hint: string }[];
  unmapped: { line: number; text: string }[];
  guides: GuideModel[];
  competencies: CompetencyPage[];
  structure: StructureComponent[];
}

export interface BookStage {
  number: number;
  title: string;
  minutes: number;
  purpose: string;
  interviewer: string;
  questionCount: Count;
  who: string;
}

/** One competency of the demand; a cell is how one stage sees it. */
export interface MatrixRow {
  title: string;
  weight: number;
  cells: { focus: boolean; second: boolean; heard: boolean; questions: number }[];
  ratings: number;
}

export interface TraceRow {
  line: number;
  text: string;
  must: boolean;
  should: boolean;
  nice: boolean;
  skills: string;
  /** `anchor` is the id of its page. */
  questions: { title: string; stage: number; anchor: string }[];
  ratedIn: string;
  unasked: boolean;
}

export interface CompetencyPage {
  title: string;
  weight: number;
  stages: string;
  definition: string;
  skills: string;
  levels: { level: QuestionLevel; planned: boolean; text: string }[];
}

/** Composes the packet. */
export function composePacketBook(loop: Loop): PacketBookModel {
  const { role, demand, plan } = loop.input;
  const questions = loop.stages.reduce((sum, stage) => sum + stage.questions.length, 0);
  const anchors = new Map(
    loop.stages.flatMap((stage) => stage.questions.map(({ planned, view }) => [planned.id, view.anchorId])),
  );
  const longestWord = Math.max(...role.title.split(/\s+/).map((word) => word.length));
  return {
    role: loop.role,
    level: demand.level,
    levelReason: role.levelReason,
    titleSize: coverSize(role.title, longestWord),
    coverage: percent(plan.coverage),
    asked: percent(plan.asked),
    twice: percent(plan.twice),
    optimal: plan.optimality.status === "optimal",
    gapPercent: (plan.optimality.gap * 100).toFixed(1),
    duration: loop.duration,
    questionCount: counted(questions),
    stageCount: counted(loop.stages.length),
    stages: listStages(loop),
    matrix: composeMatrix(loop),
    unrated: plan.unrated.map(
      (id) => demand.competencies.find(({ competency }) => competency === id)?.title ?? id,
    ),
    trace: traceRequirements(loop)
      .filter((requirement) => requirement.skills.length > 0)
      .map((requirement) => ({
        line: requirement.line,
        text: requirement.text,
        must: requirement.importance === "must",
        should: requirement.importance === "should",
        nice: requirement.importance === "nice",
        skills: requirement.skills.join(", "),
        questions: requirement.questions.map(({ id, title, stageNumber }) => ({
          title,
          stage: stageNumber,
          anchor: anchors.get(id) ?? "",
        })),
        ratedIn: requirement.ratedIn.join(", "),
        unasked: requirement.questions.length === 0 && requirement.ratedIn.length === 0,
      })),
    gaps: demand.gaps.map(({ line, text, why, skills, hint }) => ({
      line,
      text,
      noSkill: why === "no-skill",
      credential: why === "credential",
      skills: skills.join(", "),
      hint,
    })),
    unmapped: role.unmapped
      .filter(({ why }) => why === "not-a-demand")
      .map(({ line, text }) => ({ line, text })),
    guides: loop.stages.map((stage) => composeGuide(loop, stage)),
    competencies: composeCompetencies(loop),
    structure: composeStructure(loop),
  };
}

function coverSize(title: string, longestWord: number): PacketBookModel["titleSize"] {
  if (longestWord <= 18 && title.length <= 44) return "large";
  return longestWord <= 26 && title.length <= 90 ? "medium" : "small";
}

// The columns of the matrix that are no stage: competency, weight, ratings.
const matrixColumns = 190 + 50 + 54;
const matrixGap = 8;

function listStages(loop: Loop): BookStage[] {
  return loop.stages.map((stage) => ({
    number: stage.name.number,
    title: stage.name.title,
    minutes: stage.duration.total,
    purpose: stage.plan.purpose,
    interviewer: stage.plan.interviewer,
    questionCount: counted(stage.questions.length),
    who: `${stage.id}.interviewer-in-loop`,
  }));
}

/** The stage with the most questions on a competency is its focus; the others are second views. */
function composeMatrix(loop: Loop): PacketBookModel["matrix"] {
  const { demand } = loop.input;
  const weights = points(demand.competencies.map(({ weight }) => weight));
  const rows = demand.competencies.map(({ competency, title }, index): MatrixRow => {
    const counts = loop.stages.map(
      (stage) => stage.questions.filter(({ planned }) => planned.competency === competency).length,
    );
    const rates = loop.stages.map((stage) => stage.competencies.some(({ id }) => id === competency));
    const most = Math.max(...counts.map((count, at) => (rates[at] ? count : -1)));
    const focusAt = counts.findIndex((count, at) => rates[at] && count === most);
    const heard = loop.stages.map((stage) =>
      stage.criteria.some((criterion) => criterion.heard !== null && criterion.id === competency),
    );
    return {
      title,
      weight: weights[index] ?? 0,
      cells: loop.stages.map((_, at) => ({
        focus: at === focusAt,
        second: at !== focusAt && rates[at] === true,
        heard: heard[at] === true,
        questions: counts[at] ?? 0,
      })),
      ratings: [...rates, ...heard].filter(Boolean).length,
    };
  });
  return {
    rows: rows.filter((row) => row.ratings > 0),
    sums: loop.stages.map((stage) => stage.questions.length),
    named: stageTitlesFit(loop, measure - matrixColumns, matrixGap),
  };
}

function composeCompetencies(loop: Loop): CompetencyPage[] {
  const { demand, bank } = loop.input;
  const shown = levelsAround(demand.level);
  const weights = points(demand.competencies.map(({ weight }) => weight));
  return demand.competencies.flatMap(({ competency: id, skills }, index) => {
    const stages = loop.stages.filter((stage) => stage.criteria.some((criterion) => criterion.id === id));
    const competency = bank.competencies.find((candidate) => candidate.id === id);
    if (stages.length === 0 || !competency) return [];
    return [
      {
        title: competency.title,
        weight: weights[index] ?? 0,
        stages: stages.map(({ name }) => name.number).join(", "),
        definition: competency.definition,
        skills: skills.map(({ skill }) => skill).join(", "),
        levels: shown.map((level) => ({
          level,
          planned: level === demand.level,
          text: competency.levels[level],
        })),
      },
    ];
  });
}

/** Three levels: the planned one and its neighbours; at either end, the nearest three. */
export function levelsAround(level: QuestionLevel): QuestionLevel[] {
  const from = Math.min(Math.max(questionLevels.indexOf(level) - 1, 0), questionLevels.length - 3);
  return questionLevels.slice(from, from + 3);
}
