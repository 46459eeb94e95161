import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Most tests wait for a process of their own. On two cores vitest would run one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
