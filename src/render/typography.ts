// In: HTML made from Markdown. Out: the same with English quotation marks and apostrophes as they are printed.
// Code is left alone: there a quote is a character, not a mark.

/** Curls straight quotes in running text. */
export function curlQuotes(html: string): string {
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
        if (mark === "'") return opens ? "\u2018" : "\u2019";
        return opens ? "\u201c" : "\u201d";
      });
      before = text.charAt(text.length - 1);
      return text;
    })
    .join("");
}
