// In: what became of each role of a build. Out: the summary: lines on stderr for people, or one object for --json.
import { join, relative } from "node:path";
import pc from "picocolors";
import type { RoleResult } from "../build/build-role.js";
import type { Diagnostic } from "../document/diagnostic.js";
import { inertText } from "../document/inert-text.js";
import { counted, percent } from "./console.js";

/** Prints the summary of a build. */
export function summarise(
  results: readonly RoleResult[],
  run: {
    out: string;
    root: string;
    seconds: number;
    browser: string | undefined;
    shipped: readonly string[];
  },
): void {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const built = results.filter((result) => result.kit);
  for (const { kit, folder } of built) {
    if (!kit) continue;
    const proof =
      kit.optimality.status === "optimal" ? "proven optimal" : `gap ${percent(kit.optimality.gap)}`;
    say(
      `${pc.bold(folder)}: ${kit.title}, ${kit.level}; rates ${percent(kit.coverage)} of the demand, ${counted(kit.gaps.length, "gap")}, ${proof}, kit ${kit.kitVersion}`,
    );
    if (kit.avoid) {
      const { openings, shared } = kit.avoid;
      const asked = kit.stages.reduce((sum, stage) => sum + stage.questions.length, 0);
      const fewest = kit.optimality.status === "optimal" ? ", and no such loop shares fewer" : "";
      const which = shared.length === 0 ? "" : `: ${shared.join(", ")}`;
      say(
        `    shares ${shared.length} of ${counted(asked, "question")} with ${openings.join(", ")}${fewest}${which}`,
      );
    }
  }
  for (const result of results.filter((one) => !one.kit))
    say(
      pc.red(
        `${inertText(result.role)}${result.team === undefined ? "" : `, team ${result.team}`}: not built`,
      ),
    );
  if (run.shipped.length > 0) say(pc.dim(`Used from the package, not from here: ${run.shipped.join(", ")}`));
  const kept = built.filter((result) => result.kept).length;
  const files = built.reduce((sum, result) => sum + result.files.length, 0);
  const pages = built.reduce((sum, result) => sum + result.pages, 0);
  const where = relative(run.root, run.out) || ".";
  say(
    `${built.length} of ${results.length} roles, ${files} files${pages > 0 ? `, ${pages} pages` : ""} in ${where}/${keptOf(built.length, kept)} after ${run.seconds.toFixed(1)} s${run.browser === undefined ? "" : ` with ${run.browser}`}`,
  );
  if (built.length > 0) say(`Open ${join(where, "index.html")}`);
}

/** How many kits stand as they were. */
function keptOf(built: number, kept: number): string {
  if (kept === 0) return "";
  return kept === built ? ", nothing changed," : `, ${kept} as they were,`;
}

/** The same as data. */
export function jsonSummary(results: readonly RoleResult[], common: readonly Diagnostic[]) {
  return {
    roles: results.map(({ role, slug, folder, team, kit, kept, made, files, pages, findings }) => ({
      role,
      slug,
      folder,
      ...(team !== undefined && { team }),
      built: kit !== undefined,
      ...(kit && {
        level: kit.level,
        coverage: kit.coverage,
        gaps: kit.gaps.length,
        version: kit.kitVersion,
      }),
      ...(kept && { kept }),
      ...(made && { made }),
      pages,
      files,
      findings,
    })),
    findings: common,
  };
}
