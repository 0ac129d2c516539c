import { a1 } from "../../src/core/sheet/Address";
import { inTenths } from "../fixtures/inTenths";
import { addLeaves, checkOf, failsOf, LIVE_REPORT, liveWith, sheetOf, tableIn, tally, verdictsOf, HEADER, rowOf, FIELDS, type Cells, type Leaves } from "../fixtures/report";

const range = checkOf("formula-range");
const told = (cells: Readonly<Record<string, string>>) => failsOf(verdictsOf(range, liveWith(cells)));

describe("a sum formula", () => {
  it("passes where it adds exactly its parts", () => {
    expect(tally(verdictsOf(range, liveWith()))).toEqual({ pass: 23 });
  });

  it.each([
    ["written in another order", "C8", "=F8+D8+E8 -> 155"],
    ["as a SUM along the row", "C8", "=SUM(D8:F8) -> 155"],
    ["with dollars", "C8", "=SUM($D8:$F8) -> 155"],
    ["across the row instead of down the column", "C11", "=D11+E11+F11 -> 711"],
    ["cell by cell", "D11", "=D7+D8+D9+D10 -> 533"],
    ["in pieces", "D11", "=SUM(D7:D8,D9:D10) -> 533"],
    ["reaching over a blank row below the lines", "D11", "=SUM(D7:D10) -> 533"],
    ["reaching up into the numbering row", "D11", "=SUM(D6:D10) -> 533"],
  ])("passes %s", (_, at, formula) => {
    expect(told({ [at]: formula })).toEqual([]);
  });

  it.each([
    ["leaves out the last row", "C11", "=SUM(C7:C9) -> 665", /bỏ sót ô C10\.$/, "=SUM(C7:C10)"],
    ["leaves out the first row", "D11", "=SUM(D8:D10) -> 233", /bỏ sót ô D7\.$/, "=SUM(D7:D10)"],
    ["leaves out a part of a line", "G7", "=H7+I7 -> 340", /bỏ sót ô J7\.$/, "=H7+I7+J7"],
    ["adds the wrong row's part", "C8", "=D8+E8+F9 -> 175", /bỏ sót ô F8\.$/, "=D8+E8+F8"],
    ["adds another total as well", "C8", "=D8+E8+F8+G8 -> 305", /cộng thừa ô G8\.$/, "=D8+E8+F8"],
    ["adds another total across the total row", "C11", "=D11+E11+F11+G11 -> 1360", /cộng thừa ô G11\.$/, "=D11+E11+F11"],
    ["adds itself", "D11", "=SUM(D7:D11) -> 0", /cộng thừa ô D11\.$/, "=SUM(D7:D10)"],
    ["takes the wrong row", "C8", "=D9+E9+F9 -> 150", /bỏ sót ô D8, E8, F8\.$/, "=D8+E8+F8"],
  ])("that %s is told, with the right formula", (_, at, formula, phrase, proper) => {
    const fails = told({ [at]: formula });
    expect(fails.map(({ cells }) => cells.map(a1))).toEqual([[at]]);
    expect(fails[0]!.phrase.vi).toMatch(phrase);
    expect(fails[0]!.suggestions).toHaveLength(1);
    expect(fails[0]!.suggestions![0]).toMatchObject({ sure: "certain", changes: [{ to: { kind: "formula", formula: proper } }] });
    expect(fails[0]!.spoils).toEqual([fails[0]!.cells[0]]);
  });

  it.each([
    ["takes a part away", "C8", "=D8+E8-F8 -> 145"],
    ["adds a part twice", "C8", "=D8+E8+F8+F8 -> 160"],
    ["adds a part twice over two blocks", "D11", "=SUM(D7:D9,D9:D10) -> 613"],
  ])("that %s is told, with the right formula", (_, at, formula) => {
    const fails = told({ [at]: formula });
    expect(fails.map(({ cells }) => cells.map(a1))).toEqual([[at]]);
    expect(fails[0]!.phrase.vi).toMatch(/không cộng đúng một lần ô [DF]\d+\.$/);
  });

  it.each([
    ["K8", "=C8-G8 -> 5"],
    ["C11", "=G11+K11 -> 711"],
    ["K11", "=C11-G11 -> 62"],
  ])("that works %s out of other columns of its row, %s, is not judged", (at, formula) => {
    const verdicts = verdictsOf(range, liveWith({ [at]: formula }));
    expect(tally(verdicts)).toEqual({ pass: 22, skip: 1 });
  });

  it("over numbers kept as text is told at the texts, for SUM skips them", () => {
    const fails = told({ D8: '"120"', D9: '"080"' });
    expect(fails.map(({ cells }) => cells.map(a1))).toEqual([["D8", "D9"]]);
    expect(fails[0]!.spoils).toEqual([{ row: 10, column: 3 }]);
    expect(fails[0]!.suggestions![0]!.changes.map(({ to }) => to)).toEqual([
      { kind: "number", number: 120 },
      { kind: "number", number: 80 },
    ]);
  });

  it("may pass over a text that means nothing or nought", () => {
    expect(told({ M8: '"0"', L8: "-" })).toEqual([]);
  });

  it("of another shape is not judged", () => {
    expect(tally(verdictsOf(range, liveWith({ C8: "=MAX(D8:F8)+35 -> 155" })))).toEqual({ pass: 22, skip: 1 });
  });

  it("of scores is offered with the score it comes to, exactly", () => {
    const scores = inTenths(liveWith({ D8: "1.8", E8: "17.4", F8: "0.1", C8: "=D8+E8 -> 19.2" }));
    const [fail] = failsOf(verdictsOf(range, scores));
    expect(fail!.suggestions![0]!.changes[0]!.to).toEqual({ kind: "formula", formula: "=D8+E8+F8", value: { kind: "number", number: 19.3 } });
    const [texts] = failsOf(verdictsOf(range, inTenths(liveWith({ D8: '"1,8"' }))));
    expect(texts!.suggestions![0]!.changes.map(({ to }) => to)).toEqual([{ kind: "number", number: 1.8 }]);
  });

  it("shows five of many cells it leaves out", () => {
    const long: readonly Cells[] = Array.from({ length: 12 }, (_, index) => rowOf(String(index + 1), `Lĩnh vực ${index + 1}`, FIELDS[0]![1]));
    const total: Cells = ["TỔNG CỘNG", "", "=C5 -> 360", ...rowOf("", "", addLeaves(long.map(() => FIELDS[0]![1]))).slice(3)];
    const [fail] = failsOf(verdictsOf(range, tableIn(sheetOf([...HEADER, ...long, total]))));
    expect(fail!.phrase.vi).toMatch(/bỏ sót ô C6, C7, C8, C9, C10, … \(11\)\.$/);
  });
});

