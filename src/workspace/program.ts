// The program's own name and version, from its package.json.
import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  name: string;
  version: string;
};

export const programName = manifest.name;
export const programVersion = manifest.version;
