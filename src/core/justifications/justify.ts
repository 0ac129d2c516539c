import type { TableAudit } from "../audit";
import type { Balance } from "../checks/Check";
import type { Finding } from "../findings/Finding";
import { a1, positionKey, type Position } from "../sheet/Address";
import type { Sheet } from "../sheet/Sheet";
import type { Steps } from "../steps";
import { checksOf } from "../checks/checksOf";
import { meantUnits } from "../figures/Reading";
import { figureOf, type Table } from "../figures/Table";
import type { Justification, JustifiedCell } from "./Justification";
import { placesInSteps, valueAt } from "./places";

/** A total of thousands of lines is remembered by so many of them. */
const MOST_COMPARED = 500;

const holds = ({ total, parts }: Balance): boolean => meantUnits(total.reading) === parts.reduce((sum, { reading }) => sum + (meantUnits(reading) ?? 0), 0);

/** What the failed checks of a finding compare its cells with; of a line that spoils its column only the total: other lines may be mended meanwhile. */
function* comparedWith({ cells, reasons }: Finding, table: Table): Steps<readonly Position[]> {
  const own = new Set(cells.map(positionKey));
  const failed = new Set(reasons.map(({ check }) => check));
  const found = new Map<number, Position>();
  const take = (at: Position): void => {
    if (!own.has(positionKey(at)) && found.size < MOST_COMPARED) found.set(positionKey(at), at);
  };
  for (const check of checksOf(table)) {
    if (!failed.has(check.id)) continue;
    for (const balance of check.balances?.(table) ?? []) {
      yield;
      const figures = [balance.total, ...balance.parts];
      if (holds(balance) || !figures.some(({ at }) => own.has(positionKey(at)))) continue;
      const across = balance.parts.every(({ at }) => at.row === balance.total.at.row);
      if (across || own.has(positionKey(balance.total.at))) figures.forEach(({ at }) => take(at));
      else take(balance.total.at);
    }
  }
  for (const { percentage, at } of table.percentages) {
    for (const row of table.rows) {
      yield;
      if (!own.has(positionKey({ row: row.row, column: at }))) continue;
      for (const key of [...percentage.numerator, ...percentage.denominator]) {
        const figure = figureOf(table, row, key);
        if (figure) take(figure.at);
      }
    }
  }
  return [...found.values()];
}

/**
 * Confirms what a finding of this table questions.
 * @param sheet The table's.
 * @param at The day, "2026-03-14".
 * @param tables All tables of the workbook.
 */
export function* justifyInSteps(finding: Finding, { table }: TableAudit, sheet: Sheet, reason: string, at: string, tables: readonly Table[]): Steps<Justification> {
  const places = yield* placesInSteps(table);
  const stated = yield* statementsInSteps(table, tables, checkIdsOf(finding));
  const remembered = (position: Position): JustifiedCell => {
    const place = places.nameOf(position);
    const count = stated.get(positionKey(position));
    return {
      at: a1(position),
      shown: valueAt(sheet, table, position),
      ...(place === undefined ? {} : { place }),
      ...(count === undefined ? {} : { stated: count }),
    };
  };
  const compared = yield* comparedWith(finding, table);
  return {
    finding: finding.id,
    form: finding.form,
    sheet: finding.sheet,
    checks: checkIdsOf(finding),
    message: finding.message.vi,
    cells: finding.cells.map(remembered),
    compared: compared.map(remembered),
    reason: reason.trim(),
    at,
  };
}

/** The checks a finding is made of, in an order of their own. */
export const checkIdsOf = ({ reasons }: Finding): readonly string[] => [...new Set(reasons.map(({ check }) => check))].sort();

/** Whether a person may confirm what a finding questions, whatever its severity. */
export function justifiable({ reasons }: Finding, table: Table): boolean {
  const kinds = new Map(checksOf(table).map(({ id, justifiable: mayBe }) => [id, mayBe]));
  return reasons.every(({ check }) => kinds.get(check) ?? true);
}

/** What other sheets state of a table's cells, by `positionKey`, as far as these checks compare them. */
export function* statementsInSteps(table: Table, tables: readonly Table[], checks: readonly string[]): Steps<ReadonlyMap<number, number>> {
  const stated = new Map<number, number>();
  for (const check of checksOf(table)) {
    if (!checks.includes(check.id)) continue;
    for (const { figure, count } of check.facts?.(table, { tables, answers: new Map() }) ?? []) {
      stated.set(positionKey(figure.at), count);
      yield;
    }
  }
  return stated;
}
