// In: a document's front matter and a zod schema. Out: the typed value, or one finding per fault at its own line and column.
// Turns zod's issues into "found X, expected Y" with the nearest known name as the fix.
import type { z } from "zod";
import { type Diagnostic, diagnose } from "./diagnostic.js";
import type { SourceDocument } from "./document.js";
import { nearest } from "./nearest.js";

/** Validates front matter; `keys` are the names that the schema knows at its top level, for suggestions. */
export function checkShape<T extends z.ZodObject>(
  document: SourceDocument,
  schema: T,
): { value?: z.infer<T>; findings: Diagnostic[] } {
  const result = schema.safeParse(document.data);
  if (result.success) return { value: result.data, findings: [] };
  const known = Object.keys(schema.shape);
  const findings = result.error.issues.flatMap(intended).flatMap((issue) => {
    const path = issue.path.filter((step): step is string | number => typeof step !== "symbol");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => {
        const close = path.length === 0 ? nearest(key, known) : undefined;
        return diagnose(
          "unknown-key",
          document.path,
          document.keyAt([...path, key]),
          `unknown key "${key}"${path.length === 0 ? `, expected one of ${known.join(", ")}` : ""}`,
          close === undefined ? "Delete it." : `Write ${close}: instead.`,
        );
      });
    }
    const name = path.length === 0 ? "front matter" : path.join(".");
    const found = valueIn(document.data, path);
    const message =
      found === undefined
        ? `${name} is missing, expected ${expectation(issue)}`
        : `${name} is ${shown(found)}, expected ${expectation(issue)}`;
    return [diagnose("invalid-value", document.path, document.valueAt(path), message)];
  });
  return { findings };
}

/** Where a short and a long form are allowed, the faults of the form that was written; "neither" would help nobody. */
function intended(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const written = issue.errors.find(
    (form) => !form.some(({ code, path }) => code === "invalid_type" && path.length === 0),
  );
  return (written ?? []).length === 0
    ? [issue]
    : (written ?? [])
        .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as z.core.$ZodIssue)
        .flatMap(intended);
}

function valueIn(data: unknown, path: readonly (string | number)[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return article(issue.expected);
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "too_small") return `at least ${issue.minimum}${unit(issue.origin)}`;
  if (issue.code === "too_big") return `at most ${issue.maximum}${unit(issue.origin)}`;
  if (issue.code === "invalid_union") return "another kind of value";
  return issue.message;
}

function unit(origin: string): string {
  if (origin === "array") return " entries";
  return origin === "string" ? " characters" : "";
}

function article(type: string): string {
  const word = { int: "whole number", array: "list", object: "group of keys", string: "text" }[type] ?? type;
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}
