import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { NOTHING_KEPT, serialiseKept, withRows } from "../../src/core/justifications/Kept";
import type { RowRun } from "../../src/core/figures/rowsTold";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { unclearSheet } from "../fixtures/unclearRows";
import { workbookOf } from "../fixtures/workbookOf";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kstt-rows-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kstt(...words: readonly string[]): Promise<{ readonly status: number; readonly out: string }> {
  let out = "";
  const status = await main(words, { out: (text) => (out += `${text}\n`), error: () => undefined, language: "vi" });
  return { status, out };
}

/** A file in which it is unclear what row 6 adds up, with this answer in it. */
async function file(name: string, runs?: readonly RowRun[]): Promise<string> {
  const workbook = XlsxWorkbook.open(await workbookOf(unclearSheet()), name);
  if (runs) await workbook.writeKept(serialiseKept(withRows(NOTHING_KEPT, "II.06a|Hộ tịch", runs)));
  writeFileSync(join(folder, name), workbook.save());
  return join(folder, name);
}

interface JsonFinding {
  readonly checks: readonly string[];
  readonly question?: string;
  readonly answers?: readonly string[];
}

const findings = async (path: string): Promise<readonly JsonFinding[]> =>
  (JSON.parse((await kstt("check", path, "--json")).out) as { readonly tables: readonly { readonly findings: readonly JsonFinding[] }[] }).tables.flatMap((table) => table.findings);

describe("which rows a row adds up, kept in a file", () => {
  it("is asked for with what may be answered", async () => {
    expect(await findings(await file("asked.xlsx"))).toMatchObject([{ checks: ["which-rows"], question: "rows", answers: ["Tổng các dòng 7–8", "Không phải dòng tổng"] }]);
  });

  it("holds for check and fix, which keeps it in what it writes", async () => {
    const path = await file("none.xlsx", []);
    expect(await findings(path)).toEqual([]);
    const out = join(folder, "none-fixed.xlsx");
    expect((await kstt("fix", path, "-o", out)).status).toBe(0);
    expect(await XlsxWorkbook.open(new Uint8Array(readFileSync(out)), "none-fixed.xlsx").readKept()).toBe('{"version":1,"sums":{"II.06a|Hộ tịch":[]}}');
  });

  it("lets the sum be judged, so that what does not come out is an error", async () => {
    const path = await file("sum.xlsx", [{ first: "Khai sinh", last: "Kết hôn", count: 2 }]);
    const found = await findings(path);
    expect(found.flatMap(({ checks }) => checks)).toContain("subtotal-of-section");
    expect(found.some(({ question }) => question)).toBe(false);
    expect((await kstt("fix", path, "-o", join(folder, "sum-fixed.xlsx"))).out).not.toContain("[chắc chắn]");
  });
});
