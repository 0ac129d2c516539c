import { footKey, isFigureColumn, type Column, type Foot, type Form, type Section, type TableForm, leafColumns, type Share, type HeadField } from "../form/Form";
import { matchLines } from "../form/alignColumns";
import { BLANK_CELL, type Cell, textValue } from "../sheet/Cell";
import { fold, foldTight } from "../sheet/fold";
import type { FormulaGraph } from "../sheet/FormulaGraph";
import type { Sheet } from "../sheet/Sheet";
import type { Steps } from "../steps";
import { allowedOf, mostOf, readFigure } from "./readFigure";
import { textAt } from "../table/readRows";
import { NUMBERED, rowWords } from "../table/rowWords";
import { columnUnder, feetNamed, recordRows, saysOfFeet, withSummaries } from "./closingRows";
import { givenRows, type RowsRead } from "./givenRows";
import { openRows } from "./openRows";
import type { RowDraft } from "./RowDraft";
import type { RowsTold } from "./rowsTold";
import { withStackedLines } from "./stackedLines";
import type { Figure, PercentageColumn, Table, TableColumn, TableRow, PrintedPeriod } from "./Table";
import type { RowAsRead, TableAsRead, Caption } from "../table/TableAsRead";
import { parsePeriod } from "../words/Period";

/** Words that begin the name of a reporting unit. */
const UNIT = /^(ubnd|uy ban|van phong|so |phong |trung tam|ban |chi cuc|cuc )/;

/** The figure of a field, in the cell with its name or in the next one that is filled. */
function figureOf(field: HeadField, { text, at, beside }: Caption): Figure | undefined {
  const column = { key: field.key, header: field.label, kind: field.kind };
  if (!isFigureColumn(column) || !fold(text).startsWith(fold(field.label))) return undefined;
  const inside = text.split(":").slice(1).join(":").trimStart();
  const next = inside === "" ? beside : { at, cell: { value: textValue(inside) } };
  return { column, at: next?.at ?? at, cell: next?.cell ?? BLANK_CELL, reading: readFigure(next?.cell ?? BLANK_CELL, column) };
}

/** What the texts above a table say of it: the period, the unit that reports, and the fields that its form has there. */
function readHead(above: readonly Caption[], fields: readonly HeadField[] = []): Pick<Table, "period" | "unit" | "fields"> {
  let period: PrintedPeriod | undefined;
  let unit: string | undefined;
  const figures = new Map<string, Figure>();
  for (const caption of above) {
    const { text, at } = caption;
    const parsed = parsePeriod(text);
    // Lines such as "Ban hành theo Thông tư … ngày 21/10/2020" hold a date, but not two.
    if (parsed) period ??= { period: parsed, at, text };
    const named = /đơn vị báo cáo\s*:\s*([^\n+-][^\n]*)/iu.exec(text.normalize("NFC"))?.[1]?.trim();
    if (named) unit ??= named;
    else if (text.length < 80 && UNIT.test(fold(text)) && text === text.toLocaleUpperCase("vi")) unit ??= text.trim();
    for (const field of fields) {
      const figure = figures.has(field.key) ? undefined : figureOf(field, caption);
      if (figure) figures.set(field.key, figure);
    }
  }
  return { ...(period ? { period } : {}), ...(unit ? { unit } : {}), ...(figures.size > 0 ? { fields: figures } : {}) };
}

/** Whether a heading begins with the percentage's name; its formula may follow after "=". */
const isPercentage = (text: string, { header }: Share): boolean => foldTight(text.split("=")[0]!) === foldTight(header);

/** Rows bound between two pauses: a figure is made for each of their cells. */
const STRETCH = 50;

/** All that a section and those under it are called. */
const sectionLabels = ({ labels, under = [] }: Section): readonly string[] => [...labels, ...under.flatMap(sectionLabels)];

/** What the form's own words for totals and sections say of a row, after what any table's would say. */
function saysIn({ rows }: TableForm): (ordinal: string, label: string, feet: readonly Foot[]) => RowDraft["says"] {
  const sections = new Set(("each" in rows ? (rows.sections ?? []) : []).flatMap(sectionLabels).map(foldTight));
  // Most labels differ from these in the first letter.
  const initials = new Set([...sections].map((key) => key[0]));
  const isOpen = "each" in rows;
  return (ordinal, label, feet) => {
    const isAnyTotal = rowWords(ordinal, label) === "total";
    const said = saysOfFeet(feet);
    // Of a list of fields a total of some of them is called the same.
    if (said === "summary" || (said === "total" && !(isOpen && isAnyTotal))) return said;
    if (!isOpen) return isAnyTotal ? "total" : undefined;
    return label !== "" && initials.has(fold(label[0]!)) && sections.has(foldTight(label)) ? "section" : undefined;
  };
}

