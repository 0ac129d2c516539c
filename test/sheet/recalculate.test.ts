import { parseA1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { recalculate } from "../../src/core/sheet/recalculate";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { sheetFromText, withCells } from "../fixtures/sheetFromText";

const sheetOf = (cells: Readonly<Record<string, string>>): Sheet => withCells(sheetFromText(""), cells);
const cell = (sheet: Sheet, at: string) => cellAt(sheet, parseA1(at)!);
const shown = (sheet: Sheet, ...cells: readonly string[]): string => cells.map((at) => (cell(sheet, at).uncalculated ? "?" : plainText(cell(sheet, at).value))).join(" ");

describe("working out sums saved without a result", () => {
  const worked = (cells: Readonly<Record<string, string>>, ...at: readonly string[]) => shown(recalculate(sheetOf(cells), "uncalculated"), ...at);

  it("adds numbers, takes away what is subtracted, and takes blanks for 0", () => {
    expect(worked({ A1: "3", B1: "4", C1: "=A1+B1-D1" }, "C1")).toBe("7");
    expect(worked({ A1: "3", B1: "4", C1: "=A1-B1" }, "C1")).toBe("-1");
    expect(worked({ C1: "=SUM(A1:B9)" }, "C1")).toBe("0");
  });

  it("follows chains of sums in whatever order they stand", () => {
    expect(worked({ A1: "=SUM(A2:A3)", A2: "=B2+C2", A3: "=A4", A4: "5", B2: "1", C2: "2" }, "A1", "A2", "A3")).toBe("8 3 5");
  });

  it("adds a cell named twice twice, as Excel does", () => {
    expect(worked({ A1: "3", B1: "=SUM(A1:A2,A1)" }, "B1")).toBe("6");
  });

  it("skips texts inside SUM, and converts digits in text after a bare plus", () => {
    const cells = { A1: '"7"', A2: "2", A3: "=SUM(A1:A2)", A4: "=A1+A2" };
    expect(worked(cells, "A3", "A4")).toBe("2 9");
  });

  it("leaves a bare plus over words or grouped text to Excel", () => {
    expect(worked({ A1: "không", A2: '"1.652"', B1: "=A1+A2", B2: "=A2+A3" }, "B1", "B2")).toBe("? ?");
    expect(worked({ A1: "không", B1: "=SUM(A1:A2)" }, "B1")).toBe("0");
  });

  it("leaves to Excel what goes beyond the largest number", () => {
    const cells = { A1: "=1E999", A2: "=1E308+1E308", B1: `1${"0".repeat(308)}`, B2: `1${"0".repeat(308)}`, A3: "=SUM(B1:B2)", A4: "=A3+1", A5: "=IFERROR(SUM(B1:B2),0)", A6: "=B1" };
    expect(worked(cells, "A1", "A2", "A3", "A4", "A5", "A6")).toBe("? ? ? ? 0 1e+308");
  });

  it("leaves circular sums unworked, and what rests on them", () => {
    expect(worked({ A1: "=B1+C1", B1: "=A1", C1: "1", D1: "=SUM(A1:C1)", E1: "=C1" }, "A1", "B1", "D1", "E1")).toBe("? ? ? 1");
    expect(worked({ A1: "=SUM(A1:A3)" }, "A1")).toBe("?");
  });

  it("leaves sums over errors and over other formulas without a result unworked", () => {
    expect(worked({ A1: "#REF!", B1: "=A1+C1", C1: "1" }, "B1")).toBe("?");
    expect(worked({ A1: "=IF(TRUE,5)", B1: "=A1+C1", C1: "1" }, "A1", "B1")).toBe("? ?");
  });

  it("takes saved results of other formulas as they are", () => {
    expect(worked({ A1: "=IF(TRUE,5) -> 5", B1: "=A1+C1", C1: "1" }, "B1")).toBe("6");
  });

  it("believes saved results even where they are stale", () => {
    expect(worked({ A1: "=B1 -> 9", B1: "1", C1: "=A1+B1" }, "A1", "C1")).toBe("9 10");
    expect(shown(recalculate(sheetOf({ A1: "=B1 -> 9", B1: "1", C1: "=A1+B1" }), "all"), "A1", "C1")).toBe("1 2");
  });

  it("keeps the formula and leaves the given sheet as it was", () => {
    const sheet = sheetOf({ A1: "3", B1: "=A1" });
    const after = recalculate(sheet, "uncalculated");
    expect(cell(after, "B1")).toEqual({ value: { kind: "number", number: 3 }, formula: "=A1" });
    expect(cell(sheet, "B1").uncalculated).toBe(true);
  });

  describe("in long chains", () => {
    const chain = (length: number, next: 1 | -1) =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => {
          const last = next === 1 ? length - 1 : 0;
          return [`A${index + 1}`, index === last ? "1" : `=A${index + 1 + next}+B1`];
        }),
      );

    it("works out running totals of 50,000 rows", () => {
      expect(worked(chain(50_000, -1), "A50000")).toBe("1");
    });

    it("works out sums that rest on hundreds of cells below", () => {
      expect(worked(chain(500, 1), "A1")).toBe("1");
    });

    it("works out sums that rest on tens of thousands of cells below", () => {
      expect(worked(chain(50_000, 1), "A1")).toBe("1");
    });
  });
});

describe("working out percentages", () => {
  const share = '=IF(G9=0,"",ROUND((H9+I9)*100/G9,2))';
  const worked = (cells: Readonly<Record<string, string>>) => shown(recalculate(sheetOf({ K9: share, ...cells }), "all"), "K9");

  it("rounds half up to the digits it is told", () => {
    expect(worked({ G9: "2130", H9: "2000", I9: "125" })).toBe("99.77");
    expect(worked({ G9: "8", H9: "1" })).toBe("12.5");
    expect(worked({ G9: "800", H9: "1" })).toBe("0.13");
  });

  it("is blank where there is nothing to divide by", () => expect(worked({ H9: "3" })).toBe(""));

  it("follows the sums it divides", () => expect(worked({ G9: "=H9+I9 -> 0", H9: "3", I9: "1" })).toBe("100"));

  it("leaves a percentage of another shape, or over an error, to Excel", () => {
    expect(worked({ G9: "#N/A", H9: "3" })).toBe("?");
    expect(shown(recalculate(sheetOf({ G9: "4", H9: "3", K9: "=H9/G9" }), "all"), "K9")).toBe("?");
    // Another guard blanks other rows, and is gone by all the same.
    expect(shown(recalculate(sheetOf({ G9: "4", H9: "3", K9: '=IF(G10=0,"",ROUND((H9)*100/G9,2))' }), "all"), "K9")).toBe("");
  });
});
