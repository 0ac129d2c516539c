import fc from "fast-check";
import { inTcvn3, tcvn3Font } from "../../bench/layouts/oldLetters";
import { audit } from "../../src/core/audit";
import { allFindings } from "../../src/core/findings/Finding";
import { a1 } from "../../src/core/sheet/Address";
import { numberValue, textValue, type Cell } from "../../src/core/sheet/Cell";
import type { Hiding, Sheet } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";
import { HEADER, linesOf, NUMBERING, sheetOf, TITLE, totalOf, WORDS, type Cells } from "../fixtures/report";

/** So many tables of a kind are tried. */
const TRIES = { numRuns: 40, seed: 20201021 };

/** The cell in which a slip is planted, by its line and column, and the figure typed there: too many by so many files. */
const slips = fc.record({ line: fc.nat(3), column: fc.constantFrom(3, 4, 7, 8, 11), more: fc.integer({ min: 11, max: 900 }) });

/** A report as some layout makes a sheet of its lines; where each line then stands is found by its name. */
type Layout = (lines: readonly Cells[], total: Cells) => Sheet;

const NAMES = linesOf().map(([, label]) => label!);

const textOf = (cell: Cell | undefined): string => (cell?.value.kind === "text" ? cell.value.text : "");

/** Right as it is, a table has no error; with one slip, that cell is told of or offered. */
async function holds(layout: Layout, { line, column, more }: { readonly line: number; readonly column: number; readonly more: number }): Promise<void> {
  const right = await audit([layout(linesOf(), totalOf())], LIBRARY);
  expect(right.tables).toHaveLength(1);
  expect(allFindings(right).filter(({ severity }) => severity === "error")).toEqual([]);
  const wrong = linesOf().map((cells, at) => (at === line ? cells.map((cell, each) => (each === column ? String(Number(cell) + more) : cell)) : cells));
  const sheet = layout(wrong, totalOf());
  const row = [...sheet.rows].find(([, cells]) => cells.some((cell) => textOf(cell).startsWith(NAMES[line]!) || textOf(cell).startsWith(inTcvn3(NAMES[line]!))))![0];
  const found = allFindings(await audit([sheet], LIBRARY)).filter(({ severity }) => severity === "error");
  const named = found.flatMap(({ cells, suggestions }) => [...cells, ...suggestions.flatMap(({ changes }) => changes.map(({ at }) => at))]).map(a1);
  expect(named).toContain(a1({ row, column }));
}

/** Tries a kind of layout with everything that varies in it. */
const tries = <Varied>(varied: fc.Arbitrary<Varied>, layoutOf: (drawn: Varied) => Layout): Promise<void> =>
  fc.assert(
    fc.asyncProperty(varied, slips, (drawn, slip) => holds(layoutOf(drawn), slip)),
    TRIES,
  );

const plain: Layout = (lines, total) => sheetOf([...TITLE, ...HEADER, ...lines, total]);

/** The sheet with its cells made anew, but for those of the header. */
function withCellsOf(sheet: Sheet, change: (cell: Cell, at: { readonly row: number; readonly column: number }) => Cell): Sheet {
  const rows = [...sheet.rows].map(([row, cells]): [number, Sheet["rows"] extends ReadonlyMap<number, infer Row> ? Row : never] => [
    row,
    cells.map((cell, column) => (cell ? change(cell, { row, column }) : cell)),
  ]);
  return { ...sheet, rows: new Map(rows) };
}

/** The zero-based row of the first line. */
const FIRST = TITLE.length + HEADER.length;

/** Every so many figures of the body written in another way. */
const rewritten = (every: number, write: (figure: number) => Cell): Layout => (lines, total) =>
  withCellsOf(plain(lines, total), (cell, { row, column }) =>
    row >= FIRST && column > 1 && cell.value.kind === "number" && (row + column) % every === 0 ? write(cell.value.number) : cell,
  );

const every = fc.integer({ min: 1, max: 5 });

