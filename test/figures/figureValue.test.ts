import { valueIn } from "../../src/core/figures/figureValue";
import { readFigure } from "../../src/core/figures/readFigure";
import { meantUnits } from "../../src/core/figures/Reading";
import type { FigureColumn } from "../../src/core/form/Form";
import { numberValue, textValue, type Cell } from "../../src/core/sheet/Cell";

const SHARE: FigureColumn = { key: "share", header: "Tỷ lệ", kind: { unit: "%", decimals: 2, max: 100 } };
const SCORE: FigureColumn = { key: "score", header: "Điểm", kind: { unit: "điểm", decimals: 1, max: 2 } };
const FILES: FigureColumn = { key: "files", header: "Hồ sơ", kind: { unit: "hồ sơ" } };

describe("what is written into a cell", () => {
  it.each([
    ["0.00%", SHARE, 5757, 0.5757],
    ["0%", SHARE, 10_000, 1],
    ["0.00", SHARE, 5757, 57.57],
    [undefined, SCORE, 18, 1.8],
    ["#,##0", FILES, 1652, 1652],
  ] as const)("shown as %s comes back as it was meant", (numberFormat, column, units, number) => {
    const cell: Cell = { value: textValue("?"), ...(numberFormat === undefined ? {} : { numberFormat }) };
    const value = valueIn({ cell, column }, units);
    expect(value).toEqual(numberValue(number));
    expect(meantUnits(readFigure({ ...cell, value }, column))).toBe(units);
  });
});
