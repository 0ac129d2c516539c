import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { carrying, quarterSheet, type Fields } from "../fixtures/quarterSheet";
import { addLeaves, FIELDS, HEADER, linesOf, sheetOf, TITLE, totalOf } from "../fixtures/report";
import { workbookOf } from "../fixtures/workbookOf";

const folder = mkdtempSync(join(tmpdir(), "kstt-beside-"));

async function file(name: string, ...sheets: readonly Sheet[]): Promise<string> {
  writeFileSync(join(folder, name), await workbookOf(...sheets));
  return join(folder, name);
}

async function kstt(...words: readonly string[]) {
  const [out, errors]: [string[], string[]] = [[], []];
  const status = await main(words, { out: (text) => out.push(text), error: (text) => errors.push(text), language: "vi" });
  return { status, out: out.join("\n"), errors: errors.join("\n") };
}

interface Told {
  readonly tables: readonly { readonly sheet: string; readonly findings: readonly { readonly cells: readonly string[]; readonly others?: readonly string[]; readonly message: string; readonly suggestions: readonly unknown[] }[] }[];
}

/** What is told of each table: the sheet, then the first cell of each finding. */
const told = (json: string): readonly string[] => (JSON.parse(json) as Told).tables.flatMap(({ sheet, findings }) => [sheet, ...findings.map(({ cells }) => cells[0]!)]);

describe("kstt check --previous", () => {
  it("says nothing of what the other workbook bears out, nor of that workbook", async () => {
    const [first, second] = [await file("q1.xlsx", quarterSheet("first")), await file("q2.xlsx", quarterSheet("second", carrying([16, 5, 38, 3])))];
    const { status, out, errors } = await kstt("check", second, "--previous", first, "--json");
    expect([status, told(out), errors]).toEqual([0, ["II.06a"], ""]);
  });

  it("tells what is not carried over as that workbook left it, and names it", async () => {
    const [first, second] = [await file("q1.xlsx", quarterSheet("first")), await file("q2-wrong.xlsx", quarterSheet("second", carrying([16, 5, 35, 3])))];
    const { out } = await kstt("check", second, "--previous", first, "--json");
    expect(told(out)).toEqual(["II.06a", "F9"]);
    expect(out).toContain("(trang “[q1.xlsx]II.06a”, ô K9) còn đang giải quyết 38");
    expect(told((await kstt("check", second, "--json")).out)).toEqual(["II.06a"]);
  });

  it("says so where there is nothing to compare, or no form", async () => {
    const [last, second] = [await file("last.xlsx", quarterSheet("last")), await file("q2.xlsx", quarterSheet("second"))];
    expect((await kstt("check", second, "--previous", last)).errors).toMatch(/--previous không có biểu .*kỳ liền trước/);
    const { status, errors } = await kstt("check", second, "--previous", await file("none.xlsx", sheetOf([["Ghi chú"]])));
    expect([status, errors]).toEqual([2, expect.stringMatching(/none\.xlsx.*không có biểu nào nhận ra được/s)]);
  });
});

describe("kstt check --units", () => {
  const OTHER: Fields = FIELDS.map(([label, leaves]) => [label, addLeaves([leaves, leaves])]);
  const units = async () => [await file("xa-a.xlsx", quarterSheet("first", FIELDS, "UBND XÃ AN PHÚ")), await file("xa-b.xlsx", quarterSheet("first", OTHER, "UBND XÃ HÒA BÌNH"))] as const;
  const whole = (fields: Fields): Fields => [["UBND xã An Phú", addLeaves(fields.map(([, leaves]) => leaves))], ["UBND xã Hòa Bình", addLeaves(OTHER.map(([, leaves]) => leaves))]];
  const aggregate = (fields: Fields): Sheet => sheetOf([...TITLE, ...HEADER, ...linesOf(whole(fields)), totalOf(whole(fields))], "Tổng hợp");

  it("holds an aggregate's rows against all files named up to the next option", async () => {
    const { status, out, errors } = await kstt("check", await file("tong-hop.xlsx", aggregate(FIELDS)), "--units", ...(await units()), "--json");
    expect([status, told(out), errors]).toEqual([0, ["Tổng hợp"], ""]);
  });

  it("tells a row that differs, with the cell of the unit's workbook, to which nothing is written", async () => {
    const { out } = await kstt("check", await file("tong-hop-2.xlsx", aggregate(carrying([20]))), "--units", ...(await units()), "--json");
    const { tables } = JSON.parse(out) as Told;
    expect(tables[0]!.findings.flatMap(({ others = [] }) => others)).toContain("'[xa-a.xlsx]II.06a'!C11");
    expect(out).not.toMatch(/"cell": "'\[/);
  });

  it("holds an aggregate by fields against what they add up to", async () => {
    const sums: Fields = FIELDS.map(([label, leaves]) => [label, addLeaves([leaves, leaves, leaves])]);
    const together = async (fields: Fields) => file("theo-linh-vuc.xlsx", quarterSheet("first", fields, "UBND HUYỆN"));
    expect(told((await kstt("check", await together(sums), "--units", ...(await units()), "--json")).out)).toEqual(["II.06a"]);
    expect(new Set(told((await kstt("check", await together(carrying([33], sums)), "--units", ...(await units()), "--json")).out))).toEqual(new Set(["II.06a", "C7", "F7", "G7", "H7"]));
  });
});
