// In: the template files of each layer, the lowest first. Out: what is left of them: one template per name, one sheet per name,
// the locales. What a layer does not hold comes from those below it.
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";
import { withoutHidden } from "../document/hidden-characters.js";
import type { SourceFile } from "../document/source-file.js";
import { decodeText } from "../document/text.js";
import { type LocaleFile, readLocale } from "./locale.js";
import type { TemplateSource } from "./template-set.js";

export interface LayeredTemplates {
  /** Of templates and partials of one name, that of the highest layer. */
  templates: TemplateSource[];
  /** All sheets in the order in which they apply. */
  css: string;
  /** Per language, its files from the lowest layer to the highest. */
  locales: Map<string, LocaleFile[]>;
  findings: Diagnostic[];
}

/** A locale that was read before: a file that is the same object has the same bytes. */
const formerly = new WeakMap<SourceFile, { layer: number; read: ReturnType<typeof readLocale> }>();

interface Sheet {
  name: string;
  text: string;
}

/** Reads the layers. Files that are no template, style sheet or locale are passed over. */
export function mergeLayers(layers: readonly (readonly SourceFile[])[]): LayeredTemplates {
  const findings: Diagnostic[] = [];
  const templates = new Map<string, TemplateSource>();
  const sheets: Sheet[] = [];
  const locales = new Map<string, LocaleFile[]>();
  for (const [layer, files] of layers.entries()) {
    for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
      const kind = /\.(hbs|css|ya?ml)$/.exec(file.path)?.[1];
      if (kind === undefined) continue;
      const decoded = decodeText(file.path, file.bytes);
      if ("finding" in decoded) {
        findings.push(decoded.finding);
        continue;
      }
      const { text, findings: hidden } = withoutHidden(file.path, decoded.text);
      findings.push(...hidden);
      if (kind === "hbs") {
        const name = templateName(file.path);
        // The last line break is the file's, not the page's: a partial may stand in the middle of a sentence.
        templates.set(name, { name, path: file.path, text: text.replace(/\r?\n$/, ""), firstLine: 1 });
      } else if (kind === "css") {
        findings.push(...sheetFindings(file.path, text));
        sheets.push({ name: file.path.replace(/^.*\//, "").replace(/\.css$/, ""), text });
      } else {
        const former = formerly.get(file);
        const read = former?.layer === layer ? former.read : readLocale(file.path, text, layer);
        formerly.set(file, { layer, read });
        findings.push(...read.findings);
        if (read.locale)
          locales.set(read.locale.lang, [...(locales.get(read.locale.lang) ?? []), read.locale]);
      }
    }
  }
  return { templates: [...templates.values()], css: orderSheets(sheets), locales, findings };
}

/** templates/partials/fill/text.hbs is "fill/text"; questions/teams/pay/templates/guide.hbs is "guide". */
function templateName(path: string): string {
  return path
    .replace(/^(?:.*\/)?templates\//, "")
    .replace(/^partials\//, "")
    .replace(/\.hbs$/, "");
}

/** Tokens first, screen last; between them the sheets that print. A sheet follows that of the same name in the layer below. */
function orderSheets(sheets: readonly Sheet[]): string {
  const place = (name: string) => (name === "tokens" ? 0 : name === "print" ? 1 : name === "screen" ? 3 : 2);
  return [...sheets]
    .sort((a, b) => place(a.name) - place(b.name) || compareText(a.name, b.name))
    .map(({ text }) => text)
    .join("\n");
}

/** A sheet that asks for something outside the page, or that would end the element it stands in. */
function sheetFindings(path: string, css: string): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  const report = (index: number, message: string, hint: string) => {
    const before = bare.slice(0, index).split("\n");
    const position = { line: before.length, column: (before.at(-1) ?? "").length + 1 };
    findings.push(diagnose("template-error", path, position, message, hint));
  };
  for (const match of bare.matchAll(/url\(\s*["']?(?!data:|#)([^"')\s]*)|@import\b[^;]*/gi))
    report(
      match.index,
      `a style sheet asks for "${match[1] ?? match[0]}", and a page fetches nothing`,
      "Put the font or picture into the sheet as a data: address.",
    );
  for (const match of css.matchAll(/<\/style/gi))
    report(match.index, "a style sheet may not hold </style", "Delete it.");
  return findings;
}
