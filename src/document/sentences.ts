// In: a passage of Markdown. Out: its sentences as a listener hears them, each with the offset at which it begins.
// Code is masked, so that no rule reads a variable as a word; nothing is ever removed, so that offsets stay true.

export interface Sentence {
  text: string;
  /** Where it begins in the passage. */
  offset: number;
}

/** Splits a passage into sentences. Code becomes underscores of the same length; line breaks and marks become spaces. */
export function sentencesOf(markdown: string): readonly Sentence[] {
  if (lastSplit?.markdown !== markdown) lastSplit = { markdown, sentences: split(markdown) };
  return lastSplit.sentences;
}

// Several rules read one passage after another: what was read last is not read again.
let lastSplit: { markdown: string; sentences: readonly Sentence[] } | undefined;
let lastMasked: { markdown: string; masked: string } | undefined;

function split(markdown: string): Sentence[] {
  const plain = maskMarkdown(markdown);
  const sentences: Sentence[] = [];
  for (const match of plain.matchAll(/[^\n.?!]*(?:[.?!](?!\s|["”’)]|$)[^\n.?!]*)*(?:[.?!]+["”’)]*|\n|$)/g)) {
    const text = match[0];
    const lead = text.length - text.trimStart().length;
    if (/\p{L}/u.test(text)) sentences.push({ text: text.trim(), offset: match.index + lead });
  }
  return sentences;
}

/** The passage with code and marks masked: the same length, straight quotes, one kind of space. */
export function maskMarkdown(markdown: string): string {
  if (lastMasked?.markdown !== markdown) lastMasked = { markdown, masked: mask(markdown) };
  return lastMasked.masked;
}

function mask(markdown: string): string {
  const unmarked = markdown.includes("*")
    ? markdown.replace(/[*]{1,2}(?=\S)|(?<=\S)[*]{1,2}/g, (marks) => " ".repeat(marks.length))
    : markdown;
  return (
    unmarked
      .replace(/^(```|~~~)[^\n]*\n[\s\S]*?(?:^\1[^\n]*$|$(?![\s\S]))/gm, (code) =>
        code.replace(/[^\n]/g, " "),
      )
      .replace(/`[^`\n]+`/g, (code) => "_".repeat(code.length))
      .replace(/[’‘]/g, "'")
      // The points of an abbreviation end no sentence.
      .replace(
        /\b(?:[Uu]\.[SsKk]\.(?:[Aa]\.)?|[EeIi]\.[GgEe]\.|(?:Mrs?|Ms|Dr|St|vs|etc|approx)\.(?=[ ,]))/g,
        (short) => short.replaceAll(".", "").padEnd(short.length),
      )
      // A single line break is a space; an empty line and a list item end what stands before them.
      .replace(/\n(?![ \t]*(?:\n|[-+*] |\d+[.)] |$))/g, " ")
      .replace(/^[ \t]*(?:[-+*]|\d+[.)])(?= )/gm, (mark) => " ".repeat(mark.length))
  );
}
