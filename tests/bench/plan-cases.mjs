// In: the number of a case. Out: a generated demand and plan, the same every time: 100 to 1,000 questions for 3 to 6 stages.
// A third each has 100 to 300, 300 to 600 and 600 to 1,000 questions. Stages differ in length, limits and wishes as real plans do.
import { generateDemand, integer, loopPlan, oneOf, randomFrom, stagePlan } from "../assemble/generate.mjs";

const shapes = [
  { id: "screen", kinds: ["technical", "behavioral", "situational"], core: ["technical"], shortest: 30 },
  { id: "coding", kinds: ["coding", "code-review"], core: ["coding"], shortest: 45 },
  {
    id: "design",
    kinds: ["design", "technical"],
    focus: ["design", "technical"],
    core: ["design"],
    shortest: 45,
  },
  { id: "people", kinds: ["behavioral", "situational"], focus: ["people"], shortest: 30 },
  {
    id: "depth",
    kinds: ["technical", "code-review", "situational"],
    focus: ["technical", "practice"],
    shortest: 30,
  },
  {
    id: "practice",
    kinds: ["technical", "code-review", "situational", "behavioral"],
    focus: ["practice"],
    shortest: 30,
  },
];
const lengths = [
  { minutes: 30, split: { opening: 2, questions: 20, candidate: 5, closing: 3 } },
  { minutes: 45, split: { opening: 5, questions: 32, candidate: 5, closing: 3 } },
  { minutes: 60, split: { opening: 7, questions: 40, candidate: 8, closing: 5 } },
];
const sizes = [
  [100, 300],
  [300, 600],
  [600, 1000],
];

/** Cases count from 0; there is no last one. */
export function planCase(number) {
  const random = randomFrom(7000 + number);
  const [least, most] = sizes[number % sizes.length];
  const demand = generateDemand(integer(random, least, most), 9000 + number);
  const count = integer(random, 3, 6);
  const stages = shapes.slice(0, count).map(({ id, shortest, ...wishes }) => {
    const length = oneOf(
      random,
      lengths.filter(({ minutes }) => minutes >= shortest),
    );
    const min = integer(random, 1, 2);
    return stagePlan(id, { ...wishes, ...length, questions: { min, max: min + integer(random, 2, 3) } });
  });
  const plan = loopPlan(stages, {
    competenciesPerLoop: integer(random, 8, 14),
    competenciesPerStage: integer(random, 3, 4),
    secondViews: integer(random, 0, 4),
  });
  return { demand, plan };
}
