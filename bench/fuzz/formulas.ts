import { a1 } from "../../src/core/sheet/Address";
import { numberValue, type Cell } from "../../src/core/sheet/Cell";
import { recalculate } from "../../src/core/sheet/recalculate";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { withCell, type Book } from "../../test/fixtures/book/Book";
import { writeBook } from "../../test/fixtures/book/writeBook";
import { chance, type Chance } from "../localisation/chance";
import { makeTable } from "../layouts/makeTable";
import { formulaText } from "./formulaTexts";
import { judgeFile } from "./judgeFile";
import { saved, tellCells } from "./sheets";
import { trialOf, type Change, type Fault, type Trial } from "./Trial";

/** Cells A1:E6 of known whole numbers; formulas stand in row 9. */
const ROWS = 6, COLUMNS = 5;
const FORMULA_ROW = 8;

/** A sum in words, and what it comes to. */
interface Worked {
  readonly text: string;
  readonly comes: number;
}

/** A sum over known cells as somebody might write it, and what Excel would make of it. */
function sumOver(known: readonly (readonly number[])[], draw: Chance, depth: number): Worked {
  const cell = (): Worked => {
    const [row, column] = [draw.whole(0, ROWS - 1), draw.whole(0, COLUMNS - 1)];
    const name = a1({ row, column });
    return { text: draw.pick([name, name.toLowerCase(), name.replace(/([A-Z]+)(\d+)/, "$$$1$$$2")]), comes: known[row]![column]! };
  };
  const range = (): Worked => {
    const [top, bottom] = [draw.whole(0, 2), draw.whole(3, ROWS - 1)];
    const [left, right] = [draw.whole(0, 2), draw.whole(2, COLUMNS - 1)];
    const comes = known.slice(top, bottom + 1).reduce((sum, row) => sum + row.slice(left, right + 1).reduce((so, each) => so + each, 0), 0);
    return { text: `${a1({ row: top, column: left })}:${a1({ row: bottom, column: right })}`, comes };
  };
  const space = (): string => draw.pick(["", "", " ", "\n"]);
  const terms = (): readonly Worked[] => Array.from({ length: draw.whole(1, 4) }, () => (draw.hit(0.5) ? range() : sumOver(known, draw, depth - 1)));
  const total = (all: readonly Worked[]): number => all.reduce((sum, { comes }) => sum + comes, 0);
  if (depth <= 0) return draw.hit(0.8) ? cell() : { text: "7", comes: 7 };
  switch (draw.whole(0, 6)) {
    case 0: {
      const all = terms();
      return { text: `${draw.pick(["SUM", "sum", "Sum"])}(${all.map(({ text }) => space() + text).join(",")}${space()})`, comes: total(all) };
    }
    case 1: {
      const [one, other] = [sumOver(known, draw, depth - 1), sumOver(known, draw, depth - 1)];
      return { text: `${one.text}${space()}+${space()}${other.text}`, comes: one.comes + other.comes };
    }
    case 2: {
      const [one, other] = [sumOver(known, draw, depth - 1), cell()];
      return { text: `${one.text}-${other.text}`, comes: one.comes - other.comes };
    }
    case 3: {
      const inner = sumOver(known, draw, depth - 1);
      return { text: `(${inner.text})`, comes: inner.comes };
    }
    case 4: {
      const inner = sumOver(known, draw, depth - 1);
      return { text: `-(${inner.text})`, comes: -inner.comes };
    }
    case 5: {
      const inner = range();
      return { text: `${draw.pick(["SUBTOTAL(9,", "SUBTOTAL(109,", "AGGREGATE(9,4,"])}${inner.text})`, comes: inner.comes };
    }
    default: {
      const inner = sumOver(known, draw, depth - 1);
      return { text: draw.pick([`IFERROR(${inner.text},0)`, `ROUND(${inner.text},0)`, `N(${inner.text})`, `SUM(${inner.text})`]), comes: inner.comes };
    }
  }
}

/** Formulas whose results are known, worked out by the core: it must say the same, or that it does not know. */
function workedWrongly(seed: number): readonly Fault[] {
  const draw = chance(seed + 29);
  const known = Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, () => draw.pick([0, draw.whole(0, 12), draw.whole(0, 5000)])));
  const formulas = Array.from({ length: 12 }, () => sumOver(known, draw, draw.whole(1, 4)));
  const cells = (values: readonly number[]): readonly Cell[] => values.map((value) => ({ value: numberValue(value) }));
  const rows = new Map<number, readonly Cell[]>(known.map((values, row) => [row, cells(values)]));
  rows.set(FORMULA_ROW, formulas.map(({ text }) => ({ value: { kind: "blank" }, formula: `=${text}`, uncalculated: true })));
  const sheet: Sheet = { name: "A", visible: true, locked: false, rows, merges: [] };
  const worked = recalculate(sheet, "all");
  return formulas.flatMap(({ text, comes }, column): readonly Fault[] => {
    const { value, uncalculated } = cellAt(worked, { row: FORMULA_ROW, column });
    return uncalculated || (value.kind === "number" && value.number === comes) ? [] : [{ kind: "worked out wrongly", what: `=${text} comes to ${comes}, not ${JSON.stringify(value)}` }];
  });
}

/** A formula in the place of any figure of a table. */
const FORMULA_PUT_IN: Change<Book> = {
  name: "a formula put in",
  make: (book, draw) => {
    const { name, rows } = book.sheets[0]!;
    const places = [...rows].flatMap(([row, cells]) => [...cells].flatMap(([column, cell]) => (cell.formula || typeof cell.value === "number" ? [{ row, column }] : [])));
    if (places.length === 0) return book;
    const at = draw.pick(places);
    const all = [...rows.keys()];
    const text = formulaText({ sheet: name, ...at, top: Math.min(...places.map(({ row }) => row)), bottom: Math.max(...all) }, draw);
    const old = rows.get(at.row)!.get(at.column)!;
    const result = old.saved ?? (typeof old.value === "number" ? old.value : 0);
    return withCell(book, { sheet: name, ...at }, { formula: { text, work: () => result }, saved: result });
  },
};

/** A right table with up to forty of its figures as formulas of all kinds; and sums whose results are known. */
export function formulaTrial(seed: number): Trial {
  const table = makeTable(seed, { fixed: { size: "small" } });
  const book = saved(table.book);
  return trialOf<Book>(seed, {
    from: `${table.id}: ${table.layout.form}`,
    made: book,
    changes: [FORMULA_PUT_IN],
    most: 40,
    judge: async (made) => [...workedWrongly(seed), ...(await judgeFile(writeBook(made), "bang.xlsx"))],
    tell: (made) => tellCells(book, made),
    file: (made) => ({ name: "bang.xlsx", bytes: writeBook(made) }),
  });
}
