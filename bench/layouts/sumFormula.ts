import type { Area, Formula, Spot } from "../../test/fixtures/book/Book";
import { aggregate, areasOf, plus, subtotal, sum, sumBetweenIndexes, sumOfIndex, sumOfNamed, worded, wrapped } from "../../test/fixtures/book/formulas";
import { a1, a1Range, columnLetters } from "../../src/core/sheet/Address";
import type { Layout } from "./Layout";

/** What a sum is written over, and what it may run across without harm. */
export interface Addends {
  readonly spots: readonly Spot[];
  /** Whether a range may run over this row: nothing in it counts. */
  readonly isPassedOver: (row: number) => boolean;
  /** Gives a name to these cells, and says it. */
  readonly name: (spots: readonly Spot[]) => string;
}

/** Areas over the addends, running across rows in which nothing counts. */
function bridged({ spots, isPassedOver }: Addends): readonly Area[] {
  const areas: Area[] = [];
  for (const area of areasOf(spots)) {
    const last = areas.at(-1);
    const between =
      last && last.left === area.left && last.right === area.right && last.bottom < area.top
        ? Array.from({ length: area.top - last.bottom - 1 }, (_, at) => last.bottom + 1 + at)
        : undefined;
    if (last && between?.every(isPassedOver)) areas[areas.length - 1] = { ...last, bottom: area.bottom };
    else areas.push(area);
  }
  return areas;
}

/** Whether the addends are all that stands between the first and the sum below. */
const runsToTheRowAbove = (areas: readonly Area[], total: Spot): boolean => areas.length === 1 && areas[0]!.bottom === total.row - 1;

/** =SUM(D$8:INDEX(D:D,ROW()-1)) or =SUM(D8:OFFSET(D20,-1,0)): a range that grows with the rows put in. */
function toTheRowAbove(kind: "INDEX to the row above" | "OFFSET", { top, left }: Area, total: Spot, spots: readonly Spot[]): Formula {
  const letters = columnLetters(left);
  const end = kind === "OFFSET" ? `OFFSET(${a1(total)},-1,0)` : `INDEX(${letters}:${letters},ROW()-1)`;
  return worded(`=SUM(${letters}${kind === "OFFSET" ? "" : "$"}${top + 1}:${end})`, spots);
}

/** The sum of rows one above the other, in the layout's kind of formula; undefined where it is typed. */
export function downFormula(kind: Layout["down"], addends: Addends, total: Spot): Formula | undefined {
  const areas = bridged(addends);
  const { spots, name } = addends;
  switch (kind) {
    case "typed":
    case "typed over what is visible":
      return undefined;
    case "+":
      return spots.length > 30 ? sum(areas) : plus(spots);
    case "INDEX to the row above":
    case "OFFSET":
      return runsToTheRowAbove(areas, total) ? toTheRowAbove(kind, areas[0]!, total, spots) : sum(areas);
    case "SUBTOTAL 9":
      return subtotal(9, areas);
    case "SUBTOTAL 109":
      return subtotal(109, areas);
    case "AGGREGATE":
      return aggregate(3, areas);
    case "names":
      return sumOfNamed(name(spots), spots);
    case "own sheet":
      return sum(areas, "qualified");
    case "INDEX":
      return sumOfIndex(areas);
    case "INDEX:INDEX":
      return sumBetweenIndexes(areas);
    case "array":
      // A word within would be an error value: no range runs over other rows.
      return worded(
        `=SUM(${areasOf(spots)
          .map((area) => `${a1Range(area)}*1`)
          .join(",")})`,
        spots,
      );
    case "IFERROR":
      return wrapped("IFERROR", sum(areas));
    case "ROUND":
      return wrapped("ROUND", sum(areas));
    case "IF blank":
      return wrapped("IF blank", sum(areas));
    case "brackets":
      return wrapped("brackets", sum(areas));
    default:
      return sum(areas);
  }
}

/** The sum of cells in one row, in the layout's kind of formula; undefined where it is typed. Blocks are made by whoever knows their rows. */
export function acrossFormula(kind: Layout["across"], spots: readonly Spot[], name: Addends["name"], references: () => string): Formula | undefined {
  const areas = areasOf(spots);
  switch (kind) {
    case "typed":
      return undefined;
    case "+":
      return plus(spots);
    case "own sheet":
      return plus(spots, "qualified");
    case "SUBTOTAL":
      return subtotal(9, areas);
    case "IFERROR":
      return wrapped("IFERROR", plus(spots));
    case "ROUND":
      return wrapped("ROUND", plus(spots));
    case "IF blank":
      return wrapped("IF blank", sum(areas));
    case "N":
      return wrapped("N", sum(areas));
    case "VALUE":
      return wrapped("VALUE", sum(areas));
    case "names":
      return sumOfNamed(name(spots), spots);
    case "table references":
      return worded(references(), spots);
    case "INDEX":
      return sumOfIndex(areas);
    default:
      return sum(areas);
  }
}
