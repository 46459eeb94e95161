// In: the loop. Out: the screen page of one role, which links every document as HTML and PDF and says what is not covered.
import { type Count, counted, type Duration, percent } from "./figures.js";
import { kitFolder } from "./kit.js";
import type { Loop, RoleHead } from "./loop.js";

export interface IndexModel {
  role: RoleHead;
  level: string;
  levelReason: string;
  coverage: number;
  asked: number;
  duration: Duration;
  stageCount: Count;
  questionCount: Count;
  optimal: boolean;
  /** Which formats there are to link. */
  html: boolean;
  pdf: boolean;
  /** Relative address of the page that lists all roles. */
  home: string;
  stages: {
    number: number;
    title: string;
    minutes: number;
    guide: string;
    scorecard: string;
    covers: string;
  }[];
  gapCount: Count;
  gaps: { line: number; text: string; hint: string }[];
}

/** Composes the role's index page; links are file names without extension. */
export function composeIndexPage(loop: Loop): IndexModel {
  const { demand, role, plan, options, slug } = loop.input;
  const kit = { role: slug, team: options.team ?? null, opening: options.opening ?? null };
  return {
    role: loop.role,
    level: demand.level,
    levelReason: role.levelReason,
    coverage: percent(plan.coverage),
    asked: percent(plan.asked),
    duration: loop.duration,
    stageCount: counted(loop.stages.length),
    questionCount: counted(loop.stages.reduce((sum, stage) => sum + stage.questions.length, 0)),
    optimal: plan.optimality.status === "optimal",
    html: options.formats?.includes("html") ?? true,
    pdf: options.formats?.includes("pdf") ?? true,
    home: `${kitFolder(kit)
      .split("/")
      .map(() => "../")
      .join("")}index.html`,
    stages: loop.stages.map((stage) => ({
      number: stage.name.number,
      title: stage.name.title,
      minutes: stage.duration.total,
      guide: `${stage.slug}-guide`,
      scorecard: `${stage.slug}-scorecard`,
      covers: stage.competencies.map(({ title }) => title).join(", "),
    })),
    gapCount: counted(demand.gaps.length),
    gaps: demand.gaps.map(({ line, text, hint }) => ({ line, text, hint })),
  };
}
