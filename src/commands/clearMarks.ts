import { ExcelWorkbook } from "../excel/ExcelWorkbook";

/**
 * The ribbon's "Bỏ đánh dấu": lifts all our marks. Always tells Excel that it has ended, or its button would stay grey.
 * Where Excel refuses (a sheet protected meanwhile), the marks stay and the pane's own button says why.
 */
export async function clearMarks(event: Pick<Office.AddinCommands.Event, "completed">): Promise<void> {
  try {
    await new ExcelWorkbook().mark([]);
  } catch {
    // A ribbon command has nowhere to show a sentence.
  } finally {
    event.completed();
  }
}
