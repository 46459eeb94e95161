// In: a pattern. Out: the words that it needs, as needed-words.ts tells them; from `words.json` in dist/kept/ where they were told at compile time.
// To tell them of all patterns takes half a second of every thread that reads passages. A pattern that is not kept is told anew.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { sealed, unsealed } from "../document/kept-text.js";
import * as told from "./needed-words.js";

/** By pattern. */
interface PackedWords {
  alternatives: Record<string, ReturnType<typeof told.alternativesOf>>;
  whole: Record<string, { needs?: told.NeededWords[] }>;
}

/** What was asked for since this was loaded: that is what is worth keeping. */
const asked: PackedWords = { alternatives: Object.create(null), whole: Object.create(null) };
const kept = openKept();

/** See needed-words.ts. */
export function alternativesOf(pattern: string): ReturnType<typeof told.alternativesOf> {
  asked.alternatives[pattern] ??= ownOf(kept?.alternatives, pattern) ?? told.alternativesOf(pattern);
  return asked.alternatives[pattern];
}

/** See needed-words.ts. */
export function neededBy(pattern: RegExp): told.NeededWords[] | undefined {
  const { source } = pattern;
  asked.whole[source] ??= ownOf(kept?.whole, source) ?? withNeeds(told.neededBy(pattern));
  return asked.whole[source].needs;
}

/** The words of all patterns that were asked for, as a text to keep. */
export function packWords(): string {
  return sealed(codeKey(), JSON.stringify(asked));
}

const withNeeds = (needs: told.NeededWords[] | undefined) => (needs ? { needs } : {});

function ownOf<Value>(values: Record<string, Value> | undefined, key: string): Value | undefined {
  return values && Object.hasOwn(values, key) ? values[key] : undefined;
}

function openKept(): PackedWords | undefined {
  try {
    const text = unsealed(readFileSync(new URL("../kept/words.json", import.meta.url), "utf8"));
    return text?.key === codeKey() ? (JSON.parse(text.content) as PackedWords) : undefined;
  } catch {
    // It may be missing; whoever opens what is kept says so where it is damaged.
    return undefined;
  }
}

/** The code that tells the words, and the versions of its libraries. */
function codeKey(): string {
  const hash = createHash("sha1");
  for (const path of ["needed-words.js", "../../package.json"])
    hash.update(readFileSync(new URL(path, import.meta.url)));
  return hash.digest("hex");
}
