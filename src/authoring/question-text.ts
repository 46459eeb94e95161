// In: as much of a question as is known. Out: the text of its file, with a mark wherever words are missing, and which parts those are.
// What it writes, readQuestion reads back as it was given.
import { stringify } from "yaml";
import {
  type Question,
  type QuestionKind,
  type QuestionLevel,
  type QuestionStatus,
  type Rating,
  ratingLabels,
} from "../bank/question-bank.js";
import { placeholder } from "../document/placeholder.js";

/** A question of which some words may be missing. Texts are Markdown. */
export interface QuestionDraft
  extends Partial<Pick<Question, "reviewed" | "owner" | "reason" | "imported" | "lang">> {
  title: string;
  skills: readonly string[];
  kind: QuestionKind;
  levels: readonly QuestionLevel[];
  minutes: number;
  status: QuestionStatus;
  enemies?: readonly string[];
  wording?: string;
  exhibit?: string;
  probes?: readonly string[];
  rubric?: readonly { rating: Rating; label?: string; text: string }[];
  redFlags?: readonly string[];
  background?: string;
}

export type QuestionPart = "wording" | "exhibit" | "probes" | "rubric" | "red flags" | "background";

/** Minutes that a question of a kind usually takes. */
export const usualMinutes: Record<QuestionKind, number> = {
  behavioral: 10,
  situational: 10,
  technical: 10,
  "code-review": 15,
  coding: 20,
  design: 30,
};

const wordingOf: Record<QuestionKind, string> = {
  behavioral: "one past case to tell of, as it is read aloud; at most 90 words",
  situational: "a case in a few sentences, and what the candidate is to decide; at most 90 words",
  technical: "a case with something to explain and something to do; at most 90 words",
  coding: "input, output and one example, solvable in half of the minutes; at most 90 words",
  "code-review": "what the code in the exhibit is for, and what to look for; at most 90 words",
  design: "what is to be designed, its load in numbers and the one hard part; at most 90 words",
};

const anchorOf: Record<Rating, string> = {
  1: "what an answer sounds like that misses the point",
  2: "what an answer sounds like that gets there in part, or with help",
  3: "the bar: what a good hire says at these levels",
  4: "the further thing that a strong candidate brings unprompted",
};

/** The text of a question's file. `missing` are the parts that stand as marks. */
export function questionText(draft: QuestionDraft): { text: string; missing: QuestionPart[] } {
  const missing: QuestionPart[] = [];
  const orMark = (part: QuestionPart, text: string | undefined, mark: string): string => {
    if (text !== undefined && text.trim() !== "") return text;
    missing.push(part);
    return mark;
  };
  const list = (part: QuestionPart, items: readonly string[] | undefined, least: number, marks: string[]) => {
    const known = items ?? [];
    if (known.length < least) missing.push(part);
    const filled = known.length < least ? [...known, ...marks.slice(known.length)] : known;
    return filled.map((item) => `- ${item}`).join("\n");
  };

  const wording = orMark("wording", draft.wording, placeholder(wordingOf[draft.kind]));
  const sections = [`# ${draft.title}\n\n${wording}`];
  if (draft.exhibit !== undefined) sections.push(`## Exhibit\n\n${draft.exhibit}`);
  else if (draft.kind === "code-review") {
    missing.push("exhibit");
    sections.push(
      `## Exhibit\n\n\`\`\`\n${placeholder("the code, at most 45 lines of 88 characters")}\n\`\`\``,
    );
  }
  const probes = list("probes", draft.probes, 2, [
    placeholder("a follow-up, asked only if needed"),
    placeholder("the follow-up that separates a 3 from a 4"),
  ]);
  sections.push(`## Probes\n${probes}`);
  const anchors = ([1, 2, 3, 4] as const).map((rating) => {
    const known = draft.rubric?.find((anchor) => anchor.rating === rating && anchor.text.trim() !== "");
    return {
      heading: `### ${rating} ${known?.label ?? ratingLabels[rating]}`,
      text: known?.text ?? placeholder(anchorOf[rating]),
      known,
    };
  });
  if (anchors.some(({ known }) => known === undefined)) missing.push("rubric");
  sections.push(`## Rubric\n\n${anchors.map(({ heading, text }) => `${heading}\n${text}`).join("\n\n")}`);
  const flags = list("red flags", draft.redFlags, 1, [
    placeholder("a sign about the answer or the work, never the person"),
  ]);
  sections.push(`## Red flags\n${flags}`);
  const background = orMark(
    "background",
    draft.background,
    placeholder("what a correct answer contains, for an interviewer who last did this two years ago"),
  );
  sections.push(`## Background\n${background}`);
  return { text: `---\n${frontMatter(draft)}---\n${sections.join("\n\n")}\n`, missing };
}

function frontMatter(draft: QuestionDraft): string {
  const {
    skills,
    kind,
    levels,
    minutes,
    enemies = [],
    status,
    reviewed,
    owner,
    reason,
    imported,
    lang,
  } = draft;
  const entries: [string, unknown][] = [
    ["skills", skills],
    ["kind", kind],
    ["levels", levels],
    ["minutes", minutes],
    ["enemies", enemies.length > 0 ? enemies : undefined],
    ["status", status === "active" ? undefined : status],
    ["reason", reason],
    ["reviewed", reviewed],
    ["owner", owner],
    ["lang", lang],
    ["imported", imported],
  ];
  return entries
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => keyLine(key, value))
    .join("");
}

/** One key with its value on one line, quoted wherever YAML would read it as something else. */
export function keyLine(key: string, value: unknown): string {
  const flow = stringify(value, {
    collectionStyle: "flow",
    lineWidth: 0,
    defaultKeyType: "PLAIN",
    flowCollectionPadding: false,
    blockQuote: false,
  });
  return `${key}: ${flow.trim()}\n`;
}
