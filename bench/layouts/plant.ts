import { a1Range } from "../../src/core/sheet/Address";
import { bookCell, spotKey, withCell, type Book, type BookCell, type Formula, type Spot } from "../../test/fixtures/book/Book";
import { calculate, type Calculated } from "../../test/fixtures/book/calculate";
import type { Chance } from "../localisation/chance";
import type { MadeTable, Relation } from "./MadeTable";
import { writtenAs } from "./writtenAs";

// prettier-ignore
export const PLANTINGS = [
  "digit mistyped", "digits transposed", "digit dropped", "off by a little", "moved to the neighbour", "exchanged with the neighbour", "total mistyped", "total stale",
  "number typed over a formula", "range too short", "term forgotten", "constant left in a sum", "input elsewhere mistyped", "result saved stale",
] as const;

export type Planting = (typeof PLANTINGS)[number];

/** A cell made wrong, and how it was. */
export interface Guilty {
  readonly spot: Spot;
  readonly right: BookCell;
  /** What it comes to when right. */
  readonly figure: number;
}

/** A table with one error in it. */
export interface Planted {
  readonly table: MadeTable;
  readonly kind: Planting;
  readonly book: Book;
  readonly guilty: readonly Guilty[];
  /** Cells through which the wrong figure is seen in the table, where it stands elsewhere. */
  readonly seenAt: readonly Spot[];
  /** Whether a sum that must come out does not: else nobody can tell. */
  readonly isDecidable: boolean;
}

function mistyped(value: number, kind: Planting, draw: Chance): number | undefined {
  const digits = String(value);
  const at = draw.whole(0, digits.length - 1);
  switch (kind) {
    case "digit mistyped":
    case "total mistyped":
    case "input elsewhere mistyped":
    case "number typed over a formula": {
      const digit = (Number(digits[at]) + draw.whole(1, 9)) % 10;
      return Number(digits.slice(0, at) + digit + digits.slice(at + 1));
    }
    case "digits transposed":
      return digits.length < 2
        ? undefined
        : Number(digits.slice(0, Math.max(1, at) - 1) + digits[Math.max(1, at)] + digits[Math.max(1, at) - 1] + digits.slice(Math.max(1, at) + 1));
    case "digit dropped":
      return digits.length < 2 ? undefined : Number(digits.slice(0, at) + digits.slice(at + 1));
    case "off by a little":
      return Math.max(0, value + draw.pick([-3, -2, -1, 1, 2, 3]));
    default:
      return undefined;
  }
}

/** The formula with a constant left in it. */
const withConstant = (formula: Formula, constant: number): Formula => ({
  ...formula,
  text: `${formula.text}+${constant}`,
  work: (known) => Number(formula.work(known)) + constant,
});

