import { audit } from "../../src/core/audit";
import { sayHiddenRows } from "../../src/core/narrative/sayHiddenRows";
import { a1, parseA1, parseA1Range, type Position } from "../../src/core/sheet/Address";
import type { Cell, Look } from "../../src/core/sheet/Cell";
import type { Hiding, Sheet } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";
import { auditOf } from "../fixtures/audited";
import { figuresOf, FIELDS, REPORT, sheetOf, addLeaves } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";

const RIGHT = sheetOf(REPORT);
const rowsHidden = (why: Hiding, ...rows: readonly number[]): Sheet => ({ ...RIGHT, hiddenRows: new Map(rows.map((row) => [row - 1, why])) });

/** The sheet with a cell that is written otherwise. */
function dressed(address: string, dress: Pick<Cell, "look">): Sheet {
  const { row, column } = parseA1(address)!;
  const line = [...RIGHT.rows.get(row)!];
  line[column] = { ...line[column]!, ...dress };
  return { ...RIGHT, rows: new Map([...RIGHT.rows, [row, line]]) };
}

/** What is told of a sheet: the cells and the sentences of all findings, none of which may be more than a note. */
async function told(sheet: Sheet): Promise<readonly (readonly [cells: string, message: string])[]> {
  const { findings } = await auditOf(sheet);
  expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  return findings.map(({ cells, message }) => [cells.map((cell: Position) => a1(cell)).join(" "), message.vi]);
}

describe("what is not seen of a table is told", () => {
  it("and nothing of one that shows all", async () => {
    expect(await told(RIGHT)).toEqual([]);
    expect(await told({ ...RIGHT, names: { sheets: [RIGHT.name], defined: new Map(), tables: [] }, hiddenRows: new Map([[0, "hidden"], [90, "filtered"]]), hiddenColumns: new Set([20]) })).toEqual([]);
  });

  it("of rows that a filter leaves out, and of rows hidden by hand", async () => {
    expect(await told(rowsHidden("filtered", 8, 9))).toEqual([["B8 B9", "2 dòng của bảng đang ẩn vì bộ lọc (dòng 8, 9); số liệu của các dòng này vẫn được kiểm tra."]]);
    expect(await told(rowsHidden("hidden", 8))).toEqual([["B8", "1 dòng của bảng đang ẩn (dòng 8); số liệu của các dòng này vẫn được kiểm tra."]]);
  });

  it("of hidden columns", async () => {
    expect(await told({ ...RIGHT, hiddenColumns: new Set([4, 3, 30]) })).toEqual([["D6 E6", "2 cột của bảng đang ẩn (cột D, E); số liệu của các cột này vẫn được kiểm tra."]]);
  });

  it("of figures under merged cells, but not of words there, nor of what stands in the corner that shows", async () => {
    const merged = (range: string): Sheet => ({ ...RIGHT, merges: [parseA1Range(range)!] });
    expect(await told(merged("D7:D8"))).toEqual([["D8", "1 ô có số nằm khuất dưới ô gộp (D8): bảng không hiện các số này nhưng công thức vẫn có thể cộng vào tổng."]]);
    expect(await told(merged("A7:B8"))).toEqual([]);
    expect(await told(merged("A1:M1"))).toEqual([]);
  });

  it("of figures that are white or tiny, but not of noughts, nor of white on a colour", async () => {
    const white: Look = { colour: "FFFFFF" };
    const words = "1 ô có số nhưng không nhìn thấy vì chữ trắng hoặc quá nhỏ (D7).";
    expect(await told(dressed("D7", { look: white }))).toEqual([["D7", words]]);
    expect(await told(dressed("D7", { look: { size: 4 } }))).toEqual([["D7", words]]);
    expect(await told(dressed("D7", { look: { ...white, fill: "1F4E78" } }))).toEqual([]);
    expect(await told(dressed("D7", { look: { size: 5 } }))).toEqual([]);
    const [nought] = FIELDS.flatMap(([, leaves], index) => figuresOf(leaves).flatMap((figure, place) => (figure === 0 ? [a1({ row: 6 + index, column: 2 + place })] : [])));
    expect(await told(dressed(nought!, { look: white }))).toEqual([]);
  });

  it("of a sheet that is hidden", async () => {
    const [[cell, message] = []] = await told({ ...RIGHT, visible: false });
    expect([cell, message]).toEqual([expect.stringMatching(/^A\d$/), expect.stringContaining("đang ẩn; bảng của trang này vẫn được kiểm tra nhưng không sửa khi chưa được yêu cầu riêng.")]);
  });

  it("of a workbook that calculates by hand, where the table has formulas", async () => {
    const names = { sheets: [RIGHT.name], defined: new Map<string, string>(), tables: [], isManual: true as const };
    expect(await told({ ...RIGHT, names })).toEqual([]);
    const [leaves] = FIELDS[0]!.slice(1) as [(typeof FIELDS)[0][1]];
    const live = withCells(RIGHT, { C7: `=D7+E7+F7 -> ${figuresOf(leaves)[0]!}` });
    expect(await told({ ...live, names })).toEqual([["C7", "Sổ làm việc đang đặt chế độ tính thủ công: hãy bấm F9 để công thức hiện kết quả mới."]]);
  });

  it("without a word where many are hidden more than some", async () => {
    const [[, message] = []] = await told(rowsHidden("filtered", 7, 8, 9, 10, 11, 12));
    expect(message).toMatch(/\(dòng 7, 8, 9, 10, 11/);
  });
});

describe("which figures a text states while rows are hidden", () => {
  const tableOf = async (sheet: Sheet) => (await audit([sheet], LIBRARY)).tables[0]!.table;

  it("are not told while all rows show", async () => {
    expect(sayHiddenRows(await tableOf(RIGHT), RIGHT)).toBeUndefined();
  });

  it("are those of the whole table where the total adds up all rows", async () => {
    const sheet = rowsHidden("filtered", 8);
    expect(sayHiddenRows(await tableOf(sheet), sheet)!.vi).toMatch(/1 dòng của bảng đang ẩn hoặc bị lọc: lời văn nêu số của cả bảng, kể cả các dòng ẩn\.$/);
  });

  it("are those of the rows that show where the total leaves the others out, and else as the total row shows", async () => {
    const shown = addLeaves(FIELDS.filter((_, index) => index !== 1).map(([, leaves]) => leaves));
    const totalRow = 7 + FIELDS.length;
    const totals = Object.fromEntries(figuresOf(shown).map((figure, place) => [a1({ row: totalRow - 1, column: 2 + place }), String(figure)]));
    const sheet = { ...rowsHidden("filtered", 8), rows: withCells(RIGHT, totals).rows };
    expect(sayHiddenRows(await tableOf(sheet), sheet)!.vi).toMatch(/số của riêng các dòng đang hiện; muốn nêu cả bảng thì bỏ lọc/);
    const odd = { ...sheet, rows: withCells(sheet, { [`C${totalRow}`]: "1" }).rows };
    expect(sayHiddenRows(await tableOf(odd), odd)!.vi).toMatch(/số ở dòng tổng như đang hiện/);
  });
});
