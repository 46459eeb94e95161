// Rules about how questions are worded and anchors written: what makes answers short, steered, or not comparable.
import { saySame, whyUneven } from "../craft/anchor-wording.js";
import type { WordingCode } from "../craft/question-wording.js";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import { type CheckContext, oncePerContext, type Rule } from "./context.js";
import { type Passage, placeIn } from "./passages.js";
import { readings } from "./readings.js";

function wordingRule(
  code: WordingCode,
  message: string,
  rule: Pick<Rule, "name" | "why" | "source" | "fix">,
): Rule {
  return {
    code,
    ...rule,
    check: (context) =>
      readings(context)
        .flatMap(({ passage, faults }) => faults.map((fault) => ({ passage, fault })))
        .filter(({ fault }) => fault.code === code)
        .map(({ passage, fault }) =>
          diagnose(
            code,
            passage.path,
            placeIn(passage, fault.offset),
            `the ${passage.part} ${message}: "${fault.words}"`,
            rule.fix,
          ),
        ),
  };
}

const betterQuestions = "Campion, Palmer and Campion (1997), component 4: better types of question";
const aloud = "questions/README.md, the ten commonest faults";

/** The anchors of one question, in order of the file. */
const rubrics = oncePerContext((context: CheckContext): Passage[][] => {
  const byPath = new Map<string, Passage[]>();
  for (const { passage } of readings(context)) {
    if (passage.part !== "anchor") continue;
    byPath.set(passage.path, [...(byPath.get(passage.path) ?? []), passage]);
  }
  return [...byPath.values()];
});

export const craftRules: readonly Rule[] = [
  wordingRule("double-barrelled", "asks two things that do not belong together", {
    name: "one question asks one thing",
    why: "Nobody knows which of the two answers is rated.",
    source: aloud,
    fix: "Make two questions of it, or tie the second to the first.",
  }),
  wordingRule("leading", "says which answer is wanted", {
    name: "no question holds its answer",
    why: "People agree with whoever asks; what they think is not heard.",
    source: betterQuestions,
    fix: "Give the case, and ask what they would do and why.",
  }),
  wordingRule("yes-no", "can be answered by yes or no", {
    name: "a question opens an answer",
    why: "One word cannot be rated by four anchors.",
    source: betterQuestions,
    fix: "Ask for a case, a reason or a way: tell me about, how would you, what makes.",
  }),
  wordingRule("trivia", "asks for something that a search answers in one line", {
    name: "no question asks for a definition or a name",
    why: "It shows who looked it up this morning.",
    source: "questions/README.md, the bar",
    fix: "Give a case in which knowing it matters, and ask what follows.",
  }),
  wordingRule("riddle", "is a riddle", {
    name: "no riddles",
    why: "Brainteasers predict nothing about the work; they measure ease in interviews and practice in riddles.",
    source: "questions/README.md, the bar; job analysis, component 1 of Campion, Palmer and Campion (1997)",
    fix: "Take the estimate or the search from the work of the role, with its numbers.",
  }),
  wordingRule("culture-fit", "rests on a fit that nobody has defined", {
    name: "fit is never left undefined",
    why: "Without a description each interviewer looks for people like themselves.",
    source: "job analysis, component 1 of Campion, Palmer and Campion (1997)",
    fix: "Name the behaviour that the team needs, and ask for a case of it.",
  }),
  wordingRule("idiom", "uses a figure of speech", {
    name: "plain words only",
    why: "A listener with another first language may take it by its words, or lose the rest of the sentence.",
    source: "questions/README.md, the bar: no particular native language",
    fix: "Say what it means.",
  }),
  {
    code: "vague-anchor",
    name: "an anchor says what is heard or seen",
    why: "Words such as good, solid or deep mean something else to each rater.",
    source:
      "Smith and Kendall (1963), behaviourally anchored rating scales; questions/README.md, the anchors",
    fix: "Write what such an answer does: which facts, which steps, which mistake.",
    check: (context) =>
      readings(context)
        .filter(({ vague }) => vague)
        .map(({ passage: anchor }) =>
          diagnose(
            "vague-anchor",
            anchor.path,
            { line: anchor.line, column: 1 },
            `the anchor for ${anchor.rating} only praises or blames: "${anchor.text.trim().slice(0, 60)}"`,
            "Write what one would hear or see.",
          ),
        ),
  },
  {
    code: "person-judged",
    name: "anchors and red flags are about the answer, never the person",
    why: "A trait is guessed from manner, and manner follows habit, health and culture.",
    source: "questions/README.md, the limits: red flags",
    fix: "Write what was said or done that led to this judgement.",
    check: (context) =>
      readings(context).flatMap(({ passage, judged: words }) => {
        if (words === undefined) return [];
        return [
          diagnose(
            "person-judged",
            passage.path,
            placeIn(passage, Math.max(0, passage.text.toLowerCase().indexOf(words))),
            `the ${passage.part}${passage.rating ? ` for ${passage.rating}` : ""} judges the person: "${words}"`,
            "Write what was said or done.",
          ),
        ];
      }),
  },
  {
    code: "twin-anchors",
    name: "neighbouring anchors differ in more than praise",
    why: "Two raters choose between them by mood.",
    source: "questions/README.md, the bar: two people would rate alike",
    fix: "Name what the higher one does that the lower one does not.",
    check: (context) =>
      rubrics(context).flatMap((anchors) =>
        anchors.flatMap((anchor, index): Diagnostic[] => {
          const next = anchors[index + 1];
          if (!next || !saySame(anchor.text, next.text)) return [];
          return [
            diagnose(
              "twin-anchors",
              next.path,
              { line: next.line, column: 1 },
              `the anchors for ${anchor.rating} and ${next.rating} say nearly the same`,
              "Name what separates them.",
            ),
          ];
        }),
      ),
  },
  {
    code: "uneven-anchors",
    name: "the four anchors can be compared across the page",
    why: "An anchor in another form or of another size is read as another scale.",
    source: "questions/README.md, the anchors",
    fix: "Let each speak of the same things in the same order and in the same form.",
    check: (context) =>
      rubrics(context).flatMap((anchors): Diagnostic[] => {
        const why = whyUneven(anchors.map(({ rating = 0, text }) => ({ rating, text: text.trim() })));
        const [first] = anchors;
        if (why === undefined || !first) return [];
        return [
          diagnose(
            "uneven-anchors",
            first.path,
            { line: first.line, column: 1 },
            `the anchors are not parallel: ${why}`,
            "Write all four in one form, about the same things.",
          ),
        ];
      }),
  },
];
