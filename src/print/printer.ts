// In: complete HTML pages. Out: their PDFs: tagged, outlined, fillable, with fixed dates. The only owner of a browser.
// Pages cannot run scripts, read files or reach the network; what they tried to reach is reported.
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import puppeteer, { type Browser, type HTTPRequest, type Page } from "puppeteer";
import { KitError } from "../document/diagnostic.js";
import { linkBlanks } from "./blanks.js";
import { makeProfile } from "./browser-profile.js";
import { connectBrowser } from "./endpoint.js";
import { type BrowserCandidate, browserCandidates } from "./find-browser.js";
import { type FittedSheet, fitSheets, writeSteps } from "./fit-sheets.js";
import { addFields } from "./form-fields.js";
import { openPlaces, type PagePlaces, settlePlaces, writePlaces } from "./page-places.js";
import { PagePool, type RunningBrowser } from "./page-pool.js";
import { makeReproducible } from "./reproducible.js";
import { missingGlyphs } from "./system-glyphs.js";

export interface PrinterOptions {
  /** Path of a browser that the user named; otherwise one is found. */
  browser?: string;
  /** Pages in flight. */
  concurrency?: number;
  /** How long one document may take. */
  timeoutMs?: number;
  /** Addresses of browsers that run elsewhere; with any, none is started here. */
  endpoints?: readonly string[];
  /** Start the browser with the first page, and none where no page is printed. */
  onDemand?: boolean;
}

export interface Printed {
  pdf: Uint8Array;
  /** The page with the steps of type that its sheets needed, and the numbers of its pages: what was printed. */
  html: string;
  sheets: FittedSheet[];
  pages: number;
  /** How many form fields it has, the boxes of one rating counted one by one. */
  fields: number;
  /** Addresses that the page asked for and did not get. */
  blocked: string[];
}

export interface Printer {
  /** The browser in use, for the summary: its version and how it was found. Undefined before the first page. */
  readonly browser: string | undefined;
  /** Prints one page. Calls beyond the pool's size wait their turn. */
  print(html: string): Promise<Printed>;
  /** Of characters that no embedded font has, those that no font of this machine has either. */
  missingGlyphs(characters: readonly string[]): Promise<string[]>;
}

/** Starts a browser, hands out a printer, and closes everything whatever happens inside. */
export async function withPrinter<T>(
  options: PrinterOptions,
  use: (printer: Printer) => Promise<T>,
): Promise<T> {
  const names = new Set<string>();
  const named = (begin: () => Promise<RunningBrowser & { origin: string }>) => async () => {
    const started = await begin();
    names.add(`${await started.browser.version()} (${started.origin})`);
    return started;
  };
  const size = options.concurrency ?? Math.max(2, Math.min(4, availableParallelism()));
  const starts = options.endpoints?.map((address) => named(() => connectBrowser(address))) ?? [
    named(() => startBrowser(options.browser)),
  ];
  const pools = starts.map((start) => new PagePool(start, size, options.timeoutMs ?? 30_000));
  try {
    if (options.onDemand !== true) await Promise.all(pools.map((pool) => pool.warm()));
    const pool = {
      use: <T>(job: (page: Page) => Promise<T>): Promise<T> => leastBusy(pools).use(job),
    };
    return await use({
      get browser() {
        return names.size === 0 ? undefined : [...names].sort().join(", ");
      },
      print: (html) => printDocument(pool, html),
      missingGlyphs: (characters) =>
        pool.use((page) => answering(page, letThrough, () => missingGlyphs(page, characters))),
    });
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
  }
}

function leastBusy(pools: readonly PagePool[]): PagePool {
  const [first, ...others] = pools;
  if (!first) throw new KitError("no-browser", "no address of a browser was given");
  return others.reduce((best, pool) => (pool.load < best.load ? pool : best), first);
}

