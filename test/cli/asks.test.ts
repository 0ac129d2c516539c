import { examine } from "../../src/core/examine";
import { NOTHING_KEPT, withChoice } from "../../src/core/justifications/Kept";
import { reportJson } from "../../src/cli/reportJson";
import { reportText } from "../../src/cli/reportText";
import { LIBRARY } from "../../src/library";
import { HEADER, rowOf, sheetOf } from "../fixtures/report";

/** The columns of II.06a under the mark of another form. */
const OTHER = sheetOf([
  ["Biểu số II.06e/VPCP/KSTT"],
  ...HEADER,
  rowOf("1", "Đất đai", [40, 10, 0, 40, 7, 0, 3, 0]),
  rowOf("2", "Hộ tịch", [30, 10, 0, 30, 10, 0, 0, 0]),
  rowOf("TỔNG CỘNG", "", [70, 20, 0, 70, 17, 0, 3, 0]),
]);

const examined = (form?: string, kept = NOTHING_KEPT) => examine([OTHER], LIBRARY, kept, form === undefined ? {} : { form });

describe("a table of which nobody knows for sure what form it is", () => {
  it("is told in JSON with its candidates", async () => {
    const { tables, unrecognised } = reportJson("a.xlsx", await examined(), "vi");
    expect(tables).toEqual([]);
    expect(unrecognised).toEqual([{ sheet: OTHER.name, range: "A2:M8", why: expect.stringMatching(/II\.06e.*Đây là biểu nào\?/) as string, candidates: ["ii-06a"] }]);
  });

  it("is told to people with the option that names its form", async () => {
    const lines = reportText("a.xlsx", await examined(), "en").split("\n");
    expect(lines).toEqual([expect.stringMatching(/Which form is it\?$/), "      --form ii-06a  Biểu số II.06a/VPCP/KSTT"]);
  });

  it("is checked once its form is named, on the command line or in the workbook", async () => {
    for (const found of [await examined("ii-06a"), await examined(undefined, withChoice(NOTHING_KEPT, `${OTHER.name}|A2`, "ii-06a"))]) {
      const [table] = reportJson("a.xlsx", found, "vi").tables;
      expect([table!.form, table!.table, table!.checks.fail, table!.checks.notApplicable]).toEqual(["ii-06a", "main", 0, 0]);
    }
  });

  it("is left alone where the reporter says that it is none", async () => {
    const { audit } = await examined(undefined, withChoice(NOTHING_KEPT, `${OTHER.name}|A2`, ""));
    expect([audit.tables, audit.unrecognised.map(({ question }) => question)]).toEqual([[], [undefined]]);
  });
});
