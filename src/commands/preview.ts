// `interview-kit preview`: the pages on 127.0.0.1, made again as files are saved. Ends with Ctrl-C and leaves nothing behind.
import { resolve } from "node:path";
import pc from "picocolors";
import { startPreview } from "../preview/preview-server.js";
import { counted, printFindings } from "./console.js";

export interface PreviewCommandOptions {
  port?: number;
}

/** Returns the exit code, once the user has ended it. */
export async function previewCommand(root: string, options: PreviewCommandOptions): Promise<number> {
  const preview = await startPreview(resolve(root), {
    ...options,
    looked: ({ changed, ms, problems }) => {
      const what = changed.length === 1 ? changed[0] : counted(changed.length, "file");
      const how = problems.length === 0 ? pc.green("✓") : pc.red(counted(problems.length, "error"));
      process.stderr.write(`${how} ${what}, ${Math.round(ms)} ms\n`);
      printFindings(problems);
    },
  });
  // Whoever reads that Ctrl-C ends it may press it at once.
  const ended = new Promise<void>((end) => {
    // Elsewhere Ctrl-C breaks something off; here it is how one is done. Never without a listener: a signal between two is lost.
    const breakingOff = process.rawListeners("SIGINT") as NodeJS.SignalsListener[];
    process.once("SIGINT", () => end());
    for (const listener of breakingOff) process.removeListener("SIGINT", listener);
  });
  process.stdout.write(`${preview.url}\n`);
  process.stderr.write(
    "Open it in a browser; it follows every save in questions/, roles/ and templates/. Ctrl-C ends it.\n",
  );
  await ended;
  await preview.close();
  return 0;
}
