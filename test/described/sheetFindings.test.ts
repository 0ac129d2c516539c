import { DESCRIBED, sheetFindings } from "../../src/core/described/sheetFindings";
import { a1, parseA1 } from "../../src/core/sheet/Address";
import { numberValue, textValue, type Cell } from "../../src/core/sheet/Cell";
import { movedFormula } from "../../src/core/sheet/eachReference";
import { FormulaGraph } from "../../src/core/sheet/FormulaGraph";
import { recalculate } from "../../src/core/sheet/recalculate";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { finish } from "../../src/core/steps";

type Content = string | number;

/** A sheet by its cells: numbers, texts and formulas, these worked out. */
function sheetWith(cells: Readonly<Record<string, Content>>): Sheet {
  const rows = new Map<number, (Cell | undefined)[]>();
  for (const [at, content] of Object.entries(cells)) {
    const { row, column } = parseA1(at)!;
    const line = rows.get(row) ?? [];
    rows.set(row, line);
    const isFormula = typeof content === "string" && content.startsWith("=");
    line[column] = isFormula ? { value: numberValue(0), formula: content } : { value: typeof content === "number" ? numberValue(content) : textValue(content) };
  }
  const sheet: Sheet = { name: "Kế hoạch", visible: true, locked: false, rows: new Map([...rows].sort(([one], [other]) => one - other)), merges: [] };
  return recalculate(sheet, "all");
}

/** A formula filled from one cell into others. */
const filled = (formula: string, from: string, into: readonly string[]): Record<string, string> =>
  Object.fromEntries(into.map((at) => [at, movedFormula(formula, parseA1(from)!, parseA1(at)!)!]));

const down = (column: string, first: number, last: number): readonly string[] => Array.from({ length: last - first + 1 }, (_, index) => `${column}${first + index}`);

/** Twelve lines "Xã 1" … with two figures each and their sum beside. */
const LINES: Record<string, Content> = {
  ...Object.fromEntries(down("A", 2, 13).map((at, index) => [at, `Xã ${index + 1}`])),
  ...Object.fromEntries(down("B", 2, 13).map((at, index) => [at, 10 + index * 3])),
  ...Object.fromEntries(down("C", 2, 13).map((at, index) => [at, 5 + index])),
  ...filled("=B2+C2", "D2", down("D", 2, 13)),
};

const TOTALS = { A14: "Tổng", ...filled("=SUM(B2:B13)", "B14", ["B14", "C14", "D14"]) };

const told = (cells: Readonly<Record<string, Content>>): readonly string[] => {
  const sheet = sheetWith(cells);
  const audit = finish(sheetFindings(sheet, new FormulaGraph(sheet)));
  return (audit?.findings ?? []).map(({ severity, reasons: [{ check }], cells: at, suggestions: [best] }) => {
    const to = best?.changes[0]!.to;
    return `${severity} ${check} ${at.map(a1).join(" ")}${to?.kind === "formula" ? ` → ${to.formula} [${best!.sure}]` : ""}`;
  });
};

describe("a sheet that no form claims", () => {
  it("has nothing said of it where its formulas go together", () => expect(told({ ...LINES, ...TOTALS })).toEqual([]));

  it("is not looked at without formulas", () => {
    const sheet = sheetWith({ A1: "Tổng", B1: 3 });
    expect(finish(sheetFindings(sheet, new FormulaGraph(sheet)))).toBeUndefined();
  });

  it("has an odd formula told, with the one its neighbours have", () => {
    expect(told({ ...LINES, ...TOTALS, D7: "=B7" })).toEqual(["warning formula-differs D7 → =B7+C7 [possible]"]);
  });

  it("has an odd formula that comes to the same noted only", () => {
    expect(told({ ...LINES, ...TOTALS, D7: "=B7+C8-1" })).toEqual(["info formula-differs D7 → =B7+C7 [possible]"]);
  });

  it("has a number typed over a formula told", () => {
    expect(told({ ...LINES, ...TOTALS, D7: 31 })).toEqual(["warning number-among-formulas D7 → =B7+C7 [possible]"]);
  });

  it("says in words what stands there and what the neighbours have", () => {
    const sheet = sheetWith({ ...LINES, ...TOTALS, D7: 31 });
    const [finding] = finish(sheetFindings(sheet, new FormulaGraph(sheet)))!.findings;
    expect(finding!.message.vi).toBe("Ô D7 là số gõ tay 31, khác 11 ô cạnh nó trong cột D (theo các ô ấy thì là =B7+C7; tính theo công thức đó được 35, ô đang ghi 31).");
    expect([finding!.form, finding!.sheet]).toEqual([DESCRIBED, "Kế hoạch"]);
  });

  it("has a reference to another row told at the end of a row, where the rows beside go on to the end", () => {
    const years = "BCDEFGHI".split("");
    const sheet = { ...Object.fromEntries([4, 5, 6].flatMap((row) => years.map((column) => [`${column}${row}`, row * 10]))) };
    const rows = [1, 2, 3].flatMap((row) => Object.entries(filled(`=B${row + 3}*2`, `B${row}`, years.map((column) => `${column}${row}`))));
    expect(told({ ...sheet, ...Object.fromEntries(rows) })).toEqual([]);
    expect(told({ ...sheet, ...Object.fromEntries(rows), I2: "=I6*2" })).toEqual(["warning formula-differs I2 → =I5*2 [possible]"]);
  });

  it("has another formula at the end of a run left alone: something new may begin there", () => {
    expect(told({ ...LINES, B14: "=SUM(B2:B13)", C14: "=SUM(C2:C13)", D14: "=SUM(B14:C14)" })).toEqual([]);
  });

  it("has a row of sums amid a column of formulas left alone", () => {
    expect(told({ ...LINES, ...filled("=B2*1", "C2", down("C", 2, 13)), ...filled("=SUM(B2:B6)", "B7", ["B7", "C7", "D7"]) })).toEqual([]);
  });

  it("has a row that was typed throughout left alone", () => {
    expect(told({ ...LINES, ...filled("=B2*2", "C2", down("C", 2, 13)), C7: 40, D7: 60 })).toEqual([]);
  });

  it("has numbers kept as text under a SUM told as an error", () => {
    expect(told({ ...LINES, ...TOTALS, C4: "7", C9: "12" })).toEqual(["error sum-skips-text C14 C4 C9"]);
  });

  it("has a year over the numbers left alone", () => {
    expect(told({ ...LINES, C1: "2023", C14: "=SUM(C1:C13)" })).toEqual([]);
  });

  it("has a sum told that counts cells twice", () => {
    const cells = { ...Object.fromEntries(down("B", 2, 9).map((at) => [at, 4])), B5: "=SUM(B6:B7)", B10: "=SUM(B2:B9)" };
    expect(told(cells)).toEqual(["warning sum-counts-twice B10 B5"]);
    // SUBTOTAL leaves sums like itself out.
    expect(told({ ...cells, B5: "=SUBTOTAL(9,B6:B7)", B10: "=SUBTOTAL(9,B2:B9)" })).toEqual([]);
  });

  it("has a sum told that leaves out the line just above it, but no sum and no memo", () => {
    const cells = (label: string) => ({ ...LINES, ...Object.fromEntries(down("D", 2, 13).map((at) => [at, 1])), A13: label, B14: "=SUM(B2:B12)" });
    expect(told(cells("Xã 12"))).toEqual(["warning sum-stops-short B14 B13"]);
    expect(told(cells("Trong đó: cấp lại"))).toEqual([]);
    expect(told(cells("Cộng"))).toEqual([]);
  });
});
