// In: a document's HTML, open in a real browser as it prints. Out: its text, its blocks, and what CSS made of both.
/// <reference lib="dom" />
import type { Page } from "puppeteer";
import type { Paper } from "../../src/packet/packet.js";

/** A part of the document that should not be split; offsets count the characters of `PrintView.text`. */
export interface Block {
  kind: string;
  /** The sheet's own name, for sheets and leaves that have one. */
  name: string;
  from: number;
  to: number;
  /** Where the text that belongs to a heading ends. */
  firstLines?: number;
  tallerThanPage: boolean;
}

export interface PrintView {
  /** All visible text without white space. */
  text: string;
  blocks: Block[];
  /** How much wider than the page the document is, in px. */
  overflowPx: number;
  /** Texts that an element with hidden overflow cuts off. */
  clipped: string[];
  /** Colours of text, borders and drawings. */
  inks: string[];
  lowContrast: string[];
  thinLines: string[];
  /** Text in type below 10.5 pt outside the parts that may have it, and any below 9 pt. */
  smallType: string[];
  /** The numbers or letters printed inside each group of rating boxes. */
  ratingBoxes: string[];
  /** Visible rules and their pitch of each area for notes on a question. */
  noteAreas: { rules: number; pitchPx: number }[];
}

const mm = 96 / 25.4;
export const pageArea: Record<Paper, { width: number; height: number }> = {
  a4: { width: 174 * mm, height: 265 * mm },
  letter: { width: 180.9 * mm, height: 247.4 * mm },
};

/** What is set smaller than body text: labels, remarks beside headings, facts, the background that nobody reads aloud, code. */
const smallParts =
  ".small, .field, .meta, .background, .box, .code, code, pre, .clock-head, .stage-names, .legend, .n";

/** Opens the document at the width of its page and reads it. */
export async function readPrintView(page: Page, html: string, paper: Paper): Promise<PrintView> {
  const { width, height } = pageArea[paper];
  await page.setViewport({ width: Math.ceil(width), height: Math.floor(height) });
  await page.emulateMediaType("print");
  await page.setContent(html, { waitUntil: "load" });
  return page.evaluate(inspect, width, height, smallParts);
}

