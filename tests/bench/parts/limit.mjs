// The limit: our printing beside bare puppeteer's, of the same HTML files with the same browser and as many pages at a time.
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer";
import { withPrinter } from "../../../dist/index.js";
import { unpackChromium } from "../../../dist/print/packaged-chromium.js";
import { figure, kit, median, roles, withFolder } from "../measure.mjs";

const rounds = 5;
const concurrency = Math.max(2, Math.min(4, availableParallelism()));

export const measure = () =>
  withFolder(async (out) => {
    kit(["build", ...roles, "--out", out, "--format", "html"]);
    const pages = roles.flatMap((role) =>
      readdirSync(join(out, role))
        .filter((name) => name.endsWith(".html") && name !== "index.html")
        .map((name) => readFileSync(join(out, role, name), "utf8")),
    );
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
    try {
      return await withPrinter({ browser: executable, concurrency }, async (printer) => {
        const [ratios, ours] = [[], []];
        for (let round = 0; round <= rounds; round++) {
          const started = performance.now();
          await each(pages, (html) => printBare(bare, html));
          const between = performance.now();
          await each(pages, (html) => printer.print(html));
          const ended = performance.now();
          // The first round warms both sides up.
          if (round === 0) continue;
          ratios.push((ended - between) / (between - started));
          ours.push((ended - between) / pages.length);
        }
        return [
          figure(`${pages.length} documents beside bare puppeteer, median`, median(ratios), "times", {
            most: 1.1,
          }),
          figure("one document, median", median(ours), "ms", { digits: 1 }),
        ];
      });
    } finally {
      await bare.close();
    }
  });

async function printBare(browser, html) {
  const page = await browser.newPage();
  await page.setContent(html, { waitUntil: "load" });
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await page.close();
}

/** Runs `work` over all pages, so many at a time. */
async function each(pages, work) {
  const queue = [...pages];
  const line = async () => {
    for (let html = queue.shift(); html !== undefined; html = queue.shift()) await work(html);
  };
  await Promise.all(Array.from({ length: concurrency }, line));
}
