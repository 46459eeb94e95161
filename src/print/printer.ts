// In: complete HTML pages. Out: their PDFs: tagged, outlined, fillable, with fixed dates. The only owner of a browser.
// Pages cannot run scripts, read files or reach the network; what they tried to reach is reported.
import { availableParallelism } from "node:os";
import type { HTTPRequest, Page } from "puppeteer";
import { KitError } from "../document/diagnostic.js";
import { linkBlanks } from "./blanks.js";
import { connectBrowser } from "./endpoint.js";
import { type FittedSheet, fitSheets, writeSteps } from "./fit-sheets.js";
import { addFields } from "./form-fields.js";
import { type HeldPage, heldVersion, holdVersion, stampVersion } from "./held-version.js";
import { openPlaces, type PagePlaces, printPlaces, writePlaces } from "./page-places.js";
import { PagePool, type RunningBrowser } from "./page-pool.js";
import { makeReproducible } from "./reproducible.js";
import { startBrowser } from "./start-browser.js";
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
  /** Start the browser with the first page, and none where no page is printed; or `ahead`, while the first page is still being made. */
  start?: "on-demand" | "ahead";
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
  /** Whether stampVersion can put another version in the place of the one that was given. */
  stampable: boolean;
}

export interface Printer {
  /** The browser in use, for the summary: its version and how it was found. Undefined before the first page. */
  readonly browser: string | undefined;
  /**
   * Prints one page. Calls beyond the pool's size wait their turn. The `version` that stands in it is printed so that another
   * can be put in its place later, if that can be done.
   */
  print(html: string, version?: string): Promise<Printed>;
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
    if (options.start === undefined) await Promise.all(pools.map((pool) => pool.warm()));
    // A browser that does not start is tried again, and said, with the first page.
    if (options.start === "ahead") for (const pool of pools) pool.warm().catch(() => undefined);
    const pool = {
      use: <T>(job: (page: Page) => Promise<T>): Promise<T> => leastBusy(pools).use(job),
    };
    return await use({
      get browser() {
        return names.size === 0 ? undefined : [...names].sort().join(", ");
      },
      print: (html, version) => printDocument(pool, html, version),
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

/** Prints one document, with its version stamped in; one that cannot be stamped is printed again with the version itself. */
async function printDocument(
  pool: Pick<PagePool, "use">,
  html: string,
  version: string | undefined,
): Promise<Printed> {
  const held = version === undefined ? undefined : holdVersion(html, version);
  const printed =
    (held && (await printForm(pool, held.html, held))) ?? (await printForm(pool, html, undefined));
  if (!printed) throw new Error("a page without a version to be held was not printed");
  const { pdf, sheets, places, blocked, fields } = printed;
  const stampable = held !== undefined && printed.held;
  return {
    pdf: stampable && version !== undefined ? stampVersion(pdf, heldVersion, version) : pdf,
    fields,
    html: writePlaces(writeSteps(html, sheets), places),
    sheets,
    pages: countPages(pdf),
    blocked: [...new Set([...blocked, ...localAddresses(html)])].sort(),
    stampable,
  };
}

/** Prints a page with its form; undefined if its `held` version cannot be set apart. The browser has its next page while the form is made. */
async function printForm(pool: Pick<PagePool, "use">, html: string, held: HeldPage | undefined) {
  const linked = linkBlanks(html);
  const { pdf, ...printed } = await pool.use((page) => printPage(page, linked.html));
  const letter = html.includes("\u02bc");
  const form = await addFields(makeReproducible(pdf), linked.blanks, linked.identity, letter, held);
  return form && { ...printed, ...form, held: held !== undefined };
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
    return { ...(await printPlaces(page, named, options)), sheets, blocked };
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
