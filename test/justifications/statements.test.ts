import { applyJustifications } from "../fixtures/atOnce";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { FIELDS, HEADER, linesOf, sheetOf, totalOf, type Leaves } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";
import { auditOf, justifiedAt, justifiedCells, openAt } from "./justified";

/** The fields with what came over from before set to these counts, so that sums still come out. */
const carried = (...counts: readonly number[]): readonly (readonly [string, Leaves])[] =>
  FIELDS.map(([label, leaves], index) => {
    const added = (counts[index] ?? leaves[2]) - leaves[2];
    return [label, leaves.map((count, at) => (at === 2 ? count + added : at === 3 ? count + added : count)) as unknown as Leaves];
  });

const quarter = (name: string, period: string, fields = FIELDS): Sheet =>
  sheetOf([["Biểu số II.06a/VPCP/KSTT"], ["", "", period], ...HEADER, ...linesOf(fields), totalOf(fields)], name);

const FIRST = quarter("Quý I", "(Từ ngày 15/12/2023 đến ngày 14/3/2024)");
/** Carries 35 over where the quarter before left 38. */
const SECOND = quarter("Quý II", "(Từ ngày 15/3/2024 đến ngày 14/6/2024)", carried(16, 5, 35, 3));

describe("a figure carried over that is confirmed", () => {
  it("stays so while the earlier sheet states the same, and lapses when that changes", async () => {
    const justification = await justifiedAt(SECOND, "F9", "Ba hồ sơ chuyển sang đơn vị khác.", [FIRST]);
    expect(justification.cells).toMatchObject([{ at: "F9", stated: 38 }]);
    const judged = async (...sheets: readonly Sheet[]) => applyJustifications(await auditOf(...sheets), sheets, [justification]);
    const same = await judged(FIRST, SECOND);
    expect(justifiedCells(same)).toEqual(["F9"]);
    const changed = await judged(withCells(FIRST, { L9: "33", K9: "41" }), SECOND);
    expect(openAt(changed)).toContain("F9");
    expect([...changed.lapsed.values()].map(({ why }) => why.vi)).toEqual([expect.stringContaining("vì số liệu của trang tính khác về ô F9 đã thay đổi")]);
  });
});
