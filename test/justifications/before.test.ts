import { readFileSync } from "node:fs";
import { join } from "node:path";
import { examine } from "../../src/core/examine";
import { parseKept, serialiseKept, withAnswer } from "../../src/core/justifications/Kept";
import { marksOf } from "../../src/core/highlights/marks";
import { a1 } from "../../src/core/sheet/Address";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { LIBRARY } from "../../src/library";
import { XlsxWorkbook } from "../../src/xlsx/XlsxWorkbook";

/**
 * A workbook marked, answered and justified by the release in which II.06a was all there was: two sheets, two answers (one about
 * the second of two rows of one name), and reasons for a sum, for a doubled field and for a figure that another sheet states otherwise.
 */
const open = () => XlsxWorkbook.open(new Uint8Array(readFileSync(join(__dirname, "../fixtures/kept-before.xlsx"))), "kept-before.xlsx");

describe("a workbook that an older release has marked, answered and justified", () => {
  it("opens with nothing lapsed, nothing idle and nothing asked again", async () => {
    const workbook = open();
    const { audit, justified, lapsed, idle } = await examine(await workbook.read(SILENT), LIBRARY, parseKept(await workbook.readKept()));
    expect(justified.map(({ finding }) => finding.cells.map(a1).join(" "))).toEqual(["C11 C15", "F12", "B11 B13"]);
    expect([lapsed.size, idle]).toEqual([0, []]);
    const left = audit.tables.flatMap(({ findings }) => findings);
    expect(left.map(({ cells, question }) => [cells.map(a1).join(" "), question?.kind])).toEqual([["K14", undefined]]);
    expect(marksOf(audit)).toEqual(await workbook.marks());
  });

  it("is asked again, and questioned again, without what it carries", async () => {
    const workbook = open();
    const { audit } = await examine(await workbook.read(SILENT), LIBRARY, parseKept(undefined));
    const left = audit.tables.flatMap(({ findings }) => findings.map(({ cells, question }) => `${a1(cells[0])} ${question?.kind ?? ""}`.trim()));
    expect(left.sort()).toEqual(["B11", "C10 withdrawn", "C11", "C13 withdrawn", "F12", "K14"]);
  });

  it("carries the same text from then on, so that the older release still reads it", async () => {
    const text = await open().readKept();
    expect(serialiseKept(parseKept(text))).toBe(text);
    const more = JSON.parse(serialiseKept(withAnswer(parseKept(text), "counted-twice", "II.07b|Đất đai", 3))!) as object;
    expect(more).toEqual({ ...(JSON.parse(text!) as object), answers: { "counted-twice": { "II.07b|Đất đai": 3 } } });
  });
});
