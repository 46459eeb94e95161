// In: the key `allow` in any front matter. Out: its shape: which finding is meant to stand in this file, and why.
// Read by whoever reads the file; what it silences is decided in check/.
import { z } from "zod";

/** `text` narrows it to findings whose message holds these words. A silence without a reason is a finding of its own. */
export const allowShape = z
  .array(
    z.strictObject({
      rule: z.string().min(1),
      reason: z.string().optional(),
      text: z.string().min(1).optional(),
    }),
  )
  .default([]);

export type Allowance = z.infer<typeof allowShape>[number];
