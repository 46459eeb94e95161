// In: a document open in the browser, fitted to its pages. Out: the pages on which its places will probably come to stand, reckoned from the
// layout of the window. A guess that saves a draft: whoever prints by it looks whether it came true. Changes nothing.
/// <reference lib="dom" />
import type { Page } from "puppeteer";

/**
 * Page numbers from 1, by the id of the element. Undefined where a print could not say whether they came true: it notes the places
 * that links of the document lead to.
 */
export async function likelyPages(
  page: Page,
  ids: readonly string[],
): Promise<Map<string, number> | undefined> {
  const found = new Map(await page.evaluate(walkPages, ids));
  return ids.every((id) => found.has(id)) ? found : undefined;
}

/** Runs in the browser, whose window stands for the page. */
function walkPages(ids: readonly string[]): [string, number][] {
  const links = [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href"));
  const wanted = new Set(ids.filter((id) => links.includes(`#${id}`)));
  const found: [string, number][] = [];
  const outer = "main > *, main > * > *";
  const whole = "tr, li, p, h1, h2, h3, h4";
  let number = 1;
  let top = 0;
  for (const element of document.querySelectorAll(`${outer}, ${whole}, [id]`)) {
    const box = element.getBoundingClientRect();
    if (box.height === 0) continue;
    const begins = element.matches(outer) && getComputedStyle(element).breakBefore === "page";
    // Below the top of its page: what stands there already moves nowhere.
    if (box.top > top + 1) {
      if (begins) {
        number += 1;
        top = box.top;
      } else if (element.matches(whole) && box.bottom > top + window.innerHeight) {
        number += 1;
        // The head of a table stands on each of its pages.
        const head = element.closest("tbody")?.parentElement?.querySelector("thead");
        top = box.top - (head?.getBoundingClientRect().height ?? 0);
      }
    }
    if (wanted.has(element.id)) found.push([element.id, number]);
  }
  return found;
}
