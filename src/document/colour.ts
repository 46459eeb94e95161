// In: a colour as people write it in front matter (#0b3d91 or #036). Out: its contrast with white paper, as WCAG 2 defines it.
// Only hexadecimal colours are read: a name or a function could hide a colour that no one measured.
import { type Diagnostic, diagnose, type Position } from "./diagnostic.js";

/** The least contrast with white in which anything here is printed. */
export const leastContrast = 7;

/** The contrast ratio with white, from 1 to 21; undefined for what is no hexadecimal colour. */
export function contrastOnWhite(colour: string): number | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (digits === undefined) return undefined;
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = pairs.map((pair) => linear(Number.parseInt(pair, 16) / 255));
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** What keeps a colour from being printed as an accent: it is none that is read here, or too faint on paper. */
export function accentFinding(colour: string, path: string, position: Position): Diagnostic | undefined {
  const contrast = contrastOnWhite(colour);
  if (contrast === undefined)
    return diagnose(
      "invalid-value",
      path,
      position,
      `the accent is "${colour}", expected a colour such as #0b3d91`,
    );
  if (contrast >= leastContrast) return undefined;
  // Cut, not rounded: 6.99 must not be said to be 7.
  const measured = Math.floor(contrast * 100) / 100;
  return diagnose(
    "faint-accent",
    path,
    position,
    `the accent ${colour} has a contrast of ${measured}:1 with white, expected at least ${leastContrast}:1`,
    "Choose a darker colour.",
  );
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
