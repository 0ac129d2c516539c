import { positionKey, type Position, type Rectangle } from "../../core/sheet/Address";
import type { Mark } from "../../core/sheet/WorkbookPort";
import type { Steps } from "../../core/steps";
import { MARK_KINDS } from "../../core/words/Phrase";
import type { Package } from "../package/Package";
import type { SheetEntry, WorkbookPart } from "../workbook/WorkbookPart";
import { readMarks } from "./markRules";

/** Cells told of one mark at most: somebody may have stretched a rule over whole columns. */
const MOST_CELLS = 200_000;

/** Our marks in all worksheets. */
export function* readAllMarks(parts: Package, { sheets }: WorkbookPart): Steps<readonly Mark[]> {
  return (yield* worksheets(parts, sheets)).flatMap(({ name, pieces }) => {
    const standing = readMarks(pieces);
    return MARK_KINDS.flatMap((kind): readonly Mark[] => {
      const cells = cellsOf(standing.filter((mark) => mark.kind === kind).flatMap(({ ranges }) => ranges));
      return cells.length > 0 ? [{ sheet: name, kind, cells }] : [];
    });
  });
}

/** A worksheet's text, in pieces cut between rows. */
interface Worksheet {
  readonly name: string;
  readonly path: string;
  readonly pieces: readonly string[];
}

/** All worksheets of the package. */
export function* worksheets(parts: Package, sheets: readonly SheetEntry[]): Steps<readonly Worksheet[]> {
  const found: Worksheet[] = [];
  for (const { name, path, worksheet } of sheets) {
    const pieces = worksheet ? yield* parts.pieces(path) : undefined;
    if (pieces) found.push({ name, path, pieces });
  }
  return found;
}

function cellsOf(ranges: readonly Rectangle[]): readonly Position[] {
  const cells = new Map<number, Position>();
  for (const { top, left, bottom, right } of ranges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right && cells.size < MOST_CELLS; column++) cells.set(positionKey({ row, column }), { row, column });
      if (cells.size >= MOST_CELLS) break;
    }
  }
  return [...cells.values()].sort((first, second) => first.row - second.row || first.column - second.column);
}
