// `npm run pictures`: builds a kit and draws two of its pages as PNG, for the README. In: this package, compiled. Out: docs/*.png.
// pdf.js draws the PDF in the browser that printed it, so that the pictures show what comes out of a printer.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startBrowser } from "../dist/print/printer.js";

const docs = dirname(fileURLToPath(import.meta.url));
const root = join(docs, "..");
const role = "senior-python-developer";
/** The pages that are shown: a question of a guide, and the scorecard of the same stage. */
const pictures = [
  { name: "guide", file: "03-technical-depth-guide.pdf", page: 3 },
  { name: "scorecard", file: "03-technical-depth-scorecard.pdf", page: 1 },
];
const widthPx = 900;
const mostBytes = 250_000;

const out = mkdtempSync(join(tmpdir(), "interview-kit-pictures-"));
try {
  execFileSync(process.execPath, [join(root, "dist", "cli.js"), "build", role, "--out", out], {
    cwd: root,
    stdio: "inherit",
  });
  const { browser } = await startBrowser(undefined);
  try {
    const page = await browser.newPage();
    await page.setContent(
      "<!doctype html><style>body{margin:0}canvas{display:block}</style><canvas></canvas>",
    );
    for (const { name, file, page: number } of pictures) {
      const png = await draw(page, join(out, role, file), number);
      if (png.length > mostBytes)
        throw new Error(`${name}.png has ${png.length} bytes, expected at most ${mostBytes}`);
      writeFileSync(join(docs, `${name}.png`), png);
      process.stdout.write(`docs/${name}.png: ${png.length} bytes\n`);
    }
  } finally {
    await browser.close();
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}

/** One page of a PDF as the bytes of a PNG. */
async function draw(page, pdf, number) {
  const library = (name) => dataAddress(join(root, "node_modules", "pdfjs-dist", "legacy", "build", name));
  await page.setViewport({ width: widthPx, height: Math.ceil(widthPx * Math.SQRT2) });
  await page.evaluate(
    async (code, worker, data, pageNumber, width) => {
      // With the worker's code at hand pdf.js draws without starting one, which a page without an address could not.
      globalThis.pdfjsWorker = await import(worker);
      const { getDocument } = await import(code);
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const sheet = await (await getDocument({ data: bytes, disableFontFace: false }).promise).getPage(
        pageNumber,
      );
      const viewport = sheet.getViewport({ scale: width / sheet.getViewport({ scale: 1 }).width });
      const canvas = document.querySelector("canvas");
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      await sheet.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise;
    },
    library("pdf.mjs"),
    library("pdf.worker.mjs"),
    readFileSync(pdf).toString("base64"),
    number,
    widthPx,
  );
  return (await page.$("canvas")).screenshot({ type: "png" });
}

function dataAddress(path) {
  return `data:text/javascript;base64,${readFileSync(path).toString("base64")}`;
}
