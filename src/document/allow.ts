// In: the key `allow` in any front matter. Out: its shape: which finding is meant to stand in this file, and why.
// Read by whoever reads the file; what it silences is decided in check/.
import { z } from "zod";

/** `text` narrows it to findings whose message holds these words. A silence without a reason is a finding of its own. */
export const allowShape = z
  .array(
    z.strictObject({
      rule: z.string().min(1).describe("The rule that is silenced here, as check names it."),
      reason: z.string().optional().describe("Why the finding is meant to stand; check prints it."),
      text: z.string().min(1).optional().describe("Only findings with these words."),
    }),
  )
  .default([])
  .describe("Findings of check that are meant to stand, each with its reason.");

export type Allowance = z.infer<typeof allowShape>[number];
