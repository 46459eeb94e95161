// In: complete HTML pages. Out: their PDFs: tagged, outlined, fillable, with fixed dates. The only owner of a browser.
// Pages cannot run scripts, read files or reach the network; what they tried to reach is reported.
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import puppeteer, { type Browser, type Page } from "puppeteer";
import { KitError } from "../document/diagnostic.js";
import { linkBlanks } from "./blanks.js";
import { type BrowserCandidate, browserCandidates } from "./find-browser.js";
import { type FittedSheet, fitSheets, writeSteps } from "./fit-sheets.js";
import { addFields } from "./form-fields.js";
import { makeReproducible } from "./reproducible.js";
import { missingGlyphs } from "./system-glyphs.js";

export interface PrinterOptions {
  /** Path of a browser that the user named; otherwise one is found. */
  browser?: string;
  /** Pages in flight. */
  concurrency?: number;
  /** How long one document may take. */
  timeoutMs?: number;
}

export interface Printed {
  pdf: Uint8Array;
  /** The page with the steps of type that its sheets needed: what was printed. */
  html: string;
  sheets: FittedSheet[];
  pages: number;
  /** How many form fields it has, the boxes of one rating counted one by one. */
  fields: number;
  /** Addresses that the page asked for and did not get. */
  blocked: string[];
}

export interface Printer {
  /** The browser in use, for the summary: its version and how it was found. */
  readonly browser: string;
  /** Prints one page. Calls beyond the pool's size wait their turn. */
  print(html: string): Promise<Printed>;
  /** Of characters that no embedded font has, those that no font of this machine has either. */
  missingGlyphs(characters: readonly string[]): Promise<string[]>;
}

/** Starts one browser, hands out a printer, and closes everything whatever happens inside. */
export async function withPrinter<T>(
  options: PrinterOptions,
  use: (printer: Printer) => Promise<T>,
): Promise<T> {
  const { browser, origin } = await startBrowser(options.browser);
  try {
    const size = options.concurrency ?? Math.max(2, Math.min(4, availableParallelism()));
    const pool = new PagePool(browser, size, options.timeoutMs ?? 30_000);
    const name = `${await browser.version()} (${origin})`;
    return await use({
      browser: name,
      print: (html) => pool.print(html),
      missingGlyphs: (characters) => pool.missingGlyphs(characters),
    });
  } finally {
    await browser.close();
  }
}

/** A bounded set of pages, opened when first needed and used again. */
class PagePool {
  private readonly idle: Page[] = [];
  private readonly waiting: ((page: Page) => void)[] = [];
  private opened = 0;

  constructor(
    private readonly browser: Browser,
    private readonly size: number,
    private readonly timeoutMs: number,
  ) {}

  async print(html: string): Promise<Printed> {
    const page = await this.take();
    const blocked: string[] = [];
    const onRequest = (request: import("puppeteer").HTTPRequest) => {
      // Fonts and pictures inside the page.
      if (request.url().startsWith("data:")) {
        void request.continue().catch(() => undefined);
        return;
      }
      blocked.push(request.url());
      void request.abort("blockedbyclient").catch(() => undefined);
    };
    let pdf: Uint8Array;
    let sheets: FittedSheet[];
    const linked = linkBlanks(html);
    try {
      page.on("request", onRequest);
      await page.setContent(linked.html, { waitUntil: "load", timeout: this.timeoutMs });
      sheets = await fitSheets(page);
      pdf = await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
        waitForFonts: true,
        timeout: this.timeoutMs,
      });
    } finally {
      page.off("request", onRequest);
      this.give(page);
    }
    // The browser has its next page by now; this is our own work.
    const pages = countPages(pdf);
    const filled = await addFields(makeReproducible(pdf), linked.blanks, linked.identity);
    return {
      ...filled,
      html: writeSteps(html, sheets),
      sheets,
      pages,
      blocked: [...new Set([...blocked, ...localAddresses(html)])].sort(),
    };
  }

  async missingGlyphs(characters: readonly string[]): Promise<string[]> {
    const page = await this.take();
    // Its font is a data: address, which interception lets through only if someone answers.
    const onRequest = (request: import("puppeteer").HTTPRequest) =>
      void request.continue().catch(() => undefined);
    try {
      page.on("request", onRequest);
      return await missingGlyphs(page, characters);
    } finally {
      page.off("request", onRequest);
      this.give(page);
    }
  }

  private async take(): Promise<Page> {
    const page = this.idle.pop();
    if (page) return page;
    if (this.opened < this.size) {
      this.opened++;
      const fresh = await this.browser.newPage();
      await fresh.setJavaScriptEnabled(false);
      await fresh.setRequestInterception(true);
      return fresh;
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private give(page: Page): void {
    const next = this.waiting.shift();
    if (next) next(page);
    else this.idle.push(page);
  }
}

/** Chromium writes page objects uncompressed, one dictionary each. */
function countPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
      .toString("latin1")
      .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  );
}

