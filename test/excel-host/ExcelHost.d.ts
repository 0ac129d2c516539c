/** A cell in the host's own words: a value typed in, or its parts (value, formula, number format, formats by path). */
export type HostCell =
  | number
  | string
  | boolean
  | {
      readonly v?: number | string | boolean;
      readonly f?: string;
      readonly nf?: string;
      /** The text was typed with an apostrophe before it, and so is a text whatever it looks like. */
      readonly quoted?: boolean;
      readonly fmt?: Readonly<Record<string, unknown>>;
    };

/** What a sheet may hold besides cells. Addresses as in "A1:C3". */
export interface HostSheet {
  readonly name: string;
  readonly id?: string;
  readonly cells?: Readonly<Record<string, HostCell>>;
  readonly merges?: readonly string[];
  readonly props?: Readonly<Record<string, unknown>>;
  readonly freeze?: string;
  readonly colWidths?: Readonly<Record<string, number>>;
  readonly rowHeights?: Readonly<Record<string, number>>;
  readonly conditionalFormats?: readonly HostFormat[];
  readonly validations?: readonly { readonly rect: string; readonly data: Readonly<Record<string, unknown>> }[];
  readonly names?: readonly { readonly name: string; readonly formula: string }[];
  readonly tables?: readonly { readonly id: string; readonly name: string; readonly rect: string; readonly style: string; readonly props: object }[];
}

export interface HostFormat {
  readonly id: string;
  readonly type: string;
  readonly priority: number;
  readonly stopIfTrue?: boolean;
  readonly ranges: readonly string[];
  /** Under the kind's own name: `{ Custom: { Rule: { Formula }, Format: { Fill: { Color } } } }`. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface HostWorkbook {
  readonly sheets: readonly HostSheet[];
  readonly names?: readonly { readonly name: string; readonly formula: string }[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly xmlParts?: readonly { readonly id: string; readonly xml: string; readonly ns: string }[];
  /** The sheet in front and what is selected on it. */
  readonly active?: string;
  readonly selection?: string;
  /** `{ Protection: { Protected: true } }` protects the workbook's structure. */
  readonly bags?: Readonly<Record<string, unknown>>;
}

export interface ExcelHostOptions {
  readonly json?: HostWorkbook;
  /** Replaces the small formula evaluator. */
  readonly calc?: (formula: string, at: { readonly sheet: string; readonly r: number; readonly c: number }, read: (sheet: string | null, rect: object) => unknown[][]) => unknown;
  /** Added to every batch: what a round trip to Excel on the web costs. */
  readonly latencyMs?: number;
  /** Requirement sets by name; `{ ExcelApi: "1.9" }` is an older Excel. */
  readonly apiSets?: Readonly<Record<string, string>>;
  /** Gives one of `REFUSAL` to turn a batch down, 0 to take it. */
  readonly refuse?: (request: unknown, bytes: number) => number;
  readonly sharedRuntime?: boolean;
  /** Bytes a request or a response may have; Microsoft says 5 MB for Excel on the web. */
  readonly payloadLimit?: number;
  /** "vi-VN" unless said. */
  readonly displayLanguage?: string;
  readonly theme?: { readonly bodyBackgroundColor: string; readonly bodyForegroundColor: string };
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
  readonly error: string | null;
}

export interface Stats {
  readonly syncs: number;
  readonly cleanups: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly hostMs: number;
}

export declare const REFUSAL: {
  readonly internal: number;
  readonly cellEditMode: number;
  readonly sessionExpired: number;
  readonly tooManyRequests: number;
  readonly requestTooLarge: number;
  readonly responseTooLarge: number;
  readonly noPermission: number;
};

export declare const API_SETS: Readonly<Record<string, string>>;

/** A simulated Excel for Windows behind Microsoft's client library, with what a test does as the user. */
export declare class ExcelHost {
  constructor(options?: ExcelHostOptions);
  latencyMs: number;
  payloadLimit: number;
  refuse: (request: unknown, bytes: number) => number;
  readonly batches: Batch[];
  /** Members asked for that the host does not have, "Range.AutoFill" … */
  readonly unimplemented: Set<string>;
  /** Programming errors of the host itself. */
  readonly crashes: unknown[];
  /** Steps the user could still undo; a batch that writes empties it. */
  readonly undoSteps: number;
  /** How many event handlers of the add-in are listening. */
  readonly listening: number;
  /** How many handlers pages left behind when they went, for Excel to drop. */
  readonly abandoned: number;
  /** What is selected: "'II.06a'!B3:C4". */
  readonly selected: string;
  cell(address: string): { readonly value: number | string | boolean; readonly formula: unknown; readonly numberFormat: string; readonly format: Readonly<Record<string, unknown>> };
  toJSON(): HostWorkbook;
  /** Types values over an address, as the user, and raises onChanged. */
  edit(address: string, values: unknown): void;
  /** Empties cells, as the user. */
  clear(address: string): void;
  /** Inserts or deletes cells, rows ("3:4") or columns ("B:B"), as the user. */
  insert(address: string, shift?: "Down" | "Right"): void;
  remove(address: string, shift?: "Up" | "Left"): void;
  /** Sorts the rows of a range by one of its columns (zero-based), as the user. */
  sort(address: string, column: number): void;
  /** Selects, as the user. */
  selectRange(address: string): void;
  addSheet(name: string): void;
  deleteSheet(name: string): void;
  renameSheet(name: string, to: string): void;
  protect(sheet: string, options?: object): void;
  /** Protects the workbook's structure: sheets can be neither added, deleted, renamed, moved nor hidden. */
  protectStructure(): void;
  unprotect(sheet: string): void;
  /** Undoes the user's last edit; false when there is nothing left to undo. */
  undo(): boolean;
  /** Does something to the workbook as the user, and sends the events of it. */
  asUser(act: () => void): void;
  /** Presses a ribbon button whose action is the function associated as `name`. */
  pressButton(name: string): void;
  /** The add-in's page was closed or loaded anew: its handlers are dropped. */
  pageGone(): void;
  /** Of the add-in's own batches; `since` leaves out those before it (see `batches.length`). */
  stats(since?: number): Stats;
  /** Everything batches wrote, in order, from batch number `since` (zero-based) on. */
  writes(since?: number): readonly string[];
  /** Throws, naming what was written, unless nothing was. */
  assertNoWrites(since?: number): void;
}
