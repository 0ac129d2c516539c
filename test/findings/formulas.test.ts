import { audit } from "../../src/core/audit";
import { parseA1Range } from "../../src/core/sheet/Address";
import { recalculate } from "../../src/core/sheet/recalculate";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";
import { sayFinding } from "../fixtures/audited";
import { namesWith } from "../fixtures/namesWith";
import { LIVE_REPORT, sheetOf } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";

const LETTERS = [..."CDEFGHIJKLM"];
const live = sheetOf(LIVE_REPORT);

/** The live report with cells written over, all of it calculated anew; lines on rows 7–10, the total on row 11. */
const made = (cells: Readonly<Record<string, string>>, more: Partial<Sheet> = {}): Sheet => recalculate({ ...withCells(live, cells), ...more }, "all");
const totals = (formula: (column: string) => string) => Object.fromEntries(LETTERS.map((column) => [`${column}11`, formula(column)]));

async function told(...sheets: readonly Sheet[]) {
  const { tables } = await audit(sheets, LIBRARY);
  return tables.flatMap(({ findings }) => findings);
}
const errors = async (...sheets: readonly Sheet[]): Promise<readonly string[]> => (await told(...sheets)).filter(({ severity }) => severity === "error").map(sayFinding);

const NAMES = namesWith({ defined: Object.fromEntries(LETTERS.map((column) => [`COT_${column}`, `='II.06a'!$${column}$7:$${column}$10`])) });
const TABLE = { name: "Bang", sheet: "II.06a", range: parseA1Range("A6:M11")!, columns: [..."ABCDEFGHIJKLM"].map((letter) => `Cột ${letter}`), hasHeadings: true, hasTotals: true };

/** Ways to add up the total row. */
const WAYS: Readonly<Record<string, readonly [formula: (column: string) => string, more?: Partial<Sheet>]>> = {
  SUBTOTAL: [(column) => `=SUBTOTAL(9,${column}7:${column}10)`],
  "AGGREGATE over what shows": [(column) => `=_xlfn.AGGREGATE(9,5,${column}7:${column}10)`],
  "the own sheet's name": [(column) => `=SUM('II.06a'!${column}7:${column}10)`],
  names: [(column) => `=SUM(cot_${column})`, { names: NAMES }],
  "a table's columns": [(column) => `=SUBTOTAL(109,Bang[Cột ${column}])`, { names: namesWith({ tables: [TABLE] }) }],
  INDEX: [(column) => `=SUM(${column}$7:INDEX(${column}:${column},ROW()-1))`],
  OFFSET: [(column) => `=SUM(${column}7:OFFSET(${column}11,-1,0))`],
  IFERROR: [(column) => `=IFERROR(ROUND(SUM(${column}7:${column}10),0),0)`],
  SUMPRODUCT: [(column) => `=SUMPRODUCT(${column}7:${column}10)`],
};

/** Excel moves no names along: what they stand for is written plainly. */
const offered = (way: string, formula: string): string => (/name|table/.test(way) && !way.startsWith("the") ? "=SUM(D7:D10)" : formula);

describe.each(Object.entries(WAYS))("a total row by %s", (way, [formula, more]) => {
  it("is right where the table is", async () => {
    expect(await told(made(totals(formula), more))).toEqual([]);
  });

  it("leaves a number typed over a line's sum the only one at fault, and its formula is put back", async () => {
    expect(await errors(made({ ...totals(formula), C9: "151" }, more))).toEqual(["C9: certain C9 151→=D9+E9+F9"]);
  });

  it("is at fault itself where a number was typed over it", async () => {
    const [first, ...others] = await errors(made({ ...totals(formula), D11: "561" }, more));
    expect(others).toEqual([]);
    expect(first).toBe(`D11: certain D11 561→${offered(way, formula("D"))}`);
  });
});

describe("a total that leaves out what a filter hides", () => {
  const hiddenRows: Sheet["hiddenRows"] = new Map([[7, "filtered"]]);

  it.each(["SUBTOTAL", "AGGREGATE over what shows", "a table's columns"])("by %s is held against the rows that show, and that it is not all is told", async (way) => {
    const [formula, more] = WAYS[way]!;
    const findings = await told(made(totals(formula), { ...more, hiddenRows }));
    expect(findings.filter(({ reasons: [{ check }] }) => check !== "unseen").map(({ severity, message }) => `${severity} ${message.vi}`)).toEqual([
      expect.stringMatching(/^warning 1 dòng đang bị lọc hoặc ẩn \(dòng 8\).* chỉ cộng các dòng đang hiện/),
    ]);
  });

  it("by SUBTOTAL still counts rows that were only hidden by hand", async () => {
    const findings = await told(made(totals(WAYS["SUBTOTAL"]![0]), { hiddenRows: new Map([[7, "hidden"]]) }));
    expect(findings.filter(({ reasons: [{ check }] }) => check !== "unseen")).toEqual([]);
  });

  it("does not hide an error of a row that shows", async () => {
    expect(await errors(made({ ...totals(WAYS["SUBTOTAL"]![0]), C9: "951" }, { hiddenRows }))).toEqual(["C9: certain C9 951→=D9+E9+F9"]);
  });
});

