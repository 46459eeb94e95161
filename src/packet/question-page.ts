// In: a question as planned and as written. Out: its page in the guide: wording, probes, anchors, and the names of what is filled in.
// How large it is set, and whether it needs a second page, is measured when it is printed.
import { type Anchor, type Question, ratingLabels } from "../bank/question-bank.js";

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
  kind: Question["kind"];
  /** The language of its words, which may be another than that of the labels. */
  lang: string;
  minutes: number;
  clock: { from: string; to: string } | null;
  competency: string;
  exhibit: string | null;
  /** The name of its exhibit's page; empty without one. */
  exhibitPage: string;
  wording: string;
  probes: { text: string; tick: Blank }[];
  anchors: { text: string; box: RatingBox }[];
  notAssessed: RatingBox;
  redFlags: string[];
  background: string;
  /** `of` names the field of the guide's first page, whose name readers copy here. */
  candidate: Blank & { of: string };
  /** The same at the head of its second page, if it has one: loose sheets get mixed up. */
  candidateAgain: Blank & { of: string };
  notes: Blank;
  moreNotes: Blank;
}

/** The language of what does not say: that of the shipped bank. */
export const contentLanguage = "en";

export interface QuestionPlace {
  /** Unique in the document: s3-q1. */
  key: string;
  /** What the names of its fields begin with: coding.question.retry-queue. */
  field: string;
  /** The field with the candidate's name. */
  candidate: string;
  number: string;
  alternate: boolean;
  minutes: number;
  clock: { from: string; to: string } | null;
  competencyTitle: string;
  exhibit: string | null;
}

/** Composes one question page. */
export function composeQuestion(question: Question, place: QuestionPlace): QuestionView {
  const { key, field } = place;
  const detail = place.number;
  return {
    id: question.id,
    anchorId: key,
    number: place.number,
    alternate: place.alternate,
    title: question.title,
    kind: question.kind,
    lang: question.lang ?? contentLanguage,
    minutes: place.minutes,
    clock: place.clock,
    competency: place.competencyTitle,
    exhibit: place.exhibit,
    exhibitPage: place.exhibit === null ? "" : exhibitPage(place.exhibit),
    wording: question.wording,
    probes: question.probes.map((text, index) => ({
      text,
      tick: { field: `${field}.probe-${index + 1}`, detail: `${detail}.${index + 1}` },
    })),
    anchors: anchorsOf(question).map((anchor) => ({
      text: anchor.text,
      box: { field: `${field}.rating`, value: String(anchor.rating), label: anchor.label, detail },
    })),
    notAssessed: { field: `${field}.rating`, value: "NA", label: "", detail },
    redFlags: question.redFlags,
    background: question.background,
    candidate: { field: `${field}.candidate`, detail, of: place.candidate },
    candidateAgain: { field: `${field}.candidate-again`, detail, of: place.candidate },
    notes: { field: `${field}.notes`, detail },
    moreNotes: { field: `${field}.more-notes`, detail },
  };
}

/** What the page of an exhibit is called, by its label. */
export function exhibitPage(label: string): string {
  return `exhibit-${label.toLowerCase()}`;
}

function anchorsOf(question: Question): Anchor[] {
  return (
    [...question.rubric]
      .sort((a, b) => a.rating - b.rating)
      // The usual words are the locale's.
      .map((anchor) => ({
        ...anchor,
        label: anchor.label === ratingLabels[anchor.rating] ? "" : anchor.label,
      }))
  );
}
