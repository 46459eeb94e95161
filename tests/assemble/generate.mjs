// Generated demands and plans, the same for the same seed: for counting all solutions, and for measuring.
/** Mulberry32: small, seeded, the same everywhere. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
export function integer(random, from, to) {
  return from + Math.floor(random() * (to - from + 1));
}
export function oneOf(random, list) {
  return list[Math.floor(random() * list.length)];
}
const catalogue = [
  ["python-language", "technical", 17],
  ["python-performance", "technical", 8],
  ["async-and-concurrency", "technical", 10],
  ["web-apis", "technical", 13],
  ["security", "technical", 15],
  ["relational-data", "technical", 16],
  ["non-relational-data", "technical", 5],
  ["data-processing", "technical", 17],
  ["messaging-and-streaming", "technical", 7],
  ["serialization", "technical", 5],
  ["machine-learning", "technical", 3],
  ["software-architecture", "design", 15],
  ["system-design", "design", 7],
  ["testing", "practice", 16],
  ["code-quality", "practice", 17],
  ["delivery", "practice", 18],
  ["observability", "practice", 11],
  ["tooling-and-packaging", "practice", 11],
  ["problem-solving", "practice", 5],
  ["requirements-and-planning", "people", 6],
  ["communication", "people", 5],
  ["collaboration", "people", 7],
  ["leadership-and-mentoring", "people", 6],
  ["ownership", "people", 4],
  ["learning", "people", 4],
];
const kindsOf = {
  technical: ["technical", "technical", "technical", "coding", "code-review", "situational"],
  design: ["design", "design", "technical", "situational"],
  practice: ["technical", "code-review", "situational", "behavioral", "coding"],
  people: ["behavioral", "behavioral", "situational"],
  credentials: [],
};
const minutesOf = {
  behavioral: [8, 15],
  situational: [8, 15],
  technical: [8, 15],
  "code-review": [12, 20],
  coding: [15, 30],
  design: [20, 40],
};
/** A demand of the size of a real bank: all 25 competencies, three quarters of their skills, `count` questions. */
export function generateDemand(count, seed) {
  const random = randomFrom(seed);
  const competencies = catalogue.map(([competency, family, size]) => {
    const skills = Array.from({ length: size }, (_, index) => ({
      skill: `${competency} ${index}`,
      competency,
      weight: integer(random, 1, 9),
      importance: "must",
      lines: [index + 1],
      reason: "generated",
    })).filter((_, index) => index === 0 || random() < 0.75);
    const weight = skills.reduce((sum, skill) => sum + skill.weight, 0);
    return { competency, title: competency, family, weight, skills };
  });
  competencies.sort((a, b) => b.weight - a.weight || (a.competency < b.competency ? -1 : 1));
  const ids = Array.from({ length: count }, (_, index) => `q${String(index).padStart(4, "0")}`);
  const questions = ids.map((id) => {
    const home = oneOf(random, competencies);
    const kind = oneOf(random, kindsOf[home.family]);
    const skills = new Set();
    const wanted = integer(random, 1, 3);
    while (skills.size < Math.min(wanted, home.skills.length)) skills.add(oneOf(random, home.skills).skill);
    if (random() < 0.2) skills.add(oneOf(random, oneOf(random, competencies).skills).skill);
    const [least, most] = minutesOf[kind];
    return {
      id,
      competency: home.competency,
      family: home.family,
      kind,
      minutes: integer(random, least, most),
      levels: ["mid"],
      levelDistance: random() < 0.6 ? 0 : 1,
      skills: [...skills],
      enemies: random() < 0.08 ? [oneOf(random, ids)].filter((other) => other !== id) : [],
      reason: "generated",
    };
  });
  return {
    role: "generated",
    level: "mid",
    totalWeight: competencies.reduce((sum, competency) => sum + competency.weight, 0),
    unknownWeight: 0,
    bankCoverage: 1,
    competencies,
    questions,
    gaps: [],
  };
}
export function stagePlan(id, change = {}) {
  return {
    id,
    title: id,
    purpose: "Generated.",
    minutes: 60,
    split: { opening: 7, questions: 40, candidate: 8, closing: 5 },
    kinds: [],
    core: [],
    focus: [],
    questions: { min: 1, max: 4 },
    interviewer: "Engineer",
    pins: [],
    prepare: "Nothing.",
    at: { line: 1, column: 1 },
    ...change,
  };
}
export function loopPlan(stages, change = {}) {
  return {
    id: "generated",
    title: "Generated",
    path: "roles/plans/generated.md",
    stages,
    competenciesPerStage: 4,
    competenciesPerLoop: 10,
    secondViews: 3,
    pins: [],
    bans: [],
    brief: "",
    ...change,
  };
}
