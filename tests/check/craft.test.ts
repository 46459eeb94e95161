import { describe, expect, it } from "vitest";
import { saySame, whyUneven } from "../../src/craft/anchor-wording.js";
import { findWordingFaults } from "../../src/craft/question-wording.js";
import { findInsensitive } from "../../src/fairness/find-insensitive.js";

const rubric = (...texts: string[]) => texts.map((text, index) => ({ rating: index + 1, text }));

describe("anchors", () => {
  it("say the same when only praise differs", () => {
    expect(saySame("Shows a basic understanding of indexes.", "Shows a deep understanding of indexes.")).toBe(
      true,
    );
    expect(
      saySame("Adds an index on the date.", "Reads the plan, then adds an index on the date and the shop."),
    ).toBe(false);
  });

  it("are uneven when one speaks to somebody else", () => {
    expect(
      whyUneven(rubric("Guesses.", "Asks once.", "You should ask first.", "Asks and writes down.")),
    ).toBe("3 is written to the candidate, the others about the answer");
  });

  it("are uneven when one is a fraction of another", () => {
    const long =
      "Reads the plan, compares the two runs, names the missing index, and says how to try it out safely.";
    expect(whyUneven(rubric("Guesses wildly.", long, long, long))).toBe("1 has 2 words, 2 has 19");
    expect(
      whyUneven(rubric("Adds servers, or blames the network for it.", long, long, long)),
    ).toBeUndefined();
  });
});

describe("findWordingFaults", () => {
  it("lets probes ask for yes or no, and lean on what was said", () => {
    expect(findWordingFaults("Did you tell them?", "probe")).toEqual([]);
    expect(findWordingFaults("Did you tell them?", "wording").map(({ code }) => code)).toEqual(["yes-no"]);
    expect(findWordingFaults("What did you find out first, and whom did you tell?", "probe")).toEqual([]);
  });

  it("holds the questions of one case together, and keeps two occasions apart", () => {
    const told = "A job failed at night. What do you look at, and whom do you call?";
    expect(findWordingFaults(told, "wording")).toEqual([]);
    const twice = "Tell me about a time when you failed and a time when you led others.";
    expect(findWordingFaults(twice, "wording").map(({ code }) => code)).toEqual(["double-barrelled"]);
  });

  it("leaves what others say in quotes to them", () => {
    const text = 'A manager says: "Surely this takes a day, right?" What do you answer, and why?';
    expect(findWordingFaults(text, "wording")).toEqual([]);
  });
});

describe("findInsensitive", () => {
  it("gives the word, what may stand instead, and its place", () => {
    expect(findInsensitive(["Keep hosts in a list.", "Keep a whitelist of hosts."])).toEqual([
      [],
      [{ words: "whitelist", instead: ["passlist", "alrightlist", "safelist"], offset: 7 }],
    ]);
  });

  it("finds phrases wherever the line breaks, and nothing in what begins alike", () => {
    const meant = [
      "off the reservation",
      "the cleaning lady",
      "a firewoman",
      "saleswomen",
      "two salesladies",
      "a moron",
      "a faggot",
      "harelip",
      "the cleaning\n  lady",
      "the cleaning *lady*",
      "a man suffering\n  from a stroke",
      "a stroke victim",
      "a man suffering from a stroke",
      "his own man",
    ];
    const found = findInsensitive(meant.map((phrase) => `Somebody speaks of ${phrase} at work.`));
    expect(meant.filter((_, at) => found[at]?.length === 0)).toEqual([]);
    const ordinary =
      "A reservation system suffers a fault in its middleware and firewall; you plan the cleaning of data on your own machine, of old orders, and name the first victim.";
    expect(findInsensitive([ordinary])).toEqual([[]]);
  });

  it("leaves code and terms of the field alone", () => {
    expect(
      findInsensitive([
        "What does `whitelist` do on the host that runs master? A dummy value is invalid.",
        "Which primitive types and mental models help? A master's degree is not needed.",
      ]),
    ).toEqual([[], []]);
  });
});
