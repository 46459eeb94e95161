// Run by `npm run compile`: reads the questions that are shipped, and keeps what they say beside the code (shipped-readings.ts).
import { readShipped } from "../workspace/shipped.js";
import { isBankFile } from "../workspace/workspace.js";
import { keepReadings } from "./shipped-readings.js";

keepReadings((await readShipped("questions")).filter(({ path }) => isBankFile(path)));
