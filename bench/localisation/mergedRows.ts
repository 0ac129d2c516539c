/**
 * Reports in which the figures of two rows were put into one, each through the whole check of a sheet, with the period before in
 * the workbook or without. `npx tsx bench/localisation/mergedRows.ts [--count 200] [--seed 9] [--failures] [--write]`
 */
import type { Finding } from "../../src/core/findings/Finding";
import { a1 } from "../../src/core/sheet/Address";
import { chance, type Chance } from "./chance";
import { cleanTable, rowCount, type Counts } from "./cleanTable";
import { check } from "./foundCells";
import { numberOption } from "./options";
import { columnAt, FIRST_ROW, nameOf, sheetOfRows, type Head, type PrintedRow } from "./sheetOfRows";
import { COLUMNS, type Value } from "./TableLine";
import { writeToPage } from "./writeToPage";

const head = (name: string, from: string, to: string): Head => ({ name, title: [["Biểu số II.06a/VPCP/KSTT"], ["", "", `(Từ ngày ${from} đến ngày ${to})`]] });
const BEFORE = head("Quý I", "15/12/2023", "14/3/2024");
const NOW = head("Quý II", "15/3/2024", "14/6/2024");

/** Two reports of one unit, the later one carrying over what the earlier one left pending. */
interface Years {
  readonly names: readonly string[];
  readonly before: readonly Counts[];
  readonly now: readonly Counts[];
}

/** A row with so many files carried over instead of its own; nothing where its figures do not allow it. */
function carrying(row: Counts, over: number): Counts | undefined {
  const by = over - row[6]!;
  const changed = row.map((count, column) => count + ([3, 6, 7, 9].includes(column) ? by : 0));
  return changed[9]! >= 0 ? changed : undefined;
}

function years(draw: Chance): Years {
  for (;;) {
    const count = Math.max(4, rowCount(draw));
    const { names, rows: before } = cleanTable(count, draw);
    const later = cleanTable(count, draw).rows.map((row, index) => carrying(row, before[index]![11]!));
    const now = later.filter((row) => row !== undefined);
    if (now.length === count && now.filter((row) => row[3]! > 0).length > 3) return { names, before, now };
  }
}

const added = (rows: readonly Counts[]): Counts => rows.reduce<Counts>((sums, row) => sums.map((sum, column) => sum + row[column]!), Array.from({ length: 14 }, () => 0));
const line = (name: string, index: number, values: readonly Value[]): PrintedRow => ({ ordinal: String(index + 1), label: name, values });

/** The total row: typed, or added up by Excel, for which a cell with two numbers in it is text. */
function totalOf(rows: readonly PrintedRow[], right: Counts, isLive: boolean): PrintedRow {
  const seen = right.map((count, column) => (isLive && column > 2 ? rows.reduce((sum, { values }) => sum + (typeof values[column] === "number" ? values[column] : 0), 0) : count));
  const formulas = new Map(isLive ? COLUMNS.map((column) => [column, `=SUM(${nameOf(0, column)}:${nameOf(rows.length - 1, column)})`] as const) : []);
  return { ordinal: "TỔNG CỘNG", label: "", values: seen, formulas };
}

interface Planted {
  readonly rows: readonly PrintedRow[];
  readonly isTold: (finding: Finding) => boolean;
  /** Whether it is among what a finding says may be instead. */
  readonly isOffered?: (finding: Finding) => boolean;
}

const NEVER = (): boolean => false;

const changesOf = ({ changes }: Finding["suggestions"][number]): string => changes.map(({ at, to }) => `${a1(at)}=${to.kind === "number" ? to.number : ""}`).sort().join(" ");

/** Two rows that both have files, in random order. */
function pairOf({ now }: Years, draw: Chance): readonly [number, number] {
  const [one, other] = draw.shuffled(now.flatMap((row, index) => (row[3]! > 0 ? [index] : [])));
  return [one!, other!];
}

function nothing({ names, now }: Years): Planted {
  const rows = now.map((row, index) => line(names[index]!, index, row));
  return { rows: [...rows, totalOf(rows, added(now), false)], isTold: NEVER };
}

/** Two rows of a Word table in one row of cells: each cell holds both figures, one under the other. */
function inOneRow({ names, now }: Years, draw: Chance, isLive: boolean): Planted {
  const first = draw.whole(0, now.length - 2);
  const rows = now.flatMap((row, index) => {
    if (index === first + 1) return [];
    if (index !== first) return [line(names[index]!, index, row)];
    const both = row.map((count, column) => `${count}\n${now[first + 1]![column]!}`);
    return [{ ordinal: `${first + 1}\n${first + 2}`, label: `${names[first]!}\n${names[first + 1]!}`, values: both }];
  });
  const isTold = ({ cells, reasons }: Finding): boolean => reasons[0].check === "one-field-a-row" && cells.length === COLUMNS.length && cells.every(({ row }) => row === FIRST_ROW + first);
  return { rows: [...rows, totalOf(rows, added(now), isLive)], isTold };
}