/** Runs in the browser. */
async function inspect(widthPx: number, heightPx: number, small: string): Promise<PrintView> {
  await document.fonts.ready;
  document.body.style.width = `${widthPx}px`;
  const squeezed = (text: string) => text.normalize("NFKC").replace(/[\s\u200b\u00ad]/g, "");
  const shown = (element: Element) =>
    element.checkVisibility() && element.closest("svg, option, textarea") === null;

  let text = "";
  const starts = new Map<Node, number>();
  const ends = new Map<Node, number>();
  const smallType: string[] = [];
  const lowContrast: string[] = [];
  const inks = new Set<string>();
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = channels(colour).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (channels(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const read = (element: Element) => {
    starts.set(element, text.length);
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        const own = squeezed(child.textContent ?? "");
        if (own === "" || !shown(element)) continue;
        text += own;
        const style = getComputedStyle(element);
        const size = Number.parseFloat(style.fontSize) * 0.75;
        if (size < 8.99 || (size < 10.49 && element.closest(small) === null))
          smallType.push(`${size} pt: ${own.slice(0, 40)}`);
        inks.add(style.color);
        const [light, dark] = [luminance(style.color), luminance(groundOf(element))].sort((a, b) => b - a);
        if (((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05) < 7)
          lowContrast.push(`${style.color}: ${own.slice(0, 40)}`);
      } else if (
        child.nodeType === Node.ELEMENT_NODE &&
        !["STYLE", "SCRIPT"].includes((child as Element).tagName)
      )
        read(child as Element);
    }
    ends.set(element, text.length);
  };
  read(document.body);

  const blocks: Block[] = [];
  const add = (kind: string, element: Element, firstLines?: number) => {
    const from = starts.get(element) ?? 0;
    const to = ends.get(element) ?? 0;
    if (to === from || !shown(element)) return;
    const { height } = element.getBoundingClientRect();
    const tallerThanPage = height > heightPx;
    const name = element.closest<HTMLElement>("[data-sheet]")?.dataset.sheet ?? "";
    blocks.push({ kind, name, from, to, tallerThanPage, ...(firstLines !== undefined && { firstLines }) });
  };
  const each = (kind: string, selector: string) => {
    for (const element of document.querySelectorAll(selector)) add(kind, element);
  };
  for (const sheet of document.querySelectorAll(".sheet")) {
    const leaves = [...sheet.querySelectorAll(".leaf")].filter(
      (leaf) => !["contents", "none"].includes(getComputedStyle(leaf).display),
    );
    if (leaves.length === 0) add("sheet", sheet);
    for (const leaf of leaves) add("leaf", leaf);
  }
  each("table row", "tr");
  each("anchor row", ".anchors");
  each("rating zone", ".judging");
  each("list item", "li");
  each("competency", ".competency");
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, .page-head")) {
    // A line or two of what follows in its part; an empty part has nothing that could be torn off.
    const leaf = [heading.closest(".leaf"), heading.closest(".sheet, .flow"), document.body].find(
      (part) => part && getComputedStyle(part).display !== "contents",
    );
    const end = ends.get(heading) ?? 0;
    add("heading", heading, Math.min(end + 80, ends.get(leaf ?? document.body) ?? 0));
  }

  const clipped: string[] = [];
  const thinLines: string[] = [];
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    const name = `${element.tagName}.${element.getAttribute("class") ?? ""}`;
    for (const side of ["Top", "Right", "Bottom", "Left"] as const) {
      const px = Number.parseFloat(style[`border${side}Width`]);
      if (px === 0 || style[`border${side}Style`] === "none" || !element.checkVisibility()) continue;
      if (px * 0.75 < 0.5) thinLines.push(`${name}: ${px} px`);
      inks.add(style[`border${side}Color`]);
    }
    if (element instanceof SVGGeometryElement && element.checkVisibility()) {
      const scale = element.getScreenCTM()?.a ?? 1;
      if (style.stroke !== "none") {
        inks.add(style.stroke);
        if (Number.parseFloat(style.strokeWidth) * scale * 0.75 < 0.5)
          thinLines.push(`${name}: ${style.strokeWidth}`);
      }
      if (style.fill !== "none") inks.add(style.fill);
    }
    if (!shown(element) || (ends.get(element) ?? 0) === (starts.get(element) ?? 0)) continue;
    if (style.overflowX === "visible" && style.overflowY === "visible") continue;
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      clipped.push(`${name}: ${element.textContent?.trim().slice(0, 40)}`);
  }

  const ratingBoxes = [...document.querySelectorAll(".anchors, .scale")]
    .filter((group) => group.checkVisibility())
    .map((group) =>
      [...group.querySelectorAll(".box")].map((box) => squeezed(box.textContent ?? "")).join(""),
    );
  const noteAreas = [...document.querySelectorAll(".question .notes .ruled")]
    .filter((area) => area.checkVisibility())
    .map((area) => {
      const { left, right } = area.getBoundingClientRect();
      const ys = [...area.querySelectorAll("i")]
        .map((rule) => rule.getBoundingClientRect())
        .filter((rule) => rule.width > 0 && rule.left >= left - 1 && rule.right <= right + 1)
        .map((rule) => rule.bottom);
      return { rules: ys.length, pitchPx: (ys[1] ?? 0) - (ys[0] ?? 0) };
    });
  const overflowPx = document.documentElement.scrollWidth - Math.ceil(widthPx);
  return {
    text,
    blocks,
    overflowPx,
    clipped,
    inks: [...inks].sort(),
    lowContrast,
    thinLines,
    smallType,
    ratingBoxes,
    noteAreas,
  };
}
