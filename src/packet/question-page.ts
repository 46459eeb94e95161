// In: a question as planned and as written. Out: its page in the guide, with the densest step of type that it needs.
// Steps: large reading size, then three smaller ones; then the rating zone moves, whole, to a page of its own.
import { type Anchor, type Question, ratingLabels } from "../bank/question-bank.js";
import type { Paper } from "./packet.js";
import { column, columns, pageHeight } from "./sheet.js";
import { countBlockLines, countLines } from "./text-measure.js";

/** A box to fill in: its unique name in the document and a number to tell it apart in its tooltip. */
export interface Blank {
  field: string;
  detail: string;
}

export interface RatingBox {
  field: string;
  value: string;
  label: string;
  detail: string;
}

export interface QuestionView {
  id: string;
  anchorId: string;
  /** 1, 2, 3 for questions that are asked; A1, A2 for alternates. */
  number: string;
  alternate: boolean;
  title: string;
  kind: string;
  minutes: number;
  clock: { from: string; to: string } | null;
  competency: string;
  exhibit: string | null;
  wording: string;
  probes: { text: string; tick: Blank }[];
  anchors: { text: string; box: RatingBox }[];
  notAssessed: RatingBox;
  redFlags: string[];
  background: string;
  candidate: Blank;
  notes: Blank;
  moreNotes: Blank;
  fit: Fit;
  /** The rating zone stands on the next page. */
  split: boolean;
}

export type Fit = "roomy" | "close" | "dense" | "tight" | "split";

export interface QuestionPlace {
  /** Unique in the document: s3-q1. */
  key: string;
  number: string;
  alternate: boolean;
  minutes: number;
  clock: { from: string; to: string } | null;
  competencyTitle: string;
  exhibit: string | null;
  paper: Paper;
}

/** Composes one question page. */
export function composeQuestion(question: Question, place: QuestionPlace): QuestionView {
  const { key } = place;
  const detail = place.number;
  const fit = chooseFit(question, place);
  return {
    id: question.id,
    anchorId: key,
    number: place.number,
    alternate: place.alternate,
    title: question.title,
    kind: question.kind.replace("-", " "),
    minutes: place.minutes,
    clock: place.clock,
    competency: place.competencyTitle,
    exhibit: place.exhibit,
    wording: question.wording,
    probes: question.probes.map((text, index) => ({
      text,
      tick: { field: `${key}-probe-${index + 1}`, detail: `${detail}.${index + 1}` },
    })),
    anchors: anchorsOf(question).map((anchor) => ({
      text: anchor.text,
      box: { field: `${key}-rating`, value: String(anchor.rating), label: anchor.label, detail },
    })),
    notAssessed: { field: `${key}-rating`, value: "NA", label: "", detail },
    redFlags: question.redFlags,
    background: question.background,
    candidate: { field: `${key}-candidate`, detail },
    notes: { field: `${key}-notes`, detail },
    moreNotes: { field: `${key}-more-notes`, detail },
    fit,
    split: fit === "split",
  };
}

function anchorsOf(question: Question): Anchor[] {
  return [...question.rubric]
    .sort((a, b) => a.rating - b.rating)
    .map((anchor) => ({ ...anchor, label: anchor.label || ratingLabels[anchor.rating] }));
}

interface Step {
  fit: Exclude<Fit, "split">;
  sayPx: number;
  sayLine: number;
  probePx: number;
  probeLine: number;
  probeGap: number;
  anchorLine: number;
  gap: number;
  headLine: number;
}

// The numbers of templates/styles/guide.css, one row per value of data-fit.
const steps: readonly Step[] = [
  {
    fit: "roomy",
    sayPx: 16 / 0.75,
    sayLine: 30,
    probePx: 11.5 / 0.75,
    probeLine: 20,
    probeGap: 5,
    anchorLine: 20,
    gap: 25,
    headLine: 45,
  },
  {
    fit: "close",
    sayPx: 14 / 0.75,
    sayLine: 25,
    probePx: 11.5 / 0.75,
    probeLine: 20,
    probeGap: 5,
    anchorLine: 20,
    gap: 20,
    headLine: 45,
  },
  {
    fit: "dense",
    sayPx: 12.5 / 0.75,
    sayLine: 22,
    probePx: 11.5 / 0.75,
    probeLine: 20,
    probeGap: 2,
    anchorLine: 18,
    gap: 15,
    headLine: 30,
  },
  {
    fit: "tight",
    sayPx: 11.5 / 0.75,
    sayLine: 20,
    probePx: 11 / 0.75,
    probeLine: 18,
    probeGap: 2,
    anchorLine: 17,
    gap: 10,
    headLine: 30,
  },
];

// One line of small type: the estimate of a long text may be one line short.
const safety = 15;

/** The first step at which the whole question, six note rules included, stays on its page. */
export function chooseFit(
  question: Question,
  place: Pick<QuestionPlace, "paper" | "competencyTitle" | "exhibit" | "alternate">,
): Fit {
  const room = pageHeight(place.paper) - safety;
  return steps.find((step) => questionHeight(question, place, step) <= room)?.fit ?? "split";
}

const body = 14;
const small = 12;
const smallLine = 15;
const bodyLine = 20;
const rulePitch = 30;
const leastRules = 6;

function questionHeight(
  question: Question,
  place: Pick<QuestionPlace, "competencyTitle" | "exhibit" | "alternate">,
  step: Step,
): number {
  const titleLines = countLines(question.title, "bold", 14 / 0.75, columns(2));
  const head = 14 + step.headLine + (titleLines - 1) * 25;

  // The left column: label, facts, and at its foot the background.
  const rates = countLines(place.competencyTitle, "sans", small, column - 58);
  const note = place.alternate ? 2 : 1;
  const facts = bodyLine + note * smallLine + 10 + (3 + rates + (place.exhibit === null ? 0 : 1)) * smallLine;
  const background = smallLine + countBlockLines(question.background, "sans", small, column) * smallLine;
  const left = facts + 20 + background;

  // The wide one: what is said, probes, and room for notes.
  const wording = question.wording
    .split(/\n\s*\n/)
    .reduce(
      (sum, text) => sum + countBlockLines(text, "serif", step.sayPx, columns(3)) * step.sayLine + 10,
      -10,
    );
  const probes = question.probes.reduce(
    (sum, probe) =>
      sum + countLines(probe, "serif", step.probePx, columns(3) - 27) * step.probeLine + step.probeGap,
    bodyLine + 3 - step.probeGap,
  );
  const notes = bodyLine + leastRules * rulePitch;
  const right = wording + step.gap + probes + step.gap + notes;

  const tallest = Math.max(
    ...question.rubric.map((anchor) => countBlockLines(anchor.text, "sans", body, column)),
  );
  const flags = question.redFlags.reduce(
    (sum, flag) => sum + countLines(flag, "sans", body, columns(3) - 14) * step.anchorLine,
    bodyLine,
  );
  const judging =
    Math.max(10, step.gap - 5) + 7 + bodyLine + 5 + 35 + tallest * step.anchorLine + 10 + Math.max(flags, 35);
  return head + 10 + Math.max(left, right) + judging;
}
