import { isFigureColumn, type Column, type Form, type TableForm } from "../form/Form";
import { matchLines } from "../form/matchLines";
import { BLANK_CELL, type Cell } from "../sheet/Cell";
import { foldTight } from "../sheet/fold";
import type { Steps } from "../steps";
import type { ColumnsFound } from "./columnsFound";
import { readFigure } from "./readFigure";
import { readHead } from "./readHead";
import { textAt } from "./readRows";
import { NUMBERED, rowWords, totalKey } from "./rowWords";
import { rowKinds, type RowDraft } from "./rowKinds";
import { withStackedLines } from "./stackedLines";
import type { Figure, PercentageColumn, Table, TableColumn } from "./Table";
import type { RowAsRead, RowWords, TableAsRead } from "./TableAsRead";

type Says = (row: RowAsRead, ordinal: string, label: string) => RowWords | undefined;

/** What the words of a row say in a form that has its own for totals and sections. */
function saysIn(layout: TableForm, isAsRead: boolean): Says {
  const totals = new Set(layout.foot?.labels.map(totalKey));
  const sections = new Set(("each" in layout.rows ? (layout.rows.sections ?? []) : []).map(foldTight));
  return (row, ordinal, label) => {
    const says = isAsRead ? row.says : rowWords(ordinal, label);
    if (says === "total" || (ordinal !== "" && !NUMBERED.test(ordinal) && totals.has(totalKey(ordinal))) || totals.has(totalKey(label))) return "total";
    return says ?? (sections.has(foldTight(label)) ? "section" : undefined);
  };
}

/** Where a form's columns stand, told apart by what they hold. */
interface Places {
  readonly figures: readonly TableColumn[];
  readonly texts: readonly TableColumn<Column>[];
  readonly ordinal?: number;
  readonly label?: number;
}

function placesOf({ columns }: ColumnsFound): Places {
  const at = (kind: "ordinal" | "label"): number | undefined => columns.find(({ column }) => column.kind === kind)?.at;
  const [ordinal, label] = [at("ordinal"), at("label")];
  const sorted = [...columns].sort((one, other) => one.at - other.at);
  return {
    figures: sorted.filter((each): each is TableColumn => isFigureColumn(each.column)),
    texts: sorted.filter(({ column }) => !isFigureColumn(column) && column.kind !== "ordinal" && column.kind !== "label"),
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(label === undefined ? {} : { label }),
  };
}

function figuresIn({ row, cells }: RowAsRead, columns: readonly TableColumn[]): readonly Figure[] {
  const figures: Figure[] = [];
  for (const { at, column } of columns) {
    const cell = cells[at] ?? BLANK_CELL;
    figures.push({ at: { row, column: at }, cell, column, reading: readFigure(cell, column) });
  }
  return withStackedLines(figures);
}

/** Rows with their figures, and what each is by its own words and figures. */
function* draftsOf(table: TableAsRead, layout: TableForm, places: Places): Steps<readonly RowDraft[]> {
  const { figures: columns, texts, ordinal: ordinalColumn, label: labelColumn } = places;
  const says = saysIn(layout, ordinalColumn === table.ordinalColumn && labelColumn === table.labelColumn);
  const lines = "lines" in layout.rows ? matchLines(table.rows, layout.rows.lines) : [];
  const drafts: RowDraft[] = [];
  for (const [index, read] of table.rows.entries()) {
    yield;
    const { row, cells } = read;
    const figures = figuresIn(read, columns);
    const ordinal = textAt(cells, ordinalColumn);
    const label = textAt(cells, labelColumn);
    const words = says(read, ordinal, label);
    const isSum = words === "total" || words === "sum";
    const blank = figures.every(({ reading }) => reading.kind === "blank");
    // A heading merged across the first columns stands in the first of them.
    const across = label === "" && ordinal !== "" && !NUMBERED.test(ordinal) && blank;
    const line = lines[index];
    const isHeading = line ? line.heading === true : across || (label !== "" && (words === "section" || (ordinal === "" && blank)));
    drafts.push({
      row,
      ordinal,
      label: label === "" && (isSum || across) ? ordinal : label,
      labelAt: { row, column: (label === "" && ordinal !== "" ? ordinalColumn : labelColumn) ?? table.range.left },
      ...(line ? { key: line.key } : {}),
      figures,
      ...(texts.length > 0 ? { texts: texts.map(({ at }) => cells[at] ?? BLANK_CELL) } : {}),
      kind: isSum && !line ? words : isHeading ? "heading" : "line",
    });
  }
  return drafts;
}

function* cellsUnder(column: number, rows: readonly RowAsRead[]): Steps<ReadonlyMap<number, Cell>> {
  const found = new Map<number, Cell>();
  for (const { row, cells } of rows) {
    yield;
    const cell = cells[column];
    if (cell) found.set(row, cell);
  }
  return found;
}

/** Reads a table as one of a form's, whose columns stand in these places. */
export function* bindTable(asRead: TableAsRead, form: Form, layout: TableForm, found: ColumnsFound): Steps<Table> {
  const places = placesOf(found);
  const rows = yield* rowKinds(yield* draftsOf(asRead, layout, places));
  const kept = new Set(rows.map(({ row }) => row));
  const percentages: PercentageColumn[] = [];
  for (const heading of found.percentages) percentages.push({ ...heading, cells: yield* cellsUnder(heading.at, asRead.rows.filter(({ row }) => kept.has(row))) });
  const all = [...places.figures, ...places.texts].map(({ at }) => at);
  return {
    form,
    layout,
    sheet: asRead.sheet,
    range: {
      top: asRead.range.top,
      left: Math.min(places.ordinal ?? Infinity, places.label ?? Infinity, ...all),
      bottom: rows.at(-1)?.row ?? asRead.headerRows[1],
      right: Math.max(...all),
    },
    headerRows: asRead.headerRows,
    ...(asRead.numberingRow === undefined ? {} : { numberingRow: asRead.numberingRow }),
    columns: places.figures,
    texts: places.texts,
    ...(places.ordinal === undefined ? {} : { ordinalColumn: places.ordinal }),
    labelColumn: places.label ?? -1,
    percentages,
    rows,
    ...readHead(asRead.above, form.head?.fields),
  };
}
