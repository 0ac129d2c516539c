import type { TableForm } from "../form/Form";
import { decimalsOf } from "../figures/readFigure";
import { meantUnits, type Reading } from "../figures/Reading";
import type { Table, TableRow } from "../figures/Table";
import { addedPlaces } from "../figures/openRows";
import type { ReadSum } from "../structure/RowEvidence";
import { ordinalSums } from "./ordinalSums";

/** How a sum down the rows comes out, by the places of the figures it adds up. */
interface Outcome {
  readonly sum: ReadSum;
  readonly holds: readonly number[];
  readonly breaks: readonly number[];
  /** Those that come out but for the rounding of what is added up, and those whose total is left empty: they are not judged. */
  readonly others: readonly number[];
}

/** By how much a figure may be off by its rounding, doubled, in units of its column; counts are exact. */
const slackOf = (reading: Reading, decimals: number): number => (decimals === 0 || reading.kind !== "figure" ? 0 : 10 ** (decimals - Math.min(reading.digits ?? decimals, decimals)));

function outcomeOf({ rows }: Table, sum: ReadSum, places: readonly number[]): Outcome {
  const [holds, breaks, others]: [number[], number[], number[]] = [[], [], []];
  for (const place of places) {
    const { reading: stated, column } = rows[sum.row]!.figures[place]!;
    const decimals = decimalsOf(column);
    /** Half of the last digit that each figure shows, doubled, in units of the column. */
    let slack = slackOf(stated, decimals);
    let added = 0;
    let isBlank = stated.kind === "blank";
    for (const part of sum.parts) {
      const { reading } = rows[part]!.figures[place]!;
      added += meantUnits(reading) ?? NaN;
      slack += slackOf(reading, decimals);
      if (reading.kind === "figure" && reading.units !== 0) isBlank = false;
    }
    const total = meantUnits(stated);
    // A total left empty is not meant to be one: quantities of different units are not added up.
    if (isBlank || total === undefined || Number.isNaN(added) || (total === 0 && added === 0)) continue;
    if (total === added) holds.push(place);
    else if (stated.kind === "blank" || 2 * Math.abs(total - added) <= slack) others.push(place);
    else breaks.push(place);
  }
  return { sum, holds, breaks, others };
}

/** From so many parts on a total between the least and the greatest of them is a mean. */
const FEWEST_OF_MEAN = 5;
/** Figures with decimals are measured or divided more often than counted. */
const FEWEST_OF_MEASURED = 2;
/** So many other columns must add up before one is said to be none that does. */
const FEWEST_OTHERS = 2;

/** Whether a total lies among its parts, as a mean does. */
function isMean({ rows }: Table, { row, parts }: ReadSum, place: number): boolean {
  const units = parts.map((part) => meantUnits(rows[part]!.figures[place]!.reading)).filter((each): each is number => each !== undefined);
  const { reading, column } = rows[row]!.figures[place]!;
  const total = meantUnits(reading);
  return units.length >= (decimalsOf(column) > 0 ? FEWEST_OF_MEASURED : FEWEST_OF_MEAN) && total !== undefined && total >= Math.min(...units) && total <= Math.max(...units);
}

/** From this share of the hierarchy's sums on, at least so many, it is taken to add up where nothing else is known. */
const BORNE_OUT = 0.75;
const FEWEST_CASES = 3;
/** A line holds in so many columns to be judged by itself. */
const FEWEST_COLUMNS = 2;

/**
 * Which of a table's sums down the rows its figures bear out, over the columns that they show to be added up. A total in so many words may be judged
 * by one column that comes out; other rows by two, or where nearly all of the table's hierarchy adds up.
 */
export function borneOut(table: Table): Table {
  const all = addedPlaces(table.layout, table.columns);
  const byOrdinals = ordinalSums(table.rows);
  const isTotal = ({ row }: ReadSum): boolean => table.rows[row]!.kind === "total";
  const read = byOrdinals ? [...byOrdinals, ...table.sums.filter((sum) => isTotal(sum) && !byOrdinals.some(({ row }) => row === sum.row))] : table.sums;
  const outcomes = read.filter(({ doubt }) => !doubt).map((sum) => outcomeOf(table, sum, all));
  const isAdded = (place: number): boolean => {
    const own = outcomes.filter(({ breaks }) => breaks.includes(place));
    const held = outcomes.filter(({ holds }) => holds.includes(place)).length;
    if (outcomes.some(({ others }) => others.includes(place))) return false;
    if (own.length === 0) return true;
    if (own.some(({ sum, holds }) => holds.length >= FEWEST_OTHERS && isMean(table, sum, place)) && held === 0) return false;
    // What comes out in no sum of several is no column that adds up.
    return held > 0 || own.length === 1;
  };
  const places = all.filter(isAdded);
  const judged = outcomes.map(({ sum, holds, breaks }) => ({ sum, holds: holds.length, breaks: breaks.filter((place) => places.includes(place)).length }));
  const cases = judged.reduce((sum, { holds, breaks }) => sum + holds + breaks, 0);
  const isHierarchy = judged.length >= FEWEST_CASES && judged.reduce((sum, { holds }) => sum + holds, 0) >= BORNE_OUT * cases;
  const sums = judged.filter(({ sum, holds, breaks }) => {
    return (breaks <= holds && holds >= (isTotal(sum) ? 1 : FEWEST_COLUMNS)) || (isHierarchy && breaks <= Math.max(1, holds));
  });
  return withAdded({ ...table, rows: table.rows.map((row) => withoutBlanks(row, table)), sums: sums.map(({ sum }) => sum) }, places.map((place) => table.columns[place]!.column.key));
}

const NOT_ADDED: Reading = { kind: "unreadable", why: "words" };

/** A total's row without the cells left empty in it where the lines hold figures: prices, or quantities of different units, are not added up there, and come to no nought. */
function withoutBlanks(row: TableRow, { rows }: Table): TableRow {
  if (row.kind !== "total" && row.kind !== "subtotal") return row;
  const isHeld = (place: number): boolean => rows.some(({ kind, figures }) => kind === "line" && figures[place]!.reading.kind === "figure");
  const figures = row.figures.map((figure, place) => (figure.reading.kind === "blank" && isHeld(place) ? { ...figure, reading: NOT_ADDED } : figure));
  return { ...row, figures };
}

/** The table with only these columns added up down its rows. */
function withAdded(table: Table, columns: readonly string[]): Table {
  const { layout, form } = table;
  if (!layout.foot) return table;
  const own: TableForm = { ...layout, foot: layout.foot.map((foot) => ({ ...foot, columns })) };
  return { ...table, layout: own, form: { ...form, tables: [own] } };
}
