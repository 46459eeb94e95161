// In: findings, and the key `allow` of the documents they stand in. Out: the same findings, those that are meant to stand marked with
// their reason, and new ones for silences that give no reason, name no rule, or silence nothing.
import type { Allowance } from "../document/allow.js";
import { type Diagnostic, type DiagnosticCode, diagnose } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import { nearest } from "../document/nearest.js";

/** `ran` are the codes of the rules that ran: a silence of another one may well be needed on another day. */
export function applySilences(
  findings: readonly Diagnostic[],
  documents: ReadonlyMap<string, SourceDocument>,
  known: ReadonlySet<DiagnosticCode>,
  ran: ReadonlySet<DiagnosticCode>,
): Diagnostic[] {
  const byPath = new Map<string, Diagnostic[]>();
  for (const finding of findings) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  const reasons = new Map<Diagnostic, string>();
  const own: Diagnostic[] = [];
  for (const document of documents.values()) {
    allowancesOf(document).forEach((allowance, index) => {
      const { rule, reason, text } = allowance;
      const place = document.valueAt(["allow", index, "rule"]);
      if (!known.has(rule as DiagnosticCode)) {
        const close = nearest(rule, known);
        own.push(
          diagnose(
            "unknown-rule",
            document.path,
            place,
            `no rule has the name "${rule}"`,
            close === undefined ? "interview-kit check --explain lists them." : `Write ${close}`,
          ),
        );
        return;
      }
      if (reason === undefined || reason.trim().split(/\s+/).length < 2) {
        own.push(
          diagnose(
            "unexplained-silence",
            document.path,
            place,
            `${rule} is silenced without a reason, so it is not silenced`,
            "Add reason: with the words that you would say to a colleague who asks why.",
          ),
        );
        return;
      }
      const meant = (byPath.get(document.path) ?? []).filter(
        (finding) => finding.code === rule && (text === undefined || finding.message.includes(text)),
      );
      for (const finding of meant) reasons.set(finding, reason.trim());
      if (meant.length === 0 && ran.has(rule as DiagnosticCode)) {
        own.push(
          diagnose(
            "unused-silence",
            document.path,
            place,
            `${rule} finds nothing here${text === undefined ? "" : ` with the words "${text}"`}`,
            "Delete it.",
          ),
        );
      }
    });
  }
  return [
    ...findings.map((finding): Diagnostic => {
      const reason = reasons.get(finding);
      return reason === undefined ? finding : { ...finding, severity: "info", silenced: reason };
    }),
    ...own,
  ];
}

/** Only whole entries: what is wrong with their shape was said when the document was read. */
function allowancesOf(document: SourceDocument): Allowance[] {
  const { allow } = document.data;
  if (!Array.isArray(allow)) return [];
  return allow.flatMap((entry: unknown) => {
    if (typeof entry !== "object" || entry === null) return [{ rule: "" }];
    const { rule, reason, text } = entry as Record<string, unknown>;
    return [
      {
        rule: String(rule ?? ""),
        ...(typeof reason === "string" && { reason }),
        ...(typeof text === "string" && { text }),
      },
    ];
  });
}
