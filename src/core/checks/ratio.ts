import { a1 } from "../sheet/Address";
import { contentOf, numberValue, plainText, textValue, type Cell } from "../sheet/Cell";
import { roundedRatio } from "../sheet/ratio";
import { meantSum, figureOf, type PercentageColumn, type Table, type TableRow } from "../figures/Table";
import { linesIn } from "../figures/stackedLines";
import type { Check, Verdict } from "./Check";
import { formatCount, rowName } from "./columnWords";

/** A printed percentage: `units` are 10^-decimals of a percent, so 99,39 is 9939 with 2 decimals. */
interface Printed {
  readonly units: number;
  readonly decimals: number;
}

/** More digits than anybody prints: the cell holds an unrounded quotient. */
const MOST_DECIMALS = 6;

function printedOf(digits: string): Printed | undefined {
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(digits);
  if (!match) return undefined;
  const fraction = (match[2] ?? "").slice(0, MOST_DECIMALS);
  return { units: Number(match[1]! + fraction), decimals: fraction.length };
}

/** Reads 99.39, "99,39%" or, under a percent format, 0.9939. */
function readPercentage({ value, numberFormat = "" }: Cell): Printed | undefined {
  // The shares of two lines in one cell are no share of either.
  if (value.kind === "text" && linesIn(value.text).length > 1) return undefined;
  if (value.kind === "text") return printedOf(value.text.replace(/[\s\u00a0%]/g, ""));
  if (value.kind !== "number" || value.number < 0) return undefined;
  // 15 significant digits are what Excel itself shows and keeps.
  const shown = numberFormat.includes("%") ? value.number * 100 : value.number;
  return printedOf(String(Number(shown.toPrecision(15))));
}

const sumOf = (table: Table, row: TableRow, keys: readonly string[]): number | undefined => meantSum(keys.map((key) => figureOf(table, row, key)));

/** 9939 with 2 decimals as "99,39". */
function sayUnits({ units, decimals }: Printed, comma: string): string {
  const digits = String(units).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}${comma}${digits.slice(-decimals)}`;
}

/** Whether it is the share of any formula known for the form: a heading that names none may mean each of them. */
function followsAnother(table: Table, row: TableRow, printed: Printed): boolean {
  return (table.layout.shares ?? []).some(({ numerator, denominator }) => {
    const above = sumOf(table, row, numerator);
    const below = sumOf(table, row, denominator);
    return above !== undefined && below !== undefined && roundedRatio(above * 100, below, printed.decimals) === printed.units;
  });
}

/** Whether Excel divided and nobody rounded: the quotient itself, to the 15 digits that Excel keeps. */
function isQuotient({ value, numberFormat = "" }: Cell, above: number, below: number): boolean {
  const shown = (number: number): string => number.toPrecision(15);
  return value.kind === "number" && shown(value.number) === shown(numberFormat.includes("%") ? above / below : (above / below) * 100);
}

function judgeCell(table: Table, row: TableRow, column: PercentageColumn, cell: Cell): Verdict {
  const at = { row: row.row, column: column.at };
  const { percentage } = column;
  const printed = readPercentage(cell);
  const above = sumOf(table, row, percentage.numerator);
  const below = sumOf(table, row, percentage.denominator);
  if (!printed || above === undefined || below === undefined || below === 0) return { kind: "skip", cells: [at], why: "unreadable" };
  const proper = roundedRatio(above * 100, below, printed.decimals);
  if (proper === undefined) return { kind: "skip", cells: [at], why: "unreadable" };
  if (printed.units === proper || isQuotient(cell, above, below) || (!column.named && followsAnother(table, row, printed))) return { kind: "pass" };
  // Exact: whether the quotient, cut after these digits, is what is printed.
  const cut = BigInt(above) * 100n * 10n ** BigInt(printed.decimals) / BigInt(below) === BigInt(printed.units);
  const right = { units: proper, decimals: printed.decimals };
  const fraction = `${formatCount(above, "vi")}/${formatCount(below, "vi")}`;
  const shown = plainText(cell.value);
  const text = cell.value.kind === "text";
  const mended = text ? textValue(shown.replace(/[\d.,]+/, sayUnits(right, shown.includes(".") ? "." : ","))) : numberValue(proper / 10 ** printed.decimals / (cell.numberFormat?.includes("%") ? 100 : 1));
  return {
    kind: "fail",
    cells: [at],
    // Cutting digits is a habit seen in real reports; a formula nobody named may be another one than ours.
    severity: cut ? "info" : column.named ? "error" : "warning",
    phrase: {
      vi: `${rowName(row, "vi")}: ô ${a1(at)} ghi ${shown}, ${fraction} là ${sayUnits(right, ",")}%${cut ? " (số đã bị cắt, không làm tròn)" : ""}.`,
      en: `${rowName(row, "en")}: cell ${a1(at)} says ${shown}, ${fraction} is ${sayUnits(right, ".")}%${cut ? " (cut off, not rounded)" : ""}.`,
    },
    ...(cell.formula === undefined
      ? { suggestions: [{ changes: [{ at, from: contentOf(cell), to: mended }], sure: column.named || cut ? "likely" : "possible", why: { vi: `${fraction} làm tròn là ${sayUnits(right, ",")}%`, en: `${fraction} rounds to ${sayUnits(right, ".")}%` } }] }
      : {}),
  };
}

/**
 * Percentages beside the form are the share their heading names, rounded half up to the digits printed.
 * A printed percentage stands for an interval (XBRL Calculations 1.1): it is compared at its own digits.
 */
export function ratio({ id, basis }: { readonly id: string; readonly basis: string }): Check {
  return {
    id,
    kind: "ratio",
    role: "told",
    justifiable: true,
    severity: "error",
    basis,
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
}
