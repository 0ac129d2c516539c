import { a1 } from "../../src/core/sheet/Address";
import type { Book, BookCell, BookSheet, Formula } from "../fixtures/book/Book";
import { aggregate, areasOf, plus, subtotal, sum, sumOfNamed, typedSum, worded, type Naming } from "../fixtures/book/formulas";
import { addLeaves, figuresOf } from "../fixtures/report";
import { book, COLUMNS, draft, inBlock, leavesOf, LINES, linesFrom, PLAIN, rewritten, saved, sumRow, type Written } from "./draft";
import { checked, mended, narrated } from "./tried";

const SHEET = "II.06a";
const spots = (letters: string, first = 10, last = 15) =>
  Array.from({ length: last - first + 1 }, (_, at) => ({ sheet: SHEET, row: first - 1 + at, column: letters.charCodeAt(0) - 65 }));
const acrossOf = (row: number, letters: string) => [...letters].flatMap((each) => spots(each, row, row));

/** Row sums by formula on rows 10 to 15. */
function liveRows(naming: Naming = "plain"): Record<string, Written> {
  const rows = [10, 11, 12, 13, 14, 15].map((row): Record<string, Written> => ({
    [`C${row}`]: { formula: plus(acrossOf(row, "DEF"), naming) },
    [`G${row}`]: { formula: naming === "plain" ? sum(areasOf(acrossOf(row, "HIJ"))) : plus(acrossOf(row, "HIJ"), naming) },
    [`K${row}`]: { formula: plus(acrossOf(row, "LM"), naming) },
  }));
  return Object.assign({}, ...rows) as Record<string, Written>;
}

/** The total on row 16 by a formula of each column. */
const totals = (of: (letters: string) => Written): Record<string, Written> => Object.fromEntries(COLUMNS.map((letters) => [`${letters}16`, of(letters)]));

const filteredOut = (sheet: BookSheet): BookSheet => ({ ...sheet, filtered: new Set([10, 13]), filter: { top: 8, left: 0, bottom: 14, right: 12 } });
/** What `fix` must leave as it is: typed cells whose values it shows. */
async function keeps(made: Book, cells: Readonly<Record<string, number>>): Promise<void> {
  const { shows } = await mended(made);
  expect(Object.fromEntries(Object.keys(cells).map((cell) => [cell, Number(shows(cell))]))).toEqual(cells);
}

describe("totals that leave out filtered rows", () => {
  it.each([
    ["SUBTOTAL 9", (letters: string) => ({ formula: subtotal(9, areasOf(spots(letters))) })],
    ["SUBTOTAL 109", (letters: string) => ({ formula: subtotal(109, areasOf(spots(letters))) })],
    ["AGGREGATE", (letters: string) => ({ formula: aggregate(3, areasOf(spots(letters))) })],
  ])("by %s are right, and it is said that rows are hidden", async (_, of) => {
    const made = book(filteredOut(draft(PLAIN, { ...liveRows(), ...totals(of) })));
    const { tables, blamed, words } = await checked(made);
    expect({ tables, blamed }).toEqual({ tables: 1, blamed: [] });
    expect(words).toMatch(/ẩn|lọc/);
    expect(await narrated(made)).toMatch(/585|ẩn|lọc/);
    await keeps(made, { D13: 24, E13: 13, H13: 22 });
  });

  it("are told where they were typed, too", async () => {
    const shown = figuresOf(addLeaves(leavesOf(0, 2, 3, 5)));
    const made = book(filteredOut(draft(PLAIN, Object.fromEntries(COLUMNS.map((letters, at) => [`${letters}16`, shown[at]!])))));
    const { found, blamed, words } = await checked(made);
    expect({ found: found[0], blamed }).toEqual({ found: "C16", blamed: [] });
    expect(words).toContain("chỉ cộng các dòng đang hiện");
  });

  it("saved before an edit, under manual calculation, are old results and no wrong inputs", async () => {
    const live: Record<string, Written> = { ...liveRows(), ...totals((letters) => ({ formula: subtotal(9, areasOf(spots(letters))) })) };
    const old = (address: string, result: number): Record<string, Written> => ({ [address]: { ...(live[address] as BookCell), saved: result } });
    // Before D13 was set right from 18 to 24.
    const made: Book = { ...book(draft(PLAIN, { ...live, ...old("C13", 34), ...old("C16", 579), ...old("D16", 397) })), manual: true };
    const { blamed, words } = await checked(made);
    expect(blamed.filter((cell) => ["D13", "E13", "F13", "D14"].includes(cell))).toEqual([]);
    expect(words).toMatch(/F9|tính thủ công|tính lại/);
  });
});

