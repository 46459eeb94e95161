// In: the functions that read sentences, and a folder of labelled ones. Out: per family how many were found, missed, and found in vain.
// Used by the benchmark with the compiled program and by a test with its sources.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** `part` is tuned or held-back. A sentence found under another code than its own counts as missed and as found in vain. */
export function scoreSentences(folder, part, found) {
  const families = {
    "do-not-ask": (text) => found.findTopics(text).map(({ code }) => code),
    insensitive: (text) => found.findInsensitive([text])[0].map(() => "insensitive-wording"),
    question: (text) => found.findWordingFaults(text, "wording").map(({ code }) => code),
    anchor: (text) => [
      ...(found.isVague(text) ? ["vague-anchor"] : []),
      ...(found.personJudged(text) === undefined ? [] : ["person-judged"]),
    ],
  };
  return Object.entries(families).map(([family, codesOf]) => {
    const score = { family, part, right: 0, vain: 0, missed: 0, sentences: 0, wrong: [] };
    for (const line of readFileSync(join(folder, part, `${family}.txt`), "utf8")
      .trim()
      .split("\n")) {
      const [label, text] = line.split("\t");
      const codes = codesOf(text);
      score.sentences++;
      if (label !== "none" && codes.includes(label)) {
        score.right++;
        continue;
      }
      if (label !== "none") score.missed++;
      if (codes.length > 0) score.vain++;
      if (label !== "none" || codes.length > 0) score.wrong.push(`${text} [${label}] ${codes.join(" ")}`);
    }
    return {
      ...score,
      precision: score.right / Math.max(1, score.right + score.vain),
      recall: score.right / Math.max(1, score.right + score.missed),
    };
  });
}

/** The scores of several families as one. */
export function together(scores) {
  const sum = (key) => scores.reduce((total, score) => total + score[key], 0);
  const [right, vain, missed] = [sum("right"), sum("vain"), sum("missed")];
  return { sentences: sum("sentences"), precision: right / (right + vain), recall: right / (right + missed) };
}