/** Where a form's columns stand, told apart by what they hold. */
interface Places {
  readonly figures: readonly TableColumn[];
  readonly texts: readonly TableColumn<Column>[];
  readonly ordinal: number | undefined;
  readonly label: number | undefined;
  readonly percentages: readonly Omit<PercentageColumn, "cells">[];
}

/**
 * Which column is which, with what was recognised: for each of the form's columns where it stands. Numbers and names of rows
 * are where they are read if their headings say nothing; percentages stand right of the form's own figures.
 */
function placesOf(table: TableAsRead, { columns, shares = [] }: TableForm, recognised: readonly (number | undefined)[]): Places {
  const taken = new Set(recognised);
  const found = leafColumns(columns).flatMap((column, index): readonly TableColumn<Column>[] => {
    const read = column.kind === "ordinal" ? table.ordinalColumn : column.kind === "label" ? table.labelColumn : undefined;
    const at = recognised[index] ?? (taken.has(read) ? undefined : read);
    return at === undefined ? [] : [{ column, at }];
  });
  const others = found.filter(({ column: { kind } }) => kind !== "ordinal" && kind !== "label").sort((one, other) => one.at - other.at);
  const beside = table.columns.filter(({ at }) => at > (others[0]?.at ?? Infinity) && !taken.has(at));
  const labels = beside.flatMap(({ at, path }) => path.map(({ text }) => ({ at, text })));
  return {
    figures: others.filter((each): each is TableColumn => isFigureColumn(each.column)),
    texts: others.filter(({ column }) => !isFigureColumn(column)),
    ordinal: found.find(({ column }) => column.kind === "ordinal")?.at,
    label: found.find(({ column }) => column.kind === "label")?.at,
    percentages: shares.flatMap((percentage) => {
      const label = labels.find(({ text }) => isPercentage(text, percentage));
      return label ? [{ percentage, at: label.at, named: label.text.includes("=") }] : [];
    }),
  };
}

function figuresIn({ row, cells }: RowAsRead, columns: readonly TableColumn[], feet: readonly Foot[], layout: TableForm): readonly Figure[] {
  const figures: Figure[] = [];
  for (const { at, column: own } of columns) {
    const cell = cells[at] ?? BLANK_CELL;
    const column = feet.length > 0 ? columnUnder(own, feet, layout) : own;
    figures.push({ at: { row, column: at }, cell, column, reading: readFigure(cell, column) });
  }
  return withStackedLines(figures);
}

/** Blanks before a label that count as one step of Excel's own indent. */
const BLANKS_A_STEP = 3;

/** How a row looks, as far as that tells what it is. */
function looksOf(row: number, cell: Cell | undefined, indent: number, { hiddenRows }: Sheet): RowDraft["looks"] {
  const { bold, italic, indent: steps = 0 } = cell?.look ?? {};
  const inside = steps + indent / BLANKS_A_STEP;
  const isHidden = hiddenRows?.has(row);
  return { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(inside > 0 ? { indent: inside } : {}), ...(isHidden ? { isHidden } : {}) };
}

/** Rows with their figures, and what each shows of itself. */
function* draftsOf(table: TableAsRead, layout: TableForm, places: Places, sheet: Sheet): Steps<readonly RowDraft[]> {
  const { figures: columns, texts, ordinal: ordinalColumn, label: labelColumn } = places;
  const [says, feetOf] = [saysIn(layout), feetNamed(layout)];
  const isAsRead = ordinalColumn === table.ordinalColumn && labelColumn === table.labelColumn;
  const drafts: RowDraft[] = [];
  for (const [index, read] of table.rows.entries()) {
    if (index % STRETCH === 0) yield;
    const { row, cells } = read;
    const ordinal = isAsRead ? read.ordinal : textAt(cells, ordinalColumn);
    const label = isAsRead && read.labelAt.column === labelColumn ? read.label : textAt(cells, labelColumn);
    const feet = feetOf(ordinal, label);
    const figures = figuresIn(read, columns, feet, layout);
    const said = says(ordinal, label, feet);
    // A heading merged across the first columns stands in the first of them.
    const isAcross = label === "" && ordinal !== "" && !NUMBERED.test(ordinal);
    const column = (label === "" && ordinal !== "" ? ordinalColumn : labelColumn) ?? table.range.left;
    drafts.push({
      row,
      ordinal,
      label: isAcross ? ordinal : label,
      labelAt: { row, column },
      key: said === "summary" ? footKey(feet[0]!) : undefined,
      figures,
      texts: texts.length > 0 ? texts.map(({ at }) => cells[at] ?? BLANK_CELL) : undefined,
      says: said,
      isAcross,
      looks: looksOf(row, cells[column], read.indent, sheet),
    });
  }
  return drafts;
}

