// In: a folder, how many roles, questions and teams, and a seed. Out: a workspace of that size, the same for the same seed.
// Questions are mixed from the sentences of the shipped bank, roles from its skills: as many words, tags and lines as real ones have.
//   node tests/bench/generate-workspace.mjs <folder> [roles 1000] [questions 10000] [teams 20] [seed 1]
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { questionText } from "../../dist/authoring/question-text.js";
import { openShelf, readWorkspace } from "../../dist/index.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function numbersOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const titles =
  "Backend Engineer|Platform Engineer|Data Engineer|Python Developer|Site Reliability Engineer|Full-Stack Developer|Security Engineer|Machine Learning Engineer|Java Developer|Front-End Developer|DevOps Engineer|Test Engineer".split(
    "|",
  );
const grades = ["Junior ", "", "", "Senior ", "Senior ", "Staff "];
const fields =
  "billing|search|logistics|maps|reporting|signup|warehouse|routing|messaging|forecasting|catalogue|settlement".split(
    "|",
  );
const duties = [
  "Build and run services for {field} with {a}.",
  "Review what others write in {a}, and explain why.",
  "Find out why {field} is slow, and make it fast again with {a} and {b}.",
  "Plan the next steps of {field} together with product and operations.",
  "Keep {a} and {b} up to date without an interruption for users.",
  "Write down how {field} works, for colleagues who join later.",
];
const demands = [
  "You must know {a} and {b} from daily work",
  "Several years of experience with {a}",
  "Solid knowledge of {a}, {b} and {c}",
  "**{a}**: you have built something with it that others rely on",
  "You have used {a} together with {b} in production",
  "Hands-on experience with {a} or {b}",
];
const wishes = ["Familiarity with {a} is a plus", "{a} would be nice to have", "Some exposure to {a} or {b}"];
const people = [
  "Mentoring",
  "Teamwork",
  "Communication",
  "Stakeholder management",
  "Code review",
  "Documentation",
];

/** Writes the workspace. With the same seed, fewer roles are the first of more. */
export async function generateWorkspace(
  folder,
  { roles = 1000, questions = 10_000, teams = 20, seed = 1 } = {},
) {
  const shelf = openShelf(await readWorkspace(root));
  const { bank, workspace } = shelf;
  const write = (path, content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const { path, bytes } of workspace.plans) write(path, bytes);
  for (const { path } of bank.competencies)
    write(path, workspace.questions.find((file) => file.path === path).bytes);

  const byCompetency = mixQuestions(bank, questions, numbersOf(seed), write);
  const asked = bank.competencies.filter(({ id }) => byCompetency.has(id));
  const teamIds = Array.from({ length: teams }, (_, at) => `team-${at + 1}`);
  for (const [at, id] of teamIds.entries())
    writeTeam(id, at, asked, byCompetency, numbersOf(seed + 1000 + at), write);
  for (let at = 0; at < roles; at++) {
    const random = numbersOf(seed + 100_000 + at);
    const team = teams > 0 && at % 2 === 1 ? teamIds[at % teams] : undefined;
    write(`roles/role-${String(at + 1).padStart(4, "0")}.md`, roleText(random, bank, asked, team));
  }
}

const pick = (random, list) => list[Math.floor(random() * list.length)];
const several = (random, count, list) => [
  ...new Set(Array.from({ length: count }, () => pick(random, list))),
];
const between = (random, least, most) => least + Math.floor(random() * (most - least + 1));