describe("a number typed over one of a column of formulas is the one to blame", () => {
  const NAMES = new Map(COLUMNS.map((letters) => [`so_${letters}`, `'${SHEET}'!$${letters}$10:$${letters}$15`]));
  it.each([
    ["SUBTOTAL", (letters: string) => ({ formula: subtotal(9, areasOf(spots(letters))) })],
    ["names", (letters: string) => ({ formula: sumOfNamed(`so_${letters}`, spots(letters)) })],
    ["SUMIF of rows with a name", (letters: string) => ({ formula: worded(`=SUMIF($B$10:$B$15,"<>",${letters}10:${letters}15)`, spots(letters)) })],
    ["SUMIF of rows with a text as name", (letters: string) => ({ formula: worded(`=SUMIF($B$10:$B$15,"*",${letters}10:${letters}15)`, spots(letters)) })],
    ["SUMPRODUCT of numbered rows", (letters: string) => ({ formula: worded(`=SUMPRODUCT(--ISNUMBER($A$10:$A$15),${letters}10:${letters}15)`, spots(letters)) })],
    ["SUMPRODUCT of rows not blank", (letters: string) => ({ formula: worded(`=SUMPRODUCT(($A$10:$A$15<>"")*${letters}10:${letters}15)`, spots(letters)) })],
    ["INDIRECT", (letters: string) => ({ formula: worded(`=SUM(INDIRECT("${letters}10:${letters}15"))`, spots(letters)) })],
    ["INDEX", (letters: string) => ({ formula: worded(`=SUM(${letters}$10:INDEX(${letters}:${letters},ROW()-1))`, spots(letters)) })],
  ])("under totals by %s", async (_, of) => {
    const made: Book = { ...book(draft(PLAIN, { ...liveRows(), ...totals(of), C13: 50 })), names: NAMES };
    const { status, errors, blamed, offers } = await checked(made);
    expect({ status, errors }).toEqual({ status: 1, errors: ["C13"] });
    expect(blamed).not.toContain("D13");
    expect(offers).toContain("C13 → =D13+E13+F13");
    expect((await mended(made)).after).toBe(0);
  });

  /** Two sections closed by SUBTOTAL on rows 13 and 16, and the total on row 17, that passes over these. */
  const nested = (over: Record<string, Written>): Book => {
    const rows = [...linesFrom(1, 0, 1, 2), sumRow("", "Cộng", []), ...linesFrom(1, 3, 4), sumRow("", "Cộng", []), sumRow("TỔNG CỘNG", "", [])];
    const of = (row: number, first: number, last: number): Record<string, Written> =>
      Object.fromEntries(COLUMNS.map((letters) => [`${letters}${row}`, { formula: subtotal(9, areasOf(spots(letters, first, last))) }]));
    return book(draft(rows, { ...of(13, 10, 12), ...of(16, 14, 15), ...of(17, 10, 16), ...over }));
  };

  it("and only it, where other sums of the row were never formulas", async () => {
    const { found, offers } = await checked(nested({ C11: 999 }));
    expect(found).toContain("C11");
    expect(offers.filter((offer) => /^[GK]11/.test(offer))).toEqual([]);
  });

  it("and not the total that adds it up because it is no SUBTOTAL any more", async () => {
    const made = nested({ D13: 999 });
    const { errors, sure, offers } = await checked(made);
    expect({ errors, sure }).toEqual({ errors: ["D13"], sure: ["D13"] });
    expect(offers).toContain("D13 → =SUBTOTAL(9,D10:D12)");
    expect((await mended(made)).after).toBe(0);
  });

  it("in a table of Excel's own, with its references", async () => {
    const columns = [...draft().rows.get(8)!.values()].map(({ value }) => String(value));
    const named: Record<string, Written> = {};
    for (let row = 10; row <= 15; row++) {
      const live = liveRows();
      const refer = (...numbers: readonly string[]): string => `=${numbers.map((number) => `HoSo[[#This Row],[(${number})]]`).join("+")}`;
      for (const [letters, numbers] of [
        ["C", ["4", "5", "6"]],
        ["G", ["8", "9", "10"]],
        ["K", ["12", "13"]],
      ] as const) {
        const cell = live[`${letters}${row}`] as { formula: Formula };
        named[`${letters}${row}`] = { formula: { ...cell.formula, text: refer(...numbers) } };
      }
    }
    const total = totals((letters) => ({
      formula: { ...sumOfNamed("", spots(letters)), text: `=SUBTOTAL(109,HoSo[${columns[letters.charCodeAt(0) - 65]}])`, isSubtotal: true },
    }));
    const sheet: BookSheet = {
      ...draft(PLAIN, { ...named, ...total, C13: 50 }),
      tables: [{ name: "HoSo", range: { top: 8, left: 0, bottom: 14, right: 12 }, columns }],
    };
    const { status, errors } = await checked(book(sheet));
    expect({ status, errors }).toEqual({ status: 1, errors: ["C13"] });
  });

  it("with sums that name their own sheet", async () => {
    const made = book(
      draft(PLAIN, { ...liveRows("qualified"), ...totals((letters) => ({ formula: sum(areasOf(spots(letters)), "qualified") })), C14: 33, D13: 24 }),
    );
    const { status, errors } = await checked(made);
    expect({ status, errors }).toEqual({ status: 1, errors: ["C14"] });
  });
});

it("a constant left in a row's sum is the formula's fault, and no input is blamed", async () => {
  const of = plus(acrossOf(10, "DEF"));
  const made = book(
    draft(PLAIN, {
      ...liveRows(),
      ...totals((letters) => ({ formula: sum(areasOf(spots(letters))) })),
      C10: { formula: { text: `${of.text}+9`, work: (known) => Number(of.work(known)) + 9 } },
    }),
  );
  const { status, found, blamed } = await checked(made);
  expect(status).toBe(1);
  expect(found).toContain("C10");
  expect(blamed.filter((cell) => ["D10", "E10", "F10", "H10", "I10", "L10"].includes(cell))).toEqual([]);
  await keeps(made, { F10: 9, L10: 17 });
});

it("an array block that forgets a term is to blame as a block, and is never written into in part", async () => {
  const block = { top: 9, left: 2, bottom: 14, right: 2 };
  const cells = Object.fromEntries(
    LINES.map(([, [online, inPerson]], at) => [a1({ row: 9 + at, column: 2 }), inBlock("=D10:D15+E10:E15", online + inPerson, block)]),
  );
  const made = book(draft(PLAIN, cells));
  const { status, blamed } = await checked(made);
  expect(status).toBe(1);
  expect(blamed.filter((cell) => !cell.startsWith("C"))).toEqual([]);
  await keeps(made, { F10: 9, M10: 2, I10: 37, G16: 529 });
});

describe("inputs that are formulas can be wrong", () => {
  const TRANSPOSED = "D13";
  const typed = (address: string): boolean => !["C", "G", "K"].includes(address[0]!);
  const external = (sheet: BookSheet): BookSheet =>
    rewritten(sheet, [10, 15], (figure, address) => (typed(address) ? saved(`=[1]Nguon!${address}`, figure) : figure));

  it("as links to another book: named, not mended with certainty, and nothing is written", async () => {
    const cells = new Map(COLUMNS.flatMap((letters) => Array.from({ length: 6 }, (_, at) => [`${letters}${10 + at}`, 1] as const)));
    const made: Book = { ...book(external(draft(PLAIN, { [TRANSPOSED]: 42 }))), external: { file: "Nguon.xlsx", sheet: "Nguon", cells } };
    const { status, found, sure } = await checked(made);
    expect(status).toBe(1);
    expect(found).toContain(TRANSPOSED);
    expect(sure.filter((cell) => ["C13", "C16", "D16"].includes(cell))).toEqual([]);
    expect((await mended(made)).changedParts).toEqual([]);
  });

  const added = (sheet: BookSheet): BookSheet =>
    rewritten(sheet, [10, 15], (figure, address) =>
      ["D", "E", "H", "I"].includes(address[0]!) ? { formula: typedSum([Math.ceil(figure / 3), figure - Math.ceil(figure / 3)]) } : figure,
    );

  it("as sums typed in the cell", async () => {
    const made = book(added(draft(PLAIN, { [TRANSPOSED]: 42 })));
    const { status, found, sure } = await checked(made);
    expect(status).toBe(1);
    expect(found).toContain(TRANSPOSED);
    expect(sure.filter((cell) => ["C13", "C16", "D16"].includes(cell))).toEqual([]);
    await keeps(made, { D16: 403, C16: 585 });
  });

  it("and are no trouble when right", async () => {
    const { status, errors } = await checked(book(added(draft())));
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
  });

  it("as sums over the sheets of two units, right ones passing", async () => {
    const units = ["Xã Tân An", "Xã Hòa Lợi"].map((name) => draft(PLAIN, {}, name));
    const twice = rewritten(draft(PLAIN, {}, "Toàn huyện"), [10, 16], (_, address) => ({
      formula: plus(
        units.map(({ name }) => ({ sheet: name, row: Number(address.slice(1)) - 1, column: address.charCodeAt(0) - 65 })),
        "qualified",
      ),
    }));
    const { status, tables, errors } = await checked(book(...units, twice));
    expect({ status, tables, errors }).toEqual({ status: 0, tables: 3, errors: [] });
  });
});

it("formulas kept as text are told as such, and offered as formulas", async () => {
  const text: Record<string, Written> = {};
  for (let row = 10; row <= 15; row++) text[`C${row}`] = row % 2 === 0 ? `=D${row}+E${row}+F${row}` : ` =D${row}+E${row}+F${row}`;
  for (const letters of COLUMNS) text[`${letters}16`] = `=SUM(${letters}10:${letters}15)`;
  const { tables, words, offers } = await checked(book(draft(PLAIN, text)));
  expect(tables).toBe(1);
  expect(words).toContain("công thức");
  expect(offers).toEqual(expect.arrayContaining(["C10 → =D10+E10+F10", "D16 → =SUM(D10:D15)"]));
});

it("a range that stops one line short is the formula's fault", async () => {
  const short = totals((letters) => ({ formula: sum(areasOf(spots(letters, 10, letters === "E" ? 14 : 15))) }));
  const { status, found, blamed } = await checked(book(draft([...linesFrom(1, 0, 1, 2, 3, 4, 5), sumRow("TỔNG CỘNG", "", [])], { ...liveRows(), ...short })));
  expect(status).toBe(1);
  expect(found).toContain("E16");
  expect(blamed.filter((cell) => cell !== "E16" && cell !== "C16")).toEqual([]);
});