/** What the rows are: as the form gives them, or as they show. */
function* rowsOf(
  table: TableAsRead,
  layout: TableForm,
  all: readonly RowDraft[],
  columns: readonly TableColumn[],
  { graph, told }: Around,
): Steps<RowsRead> {
  const { rows } = layout;
  const drafts = all.filter(({ says }) => says !== "summary");
  if ("each" in rows) return withSummaries(yield* openRows(drafts, layout, columns, graph, told), all);
  if ("record" in rows) return withSummaries(recordRows(drafts), all);
  const kept = new Set(drafts.map(({ row }) => row));
  const lines = matchLines(table.rows.filter(({ row }) => kept.has(row)), rows.lines);
  return withSummaries(givenRows(drafts.map((draft, index) => (lines[index] ? { ...draft, key: lines[index].key } : draft)), lines, rows.lines), all);
}

/** The rows with figures that no line can hold marked as such: a score of 18 where 2 is the most, or of 3 where lines take 0, 1 or 2. Sums of lines are not bounded. */
function withinBounds(rows: readonly TableRow[], columns: readonly TableColumn[]): readonly TableRow[] {
  const most = columns.map(({ column }) => mostOf(column.kind));
  const taken = columns.map(({ column }) => allowedOf(column.kind));
  if (most.every((each) => each === Infinity) && taken.every((each) => each === undefined)) return rows;
  const bounded = (figure: Figure, index: number): Figure =>
    figure.reading.kind === "figure" && (figure.reading.units > most[index]! || taken[index]?.includes(figure.reading.units) === false) ? { ...figure, reading: { kind: "unreadable", why: "beyond" } } : figure;
  return rows.map((row) => (row.kind === "line" || row.kind === "part" || row.kind === "memo" ? { ...row, figures: row.figures.map(bounded) } : row));
}

/** The cells of a column in the rows that were kept of a table. */
function cellsUnder(column: number, read: readonly RowAsRead[], kept: ReadonlySet<number>): ReadonlyMap<number, Cell> {
  const found = new Map<number, Cell>();
  for (const { row, cells } of read) if (cells[column] && kept.has(row)) found.set(row, cells[column]);
  return found;
}

/** What is known of a table beside what was read of it. */
interface Around {
  readonly sheet: Sheet;
  readonly graph: FormulaGraph;
  /** Which rows add up which, as far as the reporter has said. */
  readonly told: RowsTold;
}

/** Reads a table as one of a form's, with what was recognised: the column of the sheet by the form's columns. */
export function* bindTable(
  asRead: TableAsRead,
  form: Form,
  layout: TableForm,
  recognised: readonly (number | undefined)[],
  around: Around,
): Steps<Table> {
  const places = placesOf(asRead, layout, recognised);
  const { figures: columns, texts, ordinal, label } = places;
  const read = yield* rowsOf(asRead, layout, yield* draftsOf(asRead, layout, places, around.sheet), columns, around);
  const rows = withinBounds(read.rows, columns);
  const kept = new Set(rows.map(({ row }) => row));
  const all = [...columns, ...texts].map(({ at }) => at);
  return {
    form,
    layout,
    sheet: asRead.sheet,
    ...(asRead.encoding ? { encoding: asRead.encoding } : {}),
    range: {
      top: asRead.range.top,
      left: Math.min(ordinal ?? Infinity, label ?? Infinity, ...all),
      bottom: rows.at(-1)?.row ?? asRead.headerRows[1],
      right: Math.max(...all),
    },
    headerRows: asRead.headerRows,
    ...(asRead.numberingRow === undefined ? {} : { numberingRow: asRead.numberingRow }),
    columns,
    texts,
    ...(ordinal === undefined ? {} : { ordinalColumn: ordinal }),
    labelColumn: label ?? -1,
    percentages: places.percentages.map((heading) => ({ ...heading, cells: cellsUnder(heading.at, asRead.rows, kept) })),
    rows,
    sums: read.sums,
    ...(read.told ? { told: read.told } : {}),
    ...readHead(asRead.above, form.head?.fields),
  };
}