describe("tables as people lay them out, right and with one slip", () => {
  it("may be merged: the total's name across, names over the rows of the header, a title over all columns", () =>
    tries(fc.record({ total: fc.boolean(), header: fc.boolean(), title: fc.boolean() }), ({ total, header, title }) => (lines, sum) => {
      const sheet = plain(lines, sum);
      const last = FIRST + lines.length;
      const merges = [
        ...(total ? [{ top: last, bottom: last, left: 0, right: 1 }] : []),
        ...(header ? [0, 1].map((column) => ({ top: TITLE.length, bottom: TITLE.length + 2, left: column, right: column })) : []),
        ...(title ? [{ top: 0, bottom: 0, left: 2, right: 12 }] : []),
      ];
      return { ...sheet, merges };
    }));

  it("may be signed below, at any distance and in any column", () =>
    tries(
      fc.record({
        blank: fc.integer({ min: 0, max: 3 }),
        left: fc.integer({ min: 0, max: 4 }),
        words: fc.constantFrom<readonly [string, string]>(["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"], ["Người tổng hợp", "KT. CHỦ TỊCH"], ["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"]),
        place: fc.boolean(),
      }),
      ({ blank, left, words: [one, other], place }) =>
        (lines, total) => {
          const at = (column: number, text: string): Cells => [...Array.from({ length: column }, () => ""), text];
          const signed = [...at(left, one), ...Array.from({ length: 8 - left }, () => ""), other];
          const below = [...(place ? [at(8, "An Bình, ngày 15 tháng 3 năm 2024")] : []), signed, [], [], at(8, "Nguyễn Văn A")];
          return sheetOf([...TITLE, ...HEADER, ...lines, total, ...Array.from({ length: blank }, () => []), ...below]);
        },
    ));

  it("may bear footnote marks, raised or not", () =>
    tries(fc.tuple(every, fc.constantFrom("¹", "²", "*", "(*)", "[1]", "raised")), ([often, mark]) =>
      rewritten(often, (figure) => (mark === "raised" ? { value: textValue(`${figure}1`), raised: 1 } : { value: textValue(`${figure}${mark}`) })),
    ));

  it("may say what is counted, or what share it is, in the cell itself", () =>
    tries(fc.tuple(every, fc.constantFrom(" hồ sơ", " HS", " hồ sơ TTHC", " (100%)", " (12,5%)", " bộ", " trường hợp", " lượt")), ([often, words]) =>
      rewritten(often, (figure) => ({ value: textValue(`${figure}${words}`) })),
    ));

  it("may be formatted as any number is", () =>
    tries(fc.tuple(fc.integer({ min: 3, max: 7 }), fc.constantFrom("General", "0", "#,##0", "00")), ([often, numberFormat]) =>
      rewritten(often, (figure) => ({ value: numberValue(figure), numberFormat })),
    ));

  it("may be written in an old encoding", () =>
    tries(fc.boolean(), (withFont) => (lines, total) =>
      withCellsOf(plain(lines, total), (cell) => {
        const text = textOf(cell);
        if (text === "") return cell;
        return { ...cell, value: textValue(inTcvn3(text)), ...(withFont ? { look: { font: tcvn3Font(text) } } : {}) };
      }),
    ));

  it("may have rows and columns hidden, or stand on a hidden sheet", () =>
    tries(
      fc.record({ rows: fc.subarray([0, 1, 2, 3]), how: fc.constantFrom<Hiding>("hidden", "filtered"), columns: fc.subarray([3, 5, 8, 12]), visible: fc.boolean() }),
      ({ rows, how, columns, visible }): Layout =>
        (lines, total) => ({
          ...plain(lines, total),
          visible,
          ...(columns.length > 0 ? { hiddenColumns: new Set(columns) } : {}),
          ...(rows.length > 0 ? { hiddenRows: new Map(rows.map((line) => [FIRST + line, how])) } : {}),
        }),
    ));

  it("may have its header printed again, whole or in part, anywhere among the lines", () =>
    tries(
      fc.record({
        after: fc.integer({ min: 0, max: 4 }),
        again: fc.constantFrom<readonly Cells[]>(HEADER, [NUMBERING], WORDS.slice(0, 1), WORDS.slice(0, 2), [TITLE[0]!, ...HEADER]),
      }),
      ({ after, again }): Layout =>
        (lines, total) =>
          sheetOf([...TITLE, ...HEADER, ...lines.slice(0, after), ...again, ...lines.slice(after), total]),
    ));

  it("may hold a figure that became a date: it is told, and nothing else is certain than the figure it was", () =>
    fc.assert(
      fc.asyncProperty(fc.nat(3), fc.constantFrom(3, 4, 5, 7, 8, 9, 11), fc.constantFrom("d\\-mmm", "d/m", "dd/mm/yyyy"), async (line, column, numberFormat) => {
        const figure = Number(linesOf()[line]![column]);
        fc.pre(figure >= 1 && figure <= 28);
        const at = { row: FIRST + line, column };
        // 1 May 2024 is day 45413.
        const sheet = withCellsOf(plain(linesOf(), totalOf()), (cell, each) =>
          each.row === at.row && each.column === column ? { value: numberValue(45412 + figure), numberFormat } : cell,
        );
        const found = allFindings(await audit([sheet], LIBRARY));
        expect(found.flatMap(({ cells }) => cells).map(a1)).toContain(a1(at));
        const certain = found.flatMap(({ suggestions }) => suggestions).filter(({ sure }) => sure === "certain");
        expect(certain.flatMap(({ changes }) => changes).filter(({ to }) => to.kind !== "number" || to.number !== figure)).toEqual([]);
      }),
      TRIES,
    ));
});
