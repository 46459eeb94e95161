// In: candidates, prices and the plan's limits. Out: the 0/1 programme whose best solution is the loop, and how to read one.
// Optimal test assembly (van der Linden): one column per question and stage, further columns for what the choice achieves.
import { compareText } from "../document/diagnostic.js";
import type { EligibleQuestion } from "../match/demand.js";
import { type Candidates, coreQuestions, enemyPairs } from "./candidates.js";
import type { LoopPlan } from "./interview-plan.js";
import type { Column, Programme, Row, Term } from "./programme.js";
import type { Worth } from "./worth.js";

/** A question at a stage, by the stage's index in the plan. */
export interface Placement {
  question: EligibleQuestion;
  stage: number;
}

/** What a solution says. */
export interface Choice {
  placements: Placement[];
  /** Pins that had to be given up, by id. */
  pinsLeftOut: EligibleQuestion[];
  /** How many questions each stage has fewer than its plan wants, by the stage's index. */
  shortfalls: number[];
  /** Whether each stage lacks a question of its core kinds although there are some, by the stage's index. */
  coreless: boolean[];
}

export interface LoopModel {
  programme: Programme;
  read(values: readonly number[]): Choice;
}

/** Builds the programme. Columns and rows follow the order of stages and ids, so equal input gives an equal programme. */
export function modelLoop(
  candidates: Candidates,
  plan: LoopPlan,
  worth: Worth,
  avoid: ReadonlySet<string> = new Set(),
): LoopModel {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const objective: Term[] = [];
  const column = (name: string, upper: number, value = 0): number => {
    columns.push({ name, upper });
    if (value !== 0) objective.push([columns.length - 1, value]);
    return columns.length - 1;
  };

  // Placements: "this question is asked in this stage".
  const placements: (Placement & { column: number })[] = [];
  const ofQuestion = new Map<string, number[]>();
  const ofSkill = new Map<string, number[]>();
  const ofCompetency = new Map<string, number[]>();
  /** The competencies whose questions ask about a skill. */
  const homesOf = new Map<string, Set<string>>();
  const ofStage: (Placement & { column: number })[][] = [];
  candidates.stages.forEach(({ stage, questions }, index) => {
    const here = questions.map((question) => ({
      question,
      stage: index,
      column: column(`ask ${question.id} in ${stage.id}`, 1, worth.question(question)),
    }));
    ofStage.push(here);
    placements.push(...here);
    for (const { question, column: own } of here) {
      append(ofQuestion, question.id, own);
      append(ofCompetency, question.competency, own);
      for (const skill of new Set(question.skills)) {
        append(ofSkill, skill, own);
        homesOf.set(skill, (homesOf.get(skill) ?? new Set()).add(question.competency));
      }
    }
  });

  // A stage has enough questions, not too many, and the time for them. Falling short is the first thing conceded.
  const shortfalls = candidates.stages.map(({ stage, questions }, index) => {
    const here = ofStage[index] ?? [];
    const least = Math.min(stage.questions.min, questions.length);
    const short = column(`questions short in ${stage.id}`, least);
    rows.push({
      name: `minutes of ${stage.id}`,
      terms: here.map((placed) => [placed.column, placed.question.minutes]),
      atMost: stage.split.questions,
    });
    const count: Term[] = here.map((placed) => [placed.column, 1]);
    rows.push({ name: `most questions of ${stage.id}`, terms: count, atMost: stage.questions.max });
    rows.push({ name: `fewest questions of ${stage.id}`, terms: [...count, [short, 1]], atLeast: least });
    return short;
  });

  // A coding interview without any coding would cover more skills in its minutes, and not be what its title says.
  const coreless = candidates.stages.map(({ stage, questions }, index) => {
    const wanted = new Set(coreQuestions(questions, stage, candidates.pins));
    const core = (ofStage[index] ?? []).filter((placed) => wanted.has(placed.question));
    if (core.length === 0) return undefined;
    const without = column(`no core question in ${stage.id}`, 1);
    rows.push({
      name: `core of ${stage.id}`,
      terms: [...ones(core.map((placed) => placed.column)), [without, 1]],
      atLeast: 1,
    });
    return without;
  });

  // What the loop rates. `rated` caps its questions, which also keeps every question to one stage: the sum over its
  // stages is one row, tighter than a row for each placement.
  const rated = new Map<string, number>();
  for (const competency of sortedKeys(ofCompetency)) {
    const own = column(`rate ${competency}`, 1, worth.rated.get(competency) ?? 0);
    rated.set(competency, own);
    rows.push({
      name: `${competency} is rated by a question`,
      terms: [...ones(ofCompetency.get(competency)), [own, -1]],
      atLeast: 0,
    });
  }
  for (const competency of sortedKeys(ofCompetency)) {
    const value = worth.ratedAtLevel.get(competency);
    const atLevel = placements.filter(
      ({ question }) => question.competency === competency && question.levelDistance === 0,
    );
    if (value === undefined || atLevel.length === 0) continue;
    const own = column(`rate ${competency} at the planned level`, 1, value);
    rows.push({
      name: `${competency} is rated at the planned level by a question`,
      terms: [...ones(atLevel.map((placed) => placed.column)), [own, -1]],
      atLeast: 0,
    });
    rows.push(
      onlyIf(`${competency} is rated where it is rated at the planned level`, own, [rated.get(competency)]),
    );
  }
  for (const question of candidates.questions) {
    const stages = ofQuestion.get(question.id);
    const competency = rated.get(question.competency);
    if (!stages || competency === undefined) continue;
    rows.push({
      name: `${question.id} is asked once and rates`,
      terms: [...ones(stages), [competency, -1]],
      atMost: 0,
    });
  }
  rows.push({
    name: "competencies of the loop",
    terms: ones([...rated.values()]),
    atMost: plan.competenciesPerLoop,
  });

  // What each stage rates: only where the stage's limit can bind or a second view is wanted.
  const seenIn = new Map<string, number[]>();
  candidates.stages.forEach(({ stage }, index) => {
    const here = ofStage[index] ?? [];
    const limited = stage.questions.max > plan.competenciesPerStage;
    const seen: number[] = [];
    for (const competency of [...new Set(here.map((placed) => placed.question.competency))].sort(
      compareText,
    )) {
      if (!limited && !worth.secondView.has(competency)) continue;
      const own = column(`see ${competency} in ${stage.id}`, 1);
      seen.push(own);
      append(seenIn, competency, own);
      const asked = here.filter((placed) => placed.question.competency === competency);
      rows.push({
        name: `${competency} is seen in ${stage.id} by a question`,
        terms: [...ones(asked.map((placed) => placed.column)), [own, -1]],
        atLeast: 0,
      });
      if (!limited) continue;
      for (const placed of asked) {
        rows.push({
          name: `${placed.question.id} shows ${competency} in ${stage.id}`,
          terms: [
            [placed.column, 1],
            [own, -1],
          ],
          atMost: 0,
        });
      }
    }
    if (limited)
      rows.push({
        name: `competencies of ${stage.id}`,
        terms: ones(seen),
        atMost: plan.competenciesPerStage,
      });
  });
  for (const [competency, value] of worth.secondView) {
    const seen = seenIn.get(competency) ?? [];
    const first = rated.get(competency);
    if (first === undefined || seen.length < 2) continue;
    const second = column(`rate ${competency} twice`, 1, value);
    rows.push({
      name: `${competency} is rated in two stages`,
      terms: [...ones(seen), [first, -1], [second, -1]],
      atLeast: 0,
    });
    rows.push(onlyIf(`${competency} is rated where it is rated twice`, second, [first]));
  }

  // What is asked directly.
  for (const skill of sortedKeys(ofSkill)) {
    const value = worth.asked.get(skill);
    if (value === undefined) continue;
    const own = column(`ask about ${skill}`, 1, value);
    rows.push({
      name: `${skill} is asked about`,
      terms: [...ones(ofSkill.get(skill)), [own, -1]],
      atLeast: 0,
    });
    rows.push(
      onlyIf(
        `${skill} is asked about where its competency is rated`,
        own,
        [...(homesOf.get(skill) ?? [])].sort(compareText).map((competency) => rated.get(competency)),
      ),
    );
  }

  for (const [one, other] of enemyPairs(candidates.questions)) {
    const both = [...(ofQuestion.get(one.id) ?? []), ...(ofQuestion.get(other.id) ?? [])];
    rows.push({ name: `${one.id} and ${other.id} are enemies`, terms: ones(both), atMost: 1 });
  }

  // Pins hold; when they cannot all hold, as few as possible are left out.
  const pins = candidates.pins.map(({ question }) => {
    const leftOut = column(`leave out the pin ${question.id}`, 1);
    rows.push({
      name: `${question.id} is pinned`,
      terms: [...ones(ofQuestion.get(question.id)), [leftOut, 1]],
      atLeast: 1,
    });
    return { question, column: leftOut };
  });

  return {
    programme: {
      columns,
      rows,
      objective,
      concessions: [
        pins.map((pin) => pin.column),
        [...shortfalls, ...coreless.filter((own) => own !== undefined)],
      ],
      avoided: placements.filter(({ question }) => avoid.has(question.id)).map((placed) => placed.column),
    },
    read: (values) => ({
      placements: placements
        .filter((placed) => values[placed.column] === 1)
        .map(({ question, stage }) => ({ question, stage })),
      pinsLeftOut: pins.filter((pin) => values[pin.column] === 1).map((pin) => pin.question),
      shortfalls: shortfalls.map((own) => values[own] ?? 0),
      coreless: coreless.map((own) => own !== undefined && values[own] === 1),
    }),
  };
}

/**
 * An achievement needs one of its conditions. Whole solutions obey this without the row; fractions of solutions do not, and
 * a bound that may not rate a quarter of a competency and count all of its worth is proven many times sooner.
 */
function onlyIf(name: string, achieved: number, conditions: readonly (number | undefined)[]): Row {
  return {
    name,
    terms: [...ones(conditions.filter((own) => own !== undefined)), [achieved, -1]],
    atLeast: 0,
  };
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function sortedKeys(map: ReadonlyMap<string, unknown>): string[] {
  return [...map.keys()].sort(compareText);
}

function ones(columns: readonly number[] = []): Term[] {
  return columns.map((own) => [own, 1]);
}
