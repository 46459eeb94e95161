// How long a saved file takes to be seen in a browser that shows the preview.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer";
import { startPreview } from "../../../dist/preview/preview-server.js";
import { unpackChromium } from "../../../dist/print/packaged-chromium.js";
import { cli, figure, median, root } from "../measure.mjs";

/** From saving a question of the shipped bank to the new words on a page that is open in a browser. */
export async function measure() {
  const { executable } = await unpackChromium();
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
      spawnSync(process.execPath, [cli, "export", "senior-python-developer"], {
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
        const shown = pageWith(page, word);
        edit(word, round);
        const seen = await shown;
        // The first rounds warm both sides up.
        if (round > 1) times[what].push(seen - saved);
      }
    }
    return Object.entries(times).flatMap(([kind, own]) => [
      figure(`from saving ${kind} to seeing it in the packet, median`, median(own), "ms", {
        digits: 0,
        most: 300,
      }),
      figure("the same, worst", Math.max(...own), "ms", { digits: 0 }),
    ]);
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
      const loaded = performance.now();
      if (await page.evaluate(`document.body.textContent.includes("${word}")`).catch(() => false))
        end(resolve, loaded);
    };
    const end = (settle, value) => {
      clearTimeout(late);
      page.off("domcontentloaded", look);
      settle(value);
    };
    page.on("domcontentloaded", look);
  });
}
