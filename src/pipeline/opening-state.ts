// In: a lock, and the files and the bank of today. Out: what has changed since it was written, what it asks although nobody else is
// asked it, and what is lost. Reads no disk.
import { contentHash, shortHash } from "../document/content-hash.js";
import { type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { SourceFile } from "../document/source-file.js";
import { questionOf, type ReadLock } from "../opening/lock.js";
import { copyPath } from "../workspace/openings.js";
import type { Shelf } from "./shelf.js";

/** Files that are not as they were. */
export function changesSince({ path, lock, at }: ReadLock, today: readonly SourceFile[]): Diagnostic[] {
  const now = new Map(today.map((file) => [file.path, contentHash(file.bytes)]));
  const places = new Map([...now].map(([place, hash]) => [hash, place]));
  return Object.entries(lock.files).flatMap(([file, hash]) => {
    const current = now.get(file);
    if (current === hash) return [];
    const message =
      current === undefined
        ? `${file} ${places.has(hash) ? `has moved to ${places.get(hash)}` : "is gone"}; ${lock.opening} keeps its version ${shortHash(hash)}`
        : `${file} has changed; ${lock.opening} keeps its version ${shortHash(hash)}, which is now ${shortHash(current)}`;
    return [diagnose("changed-since-freeze", path, at(file), message)];
  });
}

/** Questions that nobody else is asked any more. */
export function askedThoughRetired({ path, lock, at }: ReadLock, { bank }: Shelf): Diagnostic[] {
  const asked = new Set(lock.stages.flatMap(({ questions }) => questions));
  return bank.questions.flatMap(({ id, status, reason }) => {
    if (!asked.has(id) || (status !== "retired" && status !== "leaked")) return [];
    const file = Object.keys(lock.files).find((one) => questionOf(one) === id) ?? "";
    const why = reason === undefined ? "" : `: ${reason}`;
    return [
      diagnose(
        "retired-in-opening",
        path,
        at(file),
        `${lock.opening} still asks ${id}, which is ${status}${why}`,
        `Ask on if candidates were asked it already; or delete ${path} and freeze the opening anew.`,
      ),
    ];
  });
}

/** Wording that is nowhere to be found, and how to get it back. */
export function lostVersions(
  { path, lock, at }: ReadLock,
  found: ReadonlyMap<string, Uint8Array>,
): Diagnostic[] {
  return Object.entries(lock.files).flatMap(([file, hash]) => {
    if (found.has(file)) return [];
    const what = /^questions\/.*\/(?!team\.md$|competency\.md$)/.test(file)
      ? `the question ${questionOf(file)}`
      : file;
    return [
      diagnose(
        "lost-wording",
        path,
        at(file),
        `version ${shortHash(hash)} of ${what} is neither in the workspace, nor beside the lock, nor in git`,
        [
          "To get it back: git fetch --unshallow, if this clone lacks history;",
          `or put that version of the file at ${copyPath(lock.opening, file)};`,
          `or delete ${path} and freeze the opening anew, with other questions.`,
        ].join("\n"),
      ),
    ];
  });
}
