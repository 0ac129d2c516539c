import type { Rectangle } from "../../src/core/sheet/Address";
import { LoadedCells, loadBatches } from "../../src/excel/loadCells";
import { sizeOf } from "../../src/excel/rectangles";

const into = new LoadedCells();
const block = (rows: number, columns: number, left = 0): Rectangle => ({ top: 0, left, bottom: rows - 1, right: left + columns - 1 });
const batches = (...rectangles: readonly Rectangle[]) =>
  loadBatches(rectangles.map((rectangle) => ({ sheet: {} as Excel.Worksheet, rectangle, into }))).map((batch) => batch.map(({ rectangle }) => rectangle));
const rowsOf = ({ top, bottom }: Rectangle): number => bottom - top + 1;

describe("what is asked for in one answer", () => {
  it("is at most 80,000 cells, and all cells are asked for once", () => {
    const whole = block(50_000, 14);
    const cut = batches(whole).map((batch) => batch.reduce((sum, rectangle) => sum + sizeOf(rectangle), 0));
    expect(Math.max(...cut)).toBeLessThanOrEqual(80_000);
    expect(cut).toHaveLength(9);
    expect(cut.reduce((sum, cells) => sum + cells, 0)).toBe(sizeOf(whole));
  });

  it("is three columns of 10,000 rows in one, as the sums of a report of that length are", () => {
    expect(batches(block(10_000, 1, 2), block(10_000, 1, 6), block(10_000, 1, 10), { top: 10_000, left: 2, bottom: 10_000, right: 12 })).toHaveLength(1);
  });

  it("is fewer rows where columns stand alone, because every row is a list of its own", () => {
    const columns = [2, 6, 10].map((left) => block(50_000, 1, left));
    const cut = batches(...columns);
    expect(Math.max(...cut.map((batch) => batch.reduce((sum, rectangle) => sum + rowsOf(rectangle), 0)))).toBeLessThanOrEqual(16_000);
    expect(cut.flat().reduce((sum, rectangle) => sum + sizeOf(rectangle), 0)).toBe(150_000);
  });
});
