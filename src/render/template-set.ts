// In: the files below templates/. Out: every template compiled once, by name, and the findings of those that cannot be.
// Strict: a value that does not exist is an error at its file and line; nothing is reached through a prototype.
import Handlebars from "handlebars";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import { renderInlineMarkdown, renderMarkdown } from "../document/markdown.js";
import { picturePath } from "../picture/picture.js";
import type { LabelTree } from "./locale.js";
import { curlQuotes } from "./typography.js";

/** A template that could not be rendered: where it stands and what is missing. */
export class TemplateError extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(`${diagnostic.path}:${diagnostic.line}:${diagnostic.column} ${diagnostic.message}`);
    this.name = "TemplateError";
  }
}

export interface TemplateSource {
  name: string;
  path: string;
  text: string;
  /** The file's line on which the text begins. */
  firstLine: number;
}

type Partial = Handlebars.Template;
export type Partials = Record<string, Partial>;

/** How many values each takes. */
const helpers = { markdown: 1, term: 2, decimal: 1 } as const;

/** What the helpers find beside a document's own keys; made by the renderer. */
export interface PageLanguage {
  lang: string;
  /** Whether the labels run from right to left. */
  rtl: boolean;
  t: LabelTree;
  /** Data: addresses of pictures by path. */
  pictures: Readonly<Record<string, string>>;
  /** The four quotation marks of every language that there are labels for. */
  quotes: Readonly<Record<string, string>>;
}

/** One for all renderers: partials are handed over with each call, and the helpers know no renderer. */
function createEnvironment(): typeof Handlebars {
  const environment = Handlebars.create();
  environment.registerHelper("markdown", (text: unknown, options: Handlebars.HelperOptions) => {
    const page = options.data.root as PageLanguage;
    const source = typeof text === "string" ? text : "";
    const inline = options.hash.inline === true;
    const surroundings = {
      picture: (address: string) => {
        const found = picturePath(address, String(options.hash.folder ?? ""));
        return "path" in found && Object.hasOwn(page.pictures, found.path)
          ? page.pictures[found.path]
          : undefined;
      },
    };
    const render = inline ? renderInlineMarkdown : renderMarkdown;
    const html = forPrint(render(source, surroundings));
    // A text whose language is not known is taken for English on an English page, and left as it is on any other.
    const lang = options.hash.lang ?? (page.lang === "en" ? "en" : "");
    const quotes = Object.hasOwn(page.quotes, lang) ? page.quotes[lang] : undefined;
    const printed = quotes === undefined ? html : curlQuotes(html, quotes);
    return new Handlebars.SafeString(
      page.rtl || rightToLeft.test(source) ? directed(printed, inline) : printed,
    );
  });
  environment.registerHelper("term", (group: string, name: unknown, options: Handlebars.HelperOptions) => {
    const terms = (options.data.root as PageLanguage).t[group];
    const term =
      typeof terms === "object" && !Array.isArray(terms) && Object.hasOwn(terms, String(name))
        ? terms[String(name)]
        : undefined;
    if (typeof term === "string") return term;
    throw new Handlebars.Exception(`no label "${group}.${String(name)}"`, {
      loc: (options as { loc?: hbs.AST.SourceLocation }).loc,
    } as hbs.AST.Node);
  });
  environment.registerHelper("decimal", (number: unknown, options: Handlebars.HelperOptions) =>
    String(number).replace(".", String((options.data.root as PageLanguage).t.decimal)),
  );
  return environment;
}

