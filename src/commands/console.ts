// In: what a command wants to say. Out: text on stderr (progress, findings) and stdout (results), coloured where colours are wanted.
// A bar on a terminal, plain lines elsewhere; colours follow NO_COLOR and FORCE_COLOR.
import pc from "picocolors";
import { type Diagnostic, sortDiagnostics } from "../document/diagnostic.js";
import { inertText } from "../document/inert-text.js";

const severityColour = { error: pc.red, warning: pc.yellow, info: pc.blue };

/** One finding as printed: where, how bad, which code, what; the fix below it. */
function renderFinding(finding: Diagnostic): string {
  // Names of files and words of documents are strangers'; none of them may move the cursor.
  const place = pc.bold(`${inertText(finding.path)}:${finding.line}:${finding.column}`);
  if (finding.silenced !== undefined)
    return `${place} ${pc.dim(`silenced ${finding.code}`)} ${inertLines(finding.message)}\n    ${inertLines(finding.silenced)}`;
  const severity = severityColour[finding.severity](finding.severity);
  const head = `${place} ${severity} ${pc.dim(finding.code)} ${inertLines(finding.message)}`;
  return finding.hint === undefined ? head : `${head}\n    ${inertLines(finding.hint)}`;
}

function inertLines(text: string): string {
  return text.split("\n").map(inertText).join("\n    ");
}

/** Prints findings in reading order on stderr and says how many there were. Infos are counted, not shown, unless asked for; what is silenced is shown with its reason. */
export function printFindings(findings: readonly Diagnostic[], showInfos = false): void {
  const shown = sortDiagnostics(findings).filter(
    (finding) => showInfos || finding.severity !== "info" || finding.silenced !== undefined,
  );
  for (const finding of shown) process.stderr.write(`${renderFinding(finding)}\n`);
}

/** "2 errors, 1 warning" or "nothing to mend". */
export function countFindings(findings: readonly Diagnostic[]): string {
  const silenced = findings.filter((finding) => finding.silenced !== undefined).length;
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = findings.filter(
      (finding) => finding.severity === severity && finding.silenced === undefined,
    ).length;
    if (count === 0) return [];
    return [counted(count, severity === "info" ? "remark" : severity)];
  });
  if (silenced > 0) parts.push(`${silenced} silenced with a reason`);
  return parts.length === 0 ? "nothing to mend" : parts.join(", ");
}

/** One line about a bank that lacks what could not be read; `check` names every finding. */
export function warnOfBank(findings: readonly Diagnostic[]): void {
  const errors = findings.filter((finding) => finding.severity === "error").length;
  if (errors === 0) return;
  process.stderr.write(
    `${pc.yellow("the question bank has")} ${counted(errors, "error")}: what is broken is left out here; interview-kit check names it\n`,
  );
}

/** One line about characters that could only be printed as empty boxes. */
export function warnOfGlyphs(lacking: ReadonlySet<string>): void {
  if (lacking.size === 0) return;
  const shown = [...lacking].slice(0, 20).join(" ");
  process.stderr.write(
    `${pc.yellow("no font at hand has")} ${shown}: printed as empty boxes; install a font for this script and try again\n`,
  );
}

/** "1 gap", "3 gaps". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export function hasErrors(findings: readonly Diagnostic[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}

/** Progress of a run with a known number of steps. */
export class Progress {
  private done = 0;
  private total = 0;
  private readonly live = process.stderr.isTTY === true && process.env.CI === undefined;

  constructor(private readonly quiet: boolean) {}

  /** More steps have become known. */
  expect(steps: number): void {
    this.total += steps;
  }

  /** One step is done; `what` is named on the bar. */
  step(what: string): void {
    this.done++;
    if (this.quiet || !this.live) return;
    const width = 24;
    const filled = Math.round((width * this.done) / Math.max(1, this.total));
    const bar = "█".repeat(filled) + "░".repeat(width - filled);
    process.stderr.write(`\r\x1b[2K${bar} ${this.done}/${this.total} ${what}`);
  }

  /** A finished part, as a plain line above the bar. */
  line(text: string): void {
    if (this.quiet) return;
    process.stderr.write(this.live ? `\r\x1b[2K${text}\n` : `${text}\n`);
  }

  /** Removes the bar. */
  end(): void {
    if (!this.quiet && this.live) process.stderr.write("\r\x1b[2K");
  }
}

/** A share from 0 to 1 as a whole percentage; never 100 % for less than everything. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return `${share < 1 ? Math.min(99, rounded) : rounded} %`;
}
