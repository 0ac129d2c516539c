/** The folder of Microsoft's client library, as npm delivers it. */
export declare const OFFICE_JS: string;
/** A script that defines `installExcelShim(window, init, send)`. */
export declare const PAGE_SHIM: string;
