// A worker thread of a check. In: passages, or the questions of a bank, one message after the other. Out: what is found in them, in the same order.
import { parentPort } from "node:worker_threads";
import { nearDuplicates } from "../bank/near-duplicates.js";
import { copied } from "./bank-rules.js";
import { isEmpty, type ReadingAnswer, type ReadingRequest } from "./reading-pool.js";
import { readPassages } from "./readings.js";

function answer(request: ReadingRequest): ReadingAnswer {
  if ("compared" in request) return { pairs: nearDuplicates(request.compared, copied) };
  return {
    found: readPassages(request.passages).flatMap(({ passage: _, ...reading }, at) =>
      isEmpty(reading) ? [] : [[at, reading]],
    ),
  };
}

parentPort?.on("message", (request: ReadingRequest) => parentPort?.postMessage(answer(request)));
