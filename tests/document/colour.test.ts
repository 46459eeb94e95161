import { describe, expect, it } from "vitest";
import { accentFinding, contrastOnWhite } from "../../src/document/colour.js";

describe("contrast with white", () => {
  // Ratios as the WCAG 2 definition gives them.
  it.each([
    ["#000", 21],
    ["#ffffff", 1],
    ["#0b3d91", 10.04],
    ["#767676", 4.54],
    ["#595959", 7.0],
  ])("of %s is %f", (colour, ratio) => {
    expect(contrastOnWhite(colour)).toBeCloseTo(ratio, 2);
  });

  it.each(["red", "#12", "#12345", "rgb(0,0,0)", "#000;}", ""])("is not known of %j", (colour) => {
    expect(contrastOnWhite(colour)).toBeUndefined();
  });
});

describe("an accent", () => {
  const at = { line: 4, column: 11 };

  it("is taken from 7:1 on", () => {
    expect(accentFinding("#595959", "questions/teams/pay/team.md", at)).toBeUndefined();
  });

  it("is refused with the contrast that was measured", () => {
    expect(accentFinding("#0077cc", "questions/teams/pay/team.md", at)).toMatchObject({
      ...at,
      severity: "error",
      code: "faint-accent",
      message: "the accent #0077cc has a contrast of 4.65:1 with white, expected at least 7:1",
    });
    expect(accentFinding("teal", "questions/teams/pay/team.md", at)).toMatchObject({ code: "invalid-value" });
  });
});