/** One row's figures added to another's. What becomes of the row: it stands as it was, it is gone, or its figures are. */
function addedTo(report: Years, draw: Chance, other: "stands" | "gone" | "emptied"): Planted | undefined {
  const { names, now, before } = report;
  const [into, from] = pairOf(report, draw);
  if (other !== "stands" && before[from]![11] === 0) return undefined;
  const values = now.map((row, index) => {
    if (index === into) return added([row, now[from]!]);
    return index === from && other === "emptied" ? row.map(() => 0) : row;
  });
  const rows = values.flatMap((row, index) => (index === from && other === "gone" ? [] : [line(names[index]!, index, row)]));
  const printed = [...rows, totalOf(rows, added(now), false)];
  if (other === "stands") {
    const right = COLUMNS.flatMap((column) => (now[from]![column] === 0 ? [] : [`${nameOf(into, column)}=${now[into]![column]!}`])).sort().join(" ");
    return { rows: printed, isTold: ({ suggestions: [first] }) => first !== undefined && changesOf(first) === right, isOffered: ({ suggestions }) => suggestions.some((each) => changesOf(each) === right) };
  }
  const at = { row: FIRST_ROW + into - (other === "gone" && from < into ? 1 : 0), column: columnAt(6) };
  return { rows: printed, isTold: ({ cells: [first], message }) => first.row === at.row && first.column === at.column && message.en.includes(`“${names[into]!}” and “${names[from]!}” seem to have been merged`) };
}

interface Case {
  readonly name: string;
  readonly withBefore: boolean;
  plant(report: Years, draw: Chance): Planted | undefined;
}

const CASES: readonly Case[] = [
  { name: "nothing", withBefore: false, plant: nothing },
  { name: "nothing, period before known", withBefore: true, plant: nothing },
  { name: "two rows in one row of cells, totals typed", withBefore: false, plant: (report, draw) => inOneRow(report, draw, false) },
  { name: "the same, totals live", withBefore: false, plant: (report, draw) => inOneRow(report, draw, true) },
  { name: "the same, totals typed, period before known", withBefore: true, plant: (report, draw) => inOneRow(report, draw, false) },
  { name: "a row added to another and left standing", withBefore: false, plant: (report, draw) => addedTo(report, draw, "stands") },
  { name: "the same, period before known", withBefore: true, plant: (report, draw) => addedTo(report, draw, "stands") },
  { name: "a row added to another and taken away", withBefore: false, plant: (report, draw) => addedTo(report, draw, "gone") },
  { name: "the same, period before known", withBefore: true, plant: (report, draw) => addedTo(report, draw, "gone") },
  { name: "a row added to another and emptied, period before known", withBefore: true, plant: (report, draw) => addedTo(report, draw, "emptied") },
];

const COUNT = numberOption("count", 200);
const draw = chance(numberOption("seed", 9));
const failures: string[] = [];

/** What of a report's findings is no note: errors, and what is carried over wrongly. */
const speaks = ({ severity, reasons }: Finding): boolean => severity === "error" || reasons.some(({ check: id }) => id === "carried-over");

async function measure({ name, withBefore, plant }: Case): Promise<string> {
  let [told, offered, beside] = [0, 0, 0];
  const isNothing = plant === nothing;
  const times: number[] = [];
  while (times.length < COUNT) {
    const report = years(draw);
    const planted = plant(report, draw);
    if (!planted) continue;
    const earlier = report.before.map((row, index) => line(report.names[index]!, index, row));
    const { findings, milliseconds } = await check(sheetOfRows(planted.rows, 0, NOW), withBefore ? [sheetOfRows([...earlier, totalOf(earlier, added(report.before), false)], 0, BEFORE)] : []);
    const speaking = findings.filter(speaks);
    const own = speaking.filter((finding) => planted.isTold(finding) || planted.isOffered?.(finding));
    times.push(milliseconds);
    if (own.some(planted.isTold)) told++;
    if (own.length > 0) offered++;
    if (own.length < speaking.length) beside++;
    if (own.length !== speaking.length || (!isNothing && !own.some(planted.isTold))) failures.push(`${name}: ${speaking.map(({ cells, message }) => `[${cells.map(a1).join(" ")}] ${message.en}`).join(" | ") || "nothing said"}`);
  }
  times.sort((one, other) => one - other);
  const share = (count: number): string => (count / COUNT).toFixed(3);
  return `| ${[name, COUNT, ...(isNothing ? ["–", "–"] : [share(told), share(offered)]), share(beside), times[Math.floor(COUNT / 2)]!.toFixed(1), times[Math.floor(0.99 * COUNT)]!.toFixed(1)].join(" | ")} |`;
}

const lines = [
  "Told: as just this event, of just these rows. Offered: so, or among what else may be. Something else: a finding beside it, or instead, speaks of other cells.",
  "",
  "| Planted | Reports | Told | Offered | Something else | Median ms | 99 % ms |",
  "|---|--:|--:|--:|--:|--:|--:|",
];
for (const each of CASES) lines.push(await measure(each));
console.log(lines.join("\n"));
if (process.argv.includes("--failures")) console.log(["", ...failures].join("\n"));
writeToPage("merged rows", lines);
