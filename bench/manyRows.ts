/**
 * How long it takes to tell what the rows of a long table are, and for how long that holds the thread: lines and their total; sections of
 * eight lines whose sums stand in their headings, and below them. The least of some runs. `npm run bench:rows [--write]`
 */
import { readStructureInSteps } from "../src/core/structure/readStructure";
import type { Evidence, RowEvidence } from "../src/core/structure/RowEvidence";
import { chance } from "./localisation/chance";
import { fullRow, type Counts } from "./localisation/cleanTable";
import { COLUMNS } from "./localisation/TableLine";
import { writeSection } from "./writeSection";

const RUNS = 5;
const LINES = 8;

interface DrawnRow {
  readonly ordinal: string;
  readonly label: string;
  readonly counts?: Counts;
}

const added = (rows: readonly Counts[]): Counts => {
  const sums: Counts = new Array<number>(14).fill(0);
  for (const row of rows) for (const column of COLUMNS) sums[column]! += row[column]!;
  return sums;
};

function evidenceOf(drawn: readonly DrawnRow[]): Evidence {
  const width = COLUMNS.length;
  const counts = new Float64Array(drawn.length * width);
  drawn.forEach((row, at) => COLUMNS.forEach((column, place) => (counts[at * width + place] = row.counts?.[column] ?? 0)));
  const rows = drawn.map(({ ordinal, label, counts: own }): RowEvidence => ({ ordinal, label, isFilled: own !== undefined }));
  return { rows, width, counts, isDerived: new Uint8Array(width) };
}

/** So many numbered lines, and their total. */
function plain(size: number): Evidence {
  const draw = chance(size);
  const lines = Array.from({ length: size }, (_, index) => ({ ordinal: String(index + 1), label: `Đơn vị ${index + 1}`, counts: fullRow(draw) }));
  return evidenceOf([...lines, { ordinal: "", label: "Tổng cộng", counts: added(lines.map(({ counts }) => counts)) }]);
}

/** So many sections, each with its sum in the heading or below its lines. */
function sections(size: number, isBelow: boolean): Evidence {
  const draw = chance(size);
  const sums: Counts[] = [];
  const rows = Array.from({ length: size }, (_, section): DrawnRow[] => {
    const lines = Array.from({ length: LINES }, (__, index) => ({ ordinal: String(index + 1), label: `Lĩnh vực ${index + 1}`, counts: fullRow(draw) }));
    const sum = added(lines.map(({ counts }) => counts));
    sums.push(sum);
    const heading = { ordinal: "IVX"[section % 3]!, label: `Đơn vị ${section + 1}` };
    return isBelow ? [heading, ...lines, { ordinal: "", label: `Cộng đơn vị ${section + 1}`, counts: sum }] : [{ ...heading, counts: sum }, ...lines];
  }).flat();
  return evidenceOf([...rows, { ordinal: "", label: "Tổng cộng", counts: added(sums) }]);
}

/** The whole time and the longest step, in milliseconds. */
function timed(evidence: Evidence): readonly [whole: number, longest: number] {
  let [whole, longest] = [Infinity, Infinity];
  for (let run = 0; run < RUNS; run++) {
    const steps = readStructureInSteps(evidence);
    const start = performance.now();
    let [last, held] = [start, 0];
    for (let isDone = false; !isDone;) {
      isDone = steps.next().done === true;
      const now = performance.now();
      held = Math.max(held, now - last);
      last = now;
    }
    [whole, longest] = [Math.min(whole, last - start), Math.min(longest, held)];
  }
  return [whole, longest];
}

const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en-US")} ms`;
const row = (name: string, size: number, evidence: Evidence): string => {
  const [whole, longest] = timed(evidence);
  return `| ${size.toLocaleString("en-US")} ${name} | ${milliseconds(whole)} | ${milliseconds(longest)} |`;
};

const lines = [
  `Eleven columns; the least of ${RUNS} runs.`,
  "",
  "| Table | Time | Longest step |",
  "|---|--:|--:|",
  ...[8, 50, 1_000, 10_000, 50_000].map((size) => row("lines and a total", size, plain(size))),
  ...[500, 1_000, 2_000, 4_000].map((size) => row(`sections of ${LINES} lines, summed in their headings`, size, sections(size, false))),
  ...[500, 1_000, 2_000, 4_000].map((size) => row("of them, summed below", size, sections(size, true))),
];
console.log(lines.join("\n"));
if (process.argv.includes("--write")) writeSection("rows", lines);
