import type { Finding } from "../../src/core/findings/Finding";
import { audit } from "../../src/core/audit";
import { justifiable } from "../../src/core/justifications/justify";
import { planCompute } from "../../src/core/compute/compute";
import { a1 } from "../../src/core/sheet/Address";
import { LIBRARY } from "../../src/library";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { auditOf, errorsIn, sayFinding } from "../fixtures/audited";
import { addLeaves, FIELDS, figuresOf, HEADER, linesOf, LIVE_REPORT, REPORT, rowOf, sheetOf, tableIn, TITLE, totalOf, type Cells, type Leaves } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";

const leavesOf = (index: number): Leaves => FIELDS[index]![1];

/** The last two fields in one row of cells, as when two lines of a Word table were pasted into one. */
const TWO: Cells = ["3\n4", `${FIELDS[2]![0]}\n${FIELDS[3]![0]}`, ...figuresOf(leavesOf(2)).map((count, at) => `"${count}\n${figuresOf(leavesOf(3))[at]!}"`)];
const UPPER = [...TITLE, ...HEADER, ...linesOf(FIELDS.slice(0, 2))];
const STACKED = sheetOf([...UPPER, TWO, totalOf()]);
const CELLS = "C9 D9 E9 F9 G9 H9 I9 J9 K9 L9 M9";

const checksOf = ({ reasons }: Finding): string => [...new Set(reasons.map(({ check }) => check))].join();
const told = (findings: readonly Finding[]) => findings.map((finding) => [finding.cells.map(a1).join(" "), checksOf(finding)]);

describe("two lines in one row of cells", () => {
  it("are told once, with both figures of each column, and with what to do", async () => {
    const { findings } = await auditOf(STACKED);
    expect(told(findings)).toEqual([[CELLS, "one-field-a-row"]]);
    const [{ message, severity }] = findings as [Finding];
    expect(severity).toBe("error");
    expect(message.vi).toMatch(/^Dòng 9 của trang tính chứa số liệu của 2 dòng, “Đất đai” và “Bảo trợ xã hội”, chung trong các ô: \(3\) Tổng số 150 và 46; \(4\) Trực tuyến 80 và 33; .*\(13\) Quá hạn 8 và 0\. Hãy chèn thêm dòng và tách ra/);
    expect(message.en).toMatch(/^Row 9 of the sheet holds the figures of 2 lines, “Đất đai” and “Bảo trợ xã hội”, in the same cells: \(3\) Tổng số 150 and 46; .* Insert a row and take them apart/);
  });

  it("are never mended by one number, which would lose both", async () => {
    const wrong = await auditOf(withCells(STACKED, { D9: '"80\n34"', D8: "210" }));
    const changed = wrong.findings.flatMap(({ suggestions }) => suggestions.flatMap(({ changes }) => changes.map(({ at }) => a1(at))));
    expect(changed).toContain("D8");
    expect(changed.filter((cell) => cell.endsWith("9"))).toEqual([]);
  });

  it("count as their sum: a slip in the total is found beside them", async () => {
    expect(errorsIn(await auditOf(withCells(STACKED, { D10: "553" }))).map(sayFinding)).toEqual([`${CELLS}: `, "D10: certain D10 553→533"]);
  });

  it("and a slip among them is told by what stands in the cell", async () => {
    const [, slip] = errorsIn(await auditOf(withCells(STACKED, { D9: '"80\n34"' })));
    expect(slip!.message.vi).toMatch(/^Ô D9, cột \(4\) Trực tuyến, “Đất đai” \+ “Bảo trợ xã hội” ghi 80 \+ 34, phải là 113/);
    expect(slip!.suggestions).toEqual([]);
  });

  it("are why live totals come out too small: nothing else is said of those", async () => {
    const upper = addLeaves([leavesOf(0), leavesOf(1)]);
    const total = totalOf().map((cell, column) => (column < 2 ? cell : `=SUM(${"ABCDEFGHIJKLM"[column]}7:${"ABCDEFGHIJKLM"[column]}9) -> ${figuresOf(upper)[column - 2]!}`));
    const { findings } = await auditOf(sheetOf([...LIVE_REPORT.slice(0, 8), TWO, total]));
    expect(told(findings)).toEqual([[CELLS, "one-field-a-row,total-of-fields"]]);
  });

  it("are why live sums across them cannot be worked out", async () => {
    const live = TWO.map((cell, column) => ({ 2: "=D9+E9+F9 -> #VALUE!", 6: "=H9+I9+J9 -> #VALUE!", 10: "=L9+M9 -> #VALUE!" })[column] ?? cell);
    const { findings } = await auditOf(sheetOf([...LIVE_REPORT.slice(0, 8), live, totalOf()]));
    expect(told(findings.filter(({ severity }) => severity === "error"))).toEqual([["D9 E9 F9 H9 I9 J9 L9 M9", "one-field-a-row"]]);
  });

  it("cannot be explained away", async () => {
    const { findings, table } = await auditOf(STACKED);
    expect(findings.map((finding) => justifiable(finding, table))).toEqual([false]);
  });

  it("are left as they are when sums are computed, and named as what keeps a total from being filled in", () => {
    const sheet = withCells(STACKED, { D10: "" });
    const { edits, skipped } = planCompute(tableIn(sheet), sheet, { convertText: true, convertEqual: true });
    expect(edits.map(({ at }) => a1(at)).filter((cell) => cell.endsWith("9"))).toEqual([]);
    expect(skipped.find(({ at }) => a1(at) === "D10")?.because.map(({ at }) => a1(at))).toEqual(["D9"]);
  });

  it("have no share of their own to be judged where percentages stand beside the form", async () => {
    const heading: Readonly<Record<number, string>> = { 2: "Tỷ lệ trễ hạn (%)" };
    const wide = (lines: readonly Cells[], shares: readonly string[]): readonly Cells[] => lines.map((line, row) => [...line, ...Array.from({ length: 13 - line.length }, () => ""), heading[row] ?? shares[row - 6] ?? ""]);
    const { table, findings } = await auditOf(sheetOf(wide([...UPPER, TWO, totalOf()], ["1,16", "0", '"10,71%\n0%"', "2,47"])));
    expect(table.percentages).toHaveLength(1);
    expect(told(findings)).toEqual([[CELLS, "one-field-a-row"]]);
  });

  it("are found in an HTML file, in which a line break is <br>", async () => {
    const cell = (text: string): string => `<td>${text.replace(/^"|"$/g, "").replace("\n", "<br>")}</td>`;
    const page = `<html><body><table>${[...HEADER, ...linesOf(FIELDS.slice(0, 2)), TWO, totalOf()].map((line) => `<tr>${Array.from({ length: 13 }, (_, column) => cell(line[column] ?? "")).join("")}</tr>`).join("")}</table></body></html>`;
    const [sheet] = await (await openWorkbookFile(new TextEncoder().encode(page), "báo cáo.xls")).read(SILENT);
    const { findings } = await auditOf(sheet!);
    expect(errorsIn({ findings } as Parameters<typeof errorsIn>[0]).map(checksOf)).toEqual(["one-field-a-row"]);
  });
});

