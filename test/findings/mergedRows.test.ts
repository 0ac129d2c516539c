import { audit } from "../../src/core/audit";
import type { Finding } from "../../src/core/findings/Finding";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";
import { applied, auditOf, errorsIn } from "../fixtures/audited";
import { addLeaves, FIELDS, HEADER, linesOf, rowOf, sheetOf, TITLE, totalOf, type Cells, type Leaves } from "../fixtures/report";

type Field = readonly [label: string, leaves: Leaves];

const period = (name: string, dates: string, lines: readonly Cells[]): Sheet => sheetOf([["Biểu số II.06a/VPCP/KSTT"], ["", "", dates], ...HEADER, ...lines], name);
const before = period("Quý I", "(Từ ngày 15/12/2023 đến ngày 14/3/2024)", [...linesOf(), totalOf()]);
const after = (lines: readonly Cells[]): Sheet => period("Quý II", "(Từ ngày 15/3/2024 đến ngày 14/6/2024)", lines);

/** What the quarter before left pending, 16, 5, 38 and 3, carried over. */
const NEXT: readonly Field[] = [
  ["Chứng thực", [300, 50, 16, 320, 20, 4, 22, 0]],
  ["Hộ tịch", [120, 30, 5, 140, 10, 0, 4, 1]],
  ["Đất đai", [80, 45, 38, 70, 43, 12, 30, 8]],
  ["Bảo trợ xã hội", [33, 11, 3, 41, 3, 0, 3, 0]],
];

/** The lines with the figures of the last one added to those of another, by its index, and the totals as they must be. */
function merged(fields: readonly Field[], into: number): readonly Cells[] {
  const wrong = fields.map(([label, leaves], index): Field => [label, index === into ? addLeaves([leaves, fields.at(-1)![1]]) : leaves]);
  return [...linesOf(wrong), totalOf(fields)];
}

const offers = ({ suggestions }: Finding): readonly string[] => suggestions.map(({ why }) => why.en.replace(/ \(.*/, ""));

describe("a row's figures added to another's while the row was left standing", () => {
  it("look like a total that leaves the row out: so it is told, and the merged rows are among what else may be", async () => {
    const [told, ...others] = errorsIn(await auditOf(sheetOf([...TITLE, ...HEADER, ...merged(FIELDS, 1)])));
    expect(others).toEqual([]);
    expect(told!.message.vi).toMatch(/^Nhiều khả năng dòng tổng cộng sót dòng “Bảo trợ xã hội” \(/);
    expect(offers(told!)).toEqual([
      "The total row leaves out “Bảo trợ xã hội”",
      "“Hộ tịch”: two rows merged, it includes the figures of “Bảo trợ xã hội”",
      "“Chứng thực”: two rows merged, it includes the figures of “Bảo trợ xã hội”",
    ]);
  });

  it("are told where the period before states what was carried over, and are taken apart in one step", async () => {
    const sheet = after(merged(NEXT, 1));
    const { tables } = await audit([before, sheet], LIBRARY);
    const [told, ...others] = tables[1]!.findings;
    expect(others).toEqual([]);
    expect(told!.reasons.map(({ check }) => check)).toContain("carried-over");
    expect(told!.message.vi).toMatch(/^Nhiều khả năng “Hộ tịch”: gộp hai dòng, đã cộng thêm số liệu của dòng “Bảo trợ xã hội” \(C8: 202 → 155; /);
    expect(told!.message.en).toMatch(/^Probably “Hộ tịch”: two rows merged, it includes the figures of “Bảo trợ xã hội” \(C8: 202 → 155; /);
    const mended = await audit([before, applied(sheet, told!.suggestions.slice(0, 1))], LIBRARY);
    expect(mended.tables[1]!.findings).toEqual([]);
  });

  it("are not thought of in a row that holds less than the other", async () => {
    // “Đất đai” has more late files than any other row.
    const fields = [FIELDS[0]!, FIELDS[1]!, FIELDS[3]!, FIELDS[2]!];
    const [told] = errorsIn(await auditOf(sheetOf([...TITLE, ...HEADER, ...linesOf(fields), totalOf(fields.slice(0, 3))])));
    expect(told!.message.vi).toMatch(/^Dòng tổng cộng sót dòng “Đất đai” \(/);
    expect(told!.suggestions.map(({ sure }) => sure)).toEqual(["certain"]);
  });

  it("count for one section only, whose subtotal and the table's total follow from each other", async () => {
    const subtotal = (ordinal: string, label: string, fields: readonly Field[]): Cells => rowOf(ordinal, label, addLeaves(fields.map(([, leaves]) => leaves)));
    const lines = [subtotal("I", "Cấp huyện", FIELDS), ...merged(FIELDS, 1).slice(0, -1), subtotal("II", "Cấp xã", NEXT), ...linesOf(NEXT), totalOf([...FIELDS, ...NEXT])];
    const [told, ...others] = errorsIn(await auditOf(sheetOf([...TITLE, ...HEADER, ...lines])));
    expect(others).toEqual([]);
    expect(told!.message.en).toContain("leaves out “Bảo trợ xã hội”");
  });
});
