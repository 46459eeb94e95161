// In: everything below templates/, then one PacketDocument after another. Out: self-contained HTML, one file each.
// Nothing in it runs, and nothing in it points outside: styles and fonts are inlined.
import { compareText, type Diagnostic, diagnose, KitError } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { decodeText } from "../document/text.js";
import type { PacketDocument } from "../packet/packet.js";
import { cssString, unescapeHtml } from "./css-text.js";
import { fontFaces } from "./fonts.js";
import { type Locale, readLocale } from "./locale.js";
import { compileTemplates, createEnvironment, type Partials, type TemplateSource } from "./template-set.js";

export interface Renderer {
  /** One self-contained HTML file. Throws a TemplateError that carries the finding. */
  render(document: PacketDocument): string;
}

/** Compiles all templates once. With findings of severity error, render refuses the documents that need what is broken. */
export function createRenderer(files: readonly SourceFile[]): { renderer: Renderer; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const templates: TemplateSource[] = [];
  const styles: { name: string; text: string }[] = [];
  const locales: Locale[] = [];
  for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
    const kind = /\.(hbs|css|ya?ml)$/.exec(file.path)?.[1];
    if (kind === undefined) continue;
    const decoded = decodeText(file.path, file.bytes);
    if ("finding" in decoded) {
      findings.push(decoded.finding);
      continue;
    }
    const { text } = decoded;
    // The last line break is the file's, not the page's: a partial may stand in the middle of a sentence.
    if (kind === "hbs")
      templates.push({
        name: templateName(file.path),
        path: file.path,
        text: text.replace(/\r?\n$/, ""),
        firstLine: 1,
      });
    else if (kind === "css")
      styles.push({ name: file.path.replace(/^.*\//, "").replace(/\.css$/, ""), text });
    else {
      const read = readLocale(file.path, text);
      findings.push(...read.findings);
      if (read.locale) locales.push(read.locale);
    }
  }
  if (!locales.some(({ lang }) => lang === "en"))
    findings.push(
      diagnose("template-error", "templates/locales/en.yaml", undefined, "no English labels were found"),
    );

  const environment = createEnvironment();
  const labelNames = [...new Set(locales.flatMap(({ labels }) => labels.map(({ name }) => name)))];
  const compiled = compileTemplates(environment, templates, labelNames);
  findings.push(...compiled.findings);
  const labels = new Map<string, Partials>();
  for (const locale of locales) {
    const own = compileTemplates(environment, labelSources(locale), Object.keys(compiled.partials));
    findings.push(...own.findings);
    labels.set(locale.lang, own.partials);
  }
  const css = orderStyles(styles);

  return {
    renderer: {
      render: (document) => {
        const locale =
          locales.find(({ lang }) => lang === document.lang) ?? locales.find(({ lang }) => lang === "en");
        const template = compiled.partials[document.template];
        if (!template || !locale)
          throw new KitError(
            "missing-template",
            `there is no template for "${document.template}" in ${document.lang}`,
            `Add templates/${document.template}.hbs, or use the templates that come with interview-kit.`,
          );
        const partials = { ...compiled.partials, ...labels.get(locale.lang) };
        const text = (name: string, context: object): string =>
          unescapeHtml(run(partials, name, { ...context, t: locale.tree }, partials))
            .replace(/\s+/g, " ")
            .trim();
        const html = run(
          partials,
          document.template,
          {
            ...document,
            // In the model's place, so that templates never mix a document's own keys with those of its model.
            m: document.model,
            t: locale.tree,
            feet: document.feet.map((foot) => ({ page: foot.page, left: cssString(text("foot", foot)) })),
            footBefore: cssString(`${text("t.foot.before", document)} `),
            footBetween: cssString(` ${text("t.foot.between", document)} `),
            styles: `${fontMarker}\n${css}`,
          },
          partials,
        );
        return html.replace(fontMarker, () => fontFaces(html));
      },
    },
    findings,
  };
}

const fontMarker = "/* fonts */";

function run(templates: Partials, name: string, context: object, partials: Partials): string {
  const template = templates[name];
  if (typeof template !== "function")
    throw new KitError("missing-template", `there is no template or label "${name}"`);
  return template(context, {
    partials,
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  });
}

/** templates/partials/fill/text.hbs is "fill/text"; templates/guide.hbs is "guide". */
function templateName(path: string): string {
  return path
    .replace(/^(?:.*\/)?templates\//, "")
    .replace(/^partials\//, "")
    .replace(/\.hbs$/, "");
}

/** Tokens first, screen last; between them the sheets that print. */
function orderStyles(styles: readonly { name: string; text: string }[]): string {
  const place = (name: string) => (name === "tokens" ? 0 : name === "print" ? 1 : name === "screen" ? 3 : 2);
  return [...styles]
    .sort((a, b) => place(a.name) - place(b.name) || compareText(a.name, b.name))
    .map(({ text }) => text)
    .join("\n");
}

function labelSources(locale: Locale): TemplateSource[] {
  return locale.labels.map(({ name, text, line }) => ({
    name,
    path: locale.path,
    // A label is text, not markup; only its values and partials are left as they are.
    text: text.replace(/&/g, "&amp;").replace(/</g, "&lt;"),
    firstLine: line,
  }));
}
