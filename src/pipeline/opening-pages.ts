// In: a lock, and the shelf and the demand of today. Out: what of an opening's pages is not frozen and has changed all the same: how they
// are laid out, and which lines of the role the bank could not ask about. Reads no disk.
import { contentHash, shortHash } from "../document/content-hash.js";
import { compareText, type Diagnostic, diagnose } from "../document/diagnostic.js";
import type { Demand } from "../match/demand.js";
import type { Lock } from "../opening/lock.js";
import { lockPath } from "../workspace/openings.js";
import type { Shelf } from "./shelf.js";

/** One hash over all templates, style sheets and labels of a shelf. */
export function templatesVersion({ workspace }: Pick<Shelf, "workspace">): string {
  const files = workspace.templates.flatMap((layer) =>
    [...layer].sort((a, b) => compareText(a.path, b.path)),
  );
  return shortHash(contentHash(Buffer.from(files.map(({ bytes }) => contentHash(bytes)).join("\n"))));
}

/** The lines of a role that lead to no question, in order. */
export function gapLines({ gaps }: Pick<Demand, "gaps">): number[] {
  return [...new Set(gaps.map(({ line }) => line))].sort((a, b) => a - b);
}

/** What the kit of an opening shows otherwise than on the day of freezing; nothing of a lock that does not say how it was. */
export function changedPages(lock: Lock, shelf: Shelf, demand: Demand | undefined): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const report = (message: string) =>
    findings.push(diagnose("changed-pages", lockPath(lock.opening), undefined, message));
  if (lock.templates !== undefined && lock.templates !== templatesVersion(shelf))
    report("the templates or labels are others; the pages are laid out by those of today");
  if (lock.gaps === undefined || !demand) return findings;
  const now = gapLines(demand);
  const filled = lock.gaps.filter((line) => !now.includes(line));
  const opened = now.filter((line) => !lock.gaps?.includes(line));
  if (filled.length > 0)
    report(
      `the bank has questions now about ${linesOf(lock, filled)}, which was a gap and is listed as none`,
    );
  if (opened.length > 0)
    report(`the bank has lost its questions about ${linesOf(lock, opened)}, which is listed as a gap`);
  return findings;
}

function linesOf({ role }: Lock, lines: readonly number[]): string {
  return `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")} of ${role}`;
}
