import type { Calculator } from "./calculate";
import type { HostWorkbook } from "./HostDescription";
import type { PageTheme, RequestBody } from "./wire";

/** What Excel may answer instead of running a batch; the client library turns each into its own error. */
export const REFUSAL = {
  internal: 5001,
  cellEditMode: 5004,
  sessionExpired: 5012,
  tooManyRequests: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  noPermission: 7000,
} as const;

/** The requirement sets the host says it has; the client library asks before using some of them. */
export const API_SETS: Readonly<Record<string, string>> = {
  ExcelApi: "1.15",
  SharedRuntime: "1.1",
  DialogApi: "1.2",
  RibbonApi: "1.1",
  KeyboardShortcuts: "1.1",
  Settings: "1.1",
  CustomXmlParts: "1.1",
};

export interface ExcelHostOptions {
  /** The workbook to open; one empty sheet unless said. */
  readonly json?: HostWorkbook;
  /** Replaces the small formula evaluator. */
  readonly calc?: Calculator;
  /** Added to every batch: what a round trip to Excel on the web costs. */
  readonly latencyMs?: number;
  /** Requirement sets by name; `{ ExcelApi: "1.9" }` is an older Excel. */
  readonly apiSets?: Readonly<Record<string, string>>;
  /** Gives one of `REFUSAL` to turn a batch down, 0 to take it. */
  readonly refuse?: (request: RequestBody, bytes: number) => number;
  readonly sharedRuntime?: boolean;
  /** Bytes a request or a response may have; Microsoft says 5 MB for Excel on the web. */
  readonly payloadLimit?: number;
  /** "vi-VN" unless said. */
  readonly displayLanguage?: string;
  readonly theme?: PageTheme;
}

/** One round trip as it was. */
export interface Batch {
  readonly n: number;
  /** "cleanup" is what Excel.run sends by itself at its end, "service" the ribbon's and the library's own. */
  readonly kind: "addin" | "cleanup" | "service";
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly ms: number;
  /** What it changed: "Range.Values", "ConditionalFormatCollection.Add" … Empty when it only read, selected or listened. */
  readonly writes: readonly string[];
  /** Excel's error code, or the refusal's number. */
  readonly error: string | number | null;
}

export interface Stats {
  readonly syncs: number;
  readonly cleanups: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly hostMs: number;
}
