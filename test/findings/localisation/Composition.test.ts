import { compositionCost, learnComposition, logGamma } from "../../../src/core/findings/localisation/Composition";
import { probabilityOf } from "../../../src/core/findings/localisation/Cost";
import { RIGHT } from "./typedTable";

const channels = RIGHT.map((row) => row.slice(1, 4));

describe("how a total falls into its parts", () => {
  it.each([1, 2, 7])("the probabilities of all ways to split %i files add up to one", (total) => {
    for (const examples of [channels, channels.slice(0, 1), []]) {
      const composition = learnComposition(3, examples);
      let sum = 0;
      for (let one = 0; one <= total; one++) for (let other = 0; one + other <= total; other++) sum += probabilityOf(compositionCost(composition, [one, other, total - one - other]));
      expect(sum).toBeCloseTo(1, 2);
    }
  });

  it("a split as the other rows have it costs less than one as none has it", () => {
    const composition = learnComposition(3, channels);
    expect(compositionCost(composition, [60, 40, 0])).toBeLessThan(compositionCost(composition, [2, 3, 95]));
  });

  it("nothing at all costs nothing, and less than nothing cannot be", () => {
    const composition = learnComposition(3, channels);
    expect(compositionCost(composition, [0, 0, 0])).toBeCloseTo(0);
    expect(compositionCost(composition, [3, -1, 0])).toBe(Infinity);
  });
});

describe("logGamma", () => {
  it("is the logarithm of the factorials", () => {
    for (let count = 1, log = 0; count <= 60; count++) {
      expect(logGamma(count)).toBeCloseTo(log, 9);
      log += Math.log(count);
    }
  });

  it("holds between whole numbers: Γ(1/2) is the root of π", () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 9);
  });
});
