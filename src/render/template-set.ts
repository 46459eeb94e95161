// In: the files below templates/. Out: every template compiled once, by name, and the findings of those that cannot be.
// Strict: a value that does not exist is an error at its file and line; nothing is reached through a prototype.
import Handlebars from "handlebars";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import { renderInlineMarkdown, renderMarkdown } from "../document/markdown.js";
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

const helpers = { markdown: true } as const;

/** An environment of its own, so that two renderers never share a partial. */
export function createEnvironment(): typeof Handlebars {
  const environment = Handlebars.create();
  environment.registerHelper("markdown", (text: unknown, options: Handlebars.HelperOptions) => {
    const source = typeof text === "string" ? text : "";
    const html = options.hash.inline === true ? renderInlineMarkdown(source) : renderMarkdown(source);
    // German and others quote differently; only English marks are set here.
    const printed = String(options.data?.root?.lang ?? "").startsWith("en") ? curlQuotes(html) : html;
    return new Handlebars.SafeString(forPrint(printed));
  });
  return environment;
}

/** Bold and italic in tags that every PDF reader knows; headings below those of the page, so that they stay out of its order. */
function forPrint(html: string): string {
  return html
    .replace(/<(\/?)strong>/g, "<$1b>")
    .replace(/<(\/?)em>/g, "<$1i>")
    .replace(/<(\/?)h[1-6]>/g, "<$1h4>");
}

/** Compiles a set of templates; `known` are the names that they may use besides each other's. */
export function compileTemplates(
  environment: typeof Handlebars,
  sources: readonly TemplateSource[],
  known: readonly string[],
): { partials: Partials; findings: Diagnostic[] } {
  const findings: Diagnostic[] = [];
  const parsed = sources.flatMap((source) => {
    try {
      return [{ source, ast: environment.parse(source.text) }];
    } catch (error) {
      findings.push(syntaxFinding(source, error));
      return [];
    }
  });
  const names = new Set([...known, ...sources.map(({ name }) => name)]);
  for (const { ast } of parsed) for (const name of inlineNames(ast)) names.add(name);
  const partials: Partials = {};
  for (const { source, ast } of parsed) {
    findings.push(...checkNames(source, ast, names));
    const template = environment.compile(ast, {
      strict: true,
      knownHelpers: helpers,
      knownHelpersOnly: true,
      preventIndent: true,
    });
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

const builtIns = new Set(["each", "if", "unless", "markdown"]);

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
      report(node, `no helper "${original}"`, "Templates have each, if, unless and markdown.");
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
