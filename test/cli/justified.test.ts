import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";
import { NOTHING_KEPT, serialiseKept, withAnswer, withJustification, type Kept } from "../../src/core/justifications/Kept";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";
import { withCells } from "../fixtures/sheetFromText";
import { namedSheet, workbookOf } from "../fixtures/workbookOf";
import { justifiedAt } from "../justifications/justified";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kstt-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kstt(...words: readonly string[]): Promise<{ readonly status: number; readonly out: string }> {
  let out = "";
  const status = await main(words, { out: (text) => (out += `${text}\n`), error: () => undefined, language: "vi" });
  return { status, out };
}

/** A workbook file of one sheet that carries these things. */
async function file(name: string, sheet: Sheet, kept: Kept): Promise<string> {
  const workbook = XlsxWorkbook.open(await workbookOf(sheet), name);
  await workbook.writeKept(serialiseKept(kept));
  writeFileSync(join(folder, name), workbook.save());
  return join(folder, name);
}

interface JsonFinding {
  readonly cells: readonly string[];
  readonly message: string;
  readonly lapsed?: unknown;
}

interface JsonTable {
  readonly findings: readonly JsonFinding[];
  readonly justified: readonly (JsonFinding & { readonly reason: string; readonly at: string })[];
}

async function checked(path: string): Promise<JsonTable & { readonly status: number }> {
  const { status, out } = await kstt("check", path, "--json");
  return { status, ...(JSON.parse(out) as { readonly tables: readonly [JsonTable] }).tables[0] };
}

const SHEET = namedSheet("phu-my");
const keptFor = async (sheet: Sheet, ...cells: readonly string[]): Promise<Kept> => {
  let kept = NOTHING_KEPT;
  for (const cell of cells) kept = withJustification(kept, await justifiedAt(sheet, cell, `Lý do của ${cell}`));
  return kept;
};

describe("the command line and what was justified", () => {
  it("tells it apart, with its reason, and counts open errors only", async () => {
    const one = await checked(await file("one.xlsx", SHEET, await keptFor(SHEET, "D12")));
    expect(one.findings.map(({ cells }) => cells[0])).not.toContain("D12");
    expect(one.justified).toMatchObject([{ cells: ["D12"], severity: "error", reason: "Lý do của D12", at: "2026-03-14" }]);
    expect(one.status).toBe(1);
    const both = await file("both.xlsx", SHEET, await keptFor(SHEET, "D12", "D13"));
    expect(await checked(both)).toMatchObject({ status: 0, justified: [{ cells: ["D12"] }, { cells: ["D13"] }] });
    const { out, status } = await kstt("check", both);
    expect(status).toBe(0);
    expect(out).not.toContain("LỖI");
    expect(out).toMatch(/ĐÃ GIẢI TRÌNH D12 {2}.+\n {6}14\/3\/2026: Lý do của D12\n/);
  });

  it("gives an empty list where nothing was", async () => {
    expect(await checked(await file("none.xlsx", SHEET, NOTHING_KEPT))).toMatchObject({ justified: [] });
  });

  it("marks none of it, and carries it into the file written", async () => {
    const out = join(folder, "marked.xlsx");
    expect(await kstt("mark", await file("mark.xlsx", SHEET, await keptFor(SHEET, "D12", "D13")), "-o", out)).toMatchObject({ status: 0 });
    const marked = XlsxWorkbook.open(new Uint8Array(readFileSync(out)), "marked.xlsx");
    expect((await marked.marks()).map(({ kind }) => kind)).toEqual(["info"]);
    expect((await checked(out)).justified).toHaveLength(2);
  });

  it("does not mend it", async () => {
    const out = join(folder, "fixed.xlsx");
    await kstt("fix", await file("fix.xlsx", SHEET, await keptFor(SHEET, "D12")), "-o", out);
    expect(await checked(out)).toMatchObject({ findings: [], justified: [{ cells: ["D12"] }] });
  });

  it("says when it has lapsed", async () => {
    const path = await file("lapsed.xlsx", withCells(SHEET, { D12: '"1"' }), await keptFor(SHEET, "D12"));
    const why = "Giải trình ngày 14/3/2026 đã hết hiệu lực vì ô D12 đã đổi từ 0 thành 1.";
    expect((await checked(path)).findings).toContainEqual(expect.objectContaining({ lapsed: { reason: "Lý do của D12", at: "2026-03-14", why } }));
    expect((await kstt("check", path)).out).toContain(`      ${why} (“Lý do của D12”)\n`);
  });

  it("counts files told to be withdrawn, in sums and in the paragraph", async () => {
    const gap = withCells(namedSheet("live"), { H7: "317", G7: "=H7+I7+J7 -> 341", H11: "=SUM(H7:H10) -> 557", G11: "=SUM(G7:G10) -> 646" });
    const asked = await checked(await file("gap.xlsx", gap, NOTHING_KEPT));
    expect(asked.findings.map(({ cells }) => cells[0])).toEqual(["C7"]);
    const path = await file("told.xlsx", gap, withAnswer(NOTHING_KEPT, "withdrawn", "II.06a|Chứng thực", 3));
    expect(await checked(path)).toMatchObject({ status: 0, findings: [] });
    expect((await kstt("narrative", path)).out).toMatch(/rút/);
  });
});
