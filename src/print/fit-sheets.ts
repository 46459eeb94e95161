// In: a document open in the browser, as it is about to be printed. Out: for each sheet the step of type that keeps it on its page.
// Measured, not reckoned: right for any script, font, paper and template. Changes nothing but the sheets' `data-fit`.
/// <reference lib="dom" />
import type { Page } from "puppeteer";

/** A sheet that names steps in `data-steps`, roomiest first, and the one that was chosen. */
export interface FittedSheet {
  /** Its `data-sheet`; empty if it has none. */
  name: string;
  step: string;
  /** Whether it stays on its page; with no step that does, the last one is chosen. */
  fits: boolean;
  /** Its height, or that of its tallest leaf where a step spreads it over several, in mm. */
  heightMm: number;
  pageMm: number;
}

/**
 * Chooses a step for every sheet of the open document. Needs the tokens `--page-width` and `--page-height`, which are those of
 * its @page rule; a document without them keeps the steps that its template wrote.
 */
export async function fitSheets(page: Page): Promise<FittedSheet[]> {
  const area = await page.evaluate(readPageArea);
  if (!area) return [];
  // Sheets are as tall as the window, which stands for the page; a fraction of a pixel stays in reserve.
  await page.setViewport({ width: Math.ceil(area.width), height: Math.floor(area.height) });
  await page.emulateMediaType("print");
  return page.evaluate(chooseSteps, area.width, Math.floor(area.height));
}

/** Writes the chosen steps into the document's text, so that it prints from any browser as it was measured. */
export function writeSteps(html: string, sheets: readonly FittedSheet[]): string {
  let index = 0;
  return html.replace(/<[a-z][^<>]*\sdata-steps="[^<>]*>/g, (tag) => {
    const sheet = sheets[index++];
    return sheet ? tag.replace(/\sdata-fit="[^"]*"/, ` data-fit="${sheet.step}"`) : tag;
  });
}

/** Runs in the browser: what @page leaves between the margins, in px. */
async function readPageArea(): Promise<{ width: number; height: number } | undefined> {
  if (!document.querySelector("[data-steps]")) return undefined;
  await document.fonts.ready;
  const probe = document.createElement("div");
  probe.style.cssText = "position:absolute;width:var(--page-width);height:var(--page-height)";
  document.body.append(probe);
  const { width, height } = probe.getBoundingClientRect();
  probe.remove();
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** Runs in the browser. One layout per step: all sheets that are still open try it together. */
function chooseSteps(widthPx: number, limitPx: number): FittedSheet[] {
  const pxPerMm = 96 / 25.4;
  document.body.style.width = `${widthPx}px`;
  const sheets = [...document.querySelectorAll<HTMLElement>("[data-steps]")].map((element) => ({
    element,
    steps: (element.dataset.steps ?? "").split(" "),
    heightPx: Number.POSITIVE_INFINITY,
  }));
  // A step may spread a sheet over leaves, each of which is then a page of its own.
  const tallest = (element: HTMLElement): number => {
    const leaves = [...element.querySelectorAll(".leaf")].filter(
      (leaf) => !["contents", "none"].includes(getComputedStyle(leaf).display),
    );
    return Math.max(
      ...(leaves.length > 0 ? leaves : [element]).map((leaf) => leaf.getBoundingClientRect().height),
    );
  };
  const most = Math.max(0, ...sheets.map(({ steps }) => steps.length));
  for (let at = 0; at < most; at++) {
    const open = sheets.filter(({ steps, heightPx }) => heightPx > limitPx && at < steps.length);
    for (const { element, steps } of open) element.dataset.fit = steps[at];
    for (const sheet of open) sheet.heightPx = tallest(sheet.element);
  }
  document.body.style.width = "";
  return sheets.map(({ element, heightPx }) => ({
    name: element.dataset.sheet ?? "",
    step: element.dataset.fit ?? "",
    fits: heightPx <= limitPx,
    heightMm: Math.round(heightPx / pxPerMm),
    pageMm: Math.round(limitPx / pxPerMm),
  }));
}
