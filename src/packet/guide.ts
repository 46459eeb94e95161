// In: one stage of the loop. Out: what its interviewer reads: brief, scripts, run sheet, one page per question, exhibits.
import { posix } from "node:path";
import type { ExhibitView } from "./exhibit.js";
import { type Count, counted, type Duration } from "./figures.js";
import type { Loop, LoopStage, RoleHead, RunRow } from "./loop.js";
import type { StageName } from "./packet.js";
import type { Blank, QuestionView } from "./question-page.js";

export interface GuideModel {
  role: RoleHead;
  stage: StageName;
  duration: Duration;
  /** CSS names of this stage's pages and of the ids in it. */
  key: string;
  page: string;
  longTitle: boolean;
  strip: { x: number; width: number; current: boolean }[];
  fields: {
    candidate: string;
    interviewer: string;
    date: string;
    start: string;
    name: string;
    work: string;
    notes: string;
    notesCandidate: string;
  };
  purpose: string;
  others: OtherStage[];
  questionCount: Count;
  criterionCount: Count;
  questionMinutes: number;
  candidateMinutes: number;
  run: { rows: RunRow[]; end: string; toScale: boolean; split: LoopStage["split"] };
  brief: string;
  /** The folder that the addresses of its pictures are relative to. */
  briefFolder: string;
  /** What the team says to its interviewers, if anything. */
  team: { title: string; brief: string; folder: string } | null;
  after: Blank[];
  questions: QuestionView[];
  alternates: QuestionView[];
  exhibits: ExhibitView[];
}

export interface OtherStage {
  number: number;
  title: string;
  minutes: number;
  /** The competencies that it rates. */
  covers: string[];
  coversText: string;
}

const stripWidth = 316;
const stripGap = 4;

/** Composes the guide of one stage. */
export function composeGuide(loop: Loop, stage: LoopStage): GuideModel {
  const { key, id } = stage;
  return {
    role: loop.role,
    stage: stage.name,
    duration: stage.duration,
    key,
    page: stage.foot.page,
    longTitle: stage.name.title.length > 26,
    strip: drawStrip(loop, stage),
    fields: {
      candidate: `${id}.candidate`,
      interviewer: `${id}.interviewer`,
      date: `${id}.date`,
      start: `${id}.start`,
      name: `${id}.my-name`,
      work: `${id}.my-work`,
      notes: `${id}.spare-notes`,
      notesCandidate: `${id}.spare-notes-candidate`,
    },
    purpose: stage.plan.purpose,
    others: loop.stages.filter((other) => other !== stage).map(otherStage),
    questionCount: counted(stage.questions.length),
    criterionCount: counted(stage.criteria.length),
    questionMinutes: stage.split.questions,
    candidateMinutes: stage.split.candidate,
    run: { ...stage.run, split: stage.split },
    brief: loop.input.loop.brief,
    briefFolder: posix.dirname(loop.input.loop.path),
    team: teamBrief(loop),
    after: [1, 2, 3].map((step) => ({ field: `${id}.after-${step}`, detail: String(step) })),
    questions: stage.questions.map(({ view }) => view),
    alternates: stage.alternates.map(({ view }) => view),
    exhibits: stage.exhibits,
  };
}

function teamBrief(loop: Loop): GuideModel["team"] {
  const { team } = loop.input.options;
  return team?.brief ? { title: team.title, brief: team.brief, folder: `questions/teams/${team.id}` } : null;
}

function otherStage(stage: LoopStage): OtherStage {
  const covers = stage.competencies.map((competency) => competency.title);
  return {
    number: stage.name.number,
    title: stage.name.title,
    minutes: stage.duration.total,
    covers,
    coversText: covers.join(", "),
  };
}

/** The loop as a strip of bars, widths by minutes, with this stage filled. */
function drawStrip(loop: Loop, current: LoopStage): GuideModel["strip"] {
  const free = stripWidth - stripGap * (loop.stages.length - 1);
  const at = (minutes: number) => Math.round((free * minutes) / loop.duration.total);
  let minutes = 0;
  return loop.stages.map((stage, index) => {
    const from = at(minutes);
    minutes += stage.duration.total;
    return { x: from + index * stripGap + 0.5, width: at(minutes) - from - 1, current: stage === current };
  });
}
