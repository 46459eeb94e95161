// The limits of the page and of the ear: how long each part of a question may be, and how many minutes it takes.
import type { Anchor, Question, QuestionKind } from "../bank/question-bank.js";
import { type Diagnostic, diagnose, type Position } from "../document/diagnostic.js";
import { type CheckContext, ownQuestions, type Rule } from "./context.js";

/** Reading aloud at an even pace, in words a minute: slower than talk, so that it can be followed in a second language. */
const wordsPerMinute = 135;
const secondsAloud = 40;

/** Limits of the printed page and of what can be read aloud in 40 seconds; reasons stand in questions/README.md. */
const limits = {
  wordingWords: (wordsPerMinute * secondsAloud) / 60,
  probeCharacters: 95,
  anchorWords: 45,
  backgroundWords: 110,
  redFlags: 4,
  titleCharacters: 60,
  exhibitLines: 45,
  exhibitColumns: 88,
} as const;

/** Minutes that a question of a kind takes, from experience in the design's loops: least and most. */
const usualMinutes: Record<QuestionKind, readonly [number, number]> = {
  behavioral: [8, 15],
  situational: [8, 15],
  technical: [8, 15],
  "code-review": [12, 20],
  coding: [15, 30],
  design: [20, 40],
};

const page = "the printed pages, measured in tests/packet";

export const limitRules: readonly Rule[] = [
  {
    code: "too-long",
    name: "the wording can be read aloud in 40 seconds",
    why: "At 135 words a minute 90 words take 40 seconds; longer questions are not remembered to the end.",
    source: "questions/README.md, the limits",
    fix: "Move facts into the exhibit, or drop those that no anchor needs.",
    check: eachQuestion(checkWording),
  },
  {
    code: "too-long",
    name: "probes are one line each",
    why: "The interviewer finds the next probe with one glance, while listening.",
    source: page,
    fix: "Say it in at most 95 characters, or make two probes of it.",
    check: eachQuestion(checkProbes),
  },
  {
    code: "too-many-red-flags",
    name: "red flags can be held in mind",
    why: "More than four are not watched for.",
    source: "questions/README.md, the limits",
    fix: "Keep those that would change the decision.",
    check: eachQuestion(checkRedFlags),
  },
  {
    code: "too-long",
    name: "anchors can be read while listening",
    why: "Four anchors stand side by side; at 45 words each they can still be compared.",
    source: page,
    fix: "Keep what separates this anchor from its neighbours.",
    check: eachQuestion(checkAnchors),
  },
  {
    code: "background-too-long",
    name: "the background fits beside the notes",
    why: "It is read a minute before the interview.",
    source: page,
    fix: "Keep the facts that an anchor rests on.",
    check: eachQuestion(checkBackground),
  },
  {
    code: "exhibit-too-large",
    name: "exhibits fit the candidate's page",
    why: "The candidate reads it on one sheet, in two or three minutes.",
    source: page,
    fix: "Cut what no probe asks about.",
    check: eachQuestion(checkExhibit),
  },
  {
    code: "unusual-minutes",
    name: "minutes fit the kind",
    why: "A loop is planned by these minutes; a question that takes longer costs the next one.",
    source: "questions/README.md, minutes",
    fix: "Correct the minutes, or the kind.",
    check: eachQuestion(checkMinutes),
  },
];

type Place = (section: string) => Position;

function eachQuestion(check: (question: Question, place: Place) => Diagnostic[]) {
  return (context: CheckContext): Diagnostic[] =>
    ownQuestions(context).flatMap((question) => {
      const sections = context.documents.get(question.path)?.sections ?? [];
      const place: Place = (name) => {
        const section = sections.find((one) => one.title.toLowerCase().startsWith(name.toLowerCase()));
        return { line: section?.line ?? 1, column: 1 };
      };
      return check(question, place);
    });
}

