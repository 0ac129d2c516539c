import type { XlsxWorkbook } from "./XlsxWorkbook";

/**
 * Opens a workbook whatever its extension says: .xlsx, .xlsm, or an HTML table saved as .xls (which becomes an .xlsx).
 * Throws `TroubleError` for anything else.
 */
export declare function openWorkbookFile(bytes: Uint8Array, name: string): Promise<XlsxWorkbook>;
