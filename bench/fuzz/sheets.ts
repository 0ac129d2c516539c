import { a1 } from "../../src/core/sheet/Address";
import type { Book, BookCell } from "../../test/fixtures/book/Book";
import { calculate } from "../../test/fixtures/book/calculate";
import { writeBook } from "../../test/fixtures/book/writeBook";
import { chance } from "../localisation/chance";
import { makeTable } from "../layouts/makeTable";
import { heard, judgeFile } from "./judgeFile";
import { SHEET_CHANGES } from "./sheetChanges";
import { trialOf, type Fault, type Trial } from "./Trial";

const FILE = "bang.xlsx";

/** The book with what its formulas come to kept beside them: rows may then be moved, and cells look at others than they did. */
export function saved(book: Book): Book {
  const { shown } = calculate(book);
  const kept = (sheet: string, row: number, column: number, cell: BookCell): BookCell => {
    const value = shown({ sheet, row, column });
    if (!cell.formula) return cell;
    return { ...cell, formula: { ...cell.formula, work: () => value ?? 0 }, ...(typeof value === "number" ? { saved: value } : {}) };
  };
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      rows: new Map([...sheet.rows].map(([row, cells]) => [row, new Map([...cells].map(([column, cell]) => [column, kept(sheet.name, row, column, cell)]))])),
    })),
  };
}

const shownCell = (cell: BookCell | undefined): string => (cell?.formula ? `${cell.formula.text}${cell.saved === undefined ? "" : ` -> ${cell.saved}`}` : JSON.stringify(cell?.value ?? ""));
const MOST_TOLD = 30, LONGEST_TOLD = 120;

/** The cells in which a book is not what it was, a line each. */
export function tellCells(before: Book, after: Book): readonly string[] {
  const lines = after.sheets.flatMap(({ name, rows, merges = [], state }) => {
    const old = before.sheets.find((each) => each.name === name);
    const places = [...new Set([...rows.keys(), ...(old?.rows.keys() ?? [])])].sort((one, other) => one - other);
    const cells = places.flatMap((row) =>
      [...new Set([...(rows.get(row)?.keys() ?? []), ...(old?.rows.get(row)?.keys() ?? [])])].flatMap((column) => {
        const [was, is] = [shownCell(old?.rows.get(row)?.get(column)), shownCell(rows.get(row)?.get(column))];
        return was === is ? [] : [`${name}!${a1({ row, column })}: ${was.slice(0, LONGEST_TOLD)} → ${is.slice(0, LONGEST_TOLD)}`];
      }),
    );
    return [...(old ? [] : [`sheet ${name} put in`]), ...(state ? [`${name} is ${state}`] : []), ...merges.slice(old?.merges?.length ?? 0).map((each) => `${name} merged ${JSON.stringify(each)}`), ...cells];
  });
  return lines.length > MOST_TOLD ? [...lines.slice(0, MOST_TOLD), `… and ${lines.length - MOST_TOLD} more`] : lines;
}

/** What a right book must not be told, however harmlessly it was changed. */
async function accusations(bytes: Uint8Array): Promise<readonly Fault[]> {
  const { audited } = await heard(bytes, FILE);
  const accused = (audited?.audit.tables ?? []).flatMap(({ findings }) =>
    findings.filter(({ severity, suggestions }) => severity === "error" || suggestions.some(({ sure, changes }) => sure === "certain" && changes.some(({ from, to }) => from.kind !== "text" || to.kind !== "number"))),
  );
  return accused.map(({ cells, message }) => ({ kind: "right things accused", what: `${cells.map(a1).join(" ")}: ${message.vi}` }));
}

/** A right table, spoilt in up to eight ways. */
export function sheetTrial(seed: number): Trial {
  const draw = chance(seed + 11);
  const table = makeTable(seed, { fixed: { size: draw.pick(["small", "small", "three rows", "usual"]) } });
  const book = saved(table.book);
  return trialOf<Book>(seed, {
    from: `${table.id}: ${table.layout.form}`,
    made: book,
    changes: SHEET_CHANGES,
    most: 8,
    judge: async (made, changed) => {
      const bytes = writeBook(made);
      const harmless = changed.every(({ isHarmless }) => isHarmless);
      return [...(await judgeFile(bytes, FILE)), ...(harmless ? await accusations(bytes) : [])];
    },
    tell: (made) => tellCells(book, made),
    file: (made) => ({ name: FILE, bytes: writeBook(made) }),
  });
}