function mixQuestions({ competencies, questions: shipped }, count, random, write) {
  const plain = shipped.filter(
    ({ exhibit, lang, status }) => !exhibit?.includes("](") && lang === undefined && status === "active",
  );
  const ofKind = grouped(plain, ({ kind }) => kind);
  const own = grouped(plain, ({ competency }) => competency);
  // Behind "your", where chance may put them, words about people's lives make a question that nobody may ask.
  const ofPeople =
    /^(?:child|parent|famil|partner|husband|wife|marri|pregnan|birth|salar|wage|earning|income|health|medic|disab|illness|relig|church|nation|citizen|union|arrest|convict|debt|credit|address|household|photo|gender)/i;
  // Every question has words of its own: no bank says the same sentence a hundred times.
  const words = [...new Set(plain.flatMap(({ background }) => background.match(longWord) ?? []))].filter(
    (word) => !ofPeople.test(word),
  );
  const reworded = (text) => text.replace(longWord, (word) => (random() < 0.7 ? pick(random, words) : word));
  const tagged = competencies.filter(({ family, skills }) => family !== "credentials" && skills.length > 0);
  const withQuestions = tagged.filter(({ id }) => own.has(id));
  const ids = new Map();
  for (let at = 0; at < count; at++) {
    // Most of a bank is about what most roles demand.
    const competency = pick(random, random() < 0.7 ? withQuestions : tagged);
    const like = pick(random, own.get(competency.id) ?? ofKind.get("technical"));
    const alike = ofKind.get(like.kind);
    const other = () => pick(random, alike);
    const id = `question-${String(at + 1).padStart(5, "0")}`;
    const skills = several(random, between(random, 1, 3), competency.skills).map(({ name }) => name);
    const { text } = questionText({
      title: `${pick(random, plain).title} ${at + 1}`,
      skills,
      kind: like.kind,
      levels: like.levels,
      minutes: like.minutes,
      status: "active",
      wording: reworded(`${firstSentence(other().wording)} ${like.wording}`),
      ...(like.exhibit !== undefined && { exhibit: other().exhibit ?? like.exhibit }),
      probes: atLeastTwo(random, [...other().probes, ...other().probes, ...like.probes]).map(reworded),
      rubric: [1, 2, 3, 4].map((rating) => ({
        rating,
        text: reworded(`${firstSentence(anchor(other(), rating))} ${firstSentence(anchor(other(), rating))}`),
      })),
      redFlags: several(random, 3, [...other().redFlags, ...other().redFlags]).map(reworded),
      background: reworded(`${other().background}\n\n${firstSentence(other().background)}`),
    });
    write(`questions/${competency.id}/${id}.md`, text);
    ids.set(competency.id, [...(ids.get(competency.id) ?? []), id]);
  }
  return ids;
}

function writeTeam(id, at, asked, byCompetency, random, write) {
  const pinned = byCompetency.get(pick(random, asked).id)[0];
  const weighed = several(random, 3, pick(random, asked).skills).map(({ name }) => name);
  write(
    `questions/teams/${id}/team.md`,
    `---
title: Team ${at + 1}
minutes: { system-design: ${at % 2 === 0 ? 60 : 75} }
bans:
  - question: ${pinned}
weights:
${weighed.map((name, rank) => `  ${JSON.stringify(name)}: { weight: ${20 + 10 * rank}, reason: It is our daily work. }`).join("\n")}
---

# Team ${at + 1}

Explain a word of the field whenever it is asked for. Listen for **care**, not for our own names of things.
`,
  );
}

function roleText(random, { competencies }, asked, team) {
  const main = several(random, 6, asked);
  const technical = main.flatMap(({ skills }) => skills.slice(0, 12));
  const rare = competencies.flatMap(({ skills }) => skills);
  const skill = () => pick(random, random() < 0.85 ? technical : rare).name;
  const fill = (text) =>
    text.replace(/\{(\w+)\}/g, (_, what) => (what === "field" ? pick(random, fields) : skill()));
  const lines = (least, most, forms) =>
    Array.from({ length: between(random, least, most) }, () => `- ${fill(pick(random, forms))}`).join("\n");
  return `${team === undefined ? "" : `---\nteams: [${team}]\n---\n`}# ${pick(random, grades)}${pick(random, titles)}

We build ${pick(random, fields)} and ${pick(random, fields)} for people who have other things to do than wait for it.
You join a team of ${between(random, 3, 9)} that plans, builds and runs its own software.

## What you will do

${lines(4, 12, duties)}

## What you bring

${lines(5, 22, demands)}

## Nice to have

${lines(2, 6, wishes)}

## How you work

${several(random, between(random, 2, 5), people)
  .map((name) => `- ${name}`)
  .join("\n")}
`;
}

const atLeastTwo = (random, list) => {
  const chosen = several(random, 4, list);
  return chosen.length > 1 ? chosen : list.slice(0, 3);
};
const longWord = /(?<![`\w.'/-])[a-z]{4,}(?![`\w('/-]|\.\w)/g;
const firstSentence = (text) => /^[\s\S]*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text;
const anchor = ({ rubric }, rating) =>
  rubric.find((one) => one.rating === rating)?.text ?? "Says nothing of it.";

function grouped(list, keyOf) {
  const groups = new Map();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...sizes] = process.argv.slice(2);
  const [roles, questions, teams, seed] = sizes.map(Number);
  await generateWorkspace(folder, { roles, questions, teams, seed });
}