describe("a formula at fault", () => {
  it.each([
    ["with a number left in it", { C8: "=D8+E8+F8+5" }, "C8: certain C8 =D8+E8+F8+5→=D8+E8+F8"],
    ["that forgets a term", { C8: "=D8+F8" }, "C8: certain C8 =D8+F8→=D8+E8+F8"],
    ["whose range is too short", { D11: "=SUBTOTAL(9,D7:D9)" }, "D11: certain D11 =SUBTOTAL(9,D7:D9)→=SUM(D7:D10)"],
    ["that runs into the total beside it", { C8: "=SUM(D8:G8)" }, "C8: certain C8 =SUM(D8:G8)→=D8+E8+F8"],
  ])("%s is mended by its neighbours' formula", async (_, cells, expected) => {
    expect(await errors(made(cells))).toEqual([expected]);
  });

  it.each([
    ["the total over it", { L9: "=L11 -> 53" }],
    ["a total typed over it", { L9: "=L11 -> 53", L11: "53" }],
    ["itself", { L9: "=L9 -> 30" }],
  ])("that takes %s leads round in a circle: that is told, and no cell is changed for it", async (_, cells) => {
    const findings = (await told(withCells(live, cells))).filter(({ severity }) => severity === "error");
    expect(findings.map(({ cells: [at], suggestions, message }) => [at, suggestions, message.vi.includes("vòng lặp")])).toEqual([[{ row: 8, column: 11 }, [], true]]);
  });

  it("of an array's block is told once for the block, and never changed alone", async () => {
    const block = parseA1Range("C7:C10")!;
    const inBlock = (formula: string): Sheet => {
      const sheet = withCells(live, Object.fromEntries([7, 8, 9, 10].map((row) => [`C${row}`, formula])));
      const rows = new Map([...sheet.rows].map(([row, line]) => [row, line.map((cell, column) => (cell && column === 2 && row >= 6 && row <= 9 ? { ...cell, block } : cell))]));
      return recalculate({ ...sheet, rows }, "all");
    };
    expect(await told(inBlock("=D7:D10+E7:E10+F7:F10"))).toEqual([]);
    const findings = await told(inBlock("=D7:D10+E7:E10"));
    expect(findings.map(({ severity, cells, suggestions }) => [severity, cells.length, suggestions])).toEqual([["error", 4, []]]);
    expect(findings[0]!.message.vi).toContain("khối công thức mảng C7:C10");
  });
});

describe("a figure that a formula gives", () => {
  const typedTotals = { C11: "711", D11: "533" };

  it("is right where the table is, whatever the formula", async () => {
    const cells = { D9: "=VLOOKUP(A9,Nguồn!A:F,4,0) -> 80", D10: "=30+3", E9: "='Phường'!E9 -> 45", E10: "='[Xã.xlsx]T1'!E10 -> 11", C9: "=MAX(D9+E9+F9,0) -> 150" };
    expect(await told(withCells(live, cells))).toEqual([]);
  });

  it.each([
    ["typed into it", "=4+4", "D9: possible D9 =4+4→80"],
    ["of another sheet", "='Phường'!D9 -> 8", "D9: "],
    ["of another workbook", "='[Xã.xlsx]T1'!D9 -> 8", "D9: "],
    ["that it looks up", "=VLOOKUP(A9,Nguồn!A:F,4,0) -> 8", "D9: "],
  ])("%s is found wrong, named with its source, and never written over for sure", async (_, formula, expected) => {
    const findings = await told(withCells(recalculate(withCells(live, { D9: formula }), "all"), typedTotals));
    const found = findings.filter(({ severity }) => severity === "error");
    expect(found.map(sayFinding)).toEqual([expected]);
    expect(found[0]!.message.vi).toContain(formula.split(" -> ")[0]!);
  });

  it("by a formula that nobody understands leaves nothing about the cells it reads certain", async () => {
    const cells = { D9: "8", C9: "=MAX(D9+E9+F9,0) -> 78" };
    const findings = await told(withCells(recalculate(withCells(live, cells), "all"), typedTotals));
    expect(findings.flatMap(({ suggestions }) => suggestions.map(({ sure }) => sure)).filter((sure) => sure !== "possible")).toEqual([]);
    expect(findings.some(({ cells: [at] }) => at.row === 8 && at.column === 3)).toBe(true);
  });
});

it("old results of SUBTOTAL are told as such, and no cell is blamed for them", async () => {
  const findings = await told(withCells(made(totals(WAYS["SUBTOTAL"]![0])), { D8: "220" }));
  expect(findings.map(({ severity, message }) => `${severity} ${message.vi}`)).toEqual([expect.stringMatching(/^warning 2 ô công thức đang hiện kết quả cũ \(C8, D11\).*F9/)]);
});
