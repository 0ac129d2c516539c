import { checksOf } from "../../src/core/checks/checksOf";
import fc from "fast-check";
import { a1 } from "../../src/core/sheet/Address";
import { ii06a } from "../../src/forms/ii-06a";
import { withCells } from "../fixtures/sheetFromText";
import { applied, computeOn, printEdits, tableOn, typedSheet } from "./filled";

const cellsOf = (positions: readonly { readonly row: number; readonly column: number }[]) => positions.map(a1).join(" ");

describe("computing a typed table", () => {
  it("fills blanks with formulas along rows and down the total row", async () => {
    const sheet = await typedSheet(["Hộ tịch", "Đất đai"], { D10: "4", E10: "5", F10: "1", H10: "7", D11: "2" });
    expect(printEdits(computeOn(sheet))).toEqual([
      "C10 · → =D10+E10+F10 (10)",
      "G10 · → =H10+I10+J10 (7)",
      "K10 · → =L10+M10 (0)",
      "C11 · → =D11+E11+F11 (2)",
      "G11 · → =H11+I11+J11 (0)",
      "K11 · → =L11+M11 (0)",
      "C12 · → =SUM(C10:C11) (12)",
      "D12 · → =SUM(D10:D11) (6)",
      "E12 · → =SUM(E10:E11) (5)",
      "F12 · → =SUM(F10:F11) (1)",
      "G12 · → =SUM(G10:G11) (7)",
      "H12 · → =SUM(H10:H11) (7)",
      "I12 · → =SUM(I10:I11) (0)",
      "J12 · → =SUM(J10:J11) (0)",
      "K12 · → =SUM(K10:K11) (0)",
      "L12 · → =SUM(L10:L11) (0)",
      "M12 · → =SUM(M10:M11) (0)",
    ]);
  });

  it("keeps a typed value that differs, tells of it, and lets the total add what stands there", async () => {
    const plan = computeOn(await typedSheet(["Hộ tịch"], { C10: "12", D10: "4", E10: "5" }));
    expect(plan.kept).toMatchObject([{ at: { row: 9, column: 2 }, typed: 12, computed: 9 }]);
    expect(printEdits(plan)).toContain("C11 · → =SUM(C10) (12)");
  });

  it("leaves right values typed unless asked to turn them into formulas", async () => {
    const sheet = await typedSheet(["Hộ tịch"], { C10: "9", D10: "4", E10: "5" });
    const left = computeOn(sheet);
    expect(left.right).toBe(1);
    expect(cellsOf(left.filled)).not.toContain("C10");
    expect(printEdits(computeOn(sheet, { convertEqual: true }))).toContain("C10 9 → =D10+E10+F10 (9)");
  });

  it("leaves formulas alone, right or not", async () => {
    const plan = computeOn(await typedSheet(["Hộ tịch"], { D10: "4", C10: "=D10*2 -> 8" }));
    expect(plan.already).toBe(1);
    expect(printEdits(plan).join()).not.toMatch(/C10 =/);
  });

  it("adds the subtotals of sections, and their lines only where a section has none", async () => {
    const sheet = withCells(await typedSheet(["Sở ban ngành", "Đất đai", "Xã, phường, thị trấn", "Hộ tịch", "Chứng thực"]), {
      A10: "I", A12: "II", D10: "0", D11: "5", D13: "2", D14: "3",
    });
    const table = tableOn(sheet);
    expect(table.rows.map(({ kind }) => kind)).toEqual(["subtotal", "line", "section", "line", "line", "total"]);
    const edits = printEdits(computeOn(withCells(sheet, { D10: "5" })));
    expect(edits).toContain("E10 · → =SUM(E11) (0)");
    expect(edits).toContain("D15 · → =SUM(D10,D13:D14) (10)");
  });

  it("gives no formulas to a row without a name and without a figure", async () => {
    const sheet = withCells(await typedSheet(["Hộ tịch", "x", "Đất đai"], { D10: "1", D12: "2" }), { B11: "" });
    expect(cellsOf(computeOn(sheet).filled)).not.toContain("C11");
  });

  it("shows counts as counts where the cell has no format or that of text", async () => {
    const sheet = await typedSheet(["Hộ tịch"], { D10: "4" });
    expect(computeOn(sheet).edits.every(({ style }) => style?.numberFormat === "#,##0")).toBe(true);
  });
});

