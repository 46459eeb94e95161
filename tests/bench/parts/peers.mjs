// Pages a second from a cold start, ours beside md-to-pdf, marp-cli and WeasyPrint, where they are installed: the first two in a folder
// named by BENCH_PEERS (npm install md-to-pdf @marp-team/marp-cli there), the third on the PATH. The same words for all: the two packets.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { unpackChromium } from "../../../dist/print/packaged-chromium.js";
import { absent, figure, kit, median, roles, timed, withFolder } from "../measure.mjs";

const rounds = 5;

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
    const markdown = roles.map((role) => {
      const path = join(folder, `${role}.md`);
      writeFileSync(path, kit(["export", role, "--format", "markdown"]).stdout);
      return path;
    });
    const html = roles.map((role) => {
      const path = join(folder, `${role}-packet.html`);
      copyFileSync(join(out, role, "packet.html"), path);
      return path;
    });
    const bin = (name) => resolve(process.env.BENCH_PEERS ?? "", "node_modules", ".bin", name);
    const peers = [
      {
        name: "md-to-pdf",
        there: process.env.BENCH_PEERS !== undefined && existsSync(bin("md-to-pdf")),
        run: () =>
          timed(
            bin("md-to-pdf"),
            [
              ...markdown,
              "--launch-options",
              JSON.stringify({
                executablePath: browser.executable,
                headless: "shell",
                args: ["--no-sandbox"],
              }),
            ],
            { env },
          ),
        made: markdown.map((path) => path.replace(/\.md$/, ".pdf")),
        least: 4,
      },
      {
        name: "marp-cli",
        there: process.env.BENCH_PEERS !== undefined && existsSync(bin("marp")),
        run: () => timed(bin("marp"), ["--no-stdin", "--pdf", "--browser", "chrome", ...markdown], { env }),
        made: markdown.map((path) => path.replace(/\.md$/, ".pdf")),
      },
      {
        name: "WeasyPrint",
        there: spawnSync("weasyprint", ["--version"]).status === 0,
        run: () => html.map((path) => timed("weasyprint", [path, path.replace(/\.html$/, ".pdf")])),
        made: html.map((path) => path.replace(/\.html$/, ".pdf")),
      },
    ];
    const printed = roles.flatMap((role) =>
      readdirSync(join(out, role))
        .filter((name) => name.endsWith(".pdf"))
        .map((name) => join(out, role, name)),
    );
    const pages = await pagesOf(printed);
    const figures = [];
    for (const { name, there, run, made, least } of peers) {
      if (!there) {
        figures.push(absent(name, "it is not installed"));
        continue;
      }
      const ratios = [];
      let speed = 0;
      for (let round = 0; round < rounds; round++) {
        const own = pages / ours().ms;
        const took = [run()].flat().reduce((sum, { ms }) => sum + ms, 0);
        speed = (await pagesOf(made)) / took;
        ratios.push(own / speed);
      }
      figures.push(
        figure(
          `pages a second, ours beside ${name}`,
          median(ratios),
          "times",
          least === undefined ? {} : { least },
        ),
        figure(`${name} alone`, speed * 1000, "pages a second", { digits: 1 }),
      );
    }
    return figures;
  });

async function pagesOf(paths) {
  let pages = 0;
  for (const path of paths) pages += (await PDFDocument.load(readFileSync(path))).getPageCount();
  return pages;
}
