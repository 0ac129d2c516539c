import { readFileSync } from "node:fs";
import { audit } from "../../src/core/audit";
import { applyJustifications } from "../fixtures/atOnce";
import { parseKept } from "../../src/core/justifications/Kept";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";
import { HEADER, rowOf, sheetOf, type Leaves } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";
import { openAt, withRowsAbove } from "./justified";

/** What release 0.1.0 left in the workbook below: reasons for a wrong sum, a period and a name that stands twice, and how many files were withdrawn on both lines of that name. */
const KEPT = parseKept(readFileSync(`${__dirname}/kept-0.1.0.json`, "utf8"));

const line = (ordinal: string, label: string, ...leaves: Leaves) => rowOf(ordinal, label, leaves);
const SHEET = withCells(
  sheetOf([
    ["Biểu số II.06a/VPCP/KSTT"],
    ["", "", "(Từ ngày 16/12/2023 đến ngày 14/3/2024)"],
    ...HEADER,
    line("1", "Đất đai", 40, 10, 0, 40, 7, 0, 0, 0),
    line("2", "Hộ tịch", 30, 10, 0, 30, 10, 0, 0, 0),
    line("3", "Đất đai", 20, 5, 0, 20, 0, 0, 0, 0),
    line("TỔNG CỘNG", "", 90, 25, 0, 90, 17, 0, 0, 0),
  ]),
  { C8: "41" },
);

const opened = async (sheet: Sheet) => {
  const found = await audit([sheet], LIBRARY, { answers: KEPT.answers });
  return applyJustifications(found, [sheet], KEPT.justifications);
};

describe("a workbook kept by an earlier release", () => {
  it("would be full of questions without what it keeps", async () => {
    expect(openAt(applyJustifications(await audit([SHEET], LIBRARY), [SHEET], []))).toEqual(["C8", "C2", "C7", "C9", "B7"]);
  });

  it("opens with nothing lapsed, nothing idle and nothing asked again", async () => {
    const { justified, lapsed, idle, ...rest } = await opened(SHEET);
    expect([openAt({ justified, lapsed, idle, ...rest }), justified.length, lapsed.size, idle.length]).toEqual([[], 3, 0, 0]);
  });

  it("still does once rows were put in above", async () => {
    const { lapsed, idle, justified } = await opened(withRowsAbove(SHEET, 0, 2));
    expect([justified.length, lapsed.size, idle.length]).toEqual([3, 0, 0]);
  });
});
