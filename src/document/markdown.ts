// The one markdown-it of the project: role documents are read from its tokens, and everything printed is rendered by it.
// Raw HTML is seen as tokens (a reader may want its text) but never rendered: it comes out escaped.
import MarkdownIt, { type Token } from "markdown-it";

export type { Token } from "markdown-it";

/** What is known where a text is rendered: `picture` gives the data: address of a picture by its address in the text. */
export interface MarkdownSurroundings extends Record<PropertyKey, unknown> {
  picture?: (address: string) => string | undefined;
}

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });
markdown.renderer.rules.html_block = (tokens, index) => escapeText(tokens[index]?.content ?? "");
markdown.renderer.rules.html_inline = (tokens, index) => escapeText(tokens[index]?.content ?? "");
// Whatever an address is, it is read as one, so that it can be judged: no link is printed, and a picture only from a known file.
markdown.validateLink = () => true;
// A picture is put into the page where the caller has it; its words stand in for it anywhere else.
markdown.renderer.rules.image = (tokens, index, _, surroundings: MarkdownSurroundings = {}) => {
  const token = tokens[index];
  const words = escapeText(token?.content ?? "");
  const src = surroundings.picture?.(String(token?.attrGet("src") ?? ""));
  return src === undefined ? words : `<img src="${escapeText(src)}" alt="${words}">`;
};
// Links are printed as their text: a packet is read on paper, and nothing in it may point outside.
markdown.renderer.rules.link_open = () => "";
markdown.renderer.rules.link_close = () => "";

/** Markdown to tokens; `firstLine` is the file's line on which the text begins, so that `token.map` counts file lines from 0. */
export function markdownTokens(text: string, firstLine = 1): Token[] {
  const tokens = markdown.parse(text, {});
  const shift = firstLine - 1;
  if (shift > 0)
    for (const token of tokens) if (token.map) token.map = [token.map[0] + shift, token.map[1] + shift];
  return tokens;
}

/** A heading that stands for itself: not one within a list or a quote, which is text. Lines count from 1. */
export interface Heading {
  depth: number;
  title: string;
  line: number;
  /** The line below it. */
  contentLine: number;
}

/** The headings of a text, without reading what stands between them: many documents are asked for nothing else. */
export function headingsOf(text: string): Heading[] {
  const tokens: Token[] = [];
  const env = {};
  markdown.block.parse(text.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD"), markdown, env, tokens);
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open" || token.level !== 0 || !token.map) return [];
    const inline = markdown.parseInline(tokens[index + 1]?.content ?? "", env)[0];
    return [
      {
        depth: Number(token.tag.slice(1)),
        title: inline ? plainText(inline).trim() : "",
        line: token.map[0] + 1,
        contentLine: token.map[1] + 1,
      },
    ];
  });
}

/** Block Markdown to HTML that holds nothing but text, lists, tables, emphasis, code, and the pictures that the caller has. */
export function renderMarkdown(text: string, surroundings: MarkdownSurroundings = {}): string {
  return markdown.render(text, surroundings).trim();
}

/** One line of Markdown to HTML without a surrounding paragraph. */
export function renderInlineMarkdown(text: string, surroundings: MarkdownSurroundings = {}): string {
  return markdown.renderInline(text, surroundings);
}

/** The words of an inline token, without marks: what a person reads. */
export function plainText(token: Token): string {
  if (!token.children) return token.content;
  return token.children
    .map((child) => {
      if (child.type === "softbreak" || child.type === "hardbreak") return " ";
      if (child.type === "html_inline") return "";
      if (child.type === "image") return child.content;
      return child.type === "text" || child.type === "code_inline" ? child.content : "";
    })
    .join("");
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