describe("sums of sections", () => {
  const [one, two] = FIELDS.map(([, leaves]) => leaves) as [Leaves, Leaves];
  const sheet = (total: string) =>
    tableIn(sheetOf([...HEADER, ["I", "Cấp tỉnh", "=SUM(C6:C6) -> 360"], rowOf("1", "Đất đai", one), ["II", "Cấp xã", "=SUM(C8) -> 155"], rowOf("1", "Hộ tịch", two), ["", "TỔNG CỘNG", total]]));

  it.each(["=C5+C7 -> 515", "=SUM(C5,C7) -> 515"])("may be added up as %s", (formula) => {
    expect(failsOf(verdictsOf(range, sheet(formula)))).toEqual([]);
  });

  it("are left out by a total that forgets a section", () => {
    const [fail] = failsOf(verdictsOf(range, sheet("=C5 -> 360")));
    expect(fail!.suggestions![0]!.changes[0]!.to).toMatchObject({ formula: "=SUM(C5,C7)" });
  });

  it("are counted twice by a sum over the whole column", () => {
    const [fail] = failsOf(verdictsOf(range, sheet("=SUM(C5:C8) -> 1030")));
    expect(fail!.phrase.vi).toMatch(/cộng thừa ô C6, C8\.$/);
  });

  it("may be passed over by a total that adds up the lines", () => {
    expect(failsOf(verdictsOf(range, sheet("=C6+C8 -> 515")))).toEqual([]);
  });
});

it("the live fixture is a sound report", () => {
  expect(LIVE_REPORT.at(-1)![2]).toBe("=SUM(C7:C10) -> 711");
});
