// Fixtures say on their own lines what must be found there: a line that ends in `{{code other-code}}` expects these findings.
// The marks are removed before the text is read, so that lines and columns stay those of the fixture.

/** Splits a fixture into the findings that it expects ("line code") and the text without the marks. */
export function expectedFindings(text: string): { expected: string[]; cleaned: string } {
  const expected: string[] = [];
  const lines = text.split("\n").map((line, index) => {
    const mark = /[ \t]*\{\{([a-z0-9 -]+)\}\}\s*$/.exec(line);
    if (!mark) return line;
    for (const code of (mark[1] ?? "").split(" ")) expected.push(`${index + 1} ${code}`);
    return line.slice(0, mark.index);
  });
  return { expected, cleaned: lines.join("\n") };
}
