// Run by `npm run compile`: reads the questions that are shipped, and keeps what they say beside the code (shipped-readings.ts); and the words
// that the patterns of a check need (kept-words.ts), which are asked for when the check is loaded.
import "../check/readings.js";
import { writeFileSync } from "node:fs";
import { packWords } from "../screen/kept-words.js";
import { readShipped } from "../workspace/shipped.js";
import { isBankFile } from "../workspace/workspace.js";
import { keepReadings } from "./shipped-readings.js";

keepReadings((await readShipped("questions")).filter(({ path }) => isBankFile(path)));
writeFileSync(new URL("../kept/words.json", import.meta.url), packWords());
