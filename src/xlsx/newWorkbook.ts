import type { XlsxWorkbook } from "./XlsxWorkbook";

/** A workbook without sheets, to add some to; saved without any it gets one that is empty. */
export declare function newWorkbook(name?: string): XlsxWorkbook;