/**
 * Relative and file: addresses never reach request interception; the browser refuses them from about:blank, we name them.
 * Only tags and styles count: the same words quoted in a text are escaped, and ask for nothing.
 */
function localAddresses(html: string): string[] {
  const styles = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>|\sstyle="([^"]*)"/gi)];
  const inStyles = styles.flatMap(([, block, own]) => [
    ...(block ?? own ?? "").matchAll(/url\(\s*["']?([^"')\s]+)/gi),
  ]);
  const inTags = [...html.matchAll(/<(?:[a-z][^<>]*?\ssrc|link\b[^<>]*?\shref)\s*=\s*["']?([^"'\s>]+)/gi)];
  return [...inStyles, ...inTags]
    .map((match) => match[1] ?? "")
    .filter((address) => !/^(?:data:|https?:|#|var\()/i.test(address));
}

async function startBrowser(named: string | undefined): Promise<{ browser: Browser; origin: string }> {
  const failures: string[] = [];
  for await (const candidate of browserCandidates(named)) {
    for (const environment of environments(candidate)) {
      try {
        return { browser: await launch(candidate, environment), origin: candidate.origin };
      } catch (error) {
        // Another environment helps against nothing but a missing library.
        const missing = missingLibrary(candidate.executable, environment);
        failures.push(
          `${candidate.executable}: ${missing ? `${missing} is missing` : firstLine(messageOf(error))}`,
        );
        if (missing === undefined) break;
      }
    }
  }
  throw new KitError(
    "no-browser",
    failures.length === 0
      ? "no browser was found"
      : `no browser could be started\n    ${failures.join("\n    ")}`,
    named === undefined
      ? "Install one with: npx @puppeteer/browsers install chrome-headless-shell@stable --path ~/.cache/puppeteer\n    or name one with --browser /path/to/chrome, or build without PDF: --format html"
      : "Check the path given with --browser (or PUPPETEER_EXECUTABLE_PATH), or leave it out.",
  );
}

/** The library without which the binary cannot even start, as the system's loader names it. */
function missingLibrary(executable: string, environment: Record<string, string>): string | undefined {
  const { stderr } = spawnSync(executable, ["--version"], {
    env: { ...process.env, ...environment },
    encoding: "utf8",
    timeout: 10_000,
  });
  return /error while loading shared libraries: (\S+?):/.exec(stderr ?? "")?.[1];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function environments(candidate: BrowserCandidate): Record<string, string>[] {
  const base = candidate.environment ?? {};
  return candidate.fallbackEnvironment ? [base, { ...base, ...candidate.fallbackEnvironment }] : [base];
}

async function launch(candidate: BrowserCandidate, environment: Record<string, string>): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return puppeteer.launch({
    executablePath: candidate.executable,
    headless: candidate.headless,
    env: { ...process.env, ...environment },
    // Over a pipe the browser ends with us, however we end; over a socket it would outlive a kill -9.
    pipe: true,
    args: [
      // Chromium refuses to start as root with its sandbox; everyone else keeps it.
      ...(root ? ["--no-sandbox"] : []),
      "--font-render-hinting=none",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-domain-reliability",
      "--no-pings",
      // A second wall behind request interception: no name resolves, so nothing outside can be reached.
      "--host-resolver-rules=MAP * ~NOTFOUND",
    ],
  });
}

function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "") ?? text;
}
