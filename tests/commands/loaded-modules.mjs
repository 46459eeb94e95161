// Preloaded with --import: names on stderr every module that the program loads, so that a test can hold what a command does not need.
import { writeSync } from "node:fs";
import { createRequire, register } from "node:module";

register(
  `data:text/javascript,${encodeURIComponent(`
    import { writeSync } from "node:fs";
    export function load(url, context, next) { writeSync(2, "loaded " + url + "\\n"); return next(url, context); }
  `)}`,
);
process.on("exit", () => {
  for (const path of Object.keys(createRequire(import.meta.url).cache))
    writeSync(2, `loaded file://${path}\n`);
});
