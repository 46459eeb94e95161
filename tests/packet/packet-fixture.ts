// A small but complete role, bank and loop, made by hand: what the packet and renderer tests compose from.
// Its words are unmistakable, so that a test can say where they must not appear.
import type {
  InterviewPlan,
  LoopPlan,
  PlannedQuestion,
  StagePlan,
} from "../../src/assemble/interview-plan.js";
import type { Competency, Question, QuestionBank } from "../../src/bank/question-bank.js";
import type { Demand } from "../../src/match/demand.js";
import type { PacketInput } from "../../src/packet/loop.js";
import type { ReadLine } from "../../src/role/account-for-lines.js";
import type { RoleProfile } from "../../src/role/role-profile.js";

function competency(id: string, title: string, skills: string[]): Competency {
  return {
    id,
    title,
    family: "technical",
    definition: `Definition of ${id}.`,
    levels: {
      junior: `junior ${id}`,
      mid: `mid ${id}`,
      senior: `senior ${id}`,
      staff: `staff ${id}`,
    },
    skills: skills.map((name) => ({ name, aliases: [], matchCase: false, competency: id })),
    path: `questions/${id}/competency.md`,
  };
}

function question(id: string, of: string, skills: string[], more: Partial<Question> = {}): Question {
  return {
    id,
    competency: of,
    title: `Title ${id}`,
    skills,
    kind: "technical",
    levels: ["senior"],
    minutes: 12,
    status: "active",
    enemies: [],
    wording: `Wording ${id}, read aloud.`,
    probes: [`Probe one ${id}?`, `Probe two ${id}?`],
    rubric: ([1, 2, 3, 4] as const).map((rating) => ({
      rating,
      label: ["Poor", "Mixed", "Good", "Excellent"][rating - 1] ?? "",
      text: `Anchor ${rating} ${id}.`,
    })),
    redFlags: [`Flag ${id}.`],
    background: `Background ${id} with \`code\`.`,
    path: `questions/${of}/${id}.md`,
    ...more,
  };
}

export const bank: QuestionBank = {
  competencies: [
    competency("async", "Async and concurrency", ["asyncio", "threads"]),
    competency("data", "Relational data", ["PostgreSQL"]),
    competency("ownership", "Ownership", ["on-call"]),
  ],
  questions: [
    question("blocking-call", "async", ["asyncio"], {
      exhibit: "One process.\n\n```python\nimport time\n\ntime.sleep(1)\n```",
    }),
    question("slow-list", "data", ["PostgreSQL"], { minutes: 14 }),
    question("spare-ledger", "data", ["PostgreSQL"]),
    question("an-alert", "ownership", ["on-call"], { kind: "behavioral", minutes: 10 }),
  ],
};

function planned(id: string): PlannedQuestion {
  const found = bank.questions.find((candidate) => candidate.id === id);
  if (!found) throw new Error(id);
  return {
    id,
    competency: found.competency,
    minutes: found.minutes,
    skills: found.skills,
    reason: `because of ${id}`,
    choice: `rates ${found.competency}`,
  };
}

function stagePlan(id: string, title: string, minutes: number, split: StagePlan["split"]): StagePlan {
  return {
    id,
    title,
    purpose: `Purpose of ${id}.`,
    minutes,
    split,
    kinds: [],
    core: [],
    focus: [],
    questions: { min: 1, max: 3 },
    interviewer: "One engineer",
    pins: [],
    prepare: "Bring work that you know **well**.",
    at: { line: 1, column: 1 },
  };
}

const loop: LoopPlan = {
  id: "standard",
  title: "Standard loop",
  path: "roles/plans/standard.md",
  stages: [
    stagePlan("intro", "Intro call", 30, { opening: 2, questions: 20, candidate: 5, closing: 3 }),
    stagePlan("depth", "Technical depth", 60, { opening: 7, questions: 40, candidate: 8, closing: 5 }),
  ],
  competenciesPerStage: 4,
  competenciesPerLoop: 8,
  secondViews: 2,
  pins: [],
  bans: [],
  brief: "Everyone gets the same questions.",
};

const plan: InterviewPlan = {
  plan: "standard",
  stages: [
    {
      id: "intro",
      title: "Intro call",
      minutes: 30,
      questions: [planned("an-alert")],
      alternates: [],
      competencies: ["ownership"],
    },
    {
      id: "depth",
      title: "Technical depth",
      minutes: 60,
      questions: [planned("blocking-call"), planned("slow-list")],
      alternates: [planned("spare-ledger")],
      competencies: ["async", "data"],
    },
  ],
  optimality: { status: "optimal", objective: 10, bound: 10, gap: 0 },
  coverage: 0.996,
  asked: 0.75,
  twice: 0,
  unrated: [],
};

const skill = (name: string, of: string, weight: number) => ({
  skill: name,
  competency: of,
  weight,
  importance: "must" as const,
  lines: [5],
  reason: "must (6)",
});

const demand: Demand = {
  role: "roles/python.md",
  level: "senior",
  totalWeight: 12,
  unknownWeight: 0,
  bankCoverage: 1,
  competencies: [
    {
      competency: "async",
      title: "Async and concurrency",
      family: "technical",
      weight: 6,
      skills: [skill("asyncio", "async", 6)],
    },
    {
      competency: "data",
      title: "Relational data",
      family: "technical",
      weight: 4,
      skills: [skill("PostgreSQL", "data", 4)],
    },
    {
      competency: "ownership",
      title: "Ownership",
      family: "practice",
      weight: 2,
      skills: [skill("on-call", "ownership", 2)],
    },
  ],
  questions: [],
  gaps: [{ line: 9, text: "Card data", why: "no-skill", skills: [], hint: "Add a skill `PCI DSS`." }],
};

const role: RoleProfile = {
  path: "roles/python.md",
  title: "Senior Developer",
  titleReason: "heading",
  level: "senior",
  levelReason: "the title says senior",
  plannedLevel: "senior",
  requirements: [
    {
      line: 5,
      text: "Build asynchronous services",
      section: "Tasks",
      importance: "must",
      importanceReason: "section",
      skills: [{ skill: "asyncio", competency: "async", matched: "asynchronous", line: 5 }],
    },
    {
      line: 6,
      text: "Work with threads",
      section: "Tasks",
      importance: "nice",
      importanceReason: "wording",
      skills: [{ skill: "threads", competency: "async", matched: "threads", line: 6 }],
    },
  ],
  unmapped: [
    { line: 9, text: "Card data", section: "Tasks", why: "no-skill", reason: "no skill" },
    { line: 20, text: "Thirty days of leave", section: "We offer", why: "not-a-demand", reason: "benefits" },
  ],
};

const reading: ReadLine[] = [
  { line: 1, text: "# Senior Developer", kind: "title" },
  ...role.requirements.map((one): ReadLine => {
    const { line, text, importance, importanceReason, section, skills } = one;
    return {
      line,
      text,
      kind: "requirement",
      statement: text,
      importance,
      importanceReason,
      section,
      skills,
    };
  }),
  ...role.unmapped.map((one): ReadLine => ({ ...one, kind: one.why, statement: one.text })),
];

/** The input of composePacket; parts can be replaced. */
export function packetInput(more: Partial<PacketInput> = {}): PacketInput {
  return {
    role,
    reading,
    demand,
    plan,
    loop,
    bank,
    kitVersion: "4390271865",
    slug: "senior-developer",
    options: { paper: "a4" },
    ...more,
  };
}
