// The scoreboard: how long a whole build takes, how our printing compares with bare puppeteer, how long a plan takes.
// Everything is measured in this one run; ratios are medians of paired rounds, so that a noisy machine disturbs both sides alike.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer";
import { isVague, personJudged } from "../../dist/craft/anchor-wording.js";
import { findWordingFaults } from "../../dist/craft/question-wording.js";
import { findInsensitive } from "../../dist/fairness/find-insensitive.js";
import { findTopics } from "../../dist/fairness/find-topics.js";
import {
  assembleLoop,
  matchDemand,
  openShelf,
  readDocument,
  readPlan,
  readRole,
  readWorkspace,
  withPrinter,
} from "../../dist/index.js";
import { startPreview } from "../../dist/preview/preview-server.js";
import { unpackChromium } from "../../dist/print/packaged-chromium.js";

import { scoreSentences, together } from "./score-sentences.mjs";

const root = new URL("../..", import.meta.url).pathname;
const rounds = 5;
const concurrency = Math.max(2, Math.min(4, availableParallelism()));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

console.log(
  `machine: ${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);

const out = mkdtempSync(join(tmpdir(), "interview-kit-bench-"));
const probe = `process.on("exit",()=>process.stderr.write("\\nrss "+process.resourceUsage().maxRSS+"\\n"))`;
const roles = ["python-developer", "senior-python-developer"];
const builds = [];
let memory = 0;
for (let round = 0; round < rounds; round++) {
  const started = performance.now();
  const build = spawnSync(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(probe)}`,
      join(root, "dist/cli.js"),
      "build",
      ...roles,
      "--out",
      out,
    ],
    { cwd: root, encoding: "utf8" },
  );
  if (build.status !== 0) throw new Error(build.stderr);
  builds.push(performance.now() - started);
  memory = Math.max(memory, Number(/rss (\d+)/.exec(build.stderr)?.[1] ?? 0) / 1024);
}
console.log(
  `whole build, ${roles.length} roles, HTML and PDF, cold process: median ${seconds(median(builds))}, worst ${seconds(Math.max(...builds))}`,
);
console.log(`memory of the Node process, worst: ${Math.round(memory)} MB`);

const pages = roles.flatMap((role) =>
  readdirSync(join(out, role))
    .filter((name) => name.endsWith(".html") && name !== "index.html")
    .map((name) => readFileSync(join(out, role, name), "utf8")),
);

/** Runs `work` over all pages with `concurrency` in flight. */
async function each(work) {
  const queue = [...pages];
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let html = queue.shift(); html !== undefined; html = queue.shift()) await work(html);
    }),
  );
}

const { executable } = await unpackChromium();
const bare = await puppeteer.launch({
  executablePath: executable,
  headless: "shell",
  args: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--font-render-hinting=none",
    "--disable-gpu",
  ],
});
const printBare = async (html) => {
  const page = await bare.newPage();
  await page.setContent(html, { waitUntil: "load" });
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await page.close();
};
await withPrinter({ browser: executable, concurrency }, async (printer) => {
  const ratios = [];
  const ours = [];
  for (let round = 0; round < rounds + 1; round++) {
    const started = performance.now();
    await each(printBare);
    const between = performance.now();
    await each((html) => printer.print(html));
    const ended = performance.now();
    // The first round warms both sides up.
    if (round === 0) continue;
    ratios.push((ended - between) / (between - started));
    ours.push((ended - between) / pages.length);
  }
  console.log(
    `print, ${pages.length} documents: ${median(ours).toFixed(1)} ms each, ${median(ratios).toFixed(2)} times bare puppeteer's time`,
  );
});
await bare.close();

