// In: one file of rules/do-not-ask/. Out: the topic as people read it: why, the law by country, and what may be asked instead.
// The patterns that find a topic stand in patterns/; this is what is shown when they did.
import { z } from "zod";
import type { Diagnostic } from "../document/diagnostic.js";
import type { SourceDocument } from "../document/document.js";
import { checkShape } from "../document/shape.js";
import type { Country } from "./countries.js";
import { type TopicCode, topicCodes } from "./patterns/index.js";

const sourceShape = z.strictObject({
  name: z.string().min(3),
  section: z.string().min(1),
  /** When it was made or came into force; guidance that bears no date says so. */
  date: z.string().regex(/^(?:\d{4}(?:-\d{2}){0,2}|undated)$/, "a date such as 2026-11-30, or undated"),
  kind: z.enum(["law", "guidance"]),
  url: z.url({ protocol: /^https$/ }),
});
export type TopicSource = z.infer<typeof sourceShape>;

export const topicShape = z.strictObject({
  code: z.enum(topicCodes),
  /** The month as of which the law is stated. */
  asOf: z.string().regex(/^\d{4}-\d{2}$/, "a month such as 2026-11"),
  countries: z.strictObject({
    us: z.array(sourceShape).min(1).optional(),
    uk: z.array(sourceShape).min(1).optional(),
    eu: z.array(sourceShape).min(1).optional(),
  }),
});

/** What is not asked, and why. `why` is Markdown; `instead` are lines that may be asked. */
export interface Topic {
  code: TopicCode;
  title: string;
  asOf: string;
  countries: Partial<Record<Country, TopicSource[]>>;
  why: string;
  instead: string[];
  path: string;
}

/** Reads a topic; without `topic`, a finding says what is wrong. */
export function readTopic(document: SourceDocument): { topic?: Topic; findings: Diagnostic[] } {
  const { value, findings } = checkShape(document, topicShape);
  const title = document.sections.find(({ depth }) => depth === 1);
  const instead = document.sections.find((section) => section.title === "Ask instead");
  if (!value || !title || !instead) return { findings };
  const { us, uk, eu } = value.countries;
  return {
    topic: {
      code: value.code,
      asOf: value.asOf,
      title: title.title,
      countries: { ...(us && { us }), ...(uk && { uk }), ...(eu && { eu }) },
      why: title.markdown,
      instead: instead.markdown
        .split("\n")
        .filter((line) => line.startsWith("- "))
        .map((line) => line.slice(2)),
      path: document.path,
    },
    findings,
  };
}
