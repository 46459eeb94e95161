// Every Python exhibit of the bank parses, and those with a check under tests/exhibits/ do what their question says.
// The checks run in python3 (tests/exhibits/run.py); where there is none, that is said on standard error.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBank } from "../../src/bank/read-bank.js";

interface Result {
  id: string;
  parsed: boolean;
  checked: boolean;
  problem: string;
}

const root = join(import.meta.dirname, "..", "..");
const checks = readdirSync(join(root, "tests", "exhibits"))
  .filter((name) => name.endsWith(".py") && name !== "run.py" && name !== "exhibit.py")
  .map((name) => name.replace(/\.py$/, ""));

/** The Python blocks of a question's exhibit, or null if it has none. */
function pythonOf(exhibit: string | undefined): string | null {
  const blocks = [...(exhibit ?? "").matchAll(/^```python\n(.*?)^```/gms)].map((found) => found[1]);
  return blocks.length > 0 ? blocks.join("\n") : null;
}

function readQuestions(): { id: string; code: string | null }[] {
  const files = readdirSync(join(root, "questions"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "teams")
    .flatMap(({ name }) =>
      readdirSync(join(root, "questions", name)).map((file) => `questions/${name}/${file}`),
    )
    .filter((path) => path.endsWith(".md"))
    .map((path) => ({ path, bytes: readFileSync(join(root, path)) }));
  return readBank(files).bank.questions.map(({ id, exhibit }) => ({ id, code: pythonOf(exhibit) }));
}

/** Why the exhibits cannot be run here, or an empty text. */
function missingPython(): string {
  const asked = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]);
  if (asked.error) return `python3 cannot be started (${asked.error.message})`;
  return asked.status === 0 ? "" : "python3 is older than 3.9";
}

const missing = missingPython();
if (missing) process.stderr.write(`The Python exhibits of the bank are NOT checked: ${missing}.\n`);
const reason = missing ? ` (skipped: ${missing})` : "";

describe("the Python exhibits", () => {
  const questions = readQuestions();
  const items = questions.filter(({ id, code }) => code !== null || checks.includes(id));

  it("are at least 80, and each check belongs to a question", () => {
    expect(items.filter(({ code }) => code !== null).length).toBeGreaterThanOrEqual(80);
    expect(checks.filter((check) => !items.some(({ id }) => id === check))).toEqual([]);
  });

  it.skipIf(missing)(
    `parse, and do what their questions say${reason}`,
    () => {
      const done = spawnSync("python3", [join(root, "tests", "exhibits", "run.py")], {
        input: JSON.stringify(items),
        encoding: "utf8",
        timeout: 110_000,
      });
      expect(done.stderr).toBe("");
      const results = JSON.parse(done.stdout) as Result[];
      expect(results.length).toBe(items.length);
      expect(results.filter(({ parsed }) => !parsed)).toEqual([]);
      expect(results.filter(({ problem }) => problem !== "")).toEqual([]);
      const exhibits = new Set(items.filter(({ code }) => code !== null).map(({ id }) => id));
      const checked = results.filter((result) => result.checked && exhibits.has(result.id));
      expect(checked.length).toBeGreaterThanOrEqual(90);
    },
    120_000,
  );
});
