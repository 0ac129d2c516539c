import { typingSlip } from "../../src/core/findings/localisation/events/slips";

describe("a slip of the fingers", () => {
  it.each([
    [102, 120, "digits swapped"],
    [1625, 1652, "digits swapped"],
    [125, 120, "one digit mistyped"],
    [12, 120, "one digit missing"],
    [20, 120, "one digit missing"],
    [1220, 120, "one digit too many"],
    [9, 99, "one digit missing"],
  ])("%d for %d is %s", (typed, meant, words) => {
    expect(typingSlip(typed, meant)?.en).toBe(words);
  });

  it.each([
    ["the same count", 120, 120],
    ["two digits mistyped", 345, 365 + 1],
    ["digits swapped over a distance", 321, 123],
    ["two digits missing", 1, 120],
    ["a cell left at nought", 0, 14],
    ["a count that should be nought", 14, 0],
    ["a negative", -3, 3],
  ])("is not %s", (_, typed, meant) => {
    expect(typingSlip(typed, meant)).toBeUndefined();
  });
});
