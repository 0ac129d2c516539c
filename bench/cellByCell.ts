import { a1 } from "../src/core/sheet/Address";

/** The figures of II.06a: columns (3) to (13), zero-based. */
const FIRST = 2;
const LAST = 12;

/**
 * The check as a beginner writes it: every figure asked for by itself, and waited for, then each row's four sums compared.
 * Gives back how many sums do not come out.
 */
export async function checkCellByCell(sheetName: string, firstRow: number, rows: number): Promise<number> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    let wrong = 0;
    for (let row = firstRow; row < firstRow + rows; row++) {
      const figures: number[] = [];
      for (let column = FIRST; column <= LAST; column++) {
        const cell = sheet.getRange(a1({ row, column })).load("values");
        await context.sync();
        figures.push(Number(cell.values[0]![0]));
      }
      const [received, online, inPerson, carried, resolved, early, onTime, late, pending, pendingOnTime, pendingLate] = figures as [number, number, number, number, number, number, number, number, number, number, number];
      const sums = [received === online + inPerson + carried, resolved === early + onTime + late, pending === pendingOnTime + pendingLate, received === resolved + pending];
      wrong += sums.filter((comesOut) => !comesOut).length;
    }
    return wrong;
  });
}
