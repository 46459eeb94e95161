// The library of the command line, loaded as what it is, a CommonJS package: an import would first look through its source for names,
// a third of what `--help` costs beyond Node itself.
import { createRequire } from "node:module";

export const { Command, InvalidArgumentError, Option } = createRequire(import.meta.url)(
  "commander",
) as typeof import("commander");
