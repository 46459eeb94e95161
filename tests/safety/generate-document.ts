// Role documents that nobody wrote: Markdown of every shape, cut and mixed from the fixtures, with hostile pieces between. One number makes one
// document, always the same.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const fixtures = join(import.meta.dirname, "..", "fixtures", "roles");
const written = readdirSync(fixtures)
  .sort()
  .map((name) => readFileSync(join(fixtures, name), "utf8"));
const lines = written.flatMap((text) => text.split("\n"));
const vocabulary = [...new Set(written.flatMap((text) => text.split(/\s+/)))];

const hostile = [
  "<script>alert(1)</script>",
  "<!-- ",
  "-->",
  "<div><ul><li>",
  "</li></ul></div>",
  "<table><tr><td>",
  "<br/>",
  "&nbsp;",
  "&#0;",
  "&amp;lt;",
  "\u202E",
  "\u200B",
  "\u2067",
  "\u0007",
  "\uFEFF",
  "\u2028",
  "\u0301",
  "\uFFFD",
  "🚀",
  "👩‍💻",
  "日本語",
  "שלום",
  "مرحبا",
  "ß",
  "İ",
  "```",
  "~~~",
  "---",
  "===",
  "***",
  "[a]: b",
  "![x](y.png)",
  "[x](javascript:alert(1))",
  "{{x}}",
  "{{{y}}}",
  "\\",
  "`",
  "``",
  "|",
  "\t",
  "    ",
  "> > > ",
  "- - - ",
  "1) 2) ",
  "(must",
  "(m/w/d)",
  "::",
  "：",
  "—",
  "•",
  "\r",
  "\r\n",
  "__proto__",
  "constructor",
  "[ ] ",
  "#".repeat(7),
  "*".repeat(40),
  "a".repeat(300),
  "C++",
  "C#",
  ".NET",
  "5+ years",
  "at least 10 years of",
  "must have",
  "nice to have:",
  "not required",
  "e.g. ",
  "; and ",
];
const frontMatters = [
  "title: X",
  "title: [a, b]",
  "title: {a: b}",
  "level: wizard",
  "level: senior",
  "skills: {add: [Python], drop: [Go]}",
  "skills: [Python, Go]",
  "ignore: [Benefits]",
  "weights: {Python: 80}",
  "requirements:\n  - must know Python\n  - 'SQL'",
  "description: |\n  We need Go.\n  - Docker",
  "__proto__: {a: 1}",
  "a: &a [1]\nb: *a",
  "a: *b",
  'title: "unclosed',
  "? x",
  "- x",
  "a: 1\na: 2",
  "teams: [x]",
  "date: 2020-01-01",
  "n: 1e999",
  "x: !!binary aGk=",
];
const skills = [
  "Python",
  "asyncio",
  "PostgreSQL",
  "Docker",
  "Kubernetes",
  "React",
  "mentoring",
  "code review",
  "Terraform",
  "pytest",
  "machine learning",
];

export type Random = () => number;

/** One document. */
export function generateDocument(random: Random): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const some = (most: number) => Math.floor(random() * (most + 1));
  const word = () => {
    const kind = random();
    return kind < 0.15 ? pick(hostile) : kind < 0.35 ? pick(skills) : pick(vocabulary);
  };
  const words = (most: number) =>
    Array.from({ length: 1 + some(most) }, word).join(pick([" ", " ", " ", ", ", " and ", "/", ""]));
  const block = (depth = 0): string => {
    switch (some(11)) {
      case 0:
        return `${"#".repeat(1 + some(5))} ${words(5)}`;
      case 1:
        return Array.from(
          { length: 1 + some(5) },
          () => `${"  ".repeat(some(3))}${pick(["-", "*", "+", "1.", "2)", "•"])} ${words(12)}`,
        ).join("\n");
      case 2:
        return `| ${words(2)} | ${words(2)} |\n|---|---|\n| ${words(5)} | ${words(5)} |`;
      case 3:
        return `**${words(3)}**${pick([":", "", " :"])} ${words(8)}`;
      case 4:
        return `\`\`\`\n${words(10)}\n${pick(["```", ""])}`;
      case 5:
        return `<${pick(["ul", "div", "p", "table"])}>${words(4)}<li>${words(6)}</li>\n<b>${words(3)}</b>${pick(["</ul>", "</div>", ""])}`;
      case 6:
        return depth > 2 ? words(4) : block(depth + 1).replace(/^/gm, pick(["> ", "  ", "    ", "- "]));
      case 7:
        return pick(hostile);
      case 8:
        return pick(lines);
      case 9:
        return pick(written)
          .split("\n")
          .slice(some(10), 10 + some(8))
          .join("\n");
      case 10:
        return `${words(3)}:\n${words(10)}.`;
      default:
        return `${words(15)}. ${words(15)}${pick([".", "!", ":", ""])}`;
    }
  };
  const front =
    random() < 0.4
      ? `---${pick(["", "", "", "yaml", " js"])}\n${Array.from({ length: 1 + some(3) }, () => pick(frontMatters)).join("\n")}\n${pick(["---", "---", "---", "", "--"])}\n`
      : "";
  const title = random() < 0.8 ? `# ${words(4)} ${pick(["Developer", "Engineer", ""])}\n\n` : "";
  const body = Array.from({ length: 1 + some(5) }, () => block()).join(pick(["\n\n", "\n", "\r\n\r\n"]));
  // A cut may have halved a character: what is written to a file never is.
  return mutate(`${front}${title}${body}\n`, random, some).replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    "",
  );
}

/** Small damage: something cut out, doubled, put elsewhere, or thrown in. */
function mutate(text: string, random: Random, some: (most: number) => number): string {
  let result = text;
  for (let times = some(2); times > 0; times--) {
    const [from, to] = [some(result.length), some(result.length)].sort((a, b) => a - b) as [number, number];
    const part = result.slice(from, Math.min(to, from + 200));
    switch (some(3)) {
      case 0:
        result = result.slice(0, from) + result.slice(from + part.length);
        break;
      case 1:
        result = result.slice(0, from) + part + result.slice(from);
        break;
      case 2:
        result =
          result.slice(0, from) + (hostile[Math.floor(random() * hostile.length)] ?? "") + result.slice(from);
        break;
      default:
        result = result.slice(0, from) + [...part].reverse().join("") + result.slice(from + part.length);
    }
  }
  return result;
}
