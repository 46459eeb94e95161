// How long a saved file takes to be seen in a browser that shows the preview.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer";
import { startPreview } from "../../../dist/preview/preview-server.js";
import { unpackChromium } from "../../../dist/print/packaged-chromium.js";
import { cli, figure, median, root } from "../measure.mjs";

/** From saving a file of a copy of this workspace to its new words on a page that is open in a browser. */
export async function measure() {
  const { executable } = await unpackChromium();
  const own = mkdtempSync(join(tmpdir(), "interview-kit-bench-"));
  for (const folder of ["questions", "roles"])
    cpSync(join(root, folder), join(own, folder), { recursive: true });
  const inOwn = (path) => ({ path: join(own, path), text: readFileSync(join(own, path), "utf8") });
  const role = inOwn("roles/senior-python-developer.md");
  writeFileSync(join(own, "roles/payments-developer.md"), `---\nteams: [payments]\n---\n${role.text}`);
  const partial = "templates/partials/loop-page.hbs";
  cpSync(join(root, partial), join(own, partial));
  const kit = JSON.parse(
    spawnSync(process.execPath, [cli, "export", "senior-python-developer"], {
      cwd: own,
      encoding: "utf8",
      maxBuffer: 1e8,
    }).stdout,
  );
  const asked = kit.questions.find(({ id }) => id === kit.stages[1].questions[0].id);
  const question = inOwn(asked.path);
  const competency = inOwn(`questions/${asked.competency}/competency.md`);
  const team = inOwn("questions/teams/payments/team.md");
  const template = inOwn(partial);
  const plan = inOwn("roles/plans/standard.md");
  const shared = "senior-python-developer/packet.html";
  const teams = "teams/payments/payments-developer/packet.html";
  // Other words leave the loop as it is; other weights, skills and minutes have it solved again.
  const cases = [
    {
      what: "other words of a question",
      page: shared,
      ...question,
      edit: (text, word) => text.replace(/^(# .*\n\n)/m, `$1${word} `),
    },
    {
      what: "a role with other weights",
      page: shared,
      ...role,
      edit: (text, word, round) =>
        `---\nweights: { mentoring: ${50 + round} }\n---\n${text.replace(/^# .*/m, `$& ${word}`)}`,
    },
    {
      what: "a template of one's own",
      page: shared,
      ...template,
      edit: (text, word) => text.replace(/<h2/, `<p>${word}</p><h2`),
    },
    {
      what: "a team with another weight",
      page: teams,
      ...team,
      edit: (text, word, round) =>
        text.replace(/^title: .*/m, `title: ${word}`).replace(/weight: \d+/, `weight: ${50 + round}`),
    },
    {
      what: "other words of a competency",
      page: shared,
      ...competency,
      edit: (text, word) => text.replace(/^title: .*/m, `title: ${word}`),
    },
    {
      what: "a plan with other minutes",
      page: shared,
      ...plan,
      edit: (text, word, round) =>
        text
          .replace(/minutes: (\d+)/, (_, minutes) => `minutes: ${Number(minutes) + round}`)
          .replace(/title: .*/, `title: ${word}`),
    },
  ];
  const preview = await startPreview(own, { port: 0 });
  const browser = await puppeteer.launch({
    executablePath: executable,
    headless: "shell",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const figures = [];
    for (const [at, { what, page: address, path, text, edit }] of cases.entries()) {
      const page = await browser.newPage();
      await page.goto(`${preview.url}${address}`);
      const times = [];
      for (let round = 0; round < 12; round++) {
        const word = `Saved-${at}-${round}.`;
        const shown = pageWith(page, word);
        const saved = performance.now();
        writeFileSync(path, edit(text, word, round));
        const seen = await shown;
        // The first rounds warm both sides up.
        if (round > 1) times.push(seen - saved);
        // As a person would: what the last save left to do is done.
        await new Promise((resolve) => setTimeout(resolve, 600));
      }
      await page.close();
      writeFileSync(path, text);
      figures.push(
        figure(`from saving ${what} to seeing it in the packet, median`, median(times), "ms", {
          digits: 0,
          most: 300,
        }),
        figure("the same, worst", Math.max(...times), "ms", { digits: 0 }),
      );
    }
    return figures;
  } finally {
    await browser.close();
    await preview.close();
    rmSync(own, { recursive: true });
  }
}

/** When the page has been reloaded and holds the word. Asked once for each reload: looking all the time would keep the page from loading. */
function pageWith(page, word) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => end(reject, new Error(`${word} was never seen`)), 30_000);
    const look = async () => {
      // Painted, not only loaded.
      const holds = `new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(document.body.textContent.includes("${word}")))))`;
      if (await page.evaluate(holds).catch(() => false)) end(resolve, performance.now());
    };
    const end = (settle, value) => {
      clearTimeout(late);
      page.off("domcontentloaded", look);
      settle(value);
    };
    page.on("domcontentloaded", look);
  });
}
