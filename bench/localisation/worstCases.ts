/**
 * The cases that a search could choke on, each through the whole check of a sheet, with its time.
 * `npx tsx bench/localisation/worstCases.ts [--write]`
 */
import { chance, type Chance } from "./chance";
import { cleanTable, type Counts } from "./cleanTable";
import { DIGIT_SLIPS, typedWithSlip } from "./digitSlips";
import { check, pointedAt } from "./foundCells";
import { nameOf, sheetOfRows, type PrintedRow } from "./sheetOfRows";
import { COLUMNS, SUMS } from "./TableLine";
import { writeToPage } from "./writeToPage";

const SEED = 7;
const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

interface Case {
  readonly name: string;
  readonly rows: readonly PrintedRow[];
  /** What the cells that were spoilt must hold, by "D12". */
  readonly guilty: ReadonlyMap<string, number>;
  readonly moved?: number;
}

const line = (values: Counts, index: number): PrintedRow => ({ ordinal: String(index + 1), label: `Đơn vị ${index + 1}`, values });
const added = (rows: readonly Counts[]): Counts => rows.reduce<Counts>((sums, row) => sums.map((sum, column) => sum + row[column]!), Array.from({ length: 14 }, () => 0));
const total = (values: Counts): PrintedRow => ({ ordinal: "TỔNG CỘNG", label: "", values });

/** Rows that all hold something, so that every error has something to spoil. */
function busyRows(count: number, draw: Chance): Counts[] {
  const rows: Counts[] = [];
  while (rows.length < count) rows.push(...cleanTable(60, draw).rows.filter((row) => row[3]! > 0 && row[3] === row[7]! + row[11]!));
  return rows.slice(0, count).map((row) => [...row]);
}

/** Mistypes so many cells of different rows. */
function withSlips(printed: readonly PrintedRow[], count: number, draw: Chance): Pick<Case, "rows" | "guilty"> {
  const guilty = new Map<string, number>();
  const rows = printed.map((row) => ({ ...row, values: [...row.values] }));
  for (const at of draw.shuffled(rows.map((_, index) => index))) {
    if (guilty.size === count) break;
    const row = rows[at]!;
    const column = draw.pick(COLUMNS.filter((each) => Number(row.values[each]) > 0));
    const value = Number(row.values[column]);
    const typed = typedWithSlip(draw.pick(DIGIT_SLIPS), value, draw);
    if (typed === undefined) continue;
    row.values[column] = typed;
    guilty.set(nameOf(at, column), value);
  }
  return { rows, guilty };
}

/** The given cells made a little wrong. */
function off(printed: readonly PrintedRow[], spoilt: (row: number, column: number) => boolean, draw: Chance): Pick<Case, "rows" | "guilty"> {
  const guilty = new Map<string, number>();
  const rows = printed.map((row, at) => ({
    ...row,
    values: row.values.map((value, column) => {
      if (column < 3 || !spoilt(at, column)) return value;
      guilty.set(nameOf(at, column), Number(value));
      return Number(value) + draw.whole(1, 90);
    }),
  }));
  return { rows, guilty };
}

const report = (rows: readonly Counts[]): PrintedRow[] => [...rows.map(line), total(added(rows))];

function scattered(): Case {
  const draw = chance(SEED);
  return { name: "2,000 rows, 40 scattered errors", ...withSlips(report(busyRows(2000, draw)), 40, draw) };
}

function everyTotal(): Case {
  const draw = chance(SEED + 1);
  return { name: "60 rows, every cell of the total row wrong", ...off(report(busyRows(60, draw)), (row) => row === 60, draw) };
}

function everySum(): Case {
  const draw = chance(SEED + 2);
  return { name: "60 rows, every sum wrong, of the rows and below", ...off(report(busyRows(60, draw)), (row, column) => row === 60 || SUMS.includes(column), draw) };
}

function noSense(): Case {
  const draw = chance(SEED + 3);
  return { name: "60 rows, numbers at random", ...off(report(busyRows(60, draw)), () => true, draw) };
}

const shifted = (moved: number): Case => ({
  name: `60 rows, all counts one column to the ${moved < 0 ? "left" : "right"}`,
  rows: report(busyRows(60, chance(SEED + 4))),
  guilty: new Map(),
  moved,
});

function zeros(): Case {
  const empty = Array.from({ length: 60 }, (): Counts => Array.from({ length: 14 }, () => 0));
  return { name: "60 rows, all zeros", rows: report(empty), guilty: new Map() };
}

function sections(): Case {
  const draw = chance(SEED + 5);
  const parts = ROMAN.map(() => busyRows(draw.whole(4, 12), draw));
  const rows = parts.flatMap((lines, section) => [{ ordinal: ROMAN[section]!, label: `Cấp ${section + 1}`, values: added(lines) }, ...lines.map(line)]);
  return { name: "10 sections with subtotals, 12 errors", ...withSlips([...rows, total(added(parts.flat()))], 12, draw) };
}

/** The rows stand there twice; the total knows them once. The second of each pair should not be there at all. */
function pastedTwice(): Case {
  const rows = busyRows(30, chance(SEED + 6));
  const lines = rows.map(line);
  const twice = lines.flatMap((each, index) => (index === 6 || index === 18 ? [each, each] : [each]));
  const guilty = [7, 20].flatMap((at) => COLUMNS.map((column) => [nameOf(at, column), 0] as const));
  return { name: "30 rows and two of them pasted twice", rows: [...twice, total(added(rows))], guilty: new Map(guilty) };
}

const cases = [scattered(), everyTotal(), everySum(), noSense(), shifted(1), shifted(-1), zeros(), sections(), pastedTwice()];

await check(sheetOfRows(report(busyRows(60, chance(SEED + 9)))));
const lines = ["| Case | ms | Findings | Guilty cells | Marked | Named first | Repaired | Accused |", "|---|--:|--:|--:|--:|--:|--:|--:|"];
const words: string[] = [];
for (const { name, rows, guilty, moved = 0 } of cases) {
  const { findings, milliseconds, unrecognised } = await check(sheetOfRows(rows, moved));
  const { marked, named, repaired, accused } = pointedAt(findings, guilty);
  lines.push(`| ${[name, Math.round(milliseconds), findings.length, guilty.size, marked, named, repaired, accused].join(" | ")} |`);
  words.push("", `${name}:`, ...(unrecognised ? [`- ${unrecognised}`] : []), ...findings.slice(0, 3).map(({ message }) => `- ${message.en}`));
}
console.log([...lines, ...words].join("\n"));
writeToPage("worst cases", lines);