function checkWording(question: Question, place: Place): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const words = countWords(question.wording);
  if (words > limits.wordingWords) {
    findings.push(
      tooLong(
        question,
        place(question.title),
        `the wording has ${words} words, expected at most ${limits.wordingWords}`,
      ),
    );
  }
  if (question.title.length > limits.titleCharacters) {
    findings.push(
      tooLong(
        question,
        place(question.title),
        `the title has ${question.title.length} characters, expected at most ${limits.titleCharacters}`,
      ),
    );
  }
  return findings;
}

function checkProbes(question: Question, place: Place): Diagnostic[] {
  const findings: Diagnostic[] = [];
  for (const probe of question.probes) {
    if (probe.length <= limits.probeCharacters) continue;
    findings.push(
      tooLong(
        question,
        place("Probes"),
        `a probe has ${probe.length} characters, expected one line of at most ${limits.probeCharacters}: "${probe.slice(0, 40)}…"`,
      ),
    );
  }
  return findings;
}

function checkRedFlags(question: Question, place: Place): Diagnostic[] {
  if (question.redFlags.length <= limits.redFlags) return [];
  return [
    diagnose(
      "too-many-red-flags",
      question.path,
      place("Red flags"),
      `found ${question.redFlags.length} red flags, expected at most ${limits.redFlags}`,
    ),
  ];
}

function checkAnchors(question: Question, place: Place): Diagnostic[] {
  return question.rubric.flatMap((anchor: Anchor) => {
    const words = countWords(anchor.text);
    if (words <= limits.anchorWords) return [];
    return [
      tooLong(
        question,
        place(String(anchor.rating)),
        `the anchor for ${anchor.rating} has ${words} words, expected at most ${limits.anchorWords}`,
      ),
    ];
  });
}

function checkBackground(question: Question, place: Place): Diagnostic[] {
  const words = countWords(question.background);
  if (words <= limits.backgroundWords) return [];
  return [
    diagnose(
      "background-too-long",
      question.path,
      place("Background"),
      `the background has ${words} words, expected at most ${limits.backgroundWords}`,
    ),
  ];
}

function checkExhibit(question: Question, place: Place): Diagnostic[] {
  const lines = (question.exhibit ?? "").split("\n").filter((line) => !line.startsWith("```"));
  const widest = Math.max(0, ...lines.map((line) => line.length));
  if (lines.length <= limits.exhibitLines && widest <= limits.exhibitColumns) return [];
  return [
    diagnose(
      "exhibit-too-large",
      question.path,
      place("Exhibit"),
      `the exhibit has ${lines.length} lines of up to ${widest} characters, expected at most ${limits.exhibitLines} of ${limits.exhibitColumns}`,
    ),
  ];
}

function checkMinutes(question: Question): Diagnostic[] {
  const [least, most] = usualMinutes[question.kind];
  if (question.minutes >= least && question.minutes <= most) return [];
  return [
    diagnose(
      "unusual-minutes",
      question.path,
      { line: 1, column: 1 },
      `${question.minutes} minutes for a ${question.kind} question, expected ${least} to ${most}`,
    ),
  ];
}

function tooLong(question: Question, position: Position, message: string): Diagnostic {
  return diagnose("too-long", question.path, position, message);
}

/** Of ASCII, by code: 1 what stands between words, 2 what makes a word of what stands around it. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /\s/.test(sign) ? 1 : /[A-Za-z0-9]/.test(sign) ? 2 : 0;
});

/** Runs without spaces that hold a letter or a digit. Those of ASCII are counted without being cut out: most texts are. */
export function countWords(markdown: string): number {
  let count = 0;
  let isCounted = false;
  for (let i = 0; i < markdown.length; i++) {
    const code = markdown.charCodeAt(i);
    if (code > 127) return markdown.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    const kind = kinds[code];
    if (kind === 1) isCounted = false;
    else if (kind === 2 && !isCounted) {
      isCounted = true;
      count++;
    }
  }
  return count;
}
