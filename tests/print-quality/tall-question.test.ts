import { expect, it } from "vitest";
import type { Workshop } from "../../src/build/build-settings.js";
import { makeKit } from "../../src/build/make-kit.js";
import { composePacket } from "../../src/packet/compose-packet.js";
import { withPrinter } from "../../src/print/printer.js";
import { bank, packetInput } from "../packet/packet-fixture.js";
import { renderer } from "../print/printed-kit.js";
import { readPdf } from "./pdf-pages.js";

/** The second stage's guide, with the wording of its first question so many times as long. */
async function guideWith(times: number, background = "") {
  const questions = bank.questions.map((question) =>
    question.id === "blocking-call"
      ? {
          ...question,
          background: `${question.background}\n\n${background}`,
          wording: Array(times).fill("What happens to a request that waits for a slow one?").join(" "),
        }
      : question,
  );
  const packet = composePacket(packetInput({ bank: { ...bank, questions }, options: { paper: "letter" } }));
  const documents = packet.documents.filter(({ name }) => name === "02-depth-guide");
  return withPrinter({}, async (printer) => {
    const workshop = {
      renderer,
      printer,
      settings: { paper: "letter", formats: ["html", "pdf"] },
    } as unknown as Workshop;
    const { files, findings } = await makeKit("roles/python.md", { ...packet, documents }, workshop);
    const content = (name: string) => files.find((file) => file.name === name)?.content;
    const step = /data-sheet="s2-q1" data-fit="([\w-]+)"/.exec(String(content("02-depth-guide.html")))?.[1];
    const { pages } = await readPdf(content("02-depth-guide.pdf") as Uint8Array);
    return { step, findings, pages: pages.map(({ body }) => body.map(({ text }) => text).join(" ")) };
  });
}

it("sets a question smaller as it grows, then moves its rating zone, whole, to the next page", async () => {
  const steps = [];
  for (const times of [2, 25, 36]) {
    const { step, pages, findings } = await guideWith(times);
    expect(findings).toEqual([]);
    steps.push(step);
    const rated = pages.filter((text) => text.includes("Anchor 1 blocking-call"));
    expect(rated).toHaveLength(1);
    for (const rating of [2, 3, 4]) expect(rated[0]).toContain(`Anchor ${rating} blocking-call`);
    expect(rated[0]?.includes("What happens to a request")).toBe(!step?.startsWith("split"));
  }
  expect(steps.slice(0, 2)).toEqual(["roomy", "tight"]);
  expect(steps[2]).toMatch(/^split/);
});

it("warns of a question that two pages cannot hold, with its height and minutes", async () => {
  const { findings } = await guideWith(120);
  expect(findings.map(({ code, path }) => [code, path])).toEqual([
    ["tall-question", bank.questions.find(({ id }) => id === "blocking-call")?.path],
  ]);
  expect(findings[0]?.message).toMatch(/^its page in stage 2 is \d{3,} mm tall, 247 mm fit \(\d+ min\)$/);
});

it("prints a question whose background is taller than two pages, with one field for each blank", async () => {
  const { findings, pages } = await guideWith(2, Array(900).fill("A right answer says why.").join(" "));
  expect(findings.map(({ code }) => code)).toEqual(["tall-question"]);
  expect(pages.filter((text) => text.includes("A right answer says why.")).length).toBeGreaterThan(2);
});
