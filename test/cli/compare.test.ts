import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { parseA1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { openWorkbookFile } from "../../src/xlsx/openWorkbookFile";
import { carrying, quarterSheet, type Fields } from "../fixtures/quarterSheet";
import { FIELDS } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";
import { workbookOf } from "../fixtures/workbookOf";
import { calculatedCells } from "../libreoffice";

const folder = mkdtempSync(join(tmpdir(), "kstt-compare-"));
const at = (name: string): string => join(folder, name);

async function file(name: string, ...sheets: readonly Sheet[]): Promise<string> {
  writeFileSync(at(name), await workbookOf(...sheets));
  return at(name);
}

async function kstt(...words: readonly string[]) {
  const [out, errors]: [string[], string[]] = [[], []];
  const status = await main(words, { out: (text) => out.push(text), error: (text) => errors.push(text), language: "vi" });
  return { status, out: out.join("\n"), errors: errors.join("\n") };
}

/** Cells of a sheet as written to a file: formulas, or what they show. */
async function cells(path: string, ...names: readonly string[]): Promise<readonly string[]> {
  const [sheet] = await (await openWorkbookFile(readFileSync(path), "out.xlsx")).read(SILENT);
  return names.map((name) => {
    const { formula, value } = cellAt(sheet!, parseA1(name)!);
    return formula === undefined ? plainText(value) : `${formula} -> ${plainText(value)}`;
  });
}

const SECOND = carrying([16, 5, 38, 3]);
const renamed: Fields = SECOND.map(([label, leaves], index) => [index === 1 ? "Hộ tịch, quốc tịch" : label, leaves]);
const first = () => file("quy-1.xlsx", quarterSheet("first"));

interface Json {
  readonly tables: readonly {
    readonly former: { readonly sheet: string; readonly span: string };
    readonly rows: readonly { readonly label: string; readonly formerLabel?: string; readonly figures: readonly { readonly column: string; readonly now: number; readonly then: number; readonly difference: number; readonly rate: number | null }[] }[];
    readonly carried: readonly unknown[];
  }[];
}

describe("kstt compare", () => {
  it("tells each row's figures with those of the other workbook, the difference and the percentage", async () => {
    const { status, out, errors } = await kstt("compare", await file("quy-2.xlsx", quarterSheet("second", SECOND)), "--with", await first());
    expect([status, errors]).toEqual([0, ""]);
    expect(out.split("\n")[0]).toMatch(/quy-2\.xlsx · II\.06a · Biểu số II\.06a.* ↔ \[quy-1\.xlsx\]II\.06a \(kỳ trước\)$/);
    expect(out).toContain("  “Đất đai”: (3) Tổng số 163 ← 150 (+13; +8,67%) · (7) Tổng số 125 ← 112 (+13; +11,61%) · (11) Tổng số 38 ← 38 (0; 0%)");
  });

  it("tells programs the same, and takes the sheets of one workbook, too", async () => {
    const both = await file("ca-nam.xlsx", quarterSheet("last", FIELDS, "UBND XÃ PHÚ MỸ", "2023"), quarterSheet("second", SECOND, "UBND XÃ PHÚ MỸ", "2024"));
    const { tables } = JSON.parse((await kstt("compare", both, "--json")).out) as Json;
    expect(tables.map(({ former }) => [former.sheet, former.span])).toEqual([["2023", "year"]]);
    const land = tables[0]!.rows.find(({ label }) => label === "Đất đai")!;
    expect(land.figures.find(({ column }) => column === "received")).toMatchObject({ now: 163, then: 150, difference: 13, rate: 8.67 });
  });

  it("writes live columns beside the form of a copy, and checks as before", async () => {
    const second = await file("quy-2.xlsx", quarterSheet("second", SECOND));
    const { status, errors } = await kstt("compare", second, "--with", await first(), "-o", at("so-sanh.xlsx"));
    expect([status, errors]).toEqual([0, ""]);
    expect(await cells(at("so-sanh.xlsx"), "N5", "O5", "P5", "Q5")).toEqual(["(3) Kỳ trước", "(3) Tăng, giảm", "(3) Tỷ lệ tăng, giảm (%)", "(7) Kỳ trước"]);
    expect(await cells(at("so-sanh.xlsx"), "N9", "O9", "P9")).toEqual(["150", "=C9-N9 -> 13", '=IF(N9=0,"",ROUND(O9*100/N9,2)) -> 8.67']);
    const [before, after] = await Promise.all([second, at("so-sanh.xlsx")].map(async (path) => (await kstt("check", path)).out.split("·").slice(1)));
    expect(after).toEqual(before);
    const again = await kstt("compare", at("so-sanh.xlsx"), "--with", await first(), "-o", at("lan-hai.xlsx"));
    expect([again.status, again.errors]).toEqual([1, expect.stringMatching(/đã có cột so sánh \(ô N5\)/)]);
  });

  it("writes formulas that LibreOffice works out to the same", async () => {
    await kstt("compare", await file("quy-2.xlsx", quarterSheet("second", SECOND)), "--with", await first(), "-o", at("tinh-lai.xlsx"));
    const rows = await calculatedCells(readFileSync(at("tinh-lai.xlsx")));
    expect([rows[8]!.slice(13, 16), rows[10]!.slice(13, 16)]).toEqual([["150", "13", "8.67"], ["711", "20", "2.81"]]);
  });

  it("fills in what is carried over only where it is asked for, and cells are blank", async () => {
    const second = await file("trong.xlsx", withCells(quarterSheet("second", SECOND), { F7: "", F9: "" }));
    const plain = await kstt("compare", second, "--with", await first(), "-o", at("khong-dien.xlsx"));
    expect(plain.out).toContain("còn để trống (--fill để điền): F7 = 16, F9 = 38");
    expect(await cells(at("khong-dien.xlsx"), "F7", "F8")).toEqual(["", "5"]);
    await kstt("compare", second, "--with", await first(), "-o", at("dien.xlsx"), "--fill");
    expect(await cells(at("dien.xlsx"), "F7", "F8", "F9")).toEqual(["16", "5", "38"]);
  });

  it("remembers in the workbook which row only changed its name", async () => {
    const second = await file("doi-ten.xlsx", quarterSheet("second", renamed));
    expect((await kstt("compare", second, "--with", await first())).out).toMatch(/chỉ đổi tên.*“Hộ tịch, quốc tịch”\n.*“Hộ tịch”/);
    await kstt("compare", second, "--with", await first(), "--same", "Hộ tịch, quốc tịch=Hộ tịch", "-o", at("da-noi.xlsx"));
    const { tables } = JSON.parse((await kstt("compare", at("da-noi.xlsx"), "--with", await first(), "--json")).out) as Json;
    expect(tables[0]!.rows.find(({ label }) => label === "Hộ tịch, quốc tịch")).toMatchObject({ formerLabel: "Hộ tịch" });
  });

  it.each([
    [["--span", "month"], /--span/],
    [["--same", "Hộ tịch"], /--same/],
    [["--same", "Không có=Hộ tịch"], /Không có dòng nào tên “Không có”/],
    [["--fill"], /-o/],
    [["--span", "year"], /Không tìm thấy biểu cùng loại/],
  ])("says what is wrong with %j", async (words, why) => {
    const { status, errors } = await kstt("compare", await file("quy-2.xlsx", quarterSheet("second", SECOND)), "--with", await first(), ...words);
    expect([status, errors]).toEqual([2, expect.stringMatching(why)]);
  });
});
