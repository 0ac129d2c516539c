/** The installed Chrome, Chromium or Edge; CHROME_PATH names another. Undefined where there is none. */
export declare function findBrowser(): string | undefined;
/** The installed LibreOffice; undefined where there is none. */
export declare function findOffice(): string | undefined;
