// In: the layers of templates, then one PacketDocument after another. Out: self-contained HTML, one file each.
// Nothing in it runs, but for the search of questions.html, and nothing in it points outside: styles and fonts are inlined.
import { type Diagnostic, KitError } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import type { PacketDocument } from "../packet/packet.js";
import { cssString, unescapeHtml } from "./css-text.js";
import { openFonts } from "./fonts.js";
import { mergeLayers } from "./layers.js";
import { joinLocales, type Locale } from "./locale.js";
import { searchScript, searchScriptSource } from "./search-script.js";
import { compileTemplates, type Partials, type TemplateSource } from "./template-set.js";

export interface Renderer {
  /** The languages that there are labels for. */
  readonly locales: readonly string[];
  /** One self-contained HTML file. Throws a TemplateError that carries the finding. */
  render(document: PacketDocument): string;
  /** The characters of a rendered page that no embedded font has; the browser looks for them on its machine. */
  lackingIn(html: string): string[];
}

/**
 * Compiles all templates once. The layers stand from the lowest to the highest: shipped, the workspace's, a team's; each layer is the files
 * below one templates/ folder, whatever stands before that name in their paths. Of templates and partials of one name the highest counts;
 * a style sheet is added after those of its name below it, so that one token or one rule can be changed alone; of a locale,
 * single labels are replaced. Fonts that a user has installed for `folder` are embedded like the program's own. With findings of severity error, render refuses the documents that need what is broken.
 */
export function createRenderer(
  layers: readonly (readonly SourceFile[])[],
  folder?: string,
): {
  renderer: Renderer;
  findings: Diagnostic[];
} {
  const merged = mergeLayers(layers);
  const { templates, css } = merged;
  const joined = joinLocales(merged.locales, labelsUsed(templates));
  const { locales } = joined;
  const findings = [...merged.findings, ...joined.findings];

  const fonts = openFonts(folder);
  const labelNames = [...new Set([...locales.values()].flatMap(labelSources).map(({ name }) => name))];
  const compiled = compileTemplates(templates, labelNames);
  findings.push(...compiled.findings);
  const labels = new Map<string, Partials>();
  for (const locale of locales.values()) {
    const own = compileTemplates(labelSources(locale), Object.keys(compiled.partials));
    // What a locale has from the English one is found there.
    const found = own.findings.filter(({ path }) => locale.lang === "en" || !/\/en\.ya?ml$/.test(path));
    findings.push(...found);
    labels.set(locale.lang, own.partials);
  }

  const quotes = Object.fromEntries([...locales].map(([lang, { tree }]) => [lang, String(tree.quotes)]));

  return {
    renderer: {
      locales: [...locales.keys()].sort(),
      render: (document) => {
        const locale = locales.get(document.lang);
        const template = compiled.partials[document.template];
        if (!template || !locale)
          throw new KitError(
            "missing-template",
            `there is no template for "${document.template}" in ${document.lang}`,
            `Add templates/${document.template}.hbs, or use the templates that come with interview-kit.`,
          );
        const partials = { ...compiled.partials, ...labels.get(locale.lang) };
        const text = (name: string, context: object): string =>
          unescapeHtml(run(partials, name, { ...context, lang: locale.lang, t: locale.tree }, partials))
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
            rtl: locale.direction === "rtl",
            quotes,
            feet: document.feet.map((foot) => ({ page: foot.page, left: cssString(text("foot", foot)) })),
            footBefore: cssString(`${text("t.foot.before", document)} `),
            footBetween: cssString(` ${text("t.foot.between", document)} `),
            search: { script: searchScript, source: searchScriptSource },
            styles: `${fontMarker}\n${css}`,
          },
          partials,
        );
        return html.replace(fontMarker, () => fonts.facesFor(html));
      },
      lackingIn: fonts.lackingIn,
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

/** The labels that templates ask for: {{> t.guide.purpose}}, @root.t.fields.date. */
function labelsUsed(templates: readonly TemplateSource[]): Set<string> {
  return new Set(
    templates.flatMap(({ text }) => [...text.matchAll(/\bt\.([\w.]*\w)/g)].map((match) => match[1] ?? "")),
  );
}

function labelSources(locale: Locale): TemplateSource[] {
  return locale.labels.flatMap(({ name, text, path, line }) =>
    text === undefined
      ? []
      : [
          {
            name: `t.${name}`,
            path,
            // A label is text, not markup; only its values and partials are left as they are.
            text: text.replace(/&/g, "&amp;").replace(/</g, "&lt;"),
            firstLine: line,
          },
        ],
  );
}
