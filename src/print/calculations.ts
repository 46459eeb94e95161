// In: what a blank is computed from. Out: the script that a PDF reader runs to compute it (Acrobat's form JavaScript, ES3).
// Ratings are 1 to 4; whatever else stands in a field, such as NA, is left out on both sides. Nothing to compute leaves nothing.
import type { Blank } from "./blanks.js";

/** The script of a calculated field. It sets `event.value` from the fields' values alone, so its order among others is free. */
export function calculationScript(calculation: NonNullable<Blank["calculation"]>): string {
  const { kind, rows } = calculation;
  if (kind === "same") {
    const source = JSON.stringify(rows[0]?.of[0] ?? "");
    return `var source = this.getField(${source}); if (source && String(source.value) !== "") event.value = source.value;`;
  }
  return [
    `var rows = ${JSON.stringify(rows.map(({ of, weight }) => [weight, ...of]))};`,
    `var sum = 0, weights = 0, least = 9, most = 0, count = 0;`,
    `for (var r = 0; r < rows.length; r++) {`,
    `  var own = 0, ratings = 0;`,
    `  for (var i = 1; i < rows[r].length; i++) {`,
    `    var field = this.getField(rows[r][i]), text = field ? String(field.value).replace(",", ".") : "";`,
    `    if (!/^\\s*[1-4](\\.\\d+)?\\s*$/.test(text) || Number(text) > 4) continue;`,
    `    own += Number(text); ratings++; count++;`,
    `    least = Math.min(least, Number(text)); most = Math.max(most, Number(text));`,
    `  }`,
    `  if (ratings === 0) continue;`,
    `  sum += rows[r][0] * own / ratings; weights += rows[r][0];`,
    `}`,
    `function kitShort(number) { return String(Math.round(number * 100) / 100); }`,
    `event.value = ${results[kind]};`,
  ].join("\n");
}

const results: Record<Exclude<NonNullable<Blank["calculation"]>["kind"], "same">, string> = {
  spread: `count < 2 ? "" : kitShort(most - least)`,
  mean: `weights === 0 ? "" : kitShort(sum / weights)`,
  points: `weights === 0 ? "" : kitShort(sum)`,
  weight: `weights === 0 ? "" : kitShort(weights)`,
  "weighted-mean": `weights === 0 ? "" : kitShort(sum / weights)`,
};

/** The script that refuses what may not stand in a field, and says what may. */
export function allowedScript(allowed: readonly string[], label: string): string {
  const says = JSON.stringify(`${label}: ${allowed.join(", ")}`);
  return [
    `var typed = String(event.value).replace(/^\\s+|\\s+$/g, "").toUpperCase();`,
    `var allowed = ${JSON.stringify(["", ...allowed])}, known = false;`,
    `for (var i = 0; i < allowed.length; i++) if (allowed[i].toUpperCase() === typed) known = true;`,
    `if (known) event.value = typed; else { app.alert(${says}); event.rc = false; }`,
  ].join("\n");
}
