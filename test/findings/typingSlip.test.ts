import { slipProbability, slipsTo, typingSlip } from "../../src/core/findings/localisation/events/slips";

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
    ["1.8 for 18", 18, 180, "one digit too many"],
    ["18 for 1.8", 180, 18, "decimal point missing"],
    ["2.3 for 3.2", 23, 32, "digits swapped"],
    ["1.9 for 1.8", 19, 18, "one digit mistyped"],
    ["2 for 2.5", 20, 25, undefined],
    ["0.8 for 1.8", 8, 18, "one digit mistyped"],
  ])("is told on the digits as typed: %s is %s", (_, typed, meant, words) => {
    expect(typingSlip(typed, meant, 1)?.en).toBe(words);
  });

  it.each([0, 1, 2])("that leads to a figure is among those told of it, at %i decimals", (decimals) => {
    for (const typed of [7, 18, 120, 1652]) {
      for (const meant of slipsTo(typed, decimals)) expect(slipProbability(typed, meant, decimals)).toBeGreaterThan(0);
    }
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
