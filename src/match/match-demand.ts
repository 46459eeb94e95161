// In: a RoleProfile and the QuestionBank. Out: the Demand: weighted skills, the questions that may be asked, and the gaps.
// Pure and deterministic; every weight and every eligibility carries its reason.
import {
  type Competency,
  type Question,
  type QuestionBank,
  type QuestionLevel,
  questionLevels,
} from "../bank/question-bank.js";
import { compareText } from "../document/diagnostic.js";
import type { Importance, Requirement, RoleProfile } from "../role/role-profile.js";
import type { CompetencyDemand, Demand, EligibleQuestion, Gap, SkillDemand } from "./demand.js";

/**
 * Points of one requirement by how much the document insists, in equal steps: nothing is known that would justify finer
 * ones. The skills in a requirement share its points, so that a list of twelve tools weighs as much as one plain sentence.
 */
const importancePoints: Record<Importance, number> = { must: 60, should: 40, nice: 20 };

// A line that names no known skill is a demand too: nobody knows how strong, so it counts as a middling one that is not measured.

/** Questions farther than this from the planned level are never asked. */
const maxLevelDistance = 1;

/**
 * Matches one role against the bank. Only active questions near the level are eligible, and those of `chosen`: somebody has decided
 * that they are asked.
 */
export function matchDemand(
  profile: RoleProfile,
  bank: QuestionBank,
  chosen: ReadonlySet<string> = new Set(),
): Demand {
  const competencies = demandByCompetency(profile, bank);
  const demanded = new Map(
    competencies.flatMap((competency) => competency.skills.map((skill) => [skill.skill, skill] as const)),
  );
  const questions = eligibleQuestions(profile.plannedLevel, bank, competencies, demanded, chosen);
  const askable = new Set(questions.flatMap((question) => question.skills));
  const knownWeight = sum(competencies.map((competency) => competency.weight));
  const unknown = profile.unmapped.filter((line) => line.why === "no-skill");
  const unknownWeight = unknown.length * importancePoints.should;
  const askableWeight = sum([...demanded.values()].filter((s) => askable.has(s.skill)).map((s) => s.weight));
  return {
    role: profile.path,
    level: profile.plannedLevel,
    totalWeight: knownWeight + unknownWeight,
    unknownWeight,
    bankCoverage: knownWeight === 0 ? 0 : askableWeight / knownWeight,
    competencies,
    questions,
    gaps: findGaps(profile, askable, credentialsOf(bank)),
  };
}

function demandByCompetency(profile: RoleProfile, bank: QuestionBank): CompetencyDemand[] {
  const mentions = new Map<string, Mentions>();
  for (const requirement of profile.requirements) {
    const distinct = new Map(requirement.skills.map((mention) => [mention.skill, mention]));
    for (const { skill, competency, line, importance = requirement.importance } of distinct.values()) {
      const entry = mentions.get(skill) ?? {
        competency,
        importances: [],
        lines: new Set<number>(),
        shares: [],
      };
      entry.importances.push(importance);
      entry.lines.add(line);
      entry.shares.push(importancePoints[importance] / distinct.size);
      mentions.set(skill, entry);
    }
  }
  const setTo = (name: string): SetWeight | undefined => {
    const weight = profile.weights?.[name];
    const why = profile.weightReasons?.[name] ?? "in the front matter";
    return weight === undefined ? undefined : { weight, why };
  };
  const skills = [...mentions].map(([skill, entry]) => skillDemand(skill, entry, setTo(skill)));
  return bank.competencies
    .filter(({ family }) => family !== "credentials")
    .map((competency) => competencyDemand(competency, skills, setTo(competency.id)))
    .filter((demand) => demand.weight > 0)
    .sort((a, b) => b.weight - a.weight || compareText(a.competency, b.competency));
}

interface Mentions {
  competency: string;
  importances: Importance[];
  lines: Set<number>;
  shares: number[];
}

/** A weight that a person has set, and who: printed after "set to 80". */
interface SetWeight {
  weight: number;
  why: string;
}

