import { sureOf } from "../../../src/core/findings/explain";
import type { Gap } from "../../../src/core/form/Form";
import { figures, likeliest, localised, said, sum } from "./anyLayout";

const FILES = { unit: "hồ sơ" };
const SCORES = { unit: "điểm", decimals: 1, max: 2 };
const DONG = { unit: "đồng" };
const gap = (question: string, sign: Gap["sign"], likelihood = 1 / 7): Gap => {
  const nothing = { vi: "", en: "" };
  return { question, sign, likelihood, statement: nothing, lawful: nothing, unlawful: nothing, ask: nothing, hint: nothing };
};

/** Nine scores under one total, as indicators have them; `wrong` overwrites some. */
const scores = (wrong: Readonly<Record<string, number>> = {}) => {
  const right = { B1: 1.8, B2: 2, B3: 1.7, B4: 2, B5: 2, B6: 1.9, B7: 2, B8: 1.6, B9: 2, B10: 17 };
  return localised([sum(figures(SCORES, { ...right, ...wrong }), "B10", "B1 B2 B3 B4 B5 B6 B7 B8 B9")]);
};

/** Three units of two kinds of files in lines, added up both ways. */
const BOTH_WAYS = { B1: 41, C1: 12, D1: 53, B2: 230, C2: 18, D2: 248, B3: 76, C3: 35, D3: 111, B4: 347, C4: 65, D4: 412 };

function bothWays(kind: typeof FILES, cells: Readonly<Record<string, number>>) {
  const at = figures(kind, cells);
  return localised([...[1, 2, 3, 4].map((row) => sum(at, `D${row}`, `B${row} C${row}`)), ...["B", "C", "D"].map((column) => ({ ...sum(at, `${column}4`, `${column}1 ${column}2 ${column}3`), check: "total" }))]);
}

describe("causes in any layout", () => {
  it("a column of scores with a decimal comes out: nothing is said", () => {
    expect(scores().causes).toEqual([]);
  });

  it("one figure of two sums is found, to its decimals", () => {
    const shares = Object.fromEntries(Object.entries(BOTH_WAYS).map(([cell, number]) => [cell, number / 10]));
    const { causes, wholes } = bothWays({ unit: "%", decimals: 1 } as typeof FILES, { ...shares, B2: 32 });
    expect(wholes.map(({ repairs }) => said(repairs))[0]).toEqual(["B2=23"]);
    expect(sureOf(causes[0]!.options[0], true)).toBe("certain");
  });

  it("a decimal point left out is one slip", () => {
    const { causes } = scores({ B3: 17 });
    expect(likeliest({ causes, wholes: [], complete: true })).toEqual([["B3=1.7"]]);
    expect(causes[0]!.options[0].events[0]!.what.en).toBe("decimal point missing");
  });

  it("under one sum every cell is a candidate, none certain, and none beyond what its column can hold", () => {
    const { causes, complete } = scores({ B8: 1.5 });
    expect(complete).toBe(true);
    expect(causes).toHaveLength(1);
    const { options, candidates } = causes[0]!;
    const offered = [...options, ...candidates].flatMap(({ events }) => events.flatMap(({ repairs }) => said(repairs)));
    // 2 and one tenth more would be above the most.
    expect([...new Set(offered)].sort()).toEqual(["B10=16.9", "B1=1.9", "B3=1.8", "B6=2", "B8=1.6"].sort());
    for (const each of [...options, ...candidates]) expect(sureOf(each, complete)).not.toBe("certain");
  });

  it("in sums of more than a dozen cells not every cell is offered", () => {
    const cells = Object.fromEntries(Array.from({ length: 30 }, (_, row) => [`B${row + 1}`, 20 + row]));
    const total = Object.values(cells).reduce((added, each) => added + each, 0) + 9;
    const { causes } = localised([sum(figures(FILES, { ...cells, B31: total }), "B31", Object.keys(cells).join(" "))]);
    expect(causes[0]!.candidates).toEqual([]);
  });

  it("a figure above all there may be in files is found where money is counted", () => {
    const money = Object.fromEntries(Object.entries(BOTH_WAYS).map(([cell, number]) => [cell, number * 1_250_000]));
    const { wholes } = bothWays(DONG as typeof FILES, { ...money, C3: 34_750_000 });
    expect(said(wholes[0]!.repairs)).toEqual(["C3=43750000"]);
  });

  it("a sum over cells of two tables is neither along a row nor down a column, and bears a cell out", () => {
    const at = figures(FILES, { B1: 41, B2: 203, B3: 76, B4: 347, E8: 230, F9: 117, H20: 347 });
    const { causes } = localised([sum(at, "B4", "B1 B2 B3"), { ...sum(at, "H20", "E8 F9"), check: "both tables" }, { ...sum(at, "H20", "B1 B2 B3"), check: "across" }]);
    expect(likeliest({ causes, wholes: [], complete: true })).toEqual([["B2=230"]]);
    expect(sureOf(causes[0]!.options[0], true)).toBe("certain");
  });
});

describe("lawful differences", () => {
  const LINES = [1, 2, 3, 4, 5, 6];
  const received = { A1: 134, A2: 57, A3: 412, A4: 23, A5: 268, A6: 86 };
  const resolved = { B1: 116, B2: 49, B3: 377, B4: 20, B5: 241, B6: 79 };
  const pending = { C1: 18, C2: 8, C3: 35, C4: 3, C5: 27, C6: 7 };
  const withGap = (wrong: Readonly<Record<string, number>>, asked: Gap) => {
    const at = figures(FILES, { ...received, ...resolved, ...pending, ...wrong });
    return localised(LINES.map((row) => sum(at, `A${row}`, `B${row} C${row}`, asked)));
  };

  it.each([
    ["above its parts", { A3: 457 }, "positive"],
    ["below them", { A3: 367 }, "negative"],
    ["above, where both are", { A3: 457 }, "either"],
    ["below, where both are", { A3: 367 }, "either"],
  ] as const)("a total %s is left as it is, where that is lawful", (_, wrong, sign) => {
    expect(withGap(wrong, gap("question", sign)).wholes[0]!.repairs).toEqual([]);
  });

  it.each([
    ["above its parts", { A3: 457 }, "negative"],
    ["below them", { A3: 367 }, "positive"],
  ] as const)("a total %s is no lawful difference, where only the other is", (_, wrong, sign) => {
    expect(withGap(wrong, gap("question", sign)).wholes[0]!.repairs).not.toEqual([]);
  });

  it("one question in a table says nothing of another: each is as likely as its form says", () => {
    const at = figures(FILES, { ...received, ...resolved, ...pending, A3: 457, D1: 110, E1: 110, D3: 402, E3: 345 });
    const both = (likelihood: number) =>
      localised([...LINES.map((row) => sum(at, `A${row}`, `B${row} C${row}`, gap("files", "positive"))), ...[1, 3].map((row) => ({ ...sum(at, `D${row}`, `E${row}`, gap("procedures", "positive", likelihood)), check: "procedures" }))]);
    expect(both(1 / 7).wholes[0]!.repairs).toEqual([]);
    expect(both(1e-9).wholes[0]!.repairs.length).toBeGreaterThan(0);
  });
});