/** A formula that adds up cells but for one, written in the same way; undefined where that way is not a list or a range. */
function without(formula: Formula, relation: Relation, left: Spot): Formula | undefined {
  const parts = relation.parts.filter((each) => spotKey(each) !== spotKey(left));
  const at = (spot: Spot): string => a1Range({ top: spot.row, bottom: spot.row, left: spot.column, right: spot.column });
  const work: Formula["work"] = (known) => Number(formula.work(known)) - known.number(left);
  const terms = formula.text.slice(1).split("+");
  if (terms.length > 1 && terms.every((term) => /^('[^']+'!)?[A-Z]+\d+$/.test(term))) {
    const kept = terms.filter((term) => !term.endsWith(at(left)));
    return kept.length === parts.length ? { ...formula, text: `=${kept.join("+")}`, work } : undefined;
  }
  const range = /([A-Z]+)(\d+):([A-Z]+)(\d+)/.exec(formula.text);
  if (!range || formula.text.split(":").length > 2 || /SUMIF|SUMPRODUCT|\/2/.test(formula.text)) return undefined;
  const [whole, first, top, last, bottom] = range as unknown as [string, string, string, string, string];
  const name = at(left);
  const [row, column] = [/\d+/.exec(name)![0], /[A-Z]+/.exec(name)![0]];
  const next = relation.parts.findIndex((each) => spotKey(each) === spotKey(left));
  const shorter =
    name === last + bottom && next > 0
      ? `${first}${top}:${at(relation.parts[next - 1]!)}`
      : name === first + top && next + 1 < relation.parts.length
        ? `${at(relation.parts[next + 1]!)}:${last}${bottom}`
        : undefined;
  return shorter && row && column ? { ...formula, text: formula.text.replace(whole, shorter), work } : undefined;
}

/** Whether some sum that must come out does not. */
export function breaks(relations: readonly Relation[], { figure }: Calculated): readonly Relation[] {
  return relations.filter(({ total, parts }) => figure(total) !== parts.reduce((sum, each) => sum + figure(each), 0));
}

/** Makes changes to a table's book, and looks what comes of it; undefined where nothing does. */
function planted(
  table: MadeTable,
  kind: Planting,
  right: Calculated,
  changes: readonly (readonly [Spot, BookCell])[],
  seenAt: readonly Spot[] = [],
): Planted | undefined {
  const book = changes.reduce((made, [spot, cell]) => withCell(made, spot, cell), table.book);
  const after = calculate(book);
  if (changes.every(([spot]) => after.figure(spot) === right.figure(spot))) return undefined;
  const isDecidable =
    breaks(
      table.relations.filter((each) => each.kind !== "asked"),
      after,
    ).length > 0;
  const guilty = changes.map(([spot]): Guilty => ({ spot, right: bookCell(table.book, spot) ?? {}, figure: right.figure(spot) }));
  return { table, kind, book, guilty, seenAt, isDecidable };
}

/** The typed cell with another figure in it, written in the table's way. */
function retyped(cell: BookCell | undefined, figure: number, table: MadeTable, draw: Chance): BookCell {
  const style = cell?.style ? { style: cell.style } : {};
  return { ...writtenAs(figure, typeof cell?.value === "string" ? table.layout.notation : "plain", draw), ...style };
}

function plantOnce(table: MadeTable, kind: Planting, right: Calculated, draw: Chance): Planted | undefined {
  const { book, figures, relations } = table;
  const totals = new Set(relations.filter((each) => each.kind !== "asked").map(({ total }) => spotKey(total)));
  const cell = (spot: Spot): BookCell | undefined => bookCell(book, spot);
  const typed = (spot: Spot): boolean => cell(spot)?.formula === undefined;
  const pickFrom = (spots: readonly Spot[]): Spot | undefined => (spots.length > 0 ? draw.pick(spots) : undefined);
  const mistype = (spot: Spot | undefined): Planted | undefined => {
    const wrong = spot && mistyped(right.figure(spot), kind, draw);
    return spot === undefined || wrong === undefined ? undefined : planted(table, kind, right, [[spot, retyped(cell(spot), wrong, table, draw)]]);
  };
  switch (kind) {
    case "digit mistyped":
    case "digits transposed":
    case "digit dropped":
    case "off by a little":
      return mistype(pickFrom(figures.filter((spot) => typed(spot) && !totals.has(spotKey(spot)))));
    case "total mistyped":
      return mistype(pickFrom(figures.filter((spot) => typed(spot) && totals.has(spotKey(spot)))));
    case "number typed over a formula":
      return mistype(pickFrom(figures.filter((spot) => !typed(spot) && totals.has(spotKey(spot)) && !cell(spot)!.formula!.block)));
    case "moved to the neighbour":
    case "exchanged with the neighbour": {
      const neighbour = (spot: Spot): Spot => ({ ...spot, column: spot.column + 1 });
      const isLeaf = (spot: Spot): boolean => typed(spot) && !totals.has(spotKey(spot)) && figures.some((each) => spotKey(each) === spotKey(spot));
      const spot = pickFrom(
        figures.filter(
          (each) =>
            isLeaf(each) &&
            isLeaf(neighbour(each)) &&
            right.figure(each) !== right.figure(neighbour(each)) &&
            (kind.startsWith("ex") || right.figure(each) * right.figure(neighbour(each)) === 0),
        ),
      );
      if (!spot) return undefined;
      const [one, other] = [right.figure(spot), right.figure(neighbour(spot))];
      return planted(table, kind, right, [
        [spot, retyped(cell(spot), other, table, draw)],
        [neighbour(spot), retyped(cell(neighbour(spot)), one, table, draw)],
      ]);
    }
    case "total stale": {
      const relation = draw.pick(relations.filter((each) => each.kind !== "asked"));
      const part = draw.pick(relation.parts);
      if (!typed(relation.total) || right.figure(part) === 0) return undefined;
      const old = right.figure(relation.total) - Math.max(1, Math.floor(right.figure(part) * draw.pick([0.1, 0.5, 1])));
      return planted(table, kind, right, [[relation.total, retyped(cell(relation.total), old, table, draw)]]);
    }
    case "range too short":
    case "term forgotten":
    case "constant left in a sum": {
      const relation = draw.pick(relations.filter((each) => each.kind !== "asked"));
      const old = cell(relation.total);
      if (!old?.formula || old.formula.block) return undefined;
      const left = draw.pick(relation.parts);
      const isRange = old.formula.text.includes(":");
      if (kind !== "constant left in a sum" && isRange !== (kind === "range too short")) return undefined;
      if (kind === "constant left in a sum" && /^=IF\(/.test(old.formula.text)) return undefined;
      const formula = kind === "constant left in a sum" ? withConstant(old.formula, draw.whole(1, 40)) : without(old.formula, relation, left);
      return formula && planted(table, kind, right, [[relation.total, { ...old, formula }]]);
    }
    case "input elsewhere mistyped": {
      const inputs = figures.filter((spot) => !typed(spot) && !totals.has(spotKey(spot)));
      const spot = pickFrom(inputs);
      if (!spot) return undefined;
      const wrong = mistyped(right.figure(spot), kind, draw)!;
      const source = table.sources.get(spotKey(spot));
      if (source) return planted(table, kind, right, [[source, { ...cell(source), value: wrong }]], [spot]);
      const formula = cell(spot)!.formula!;
      const first = Math.min(wrong, draw.whole(0, wrong));
      const text = formula.text.startsWith("=[") ? formula.text : `=${first}+${wrong - first}`;
      return planted(table, kind, right, [[spot, { ...cell(spot), formula: { text, work: () => wrong } }]]);
    }
    case "result saved stale": {
      const relation = draw.pick(relations.filter((each) => each.kind !== "asked"));
      const old = cell(relation.total);
      if (!old?.formula || old.formula.block) return undefined;
      const saved = right.figure(relation.total) - right.figure(draw.pick(relation.parts));
      const made = planted(table, kind, right, [[relation.total, { ...old, saved }]]);
      return made && { ...made, book: { ...made.book, manual: true } };
    }
  }
}

/** Plants one error of a kind; undefined where the table has no place for it. */
export function plant(table: MadeTable, kind: Planting, draw: Chance): Planted | undefined {
  const right = calculate(table.book);
  for (let tries = 0; tries < 12; tries++) {
    const made = plantOnce(table, kind, right, draw);
    if (made) return made;
  }
  return undefined;
}
