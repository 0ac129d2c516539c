import { a1 } from "../sheet/Address";
import { contentOf, numberValue, textValue, type Cell } from "../sheet/Cell";
import { roundedRatio } from "../sheet/ratio";
import { showsAs, shownText } from "../sheet/shownText";
import { bareText } from "../table/writtenCount";
import { figureOf, meantSum, type Figure, type PercentageColumn, type Table, type TableRow } from "../figures/Table";
import { linesIn } from "../figures/stackedLines";
import type { CheckKind, Verdict } from "./Check";
import { rowName } from "./columnWords";
import { formatCount, sayDecimal } from "../words/decimal";
import { decimalsOf } from "../figures/readFigure";
import type { Language, Phrase } from "../words/Phrase";

/** A percentage as printed: `units` are 10^-digits of a percent, so 57,5 is 575 with one digit. It stands for an interval (XBRL Calculations 1.1). */
export interface PrintedShare {
  readonly units: number;
  readonly digits: number;
}

/** A figure of a column of percentages at its own digits; undefined where it cannot be read or is blank. */
export function printedShare({ reading, column }: Figure): PrintedShare | undefined {
  if (reading.kind !== "figure" || reading.units < 0) return undefined;
  const decimals = decimalsOf(column);
  const digits = Math.min(reading.digits ?? decimals, decimals);
  return { units: Math.round(reading.units / 10 ** (decimals - digits)), digits };
}

/** How a printed percentage stands to the share of two counts: rounded half up, cut off after these digits, or something else; undefined where there is no share. */
export function standsTo({ units, digits }: PrintedShare, above: number, below: number): "rounded" | "cut" | "other" | undefined {
  const proper = roundedRatio(above * 100, below, digits);
  if (proper === undefined) return undefined;
  if (proper === units) return "rounded";
  return (BigInt(above) * 100n * 10n ** BigInt(digits)) / BigInt(below) === BigInt(units) ? "cut" : "other";
}

/** Said of a figure that was cut off. */
export const CUT: Phrase = { vi: " (số đã bị cắt, không làm tròn)", en: " (cut off, not rounded)" };

/** How two printed percentages stand to each other at the digits of the shorter one. */
export function compareShares(one: PrintedShare, other: PrintedShare): "same" | "cut" | "other" {
  const [finer, coarser] = one.digits >= other.digits ? [one, other] : [other, one];
  const step = 10 ** (finer.digits - coarser.digits);
  if (Math.floor((2 * finer.units + step) / (2 * step)) === coarser.units) return "same";
  return Math.floor(finer.units / step) === coarser.units ? "cut" : "other";
}

/** "57,5", all digits shown. */
export const sayShare = ({ units, digits }: PrintedShare, language: Language): string => sayDecimal(units, digits, language, digits);

/** More digits than anybody prints: the cell holds an unrounded quotient. */
const MOST_DECIMALS = 6;

function printedOf(written: string): PrintedShare | undefined {
  const [, whole, decimals = ""] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(written) ?? [];
  const fraction = decimals.slice(0, MOST_DECIMALS);
  return whole === undefined ? undefined : { units: Number(whole + fraction), digits: fraction.length };
}

/** Reads 99.39, "99,39%" or, under a percent format, 0.9939: as it is shown, and with all digits that Excel keeps. */
function readPercentage(cell: Cell): readonly PrintedShare[] {
  const { value } = cell;
  // The shares of two lines in one cell are no share of either.
  if (value.kind === "text" && linesIn(value.text).length > 1) return [];
  if (value.kind !== "text" && (value.kind !== "number" || value.number < 0)) return [];
  const shown = bareText(shownText(cell, "en"), cell.raised).text.replace(/[\s%]/g, "");
  const kept = value.kind === "number" ? String(Number((isPercent(cell) ? value.number * 100 : value.number).toPrecision(15))) : shown;
  return [shown, kept].flatMap((written) => printedOf(written) ?? []);
}

