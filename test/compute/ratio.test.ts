import fc from "fast-check";
import { roundedRatio } from "../../src/core/sheet/ratio";

describe("a rounded ratio", () => {
  it.each([
    [1, 8, 2, 13],
    [2125, 2130, 4, 9977],
    [951, 1652, 4, 5757],
    [201, 20_000, 4, 101],
    [0, 5, 2, 0],
    [-1, 8, 2, -13],
    [1, 3, 0, 0],
  ])("%d/%d to %d decimals is %d units", (numerator, denominator, decimals, units) => {
    expect(roundedRatio(numerator, denominator, decimals)).toBe(units);
  });

  it("is undefined over nothing, for fractions, and beyond exact numbers", () => {
    expect(roundedRatio(1, 0, 2)).toBeUndefined();
    expect(roundedRatio(0.5, 1, 2)).toBeUndefined();
    expect(roundedRatio(Number.MAX_SAFE_INTEGER, 1, 4)).toBeUndefined();
  });

  it("is never further from the truth than half a unit, and halves go up", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.integer({ min: 1, max: 2_000_000_000 }), fc.nat(6), (numerator, denominator, decimals) => {
        const units = roundedRatio(numerator, denominator, decimals)!;
        const twiceTheError = 2n * (BigInt(units) * BigInt(denominator) - BigInt(numerator) * 10n ** BigInt(decimals));
        expect(twiceTheError > -BigInt(denominator) && twiceTheError <= BigInt(denominator)).toBe(true);
      }),
    );
  });
});
