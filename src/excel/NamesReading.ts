import type { NamedTable, Names } from "../core/sheet/Sheet";
import { rectangleOf } from "./rectangles";

const TABLE_PROPERTIES =
  "items/id,items/name,items/showHeaders,items/showTotals,items/autoFilter/isDataFiltered,items/worksheet/name,items/columns/items/name";

/** What is loaded of the sheets' own names. */
export const SHEET_NAMES = "items/names/items/name,items/names/items/formula";

const EXTENT = "rowIndex,columnIndex,rowCount,columnCount";

/** A table, and whether its filter leaves rows out. */
interface FoundTable {
  readonly id: string;
  readonly table: Omit<NamedTable, "range">;
  readonly isFiltered: boolean;
}

/** Names as first read, for readings of some sheets only. */
export interface KnownNames {
  readonly names: Omit<Names, "tables">;
  readonly tables: readonly FoundTable[];
}

/** Asks where tables lie: made before one sync, `told` after it. */
export class NamesReading {
  private readonly ranges: readonly Excel.Range[];

  constructor(
    context: Excel.RequestContext,
    readonly known: KnownNames,
  ) {
    this.ranges = known.tables.map(({ id }) => context.workbook.tables.getItem(id).getRange().load(EXTENT));
  }

  /** What formulas may name. */
  told(): Names {
    return { ...this.known.names, tables: this.tables.map(({ table }) => table) };
  }

  /** The tables of a sheet whose filters leave rows out. */
  filteredOn(sheet: string): readonly NamedTable[] {
    return this.tables.flatMap(({ table, isFiltered }) => (isFiltered && table.sheet === sheet ? [table] : []));
  }

  private get tables(): readonly { readonly table: NamedTable; readonly isFiltered: boolean }[] {
    return this.known.tables.map(({ table, isFiltered }, index) => ({ table: { ...table, range: rectangleOf(this.ranges[index]!) }, isFiltered }));
  }
}

/** Asks what there is to name, for the answer after the next sync; the sheets are loaded with `SHEET_NAMES`. */
export function askNames({ workbook }: Excel.RequestContext, worksheets: Excel.WorksheetCollection): () => KnownNames {
  const names = workbook.names.load("items/name,items/formula");
  const tables = workbook.tables.load(TABLE_PROPERTIES);
  const application = workbook.application.load("calculationMode");
  return () => {
    const defined = new Map<string, string>();
    for (const { name, formula } of names.items) defined.set(name.toUpperCase(), formula);
    for (const sheet of worksheets.items) {
      for (const { name, formula } of sheet.names.items) defined.set(`${sheet.name}!${name}`.toUpperCase(), formula);
    }
    return {
      names: { sheets: worksheets.items.map(({ name }) => name), defined, ...(application.calculationMode === "Manual" ? { isManual: true } : {}) },
      tables: tables.items.map(({ id, name, showHeaders, showTotals, autoFilter, worksheet, columns }) => ({
        id,
        table: { name, sheet: worksheet.name, columns: columns.items.map((column) => column.name), hasHeadings: showHeaders, hasTotals: showTotals },
        isFiltered: autoFilter.isDataFiltered,
      })),
    };
  };
}
