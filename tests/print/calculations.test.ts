// The debrief's scripts, run by the sandbox of pdf.js itself, which is what Firefox runs.

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { calculationScript } from "../../src/print/calculations.js";
import { printKit } from "./printed-kit.js";

interface Change {
  id: string;
  value?: string | number | null;
}

interface Sandbox {
  create(data: object): void;
  dispatchEvent(event: object): void;
}

const changes: Change[] = [];
const alerts: string[] = [];
let sandbox: Sandbox;
let ids: Map<string, string>;

beforeAll(async () => {
  // The sandbox speaks to the window that it runs in.
  Object.assign(globalThis, {
    window: {
      console,
      CustomEvent,
      URL,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      alert: (text: string) => alerts.push(text),
      dispatchEvent: ({ detail }: { detail: Change }) => changes.push(detail),
    },
  });
  const path = "pdfjs-dist/build/pdf.sandbox.mjs";
  const { QuickJSSandbox } = (await import(path)) as { QuickJSSandbox: () => Promise<Sandbox> };
  const pdf = (await printKit()).get("debrief")?.pdf ?? new Uint8Array();
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const objects = (await document.getFieldObjects()) as unknown as Record<string, { id: string }[]>;
  ids = new Map(Object.entries(objects).map(([name, [first]]) => [name, first?.id ?? ""]));
  sandbox = await QuickJSSandbox();
  sandbox.create({
    objects,
    calculationOrder: await document.getCalculationOrderIds(),
    appInfo: { platform: "linux", language: "en" },
    docInfo: {},
  });
});

/** Types a value, as somebody who leaves the field afterwards, and returns what the fields hold then. */
function type(values: Record<string, string>): (name: string) => string {
  for (const [name, value] of Object.entries(values))
    sandbox.dispatchEvent({ id: ids.get(name), name: "Keystroke", value, willCommit: true, commitKey: 1 });
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(name);
    const last = changes.filter((change) => change.id === id && change.value !== undefined).at(-1);
    return String(last?.value ?? "");
  };
}

describe("calculationScript", () => {
  /** Acrobat's part of the bargain: `this` is the document, `event` the field that is computed. */
  const run = (calculation: Parameters<typeof calculationScript>[0], fields: Record<string, unknown>) => {
    const event = { value: "before" };
    const document = { getField: (name: string) => (name in fields ? { value: fields[name] } : null) };
    new Function("event", calculationScript(calculation)).call(document, event);
    return event.value;
  };
  const rows = [{ of: ["a", "b", "c"], weight: 1 }];

  it("spreads from the lowest to the highest, and only between two", () => {
    expect(run({ kind: "spread", rows }, { a: 4, b: "2", c: "NA" })).toBe("2");
    expect(run({ kind: "spread", rows }, { a: 3, b: "3", c: "" })).toBe("0");
    expect(run({ kind: "spread", rows }, { a: 3, b: "", c: "7" })).toBe("");
  });

  it("takes the mean of one row before it weighs", () => {
    const two = [
      { of: ["a", "b"], weight: 30 },
      { of: ["c"], weight: 10 },
    ];
    expect(run({ kind: "weighted-mean", rows: two }, { a: 1, b: 4, c: 2 })).toBe("2.38");
    expect(run({ kind: "weight", rows: two }, { a: "NA", b: "", c: 2 })).toBe("10");
  });

  it("copies what stands elsewhere, and keeps what was typed if nothing does", () => {
    expect(run({ kind: "same", rows: [{ of: ["a"], weight: 1 }] }, { a: "Ada" })).toBe("Ada");
    expect(run({ kind: "same", rows: [{ of: ["a"], weight: 1 }] }, { a: "" })).toBe("before");
  });
});

describe("the debrief", () => {
  it("has nothing to say while nothing is rated", () => {
    const of = type({ "depth.async.rating": "" });
    for (const name of [
      "debrief.async.mean",
      "debrief.async.spread",
      "debrief.weighted-mean",
      "debrief.total-points",
    ])
      expect([name, of(name)]).toEqual([name, ""]);
  });

  it("weighs, adds and divides, and leaves NA and what is missing out on both sides", () => {
    // Weights of the fixture: async 50, data 33, ownership 17.
    let of = type({ "depth.async.rating": "3", "depth.data.rating": "NA", "intro.ownership.rating": "1" });
    expect([of("debrief.async.mean"), of("debrief.data.mean")]).toEqual(["3", ""]);
    expect(of("debrief.weighted-mean-before")).toBe(String(Math.round(((50 * 3 + 17) / 67) * 100) / 100));
    of = type({
      "debrief.async.consensus": "4",
      "debrief.data.consensus": "2",
      "debrief.ownership.consensus": "na",
    });
    expect(of("debrief.async.points")).toBe("200");
    expect(of("debrief.total-points")).toBe("266");
    expect(of("debrief.total-weights")).toBe("83");
    expect(of("debrief.weighted-mean")).toBe("3.2");
    of = type({ "debrief.async.consensus": "", "debrief.data.consensus": "" });
    expect([of("debrief.total-points"), of("debrief.weighted-mean")]).toEqual(["", ""]);
  });

  it("refuses what is no rating and says what is", () => {
    const of = type({ "depth.async.rating": "2" });
    expect(of("debrief.async.mean")).toBe("2");
    type({ "depth.async.rating": "5" });
    expect(alerts.at(-1)).toBe("Async and concurrency rating of stage 2: 1, 2, 3, 4, NA");
    expect(of("debrief.async.mean")).toBe("2");
  });
});