/** Bold and italic in tags that every PDF reader knows; headings below those of the page, so that they stay out of its order. */
function forPrint(html: string): string {
  return html
    .replace(/<(\/?)strong>/g, "<$1b>")
    .replace(/<(\/?)em>/g, "<$1i>")
    .replace(/<(\/?)h[1-6]>/g, "<$1h4>");
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Every block takes its direction from its own words: an English question on a Hebrew page, a Hebrew one on an English page. */
function directed(html: string, inline: boolean): string {
  if (inline) return `<bdi>${html}</bdi>`;
  return html.replace(/<(p|li|ul|ol|h4|td|th|blockquote)>/g, '<$1 dir="auto">');
}

const environment = createEnvironment();

/** One text as compiled: what it asks for, whatever else there is. */
interface CompiledText {
  ast: hbs.AST.Program;
  /** Partials that it makes itself. */
  inline: string[];
  template: Handlebars.TemplateDelegate;
}

/** Most of the labels and partials of two renderers are the same, and in a preview all but the one that was saved. */
const compiledTexts = new Map<string, CompiledText>();

/** Then all is dropped: a preview may run all day. */
const mostTexts = 5_000;

const noProgram = environment.parse("");

/** Throws what Handlebars throws about a text that it cannot read. */
function compileText(text: string): CompiledText {
  const known = compiledTexts.get(text);
  if (known) return known;
  // Most labels are words and nothing else: some hundred in every language.
  if (!text.includes("{{")) return { ast: noProgram, inline: [], template: () => text };
  const ast = environment.parse(text);
  const template = environment.compile(ast, {
    strict: true,
    knownHelpers: Object.fromEntries(Object.keys(helpers).map((name) => [name, true])),
    knownHelpersOnly: true,
    preventIndent: true,
  });
  const compiled = { ast, inline: inlineNames(ast), template };
  if (compiledTexts.size >= mostTexts) compiledTexts.clear();
  compiledTexts.set(text, compiled);
  return compiled;
}

/** Compiles a set of templates; `known` are the names that they may use besides each other's. */
export function compileTemplates(
  sources: readonly TemplateSource[],
  known: readonly string[],
): { partials: Partials; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const partials: Partials = {};
  const parsed = sources.flatMap((source) => {
    try {
      return [{ source, ...compileText(source.text) }];
    } catch (error) {
      const finding = syntaxFinding(source, error);
      findings.push(finding);
      // In its place, so that what needs it fails with the reason and not for want of a partial.
      partials[source.name] = () => {
        throw new TemplateError(finding);
      };
      return [];
    }
  });
  const names = new Set([...known, ...sources.map(({ name }) => name)]);
  for (const { inline } of parsed) for (const name of inline) names.add(name);
  for (const { source, ast, template } of parsed) {
    findings.push(...checkNames(source, ast, names));
    partials[source.name] = located(source, template);
  }
  return { partials, findings };
}

/** The template, whose errors carry its file: Handlebars knows the line but not in which partial. */
function located(source: TemplateSource, template: Handlebars.TemplateDelegate): Partial {
  return (context: unknown, options?: Handlebars.RuntimeOptions): string => {
    try {
      return template(context, options);
    } catch (error) {
      if (error instanceof TemplateError) throw error;
      throw new TemplateError(runtimeFinding(source, error));
    }
  };
}

interface HandlebarsError {
  message: string;
  lineNumber?: number;
  column?: number;
}

function runtimeFinding(source: TemplateSource, error: unknown): Diagnostic {
  const { message, lineNumber, column } = error as HandlebarsError;
  const missing = /^"([^"]*)" not defined/.exec(message)?.[1];
  return diagnose(
    "template-error",
    source.path,
    { line: source.firstLine + (lineNumber ?? 1) - 1, column: (column ?? 0) + 1 },
    missing === undefined ? message.replace(/ - \d+:\d+$/, "") : `the value "${missing}" does not exist here`,
  );
}

function syntaxFinding(source: TemplateSource, error: unknown): Diagnostic {
  const { message, lineNumber, column } = error as HandlebarsError;
  const line = lineNumber ?? Number(/^Parse error on line (\d+)/.exec(message)?.[1] ?? 1);
  const [, , , expected] = message.split("\n");
  return diagnose(
    "template-error",
    source.path,
    { line: source.firstLine + line - 1, column: (column ?? 0) + 1 },
    message.startsWith("Parse error") ? `unexpected text: ${(expected ?? message).trim()}` : message,
  );
}

function inlineNames(ast: hbs.AST.Program): string[] {
  const names: string[] = [];
  class Visitor extends Handlebars.Visitor {
    override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
      const [name] = block.params;
      if (name?.type === "StringLiteral") names.push((name as hbs.AST.StringLiteral).value);
      super.DecoratorBlock(block);
    }
  }
  new Visitor().accept(ast);
  return names;
}

const builtIns = new Set(["each", "if", "unless", ...Object.keys(helpers)]);

/** Partials and helpers that do not exist are found now, not when the one document that uses them is printed. */
function checkNames(source: TemplateSource, ast: hbs.AST.Program, names: ReadonlySet<string>): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const report = (node: hbs.AST.Node, message: string, hint?: string) => {
    const { line, column } = node.loc.start;
    findings.push(
      diagnose(
        "template-error",
        source.path,
        { line: source.firstLine + line - 1, column: column + 1 },
        message,
        hint,
      ),
    );
  };
  const partial = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement) => {
    const name = (node.name as hbs.AST.PathExpression).original;
    if (typeof name !== "string")
      return report(node, "the name of a partial cannot be computed", "Write the name, and choose with if.");
    if (names.has(name) || name === "@partial-block") return;
    report(
      node,
      name.startsWith("t.") ? `no label "${name.slice(2)}"` : `no partial "${name}"`,
      name.startsWith("t.") ? "Add it to templates/locales/." : `Add templates/partials/${name}.hbs`,
    );
  };
  const helper = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression) => {
    const { original } = node.path as hbs.AST.PathExpression;
    if (node.params.length > 0 && !builtIns.has(original))
      report(node, `no helper "${original}"`, "Templates have each, if, unless, markdown, term and decimal.");
    const wanted = Object.hasOwn(helpers, original) ? helpers[original as keyof typeof helpers] : 0;
    if (node.params.length < wanted)
      report(
        node,
        `"${original}" lacks ${wanted === 1 ? "its value" : "a value: it takes a group and a name"}`,
      );
  };
  class Visitor extends Handlebars.Visitor {
    override PartialStatement(node: hbs.AST.PartialStatement): void {
      partial(node);
      super.PartialStatement(node);
    }
    override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
      partial(node);
      super.PartialBlockStatement(node);
    }
    override MustacheStatement(node: hbs.AST.MustacheStatement): void {
      helper(node);
      super.MustacheStatement(node);
    }
    override BlockStatement(node: hbs.AST.BlockStatement): void {
      helper(node);
      super.BlockStatement(node);
    }
    override SubExpression(node: hbs.AST.SubExpression): void {
      helper(node);
      super.SubExpression(node);
    }
  }
  new Visitor().accept(ast);
  return findings;
}
