// Pages a second from a cold start, ours beside md-to-pdf, marp-cli and WeasyPrint, where they are installed: the first two in a folder
// named by BENCH_PEERS (npm install md-to-pdf @marp-team/marp-cli there), the third on the PATH. What each is given is said with its figure.
// Beside them bare puppeteer, which is handed our finished HTML: what is faster than that is not printed by this browser.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import puppeteer from "puppeteer";
import { unpackChromium } from "../../../dist/print/packaged-chromium.js";
import { absent, figure, kit, median, roles, timed, withFolder } from "../measure.mjs";

const rounds = 5;
/** Pages in flight, as ours are on two cores. */
const inFlight = 2;

export const measure = () =>
  withFolder(async (folder) => {
    const out = join(folder, "out");
    const browser = await unpackChromium();
    // Every peer is given what ours finds by itself: the packaged browser, with the libraries that it brings.
    const env = {
      CHROME_PATH: browser.executable,
      PUPPETEER_EXECUTABLE_PATH: browser.executable,
      ...(browser.libraries !== undefined && { LD_LIBRARY_PATH: browser.libraries }),
    };
    const ours = () => kit(["build", ...roles, "--out", out, "--fresh"]);
    ours();
    const printed = roles.flatMap((role) =>
      readdirSync(join(out, role))
        .filter((name) => name.endsWith(".pdf"))
        .map((name) => join(out, role, name)),
    );
    const documents = printed.map((path) => readFileSync(path.replace(/pdf$/, "html"), "utf8"));
    const packets = roles.map((role) => join(folder, `${role}.md`));
    for (const [at, role] of roles.entries())
      writeFileSync(packets[at], kit(["export", role, "--format", "markdown"]).stdout);
    const same = roles.map((role) => {
      const path = join(folder, `${role}-same.md`);
      writeFileSync(path, inMarkdown(readFileSync(join(out, role, "packet.html"), "utf8")));
      return path;
    });
    const packetPages = roles.map((role) => {
      const path = join(folder, `${role}-packet.html`);
      copyFileSync(join(out, role, "packet.html"), path);
      return path;
    });
    const pdfOf = (path) => path.replace(/\.(?:md|html)$/, ".pdf");
    const bin = (name) => resolve(process.env.BENCH_PEERS ?? "", "node_modules", ".bin", name);
    const isThere = (name) => process.env.BENCH_PEERS !== undefined && existsSync(bin(name));
    const launch = JSON.stringify({
      executablePath: browser.executable,
      headless: "shell",
      args: ["--no-sandbox"],
    });
    const cssPages = ["--pdf-options", JSON.stringify({ preferCSSPageSize: true, printBackground: true })];
    const mdToPdf = (...args) => timed(bin("md-to-pdf"), [...args, "--launch-options", launch], { env }).ms;
    const peers = [
      {
        name: "md-to-pdf, both packets as our HTML in Markdown",
        there: isThere("md-to-pdf"),
        run: () => mdToPdf(...same, ...cssPages, "--page-media-type", "print"),
        made: same.map(pdfOf),
        least: 4,
      },
      {
        name: "md-to-pdf, both loops as exported Markdown, in its own look",
        there: isThere("md-to-pdf"),
        run: () => mdToPdf(...packets),
        made: packets.map(pdfOf),
      },
      {
        name: "marp-cli, the same Markdown as slides",
        there: isThere("marp"),
        run: () => timed(bin("marp"), ["--no-stdin", "--pdf", "--browser", "chrome", ...packets], { env }).ms,
        made: packets.map(pdfOf),
      },
      {
        name: "WeasyPrint, the HTML of both packets",
        there: spawnSync("weasyprint", ["--version"]).status === 0,
        run: () => packetPages.reduce((sum, path) => sum + timed("weasyprint", [path, pdfOf(path)]).ms, 0),
        made: packetPages.map(pdfOf),
        // It takes minutes.
        once: true,
      },
      {
        name: "bare puppeteer, our HTML, in a process that runs already",
        there: true,
        run: () => printBare(documents, browser.executable),
        made: printed,
      },
    ];
    const wanted = peers.filter(({ there }) => there);
    const pages = await pagesOf(printed);
    const runs = [];
    for (let round = 0; round < rounds; round++) {
      const own = ours().ms;
      const others = new Map();
      for (const { name, run, made, once } of wanted) {
        if (once && round > 0) continue;
        const ms = await ended(run);
        if (ms !== undefined) others.set(name, (await pagesOf(made)) / ms);
      }
      runs.push({ own: pages / own, others });
      console.error(
        `  round ${round + 1}: ${[...others].map(([name, speed]) => `${(pages / own / speed).toFixed(2)} ${name}`).join("; ")}`,
      );
    }
    const figures = peers
      .filter(({ there }) => !there)
      .map(({ name }) => absent(name, "it is not installed"));
    for (const { name, least, once } of wanted) {
      const ratios = runs.flatMap(({ own, others }) => (others.has(name) ? [own / others.get(name)] : []));
      if (ratios.length === 0) {
        figures.push(absent(name, "it ended in no round"));
        continue;
      }
      const failed = (once ? 1 : rounds) - ratios.length;
      const what = failed === 0 ? name : `${name} (ended in ${ratios.length} of ${rounds} rounds)`;
      const limits = least === undefined ? {} : { least };
      figures.push(figure(`pages a second, ours beside ${what}`, median(ratios), "times", limits));
    }
    const speeds = runs.map(({ own }) => own * 1000);
    figures.push(figure(`ours alone, ${pages} pages`, median(speeds), "pages a second", { digits: 1 }));
    return figures;
  });

/** How long a run took; undefined if it failed, as md-to-pdf does on a busy machine, whose wait for a page to fall silent then never ends. */
async function ended(run) {
  try {
    return await run();
  } catch (error) {
    console.error(`  ${/TimeoutError: .*/.exec(error.message)?.[0] ?? error.message.split("\n")[0]}`);
    return undefined;
  }
}

/** A page of ours as Markdown that holds it as HTML: without blank lines, which would end it. */
function inMarkdown(html) {
  const styles = [...html.matchAll(/<style\b[\s\S]*?<\/style>/g)].map(([style]) =>
    style.replace(/\n\s*/g, "\n"),
  );
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? "";
  return `${styles.join("\n")}\n<div>${body.replace(/\n(?=\s*\n)/g, "&#10;")}</div>\n`;
}

/** The time that the browser alone takes, from its start to its end. */
async function printBare(documents, executablePath) {
  const started = performance.now();
  const browser = await puppeteer.launch({
    executablePath,
    headless: "shell",
    args: ["--no-sandbox", "--font-render-hinting=none", "--disable-gpu"],
  });
  try {
    const queue = [...documents];
    const line = async () => {
      const page = await browser.newPage();
      for (let html = queue.shift(); html !== undefined; html = queue.shift()) {
        await page.setContent(html, { waitUntil: "load" });
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      }
    };
    await Promise.all(Array.from({ length: inFlight }, line));
  } finally {
    await browser.close();
  }
  return performance.now() - started;
}

async function pagesOf(paths) {
  let pages = 0;
  for (const path of paths) pages += (await PDFDocument.load(readFileSync(path))).getPageCount();
  return pages;
}
