// In: HTML made from Markdown. Out: the same with the quotation marks and apostrophes of its language.
// Code is left alone: there a quote is a character, not a mark.

/** Curls straight quotes in running text; `quotes` are the four marks of its language: “”‘’ in English. */
export function curlQuotes(html: string, quotes: string): string {
  const [open = "\u201c", close = "\u201d", openInner = "\u2018", closeInner = "\u2019"] = quotes;
  // What stands before a quote decides its direction, also across a tag or a piece of code.
  let before = " ";
  return html
    .split(/(<(code|pre)\b[\s\S]*?<\/\2>|<[^>]*>)/)
    .filter((_, index) => index % 3 !== 2)
    .map((part) => {
      if (part === undefined || part === "") return "";
      if (part.startsWith("<")) {
        if (/^<(code|pre)/.test(part)) before = "x";
        else if (/^<\/?(p|li|ul|ol|td|th|tr|h\d|br)\b/.test(part)) before = " ";
        return part;
      }
      const text = part.replace(/&quot;|'/g, (mark, offset: number) => {
        const previous = offset === 0 ? before : part.charAt(offset - 1);
        const opens = /[\s([\u2013\u2014/]/.test(previous);
        if (mark !== "'") return opens ? open : close;
        if (opens) return openInner;
        // Between two letters it is an apostrophe, which is the same mark everywhere.
        return /\p{L}/u.test(previous) && /^\p{L}/u.test(part.slice(offset + 1)) ? "\u2019" : closeInner;
      });
      before = text.charAt(text.length - 1);
      return text;
    })
    .join("");
}