function skillDemand(skill: string, mentions: Mentions, set: SetWeight | undefined): SkillDemand {
  const { competency, importances, lines } = mentions;
  const importance = (["must", "should", "nice"] as const).find((one) => importances.includes(one)) ?? "nice";
  const on = lines.has(0) ? "by the team" : lines.size === 1 ? "on 1 line" : `on ${lines.size} lines`;
  return {
    skill,
    competency,
    weight: set?.weight ?? Math.max(1, Math.round(repeatedShares(mentions.shares))),
    importance,
    lines: [...lines].sort((a, b) => a - b),
    reason: set === undefined ? `${importance}, ${on}` : `set to ${set.weight} ${set.why}`,
  };
}

/** The strongest mention counts in full, the next by half, then a third: a word on every line does not drown the rest. */
function repeatedShares(shares: readonly number[]): number {
  return sum([...shares].sort((a, b) => b - a).map((share, index) => share / (index + 1)));
}

function competencyDemand(
  competency: Competency,
  skills: readonly SkillDemand[],
  set: SetWeight | undefined,
): CompetencyDemand {
  const named = skills.filter((skill) => skill.competency === competency.id);
  const own = (set === undefined ? named : scaleTo(named, set)).sort(
    (a, b) => b.weight - a.weight || compareText(a.skill, b.skill),
  );
  return {
    competency: competency.id,
    title: competency.title,
    family: competency.family,
    weight: sum(own.map((skill) => skill.weight)),
    skills: own,
  };
}

/** The same proportions with another sum; every skill keeps at least one point. */
function scaleTo(skills: readonly SkillDemand[], { weight: total, why }: SetWeight): SkillDemand[] {
  const before = sum(skills.map((skill) => skill.weight));
  return skills.map((skill) => ({
    ...skill,
    weight: Math.max(1, Math.round((skill.weight * total) / before)),
    reason: `${skill.reason}; its competency set to ${total} ${why}`,
  }));
}

/** Distance in levels between what a question is written for and a level; 0 when it is written for it. */
export function levelDistance(question: Question, level: QuestionLevel): number {
  const wanted = questionLevels.indexOf(level);
  return Math.min(...question.levels.map((own) => Math.abs(questionLevels.indexOf(own) - wanted)));
}

function eligibleQuestions(
  level: QuestionLevel,
  bank: QuestionBank,
  competencies: readonly CompetencyDemand[],
  demanded: ReadonlyMap<string, SkillDemand>,
  chosen: ReadonlySet<string>,
): EligibleQuestion[] {
  const { byId, ofPeople, bySkill, byQuestion } = placesIn(bank);
  const asked = new Set(competencies.map((competency) => competency.competency));
  // How people work together is asked in every loop, named or not; a technology only where the role names it.
  const places = new Set(ofPeople);
  for (const skill of demanded.keys()) for (const at of bySkill.get(skill) ?? []) places.add(at);
  for (const id of chosen) for (const at of byQuestion.get(id) ?? []) places.add(at);
  return [...Uint32Array.from(places).sort()].flatMap((at) => {
    const question = bank.questions[at];
    const competency = question && byId.get(question.competency);
    if (!competency) return [];
    const isChosen = chosen.has(question.id);
    const distance = levelDistance(question, level);
    if (!isChosen && (question.status !== "active" || distance > maxLevelDistance)) return [];
    const skills = question.skills
      .flatMap((skill) => demanded.get(skill) ?? [])
      .sort((a, b) => b.weight - a.weight || compareText(a.skill, b.skill));
    return [
      {
        id: question.id,
        competency: question.competency,
        family: competency.family,
        kind: question.kind,
        minutes: question.minutes,
        levels: question.levels,
        levelDistance: distance,
        skills: skills.map((skill) => skill.skill),
        enemies: question.enemies,
        reason: eligibilityReason(skills, competency, asked),
      },
    ];
  });
}

/** Where in a bank's list the questions stand that a role may be asked, by what brings them in. */
interface Places {
  byId: ReadonlyMap<string, Competency>;
  ofPeople: readonly number[];
  bySkill: ReadonlyMap<string, readonly number[]>;
  byQuestion: ReadonlyMap<string, readonly number[]>;
}

