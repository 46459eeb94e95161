// Options that several commands have, and what is read from their words. A wrong word is refused by the option itself.

import { roleLevels } from "../role/role-profile.js";
import { InvalidArgumentError, Option } from "./commander.js";

export const level = () =>
  new Option("--level <level>", "plan for this level, whatever the document says").choices(roleLevels);
export const plan = () =>
  new Option(
    "--plan <plan>",
    "a plan in roles/plans/, or the path of one (default: the team's, or standard)",
  );
export const avoid = () =>
  new Option(
    "--avoid <opening>",
    "as few questions in common with this frozen opening as possible; repeatable",
  ).argParser(repeated);
export const team = () => new Option("--team <team>", "as this team of questions/teams/ asks it");
export const browser = () =>
  new Option("--browser <path>", "the Chrome or Chromium to print with").env("PUPPETEER_EXECUTABLE_PATH");
export const json = () => new Option("--json", "print the result as JSON on stdout");

/** An option that may be given several times. */
export const repeated = (value: string, former: string[] = []) => [...former, value];

export function parseMinutes(value: string): number {
  const minutes = Number(value);
  if (!Number.isInteger(minutes) || minutes < 1)
    throw new InvalidArgumentError("expected a whole number of minutes");
  return minutes;
}

export function parseDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError("expected a day such as 2026-11-30");
  return value;
}

export function parseThreads(value: string): number {
  const threads = Number(value);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    throw new InvalidArgumentError("expected a number from 1 to 64");
  return threads;
}
