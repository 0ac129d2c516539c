import { TroubleError } from "../core/Trouble";
import { Stopped } from "../core/sheet/WorkbookPort";
import { excelTrouble } from "./excelTrouble";

/** Whether this Excel has a requirement set newer than the 1.9 the manifest asks for. */
export function hasExcelApi(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

export interface RunOptions {
  /** What the work is about, for the trouble to say: a sheet's name. */
  readonly where?: string | undefined;
  /** Puts all of the work into one step of Excel's undo, where Excel can (ExcelApi 1.20). */
  readonly oneUndoStep?: boolean;
}

/** `Excel.run` with its errors put into words: throws `TroubleError`, or `Stopped`. */
export async function runExcel<T>(work: (context: Excel.RequestContext) => Promise<T>, { where, oneUndoStep = false }: RunOptions = {}): Promise<T> {
  try {
    return await (oneUndoStep && hasExcelApi("1.20") ? Excel.run({ mergeUndoGroup: true }, work) : Excel.run(work));
  } catch (error) {
    if (error instanceof Stopped || error instanceof TroubleError) throw error;
    // The cause is for developers; the pane shows the trouble only.
    throw Object.assign(new TroubleError(excelTrouble(error, where)), { cause: error });
  }
}
