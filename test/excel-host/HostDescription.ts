export type CellValue = number | string | boolean;

/** A cell in the host's own words: a value typed in, or its parts (value, formula, number format, formats by path). */
export type HostCell =
  | CellValue
  | {
      readonly v?: CellValue;
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
  readonly areaFormats?: readonly { readonly rect: string; readonly path: string; readonly value: unknown }[];
  readonly merges?: readonly string[];
  readonly props?: Readonly<Record<string, unknown>>;
  readonly freeze?: string;
  readonly colWidths?: Readonly<Record<string, number>>;
  readonly rowHeights?: Readonly<Record<string, number>>;
  readonly conditionalFormats?: readonly HostFormat[];
  readonly validations?: readonly { readonly rect: string; readonly data: Readonly<Record<string, unknown>> }[];
  readonly names?: readonly HostName[];
  readonly comments?: readonly (HostComment & { readonly rect: string })[];
  readonly tables?: readonly { readonly id: string; readonly name: string; readonly rect: string; readonly style: string; readonly props: object }[];
}

export interface HostName {
  readonly name: string;
  readonly formula: string;
  readonly comment?: string;
  readonly visible?: boolean;
}

export interface HostComment {
  readonly id: string;
  readonly content: string;
  readonly contentType: string;
  readonly author: string;
  readonly created: string;
  readonly resolved: boolean;
  readonly replies: readonly unknown[];
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
  readonly sheets?: readonly HostSheet[];
  readonly names?: readonly HostName[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly xmlParts?: readonly { readonly id: string; readonly xml: string; readonly ns: string }[];
  /** The sheet in front and what is selected on it. */
  readonly active?: string;
  readonly selection?: string;
  /** `{ Protection: { Protected: true } }` protects the workbook's structure. */
  readonly bags?: Readonly<Record<string, unknown>>;
  readonly nextId?: number;
}