/** Told once for each bank: a large one is matched with many roles and teams, of which each names some of its skills. */
const knownPlaces = new WeakMap<QuestionBank, Places>();

function placesIn(bank: QuestionBank): Places {
  const known = knownPlaces.get(bank);
  if (known) return known;
  const byId = new Map(bank.competencies.map((competency) => [competency.id, competency]));
  const ofPeople: number[] = [];
  const bySkill = new Map<string, number[]>();
  const byQuestion = new Map<string, number[]>();
  const note = (places: Map<string, number[]>, key: string, at: number): void => {
    const others = places.get(key);
    if (others) others.push(at);
    else places.set(key, [at]);
  };
  bank.questions.forEach((question, at) => {
    if (byId.get(question.competency)?.family === "people") ofPeople.push(at);
    for (const skill of question.skills) note(bySkill, skill, at);
    note(byQuestion, question.id, at);
  });
  const places = { byId, ofPeople, bySkill, byQuestion };
  knownPlaces.set(bank, places);
  return places;
}

function eligibilityReason(
  skills: readonly SkillDemand[],
  competency: Competency,
  asked: ReadonlySet<string>,
): string {
  if (skills.length > 0) return skills.map((skill) => `${skill.skill} (${lineList(skill.lines)})`).join(", ");
  if (asked.has(competency.id)) return `${competency.title}, which the role names in other words`;
  return `${competency.title}: asked in every loop, the role does not name it`;
}

/** "line 4", "lines 4 and 9", "lines 4, 9 and 3 more". */
function lineList(lines: readonly number[]): string {
  if (lines[0] === 0) return "the team";
  const [first, second] = lines;
  if (lines.length === 1) return `line ${first}`;
  if (lines.length === 2) return `lines ${first} and ${second}`;
  return `lines ${first}, ${second} and ${lines.length - 2} more`;
}

function credentialsOf(bank: QuestionBank): Set<string> {
  return new Set(
    bank.competencies
      .filter(({ family }) => family === "credentials")
      .flatMap(({ skills }) => skills.map(({ name }) => name)),
  );
}

function findGaps(
  profile: RoleProfile,
  askable: ReadonlySet<string>,
  credentials: ReadonlySet<string>,
): Gap[] {
  const unknown = profile.unmapped
    .filter((line) => line.why === "no-skill")
    .map(
      ({ line, text }): Gap => ({
        line,
        text,
        why: "no-skill",
        skills: [],
        hint: "Name a skill in the line, add the word as an alias in a competency.md, or leave it to people to judge.",
      }),
    );
  const unasked = profile.requirements.flatMap((requirement) => [
    ...unaskedGap(requirement, new Set([...askable, ...credentials]), profile),
    ...credentialGap(requirement, credentials),
  ]);
  return [...unknown, ...unasked].sort((a, b) => a.line - b.line || compareText(a.text, b.text));
}

function unaskedGap(requirement: Requirement, askable: ReadonlySet<string>, profile: RoleProfile): Gap[] {
  const missing = requirement.skills.filter((mention) => !askable.has(mention.skill));
  if (missing.length === 0) return [];
  const first = missing[0];
  const skills = [...new Set(missing.map((mention) => mention.skill))];
  return [
    {
      line: requirement.line,
      text: requirement.text,
      why: "no-question",
      skills,
      hint: `Add a question for ${profile.plannedLevel} with skills: [${skills.join(", ")}], for example to questions/${first?.competency}/`,
    },
  ];
}

function credentialGap({ line, text, skills }: Requirement, credentials: ReadonlySet<string>): Gap[] {
  const named = [...new Set(skills.map(({ skill }) => skill).filter((skill) => credentials.has(skill)))];
  if (named.length === 0) return [];
  const hint = "Check it from the application. A loop does not ask about it, and it weighs nothing here.";
  return [{ line, text, why: "credential", skills: named, hint }];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