it("where the second line stands below by name only, its figures in merged cells above, both are named, and told once", async () => {
  const upper: Cells = ["3", FIELDS[2]![0], ...TWO.slice(2)];
  const earlier = sheetOf([["Biểu số II.06a/VPCP/KSTT"], ["", "", "(Từ ngày 15/9/2023 đến ngày 14/12/2023)"], ...HEADER, ...linesOf(FIELDS.map(([label, leaves]) => [label, [0, leaves[2], 0, 0, 0, 0, leaves[2], 0]]))], "Quý IV");
  const { tables } = await audit([earlier, sheetOf([...UPPER, upper, ["4", FIELDS[3]![0]], totalOf()])], LIBRARY);
  const { findings } = tables[1]!;
  expect(told(findings)).toEqual([[CELLS, "one-field-a-row"]]);
  expect(findings[0]!.message.vi).toMatch(/^Dòng 9 của trang tính chứa số liệu của 2 dòng, “Đất đai” và “Bảo trợ xã hội”, chung trong các ô: .* Hãy bỏ gộp ô và ghi mỗi số vào dòng của nó\./);
});

it("nothing is said of rows whose names run over two lines", async () => {
  const lines = REPORT.map((line) => line.map((cell, column) => (column === 1 ? cell.replace(" ", "\n") : cell)));
  expect((await auditOf(sheetOf(lines))).findings).toEqual([]);
});

it("of three lines in a row, all three are told", async () => {
  const three: Cells = ["2\n3\n4", "Hộ tịch\nĐất đai\nBảo trợ xã hội", ...figuresOf(leavesOf(1)).map((count, at) => `"${count}\n${figuresOf(leavesOf(2))[at]!}\n${figuresOf(leavesOf(3))[at]!}"`)];
  const { findings } = await auditOf(sheetOf([...TITLE, ...HEADER, rowOf("1", FIELDS[0]![0], leavesOf(0)), three, totalOf()]));
  expect(findings).toHaveLength(1);
  expect(findings[0]!.message.vi).toContain("3 dòng, “Hộ tịch”, “Đất đai” và “Bảo trợ xã hội”, chung trong các ô: (3) Tổng số 155, 150 và 46;");
});
