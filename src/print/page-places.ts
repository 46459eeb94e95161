// In: a document open in the browser, fitted to its pages. Out: the pages on which the places that it names come to stand; their numbers
// written where they are asked for, and empty backs shown where a part has to begin a sheet of its own. Read from what was printed, not reckoned.
/// <reference lib="dom" />
import type { Page, PDFOptions } from "puppeteer";
import { likelyPages } from "./likely-pages.js";

/** What was written into the document. */
export interface PagePlaces {
  /** Page numbers, from 1, by the id of the element. */
  pages: ReadonlyMap<string, number>;
  /** The ids before which an empty back was shown, so that they stand on a right-hand page. */
  backs: ReadonlySet<string>;
}

const noPlaces: PagePlaces = { pages: new Map(), backs: new Set() };

/**
 * Prepares the open document. `data-page-of="id"` asks for the number of a page; a number is put there, so that what is fitted
 * next has room for it. `data-front="id"` is a hidden sheet, shown where the part of that id would begin on the back of another.
 * Returns the ids, in the order of the document: none means that no draft is needed.
 */
export async function openPlaces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const number of document.querySelectorAll("[data-page-of]")) number.textContent = "99";
    const places = [...document.querySelectorAll<HTMLElement>("[data-page-of], [data-front]")];
    return [...new Set(places.map(({ dataset }) => dataset.pageOf ?? dataset.front ?? ""))];
  });
}

/** How the document itself is printed, and a draft of it. */
const finished: PDFOptions = { tagged: true, outline: true };
const draft: PDFOptions = { tagged: false, outline: false };

/**
 * Prints the open document with the numbers of its places. They are written as they are likely to be, and the print says whether they
 * are; where they are not, or a back may have to be shown, a draft is printed and read first.
 */
export async function printPlaces(
  page: Page,
  ids: readonly string[],
  options: PDFOptions,
): Promise<{ pdf: Uint8Array; places: PagePlaces }> {
  const print = () => page.pdf({ ...options, ...finished });
  if (ids.length === 0) return { pdf: await print(), places: noPlaces };
  const fronts = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-front]")].map(({ dataset }) => dataset.front ?? ""),
  );
  const likely = fronts.length === 0 ? await likelyPages(page, ids) : undefined;
  if (likely) {
    const places = { ...noPlaces, pages: likely };
    await writeIntoPage(page, places);
    const pdf = await print();
    const printed = pagesOf(pdf, ids);
    if (ids.every((id) => printed.get(id) === likely.get(id))) return { pdf, places };
    await openPlaces(page);
  }
  const places = placesFrom(await pagesOfDraft(page, ids, options), fronts);
  await writeIntoPage(page, places);
  return { pdf: await print(), places };
}

/** Prints a draft that leads to every place, and reads it. */
async function pagesOfDraft(
  page: Page,
  ids: readonly string[],
  options: PDFOptions,
): Promise<ReadonlyMap<string, number>> {
  await page.evaluate((wanted) => {
    // Chromium notes the page of whatever a link of the document leads to.
    const links = document.createElement("div");
    links.id = "draft-links";
    links.style.cssText = "position:absolute;top:0;left:0";
    for (const id of wanted) {
      const link = document.createElement("a");
      link.href = `#${id}`;
      link.textContent = "x";
      links.append(link);
    }
    document.body.prepend(links);
  }, ids);
  const pages = pagesOf(await page.pdf({ ...options, ...draft }), ids);
  await page.evaluate(() => document.querySelector("#draft-links")?.remove());
  return pages;
}

async function writeIntoPage(page: Page, { pages, backs }: PagePlaces): Promise<void> {
  await page.evaluate(
    (numbered, shown) => {
      const numbers = new Map(numbered);
      for (const element of document.querySelectorAll<HTMLElement>("[data-page-of]"))
        element.textContent = String(numbers.get(element.dataset.pageOf ?? "") ?? "");
      for (const element of document.querySelectorAll<HTMLElement>("[data-front]"))
        element.hidden = !shown.includes(element.dataset.front ?? "");
    },
    [...pages],
    [...backs],
  );
}

/** Every back moves what follows by a page. */
function placesFrom(draft: ReadonlyMap<string, number>, fronts: readonly string[]): PagePlaces {
  const shownAt: number[] = [];
  const backs = new Set<string>();
  for (const id of fronts) {
    const at = draft.get(id);
    if (at === undefined || (at + shownAt.length) % 2 === 1) continue;
    shownAt.push(at);
    backs.add(id);
  }
  const pages = [...draft].map(([id, at]): [string, number] => [
    id,
    at + shownAt.filter((shown) => shown <= at).length,
  ]);
  return { pages: new Map(pages), backs };
}

/** Chromium writes pages in their order, and destinations as "/id [12 0 R /XYZ …]", uncompressed. */
function pagesOf(pdf: Uint8Array, ids: readonly string[]): Map<string, number> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const order = [...text.matchAll(/^(\d+) 0 obj\s*<<\/Type \/Page\b(?!s)/gm)].map((match) => match[1]);
  const pages = new Map<string, number>();
  for (const [, name, ref] of text.matchAll(/^\D*?\/([\w.-]+) \[(\d+) 0 R \/XYZ /gm))
    if (name !== undefined && ids.includes(name)) pages.set(name, order.indexOf(ref) + 1);
  return pages;
}

/** Writes the places into the document's text, so that it prints from any browser as it was printed here. */
export function writePlaces(html: string, { pages, backs }: PagePlaces): string {
  return html
    .replace(/(\sdata-page-of="([^"<>]*)"[^<>]*>)[^<>]*/g, (_, tag, id) => `${tag}${pages.get(id) ?? ""}`)
    .replace(/(<[a-z][^<>]*\sdata-front="([^"<>]*)")\shidden/g, (whole, tag, id) =>
      backs.has(id) ? tag : whole,
    );
}