describe("texts in place of numbers", () => {
  it("are not added up behind the reporter's back: the sums over them wait, and say which cells are in the way", async () => {
    const plan = computeOn(await typedSheet(["Hộ tịch", "Đất đai"], { D10: '"1.652"', E10: "5", D11: "2" }));
    expect(cellsOf(plan.skipped.map(({ at }) => at))).toBe("C10 C12 D12");
    expect(plan.skipped.flatMap(({ because }) => because.map(({ at, kind }) => `${a1(at)} ${kind}`))).toEqual(["D10 text", "D10 text", "D10 text"]);
    expect(cellsOf(plan.filled)).toContain("C11");
  });

  it("become numbers when asked, and then everything is added up", async () => {
    const plan = computeOn(await typedSheet(["Hộ tịch", "Đất đai"], { D10: '"1.652"', E10: '"08"', D11: "2" }), { convertText: true });
    expect(plan.skipped).toEqual([]);
    expect(printEdits(plan)).toEqual(expect.arrayContaining(["D10 1.652 → 1652", "E10 08 → 8", "C10 · → =D10+E10+F10 (1660)", "C12 · → =SUM(C10:C11) (1662)"]));
  });

  it("keep their meaning when turned: a differing total becomes a number, not another value", async () => {
    const plan = computeOn(await typedSheet(["Hộ tịch"], { C10: '"12"', D10: "4" }), { convertText: true });
    expect(printEdits(plan)).toContain("C10 12 → 12");
    expect(plan.kept).toMatchObject([{ at: { row: 9, column: 2 }, typed: 12, computed: 4 }]);
  });

  it("that mean nothing are passed over by SUM, where a plus would be an error", async () => {
    const plan = computeOn(await typedSheet(["Hộ tịch"], { D10: "4", E10: "-" }));
    expect(printEdits(plan)).toContain("C10 · → =SUM(D10:F10) (4)");
    expect(plan.skipped).toEqual([]);
  });

  it("and thousands misread as fractions are never turned here: what they mean is for the check to tell", async () => {
    const plan = computeOn(await typedSheet(["Hộ tịch"], { D10: "1.652" }), { convertText: true });
    expect(printEdits(plan).join()).not.toMatch(/D10 /);
    expect(plan.skipped.every(({ because }) => because.every(({ kind }) => kind === "misread"))).toBe(true);
  });

  it("that are words keep every sum over them blank", async () => {
    const plan = computeOn(await typedSheet(["Hộ tịch"], { D10: "chưa rõ", E10: "3" }));
    expect(cellsOf(plan.skipped.map(({ at }) => at))).toBe("C10 C11 D11");
  });
});

/** Counts of a line under (4)–(6), (8)–(10), (12)–(13); undefined is a blank. */
const line = fc.array(fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: undefined, freq: 4 }), { minLength: 8, maxLength: 8 });
const INPUTS = [..."DEFHIJLM"];
const DERIVED = [..."CGK"];

const cellsFrom = (lines: readonly (readonly (number | undefined)[])[]): Record<string, string> =>
  Object.fromEntries(lines.flatMap((counts, row) => counts.map((count, index) => [`${INPUTS[index]}${10 + row}`, count === undefined ? "" : String(count)])));

const names = (count: number) => Array.from({ length: count }, (_, index) => `Lĩnh vực ${index}`);

describe("whatever is typed", () => {
  it("every balance of the computed table holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
        const sheet = await typedSheet(names(lines.length), cellsFrom(lines));
        const table = tableOn(await applied(sheet, computeOn(sheet)));
        for (const check of checksOf(table)) {
          for (const { total, parts } of check.balances?.(table) ?? []) {
            const value = (figure: typeof total) => (figure.reading.kind === "figure" ? figure.reading.units : 0);
            if (check.role === "sum" && check.severity === "error") {
              expect(value(total)).toBe(parts.reduce((sum, part) => sum + value(part), 0));
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("a typed value that differs is never overwritten", async () => {
    const typed = fc.array(fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(line, typed, fc.boolean(), fc.boolean(), async (counts, sums, convertEqual, convertText) => {
        const cells = { ...cellsFrom([counts]), ...Object.fromEntries(sums.map((sum, index) => [`${DERIVED[index]}10`, sum === undefined ? "" : String(sum)])) };
        const sheet = await typedSheet(names(1), cells);
        const plan = computeOn(sheet, { convertEqual, convertText });
        const after = tableOn(await applied(sheet, plan));
        for (const { at, typed: was } of plan.kept) {
          const figure = after.rows.flatMap(({ figures }) => figures).find((each) => a1(each.at) === a1(at))!;
          expect(figure.cell).toMatchObject({ value: { kind: "number", number: was } });
          expect(figure.cell.formula).toBeUndefined();
        }
        for (const { at, from, to } of plan.edits) {
          const number = from.kind === "number" ? from.number : undefined;
          if (number !== undefined && to.kind === "formula") expect(`${a1(at)} ${JSON.stringify(to.value)}`).toBe(`${a1(at)} ${JSON.stringify({ kind: "number", number })}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("computing twice changes nothing more", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
        const options = { convertEqual: true, convertText: true, percentages: ii06a.tables[0].shares!.map(({ id }) => id) };
        const sheet = await typedSheet(names(lines.length), cellsFrom(lines));
        const once = await applied(sheet, computeOn(sheet, options));
        expect(printEdits(computeOn(once, options))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
