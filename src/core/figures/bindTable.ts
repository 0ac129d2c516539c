import { isFigureColumn, type Column, type Form, type TableForm } from "../form/Form";
import { matchLines } from "../form/matchLines";
import { BLANK_CELL, type Cell } from "../sheet/Cell";
import { fold, foldTight } from "../sheet/fold";
import { STEP, type Steps } from "../steps";
import type { ColumnsFound } from "./columnsFound";
import { mostOf, readFigure } from "./readFigure";
import { readHead } from "./readHead";
import { textAt } from "../table/readRows";
import { NUMBERED, rowWords, totalKey } from "../table/rowWords";
import { rowKinds, type RowDraft } from "./rowKinds";
import { withStackedLines } from "./stackedLines";
import type { Figure, PercentageColumn, Table, TableColumn, TableRow } from "./Table";
import type { RowAsRead, RowWords, TableAsRead } from "../table/TableAsRead";

/** Rows bound between two pauses: a figure is made for each of their cells. */
const STRETCH = 50;

/** What the words of a row say in a form that has its own for totals and sections, after what any table's would say. */
function saysIn({ foot, rows }: TableForm): (says: RowWords | undefined, ordinal: string, label: string) => RowWords | undefined {
  const totals = new Set(foot?.labels.filter((label) => rowWords("", label) !== "total").map(totalKey));
  const sections = new Set(("each" in rows ? (rows.sections ?? []) : []).map(foldTight));
  // Most labels differ from these in the first letter.
  const initials = new Set([...sections].map((key) => key[0]));
  return (says, ordinal, label) => {
    if (says === "total" || (totals.size > 0 && (totals.has(totalKey(ordinal)) || totals.has(totalKey(label))))) return "total";
    return says ?? (label !== "" && initials.has(fold(label[0]!)) && sections.has(foldTight(label)) ? "section" : undefined);
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
  const says = saysIn(layout);
  const isAsRead = ordinalColumn === table.ordinalColumn && labelColumn === table.labelColumn;
  const lines = "lines" in layout.rows ? matchLines(table.rows, layout.rows.lines) : [];
  const drafts: RowDraft[] = [];
  for (const [index, read] of table.rows.entries()) {
    if (index % STRETCH === 0) yield;
    const { row, cells } = read;
    const figures = figuresIn(read, columns);
    const ordinal = isAsRead ? read.ordinal : textAt(cells, ordinalColumn);
    const label = isAsRead && read.labelAt.column === labelColumn ? read.label : textAt(cells, labelColumn);
    const words = says(isAsRead ? read.says : rowWords(ordinal, label), ordinal, label);
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
      level: read.level,
      key: line?.key,
      figures,
      texts: texts.length > 0 ? texts.map(({ at }) => cells[at] ?? BLANK_CELL) : undefined,
      kind: isSum && !line ? words : isHeading ? "heading" : "line",
      isNamedSection: words === "section",
    });
  }
  return drafts;
}

/** The rows with figures that no line can hold marked as such: a score of 18 where 2 is the most. Sums of lines are not bounded. */
function withinBounds(rows: readonly TableRow[], columns: readonly TableColumn[]): readonly TableRow[] {
  const most = columns.map(({ column }) => mostOf(column.kind));
  if (most.every((each) => each === Infinity)) return rows;
  const bounded = (figure: Figure, index: number): Figure =>
    figure.reading.kind === "figure" && figure.reading.units > most[index]! ? { ...figure, reading: { kind: "unreadable", why: "beyond" } } : figure;
  return rows.map((row) => (row.kind === "line" ? { ...row, figures: row.figures.map(bounded) } : row));
}

/** The cells of a column in the rows that were kept of a table. */
function* cellsUnder(column: number, read: readonly RowAsRead[], kept: readonly TableRow[]): Steps<ReadonlyMap<number, Cell>> {
  const found = new Map<number, Cell>();
  let next = 0;
  for (const [index, { row, cells }] of read.entries()) {
    if (index % STEP === STEP - 1) yield;
    if (kept[next]?.row !== row) continue;
    next++;
    const cell = cells[column];
    if (cell) found.set(row, cell);
  }
  return found;
}

/** Reads a table as one of a form's, whose columns stand in these places. */
export function* bindTable(asRead: TableAsRead, form: Form, layout: TableForm, found: ColumnsFound): Steps<Table> {
  const places = placesOf(found);
  const rows = withinBounds(yield* rowKinds(yield* draftsOf(asRead, layout, places)), places.figures);
  const percentages: PercentageColumn[] = [];
  for (const heading of found.percentages) percentages.push({ ...heading, cells: yield* cellsUnder(heading.at, asRead.rows, rows) });
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
