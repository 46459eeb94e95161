// In: a finished page, whose blanks hold controls to type into. Out: the same page for the browser to print, with a link to a
// reserved address in the place of every blank, and what each blank is. Chromium writes a link with its rectangle into the
// PDF, on the right page and at the right place of the structure; form-fields.ts makes a field of it. Never changes the layout.
import { Parser } from "htmlparser2";

export type Calculation = "spread" | "mean" | "points" | "weight" | "weighted-mean" | "same";

/** One blank: what kind of field it becomes, and what the control in it said. */
export interface Blank {
  kind: "text" | "lines" | "tick" | "rating";
  /** Full name, parts separated by full stops. Unique, except that the boxes of one rating share theirs. */
  name: string;
  /** What the box stands for; ratings only. */
  value: string;
  /** For people who do not see the page, and for the reader's tooltip. */
  label: string;
  /** What is printed in the box. */
  shown: string;
  /** Class names of the blank: how it is set. */
  classes: string[];
  /** What a reader that runs calculations fills in by itself: from the named fields, one list per weighted row. */
  calculation?: { kind: Calculation; rows: { of: string[]; weight: number }[] };
  /** Written from right to left, as the page is. */
  rightToLeft: boolean;
  /** The only values that may be typed, if not any. */
  allowed: string[];
}

export interface LinkedPage {
  html: string;
  /** The n-th is the target of the n-th link. */
  blanks: Blank[];
  /** What the page says about its kit: role, version, document, stage. Empty if it says nothing. */
  identity: string;
}

// .invalid never resolves (RFC 2606), so that no page can mean such an address in earnest.
const address = "https://blank.invalid/";

/** The number of the blank that a link leads to; undefined for a link of the page's own. */
export function blankOf(uri: string): number | undefined {
  if (!uri.startsWith(address)) return undefined;
  const index = Number(uri.slice(address.length));
  return Number.isInteger(index) ? index : undefined;
}

const kinds: Record<string, Blank["kind"]> = { checkbox: "tick", radio: "rating", textarea: "lines" };

/** Replaces the blanks of a page by links. */
export function linkBlanks(page: string): LinkedPage {
  const blanks: Blank[] = [];
  const edits: { from: number; to: number; text: string }[] = [];
  let identity = "";
  let rightToLeft = false;
  let depth = 0;
  let open: { depth: number; tag: string; at: number; classes: string[]; blank?: Blank } | undefined;
  let textareaAt = -1;

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        depth++;
        if (tag === "html") rightToLeft = attributes.dir === "rtl";
        if (tag === "meta" && attributes.name === "interview-kit") identity = attributes.content ?? "";
        if (open === undefined) {
          if ("data-fill" in attributes)
            open = { depth, tag, at: parser.startIndex, classes: (attributes.class ?? "").split(/\s+/) };
        } else if (tag === "input" || tag === "textarea") {
          open.blank = { ...readControl(tag, attributes, open.classes), rightToLeft };
          if (tag === "textarea") textareaAt = parser.startIndex;
          else edits.push({ from: parser.startIndex, to: parser.endIndex + 1, text: "" });
        }
      },
      ontext(text) {
        if (open?.blank) open.blank.shown += text.trim();
      },
      onclosetag(tag) {
        if (tag === "textarea" && textareaAt >= 0) {
          edits.push({ from: textareaAt, to: parser.endIndex + 1, text: "" });
          textareaAt = -1;
        }
        if (open?.blank && open.depth === depth) {
          const { at, blank } = open;
          edits.push({
            from: at,
            to: at + 1 + open.tag.length,
            text: `<a href="${address}${blanks.length}"`,
          });
          edits.push({ from: parser.startIndex, to: parser.endIndex + 1, text: "</a>" });
          blanks.push(blank);
        }
        if (open && open.depth === depth) open = undefined;
        depth--;
      },
    },
    { decodeEntities: true },
  );
  parser.end(page);

  let html = "";
  let copied = 0;
  for (const { from, to, text } of edits.sort((a, b) => a.from - b.from)) {
    html += page.slice(copied, from) + text;
    copied = to;
  }
  return { html: html + page.slice(copied), blanks, identity };
}

function readControl(
  tag: string,
  attributes: Record<string, string>,
  classes: string[],
): Omit<Blank, "rightToLeft"> {
  const list = (text: string | undefined) => (text ?? "").split(/\s+/).filter((word) => word !== "");
  const calculate = attributes["data-calculate"];
  const weights = list(attributes["data-weights"]).map(Number);
  const rows = (attributes["data-of"] ?? "").split(";").map((of, row) => ({
    of: list(of),
    weight: weights[row] ?? 1,
  }));
  return {
    kind: kinds[tag === "textarea" ? tag : (attributes.type ?? "")] ?? "text",
    name: attributes.name ?? "",
    value: attributes.value ?? "",
    label: attributes["aria-label"] ?? "",
    shown: "",
    classes,
    allowed: list(attributes["data-allowed"]),
    ...(calculate !== undefined && { calculation: { kind: calculate as Calculation, rows } }),
  };
}