const shelf = openShelf(await readWorkspace(root));
const planFile = shelf.workspace.plans.find((file) => file.path.endsWith("standard.md"));
const { plan } = readPlan(readDocument(planFile.path, planFile.bytes).document, shelf.bank);
for (const role of roles) {
  const path = `roles/${role}.md`;
  const times = [];
  let status;
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const { document } = readDocument(path, readFileSync(join(root, path)));
    const demand = matchDemand(readRole(document, shelf.skills).profile, shelf.bank);
    status = (await assembleLoop(demand, plan)).plan?.optimality.status;
    times.push(performance.now() - started);
  }
  console.log(
    `read and plan ${role}: median ${seconds(median(times))}, worst ${seconds(Math.max(...times))}, ${status}`,
  );
}

const senior = readFileSync(join(root, "roles/senior-python-developer.md"), "utf8").split("\n");
const long = Buffer.from([...senior, ...senior.slice(8)].slice(0, 250).join("\n"));
const reading = performance.now();
for (let role = 0; role < 1000; role++) readRole(readDocument("roles/long.md", long).document, shelf.skills);
console.log(
  `read 1,000 roles of 250 lines with ${shelf.skills.skills.length} skills: ${seconds(performance.now() - reading)}`,
);
rmSync(out, { recursive: true });

const read = { findTopics, findInsensitive, findWordingFaults, isVague, personJudged };
const sentences = new URL("../fixtures/sentences", import.meta.url).pathname;
for (const part of ["tuned", "held-back"]) {
  const scores = scoreSentences(sentences, part, read);
  for (const score of [...scores, { family: "all", ...together(scores) }])
    console.log(
      `sentences ${part}, ${score.family}: precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)} (${score.sentences})`,
    );
}

await benchPreview();

/** From saving a question of the shipped bank to the new words on a page that is open in a browser. */
async function benchPreview() {
  const own = mkdtempSync(join(tmpdir(), "interview-kit-bench-"));
  for (const folder of ["questions", "roles"])
    cpSync(join(root, folder), join(own, folder), { recursive: true });
  const preview = await startPreview(own, { port: 0 });
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${preview.url}senior-python-developer/packet.html`);
    const kit = JSON.parse(
      spawnSync(process.execPath, [join(root, "dist/cli.js"), "export", "senior-python-developer"], {
        cwd: own,
        encoding: "utf8",
        maxBuffer: 1e8,
      }).stdout,
    );
    const [asked] = kit.stages[1].questions;
    const path = join(own, kit.questions.find(({ id }) => id === asked.id).path);
    const text = readFileSync(path, "utf8");
    const role = join(own, "roles/senior-python-developer.md");
    const document = readFileSync(role, "utf8");
    // Other words of a question leave the loop as it is; another weight of a skill has it solved again.
    const edits = {
      "other words of a question": (word) => writeFileSync(path, text.replace(/^(# .*\n\n)/m, `$1${word} `)),
      "a role with other weights": (word, round) =>
        writeFileSync(
          role,
          `---\nweights: { mentoring: ${50 + round} }\n---\n${document.replace(/^# .*/m, `$& ${word}`)}`,
        ),
    };
    const times = Object.fromEntries(Object.keys(edits).map((what) => [what, []]));
    for (let round = 0; round < 12; round++) {
      for (const [what, edit] of Object.entries(edits)) {
        const word = `Saved${what.includes("role") ? "Role" : "Words"}${round}.`;
        const saved = performance.now();
        edit(word, round);
        for (;;) {
          const there = await page
            .evaluate(`document.body?.textContent.includes("${word}")`)
            .catch(() => false);
          if (there) break;
          if (performance.now() - saved > 30_000) throw new Error(`${word} was never seen`);
          await new Promise((resolve) => setTimeout(resolve, 4));
        }
        // The first rounds warm both sides up.
        if (round > 1) times[what].push(performance.now() - saved);
      }
    }
    for (const [kind, own] of Object.entries(times))
      console.log(
        `preview, from saving ${kind} to seeing it in the packet: median ${Math.round(median(own))} ms, worst ${Math.round(Math.max(...own))} ms`,
      );
  } finally {
    await browser.close();
    await preview.close();
    rmSync(own, { recursive: true });
  }
}
