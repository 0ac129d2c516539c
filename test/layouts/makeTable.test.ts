import { a1 } from "../../src/core/sheet/Address";
import { calculate } from "../fixtures/book/calculate";
import { AXES, featuresOf, type Axis } from "../../bench/layouts/Layout";
import { makeTable } from "../../bench/layouts/makeTable";
import { breaks, plant, PLANTINGS } from "../../bench/layouts/plant";
import { chance } from "../../bench/localisation/chance";

const SEEDS = Array.from({ length: 500 }, (_, seed) => seed);
/** Long tables take long, and show nothing more. */
const SHORT = { fixed: { size: "small" } } as const;

describe("tables laid out by chance", () => {
  it("keep every sum they print, hidden rows left out where their sums leave them out", () => {
    const broken = SEEDS.flatMap((seed) => {
      const table = makeTable(seed, seed % 50 === 0 ? {} : SHORT);
      return breaks(table.relations, calculate(table.book)).map(({ total }) => `${seed} ${a1(total)}`);
    });
    expect(broken).toEqual([]);
  });

  it("have every feature there is", () => {
    const all = (Object.keys(AXES) as Axis[]).flatMap((axis) => AXES[axis].map((value) => `${axis}: ${value}`));
    expect(all.length).toBeGreaterThan(100);
    const met = new Set(SEEDS.flatMap((seed) => featuresOf(makeTable(seed, SHORT).layout)));
    expect(all.filter((feature) => !met.has(feature) && !feature.startsWith("size"))).toEqual([]);
  });

  it("are the same for the same number", () => {
    expect(calculate(makeTable(7).book).figure(makeTable(7).figures[5]!)).toBe(calculate(makeTable(7).book).figure(makeTable(7).figures[5]!));
    expect(makeTable(7).layout).toEqual(makeTable(7).layout);
  });

  it("lose a sum to an error that is called decidable, and only then", () => {
    const drawn = SEEDS.slice(0, 140).flatMap((seed) => plant(makeTable(seed, SHORT), PLANTINGS[seed % PLANTINGS.length]!, chance(seed)) ?? []);
    expect(drawn.length).toBeGreaterThan(60);
    const misjudged = drawn.filter(
      ({ table, book, isDecidable }) =>
        breaks(
          table.relations.filter(({ kind }) => kind !== "asked"),
          calculate(book),
        ).length >
          0 !==
        isDecidable,
    );
    expect(misjudged).toEqual([]);
    expect(drawn.filter(({ isDecidable }) => isDecidable).length).toBeGreaterThan(drawn.length / 2);
  });
});
