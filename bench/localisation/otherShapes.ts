/**
 * Reports with sections and subtotals, typed or with live formulas, each with one or two planted errors, through the
 * whole check of a sheet. `npx tsx bench/localisation/otherShapes.ts [--count 60] [--seed 5] [--failures] [--write]`
 */
import { a1 } from "../../src/core/sheet/Address";
import { chance, type Chance } from "./chance";
import { check, pointedAt, type Pointed } from "./foundCells";
import { numberOption } from "./options";
import { sectionEvent, SECTION_KINDS, type SectionKind } from "./sectionedEvents";
import { MAKINGS, printed, sectionedReport, showsAnError, type Making } from "./sectionedReport";
import { nameOf, sheetOfRows, type PrintedRow } from "./sheetOfRows";
import { writeToPage } from "./writeToPage";

interface Planted {
  readonly rows: readonly PrintedRow[];
  /** What the spoilt cells must hold, by "D12". */
  readonly guilty: ReadonlyMap<string, number>;
}

/** A report of this making with these events, which all show. */
function plant(making: Making, kinds: readonly SectionKind[], draw: Chance): Planted {
  for (;;) {
    const report = sectionedReport(making, draw);
    const open = new Set(report.rows.flatMap(({ counts }, row) => (counts[3] === counts[7]! + counts[11]! ? [] : [row])));
    const events = kinds.map((kind) => sectionEvent(kind, report, draw));
    const whole = events.flatMap((event) => (event ? [event] : []));
    const keys = whole.flatMap(({ typed, formulas }) => [...typed.keys(), ...formulas.keys()]);
    if (whole.length < kinds.length || new Set(keys).size < keys.length) continue;
    const everyOneShows = whole.every(({ typed, formulas }) => showsAnError(report, printed(report, typed, formulas), open));
    const rows = printed(report, new Map(whole.flatMap(({ typed }) => [...typed])), new Map(whole.flatMap(({ formulas }) => [...formulas])));
    if (!everyOneShows || (kinds.length > 0 && !showsAnError(report, rows, open))) continue;
    const guilty = keys.map((key) => {
      const [row, column] = key.split(" ").map(Number) as [number, number];
      return [nameOf(row, column), report.rows[row]!.counts[column]!] as const;
    });
    return { rows, guilty: new Map(guilty) };
  }
}

interface Line extends Pointed {
  readonly tables: number;
  /** All guilty cells named and no others. */
  readonly exact: number;
  readonly milliseconds: readonly number[];
}

const NOTHING: Line = { tables: 0, exact: 0, guilty: 0, marked: 0, named: 0, repaired: 0, accused: 0, milliseconds: [] };
const [COUNT, SEED] = [numberOption("count", 60), numberOption("seed", 5)];
const failures: string[] = [];

async function measure(label: string, making: Making, kinds: readonly SectionKind[], draw: Chance): Promise<Line> {
  const { rows, guilty } = plant(making, kinds, draw);
  const { findings, milliseconds } = await check(sheetOfRows(rows));
  const errors = findings.filter(({ severity }) => severity === "error");
  const pointed = pointedAt(kinds.length === 0 ? errors : findings, guilty);
  const exact = pointed.named === guilty.size && pointed.accused === guilty.size;
  if (!exact) failures.push(`${label}: guilty ${[...guilty].map(([cell, value]) => `${cell}→${value}`).join(", ")}; said ${findings.map(({ cells, message }) => `[${cells.map(a1).join(" ")}] ${message.en}`).join(" | ")}`);
  return { ...pointed, tables: 1, exact: Number(exact), milliseconds: [milliseconds] };
}

const plus = (one: Line, other: Line): Line => ({
  tables: one.tables + other.tables,
  exact: one.exact + other.exact,
  guilty: one.guilty + other.guilty,
  marked: one.marked + other.marked,
  named: one.named + other.named,
  repaired: one.repaired + other.repaired,
  accused: one.accused + other.accused,
  milliseconds: [...one.milliseconds, ...other.milliseconds],
});

const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(3));

function rowOf(label: string, { tables, exact, guilty, marked, named, repaired, accused, milliseconds }: Line): string {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const times = [0.5, 0.99].map((at) => sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))]!.toFixed(1));
  return `| ${[label, tables, share(exact, tables), guilty, share(marked, guilty), share(named, guilty), share(repaired, guilty), share(named, accused), ...times].join(" | ")} |`;
}

const draw = chance(SEED);
await check(sheetOfRows(plant("typed", [], draw).rows));
const lines = [
  `Reports of two to six sections, seed ${SEED}. Marked: the guilty cell is among a finding's cells. Named: it is the first of them, or what the first suggestion changes. Precision: of the cells named.`,
  "",
  "| Planted | Reports | Exact | Guilty cells | Marked | Named | Repaired | Precision | Median ms | 99 % ms |",
  "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
];
let all = NOTHING;
for (const making of MAKINGS) {
  const plans = [[], ...SECTION_KINDS[making].map((kind) => [kind])] as readonly (readonly SectionKind[])[];
  for (const kinds of [...plans, undefined]) {
    const label = `${making}: ${kinds === undefined ? "two at once" : (kinds[0] ?? "nothing")}`;
    let sum = NOTHING;
    for (let at = 0; at < COUNT; at++) sum = plus(sum, await measure(label, making, kinds ?? draw.shuffled(SECTION_KINDS[making]).slice(0, 2), draw));
    if (sum.guilty > 0) all = plus(all, sum);
    lines.push(rowOf(label, sum));
  }
}
lines.push(rowOf("all with errors", all));
console.log(lines.join("\n"));
if (process.argv.includes("--failures")) console.log(["", ...failures].join("\n"));
writeToPage("other shapes", lines);