const isPercent = ({ numberFormat }: Cell): boolean => showsAs(numberFormat) === "percent";

const sumOf = (table: Table, row: TableRow, keys: readonly string[]): number | undefined => meantSum(keys.map((key) => figureOf(table, row, key)));

/** Whether it is the share of any formula known for the form: a heading that names none may mean each of them. */
function followsAnother(table: Table, row: TableRow, printed: PrintedShare): boolean {
  return (table.layout.shares ?? []).some(({ numerator, denominator }) => {
    const above = sumOf(table, row, numerator);
    const below = sumOf(table, row, denominator);
    return above !== undefined && below !== undefined && standsTo(printed, above, below) === "rounded";
  });
}

/** Whether Excel divided and nobody rounded: the quotient itself, to the 15 digits that Excel keeps. */
function isQuotient(cell: Cell, above: number, below: number): boolean {
  const kept = (number: number): string => number.toPrecision(15);
  return cell.value.kind === "number" && kept(cell.value.number) === kept(isPercent(cell) ? above / below : (above / below) * 100);
}

function judgeCell(table: Table, row: TableRow, column: PercentageColumn, cell: Cell): Verdict {
  const at = { row: row.row, column: column.at };
  const { percentage } = column;
  const [printed, ...others] = readPercentage(cell);
  const above = sumOf(table, row, percentage.numerator);
  const below = sumOf(table, row, percentage.denominator);
  const stands = printed && above !== undefined && below !== undefined ? standsTo(printed, above, below) : undefined;
  if (!stands) return { kind: "skip", cells: [at], why: "unreadable" };
  const isRounded = [printed!, ...others].some((each) => standsTo(each, above!, below!) === "rounded" || (!column.named && followsAnother(table, row, each)));
  if (isRounded || isQuotient(cell, above!, below!)) return { kind: "pass" };
  const isCut = stands === "cut";
  const { digits } = printed!;
  const right = { units: roundedRatio(above! * 100, below!, digits)!, digits };
  const fraction = `${formatCount(above!, "vi")}/${formatCount(below!, "vi")}`;
  const [vi, en] = [sayShare(right, "vi"), sayShare(right, "en")];
  const shown = shownText(cell, "vi");
  const mended = cell.value.kind === "text" ? textValue(shown.replace(/[\d.,]+/, shown.includes(".") ? en : vi)) : numberValue(Number(`${right.units}e-${digits + (isPercent(cell) ? 2 : 0)}`));
  const why = { vi: `${fraction} làm tròn là ${vi}%`, en: `${fraction} rounds to ${en}%` };
  return {
    kind: "fail",
    cells: [at],
    // Cutting digits is a habit seen in real reports; a formula nobody named may be another one than ours.
    severity: isCut ? "info" : column.named ? "error" : "warning",
    phrase: {
      vi: `${rowName(row, "vi")}: ô ${a1(at)} ghi ${shown}, ${fraction} là ${vi}%${isCut ? CUT.vi : ""}.`,
      en: `${rowName(row, "en")}: cell ${a1(at)} says ${shownText(cell, "en")}, ${fraction} is ${en}%${isCut ? CUT.en : ""}.`,
    },
    ...(cell.formula === undefined ? { suggestions: [{ changes: [{ at, from: contentOf(cell), to: mended }], sure: column.named || isCut ? "likely" : "possible", why }] } : {}),
  };
}

/** Percentages beside the form are the share their heading names, rounded half up to the digits printed. */
export const ratio: CheckKind = {
  role: "told",
  severity: "error",
  title: { vi: "Tỷ lệ ghi bên cạnh biểu đúng với công thức và được làm tròn", en: "Percentages beside the form follow their formula and are rounded" },
  *judge(table) {
    for (const column of table.percentages) {
      for (const row of table.rows) {
        const cell = column.cells.get(row.row);
        if (cell && cell.value.kind !== "blank") yield judgeCell(table, row, column, cell);
      }
    }
  },
};
