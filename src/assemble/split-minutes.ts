// In: the length of an interview. Out: how its minutes are split between opening, questions, the candidate's questions and closing.
// Follows Google's re:Work for 30, 45 and 60 minutes; a plan document may state its own split instead.
import type { StagePlan } from "./interview-plan.js";

type Split = StagePlan["split"];

const published = [
  { minutes: 30, opening: 2, candidate: 5, closing: 3 },
  { minutes: 45, opening: 5, candidate: 5, closing: 3 },
  { minutes: 60, opening: 7, candidate: 8, closing: 5 },
] as const;

/** Between the published lengths along a straight line; below in proportion; above, greetings take no longer than in an hour. */
export function splitMinutes(minutes: number): Split {
  const [shortest, , longest] = published;
  const share = (part: "opening" | "candidate" | "closing"): number => {
    if (minutes <= shortest.minutes) return Math.round((shortest[part] * minutes) / shortest.minutes);
    if (minutes >= longest.minutes) return longest[part];
    const above = published.findIndex((one) => one.minutes >= minutes);
    const from = published[above - 1] ?? shortest;
    const to = published[above] ?? longest;
    const way = (minutes - from.minutes) / (to.minutes - from.minutes);
    return Math.round(from[part] + way * (to[part] - from[part]));
  };
  const [opening, candidate, closing] = [share("opening"), share("candidate"), share("closing")];
  return { opening, questions: minutes - opening - candidate - closing, candidate, closing };
}
