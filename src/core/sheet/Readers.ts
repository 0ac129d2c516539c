import { STEP, type Steps } from "../steps";
import { contains, type Position, type Rectangle } from "./Address";
import type { FormulaGraph } from "./FormulaGraph";
import { readsOf, termsOf } from "./readFormula";

interface Read {
  readonly formula: number;
  readonly block: Rectangle;
}

function put(reads: Map<number, Read[]>, place: number, read: Read): void {
  const there = reads.get(place);
  if (there) there.push(read);
  else reads.set(place, [read]);
}

/** Looks up which formulas read a cell. Most read cells of a row; the others, blocks down a column. */
export class Readers {
  private readonly alongRows = new Map<number, Read[]>();
  private readonly downColumns = new Map<number, Read[]>();

  /** @param width One more than the last column that holds anything. */
  static *of(graph: FormulaGraph, width: number): Steps<Readers> {
    const readers = new Readers();
    for (let formula = 0; formula < graph.size; formula++) {
      if (formula % STEP === STEP - 1) yield;
      const understood = graph.formulaOf(formula);
      for (const block of understood ? termsOf(understood).map(({ range }) => range) : readsOf(graph.at(formula).cell.formula!)) {
        if (block.top === block.bottom) put(readers.alongRows, block.top, { formula, block });
        else for (let column = block.left; column <= block.right && column < width; column++) put(readers.downColumns, column, { formula, block });
      }
    }
    return readers;
  }

  /** Each formula once, by its number. */
  of(position: Position): ReadonlySet<number> {
    const found = new Set<number>();
    for (const reads of [this.alongRows.get(position.row), this.downColumns.get(position.column)]) {
      for (const { formula, block } of reads ?? []) if (contains(block, position)) found.add(formula);
    }
    return found;
  }
}
