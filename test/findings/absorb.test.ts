import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { auditOf, errorsIn, sayFinding } from "../fixtures/audited";
import { LIVE_REPORT, REPORT, sheetOf } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";

const typed = (cells: Readonly<Record<string, string>>): Sheet => withCells(sheetOf(REPORT), cells);
const live = (cells: Readonly<Record<string, string>>): Sheet => withCells(sheetOf(LIVE_REPORT), cells);

/** "error D8 whole-number+received-by-channel": each finding with the checks that failed because of it. */
async function told(sheet: Sheet): Promise<readonly string[]> {
  const { findings } = await auditOf(sheet);
  return findings.map(({ severity, cells, reasons }) => `${severity} ${cells.map(a1).join(" ")} ${[...new Set(reasons.map(({ check }) => check))].join("+")}`);
}

describe("one cause is one finding", () => {
  it("a wrong figure takes in the two sums it spoils, and the flow of files", async () => {
    expect(await told(typed({ C8: "551" }))).toEqual(["error C8 received-by-channel+total-of-fields"]);
  });

  it("a negative figure that spoils sums is told once", async () => {
    expect(await told(typed({ H8: "-3" }))).toEqual(["error H8 resolved-by-punctuality+total-of-fields+whole-number"]);
  });

  it("a wrong number typed over a formula is told once, with the formula to put back", async () => {
    const sheet = live({ C8: "551", C11: "=SUM(C7:C10) -> 1107" });
    expect(await told(sheet)).toEqual(["error C8 received-by-channel+formula-overwritten"]);
    expect(errorsIn(await auditOf(sheet)).map(sayFinding)).toEqual(["C8: certain C8 551→=D8+E8+F8"]);
  });

  it("a formula that misses a row takes in the sums that fail for it", async () => {
    expect(await told(live({ C11: "=SUM(C7:C9) -> 665" }))).toEqual(["error C11 formula-range+received-by-channel+total-of-fields"]);
  });

  it("a #REF! takes in the cells that pass it on", async () => {
    expect(await told(live({ D8: "#REF!", C8: "=D8+E8+F8 -> #REF!", C11: "=SUM(C7:C10) -> #REF!", D11: "=SUM(D7:D10) -> #REF!" }))).toEqual(["error D8 formula-error"]);
  });

  it("a misread 1.652 that is also wrong is told once", async () => {
    expect(await told(typed({ D8: "1.2" }))).toEqual(["error D8 received-by-channel+total-of-fields+misread-thousands"]);
  });

  it("a gap between received and resolved that a wrong figure explains is not asked about", async () => {
    expect(await told(typed({ G8: "105" }))).toEqual(["error G8 resolved-by-punctuality+total-of-fields"]);
  });
});

describe("two causes are two findings", () => {
  it("a wrong figure and text elsewhere", async () => {
    expect(await told(typed({ C8: "551", D9: '"80"', D10: '"33"' }))).toEqual(["error C8 received-by-channel+total-of-fields", "info D9 D10 text-number"]);
  });

  it("a wrong figure and a gap on another line", async () => {
    expect(await told(typed({ C8: "551", H9: "53", G9: "105", H11: "553", G11: "642" }))).toEqual(["error C8 received-by-channel+total-of-fields", "warning C9 G9 K9 received-resolved-pending"]);
  });

  it("come gravest first, then down the sheet", async () => {
    const findings = await told(typed({ C2: "(Từ ngày 01/01/2024 đến ngày 14/3/2024)", B10: "Hộ tịch", D9: "8", H8: "14", E7: '"50"' }));
    expect(findings.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual(["error H8", "error D9", "warning C2", "info E7", "info B8"]);
  });
});

describe("an unreadable figure", () => {
  it.each([
    ["a part", { D8: "chưa rõ" }, "D8: likely D8 chưa rõ→120"],
    ["a sum", { C8: "chưa rõ" }, "C8: likely C8 chưa rõ→155"],
    ["a total", { D11: "?" }, "D11: likely D11 ?→533"],
    ["a fraction", { D8: '"57,5"' }, "D8: likely D8 57,5→120"],
    ["a pasted error", { D8: "#N/A" }, "D8: certain D8 #N/A→120"],
  ] as [string, Readonly<Record<string, string>>, string][])("in %s is filled from the sums around it", async (_, cells, expected) => {
    expect(errorsIn(await auditOf(typed(cells))).map(sayFinding)).toEqual([expected]);
  });

  it("is not filled where a formula stands, which would be lost", async () => {
    expect(errorsIn(await auditOf(typed({ D8: "=Sheet2!A1 -> #N/A" }))).map(sayFinding)).toEqual(["D8: "]);
  });

  it("is not filled where the sums around it disagree", async () => {
    const [error] = errorsIn(await auditOf(typed({ D8: "chưa rõ", E8: "31" }))).filter(({ cells }) => a1(cells[0]) === "D8");
    expect(error!.suggestions).toEqual([]);
  });

  it("is not filled beside another in all its sums", async () => {
    const errors = errorsIn(await auditOf(typed({ D8: "chưa rõ", E8: "chưa rõ", D9: "chưa rõ", E9: "chưa rõ" })));
    expect(errors.map(sayFinding)).toEqual(["D8: ", "E8: ", "D9: ", "E9: "]);
  });
});

describe("the reporter's answer", () => {
  const gap = typed({ H9: "53", G9: "105", H11: "553", G11: "642" });

  it("is asked for under a key that the next audit takes, and settles the finding", async () => {
    const { findings } = await auditOf(gap);
    expect(findings.map(({ question }) => question?.kind)).toEqual(["withdrawn"]);
    const settled = await auditOf(gap, { answers: new Map([["withdrawn", new Map([[findings[0]!.question!.key, 7]])]]) });
    expect(settled.findings).toEqual([]);
  });

  it("that differs from the gap leaves it", async () => {
    const { findings } = await auditOf(gap);
    expect((await auditOf(gap, { answers: new Map([["withdrawn", new Map([[findings[0]!.question!.key, 3]])]]) })).findings).toHaveLength(1);
  });
});

describe("a word in place of a figure", () => {
  it.each([
    ["KPS", "“KPS”"],
    ["…", "“…”"],
  ])("such as %s never becomes a number for certain", async (word, quoted) => {
    const [error] = errorsIn(await auditOf(typed({ D8: word })));
    expect(sayFinding(error!)).toBe(`D8: likely D8 ${word}→120`);
    expect(error!.message.vi).toContain(`ghi ${quoted}, nhiều khả năng phải là 120`);
  });

  it("that makes formulas fail is told with them", async () => {
    const sheet = withCells(sheetOf(LIVE_REPORT), { D8: "KPS", C8: "=D8+E8+F8 -> #VALUE!", C11: "=SUM(C7:C10) -> #VALUE!" });
    const [error, ...others] = errorsIn(await auditOf(sheet));
    expect(others).toEqual([]);
    expect(error!.message.vi).toBe("Ô D8 ghi “KPS” ở dạng chữ nên C8, C11 báo lỗi.");
  });
});
