// The measures of the printed sheet that decide what fits on one page. They are those of templates/styles/print.css.
// All in CSS px (1/96 inch).
import type { Paper } from "./packet.js";

const mm = 96 / 25.4;

/** The width of an A4 page between its margins; Letter has 7 mm more. */
export const measure = 174 * mm;
const marginTop = 15 * mm;
const marginBottom = 17 * mm;

/** What a page holds between its margins. */
export function pageHeight(paper: Paper): number {
  const full = paper === "letter" ? 11 * 96 : 297 * mm;
  return full - marginTop - marginBottom - 1;
}
