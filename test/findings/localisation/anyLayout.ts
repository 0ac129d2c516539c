import { FormulaGraph } from "../../../src/core/sheet/FormulaGraph";
import type { Balance } from "../../../src/core/checks/Check";
import type { Localisation } from "../../../src/core/findings/localisation/localise";
import { localise } from "../../../src/core/findings/localisation/localise";
import type { Repair } from "../../../src/core/findings/localisation/causes";
import type { FigureColumn, FigureKind, Gap } from "../../../src/core/form/Form";
import { a1, parseA1 } from "../../../src/core/sheet/Address";
import { numberValue } from "../../../src/core/sheet/Cell";
import { finish } from "../../../src/core/steps";
import { numberOf } from "../../../src/core/figures/figureValue";
import { readFigure } from "../../../src/core/figures/readFigure";
import type { Figure } from "../../../src/core/figures/Table";

/** Figures by their cells, as Excel shows them, all of one kind: `{ A1: 1.8 }`. */
export function figures(kind: FigureKind, cells: Readonly<Record<string, number>>): (cell: string) => Figure {
  const column: FigureColumn = { key: "figures", header: "Số liệu", kind };
  const made = new Map(Object.entries(cells).map(([name, number]) => {
    const cell = { value: numberValue(number) };
    return [name, { at: parseA1(name)!, cell, column, reading: readFigure(cell, column) }] as const;
  }));
  return (cell) => made.get(cell)!;
}

/** A sum over cells by their names: `sum(at, "A5", "A1 A2 A3 A4")`. */
export const sum = (at: (cell: string) => Figure, total: string, parts: string, gap?: Gap): Balance => ({
  check: `sum to ${total.replace(/\d+/, "")}`,
  total: at(total),
  parts: parts.split(" ").map(at),
  ...(gap ? { gap } : {}),
});

export const localised = (balances: readonly Balance[]): Localisation => finish(localise({ balances, facts: [], typedOver: [], names: () => new Map(), formulas: new FormulaGraph({ rows: new Map() }) }));

/** Repairs as Excel would show them: "A2=1.8". */
export const said = (repairs: readonly Repair[]): readonly string[] => repairs.map(({ figure: { at, column }, to }) => `${a1(at)}=${to === undefined ? "?" : numberOf(to, column)}`);

/** The likeliest answer to each cause, as repairs. */
export const likeliest = ({ causes }: Localisation): readonly (readonly string[])[] => causes.map(({ options: [{ events }] }) => events.flatMap(({ repairs }) => said(repairs)));
