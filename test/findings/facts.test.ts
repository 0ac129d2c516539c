import { audit } from "../../src/core/audit";
import type { Finding } from "../../src/core/findings/Finding";
import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";
import { sayFinding, saySuggestion } from "../fixtures/audited";
import { HEADER, linesOf, sheetOf, totalOf, type Cells, type Leaves } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";

const period = (name: string, dates: string, lines: readonly Cells[]): Sheet =>
  sheetOf([["Biểu số II.06a/VPCP/KSTT", "", "", "", "", "", "", "", "UBND XÃ PHÚ MỸ"], ["", "", dates], ...HEADER, ...lines], name);

const earlierWith = (cells: Readonly<Record<string, string>> = {}): Sheet => withCells(period("Quý I", "(Từ ngày 15/12/2023 đến ngày 14/3/2024)", [...linesOf(), totalOf()]), cells);

/** The quarter after, in which 16, 5, 38 and 3 are carried over, as the first one left them pending. */
const NEXT: readonly (readonly [label: string, leaves: Leaves])[] = [
  ["Chứng thực", [300, 50, 16, 320, 20, 4, 22, 0]],
  ["Hộ tịch", [120, 30, 5, 140, 10, 0, 4, 1]],
  ["Đất đai", [80, 45, 38, 70, 43, 12, 30, 8]],
  ["Bảo trợ xã hội", [33, 11, 3, 41, 3, 0, 3, 0]],
];
const SECOND = "(Từ ngày 15/3/2024 đến ngày 14/6/2024)";
const totalled = (cells: Readonly<Record<string, string>> = {}): Sheet => withCells(period("Quý II", SECOND, [...linesOf(NEXT), totalOf(NEXT)]), cells);
const untotalled = (cells: Readonly<Record<string, string>>): Sheet => withCells(period("Quý II", SECOND, linesOf(NEXT)), cells);

/** What is found on the last of these sheets. */
async function foundOn(...sheets: readonly Sheet[]): Promise<readonly Finding[]> {
  const { tables } = await audit(sheets, LIBRARY);
  expect(tables).toHaveLength(sheets.length);
  return tables.at(-1)!.findings;
}

const offered = ({ suggestions }: Finding): readonly string[] => suggestions.map((suggestion) => saySuggestion(suggestion).replace(/^\w+ /, ""));

describe("what the period before left pending", () => {
  it("fits what is carried over here: nothing is said", async () => {
    expect(await foundOn(earlierWith(), totalled())).toEqual([]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string, readonly string[]]>([
    ["28 for 38", { F9: "28" }, "F9: certain F9 28→38", ["D9 80→90", "F9 28→38", "E9 45→55"]],
    ["4 for 3", { F10: "4" }, "F10: certain F10 4→3", ["F10 4→3", "D10 33→32", "E10 11→10"]],
  ])("decides between cells that a digit would mend alike: %s is a choice without it, and certain with it", async (_, cells, decided, choice) => {
    const [open, ...others] = await foundOn(untotalled(cells));
    expect(others).toEqual([]);
    expect(open!.suggestions.map(({ sure }) => sure)).toEqual(["possible", "possible", "possible"]);
    expect([...offered(open!)].sort()).toEqual([...choice].sort());

    const [told, ...more] = await foundOn(earlierWith(), untotalled(cells));
    expect(more).toEqual([]);
    expect(sayFinding(told!)).toBe(decided);
    expect(told!.reasons.map(({ check }) => check)).toEqual(expect.arrayContaining(["received-by-channel", "carried-over"]));
  });

  it("clears the cell that it bears out", async () => {
    const cells = { D9: "70" };
    const [open] = await foundOn(untotalled(cells));
    expect(offered(open!)).toContain("F9 38→48");
    const [told] = await foundOn(earlierWith(), untotalled(cells));
    const [without, withFact] = [open!, told!].map(({ suggestions }) => suggestions.find(({ changes }) => a1(changes[0]!.at) === "F9")?.probability ?? 0);
    expect(withFact).toBeLessThan(without! / 5);
  });
});

describe("an earlier sheet that is wrong itself", () => {
  // Pending of “Đất đai”: 48 for 38, in the line and in the total.
  const wrong = earlierWith({ K9: "48", L9: "40", G9: "102", H9: "50", K11: "72", L11: "63", G11: "639", H11: "550" });

  it("comes out by itself, so that nothing in it tells", async () => {
    expect((await foundOn(wrong)).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("does not overrule two sums: though 48 carried over would mend the row, the slip is found where both sums have it", async () => {
    const cells = { D9: "70" };
    const errors = async (...sheets: readonly Sheet[]) => (await foundOn(...sheets)).filter(({ severity }) => severity === "error").map(sayFinding);
    expect(await errors(wrong, totalled(cells))).toEqual(["D9: certain D9 70→80"]);
    // With the row's sum only, the earlier sheet is the better witness.
    expect((await errors(wrong, untotalled(cells)))[0]).toMatch(/^F9: \w+ F9 38→48/);
  });

  it("makes no error of a table that is in order: the two sheets are only held side by side", async () => {
    const findings = await foundOn(wrong, totalled());
    expect(findings.map(({ severity, cells, reasons }) => [severity, cells.map(a1).join(), reasons.map(({ check }) => check).join()])).toEqual([["warning", "F9", "carried-over"]]);
  });
});