/** Prints one document; the browser has its next page while the form is made. */
async function printDocument(pool: Pick<PagePool, "use">, html: string): Promise<Printed> {
  const linked = linkBlanks(html);
  const { pdf, sheets, places, blocked } = await pool.use((page) => printPage(page, linked.html));
  const filled = await addFields(
    makeReproducible(pdf),
    linked.blanks,
    linked.identity,
    html.includes("\u02bc"),
  );
  return {
    ...filled,
    html: writePlaces(writeSteps(html, sheets), places),
    sheets,
    pages: countPages(pdf),
    blocked: [...new Set([...blocked, ...localAddresses(html)])].sort(),
  };
}

/** How long it may take is the pool's business. */
async function printPage(
  page: Page,
  html: string,
): Promise<{ pdf: Uint8Array; sheets: FittedSheet[]; places: PagePlaces; blocked: string[] }> {
  const blocked: string[] = [];
  const onRequest = (request: HTTPRequest) => {
    // Fonts and pictures inside the page.
    if (request.url().startsWith("data:")) return letThrough(request);
    blocked.push(request.url());
    void request.abort("blockedbyclient").catch(() => undefined);
  };
  return answering(page, onRequest, async () => {
    await page.setContent(html, { waitUntil: "load", timeout: 0 });
    const named = await openPlaces(page);
    const sheets = await fitSheets(page);
    const options = { preferCSSPageSize: true, printBackground: true, waitForFonts: true, timeout: 0 };
    const places = await settlePlaces(page, named, options);
    const pdf = await page.pdf({ ...options, tagged: true, outline: true });
    return { pdf, sheets, places, blocked };
  });
}

/** Interception waits for somebody to answer every request, also for data: addresses. */
async function answering<T>(
  page: Page,
  onRequest: (request: HTTPRequest) => void,
  work: () => Promise<T>,
): Promise<T> {
  page.on("request", onRequest);
  try {
    return await work();
  } finally {
    page.off("request", onRequest);
  }
}

function letThrough(request: HTTPRequest): void {
  void request.continue().catch(() => undefined);
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

/** Starts a browser; whoever calls it closes it. Throws no-browser with what was tried. */
export async function startBrowser(named: string | undefined): Promise<RunningBrowser & { origin: string }> {
  const failures: string[] = [];
  for await (const candidate of browserCandidates(named)) {
    for (const environment of environments(candidate)) {
      try {
        return { ...(await launch(candidate, environment)), origin: candidate.origin };
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

async function launch(
  candidate: BrowserCandidate,
  environment: Record<string, string>,
): Promise<RunningBrowser> {
  const root = process.getuid?.() === 0;
  const profile = await makeProfile();
  const hanging = new AbortController();
  const timer = setTimeout(() => hanging.abort(), startingMs);
  try {
    const browser = await puppeteer.launch({
      executablePath: candidate.executable,
      headless: candidate.headless,
      env: { ...process.env, ...environment },
      userDataDir: profile.folder,
      signal: hanging.signal,
      // Signals end this program, and its end ends the browser.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
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
    // A browser that is killed resets its pipes; that it is gone is noticed elsewhere.
    for (const pipe of browser.process()?.stdio ?? []) pipe?.on("error", () => undefined);
    profile.removeLast();
    return {
      browser,
      end: async (force = false) => {
        await endBrowser(browser, force);
        await profile.remove();
      },
    };
  } catch (error) {
    await profile.remove();
    throw hanging.signal.aborted ? new Error(`it did not start within ${startingMs / 1000} s`) : error;
  } finally {
    clearTimeout(timer);
  }
}

/** How long a browser may take to start, and to close by itself. */
const startingMs = 30_000;
const closingMs = 5_000;

async function endBrowser(browser: Browser, force: boolean): Promise<void> {
  const child = browser.process();
  const late = (): Promise<boolean> =>
    new Promise((resolve) => setTimeout(resolve, closingMs, false).unref());
  const closed = browser.close().then(
    () => true,
    () => false,
  );
  if ((!force && (await Promise.race([closed, late()]))) || child?.pid === undefined) return;
  try {
    // It leads a process group of its own.
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
  await Promise.race([closed, late()]);
}

function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "") ?? text;
}
