/**
 * How well the guilty score of an evaluation (Mẫu 02) is told: `npx tsx bench/localisation/scores.ts`. One sum speaks of each score, so that
 * only a slip that leaves no other cell as likely, or a score that cannot be, names its cell for sure.
 */
import { audit } from "../../src/core/audit";
import type { Finding } from "../../src/core/findings/Finding";
import { locate } from "../../test/fixtures/locate";
import { a1 } from "../../src/core/sheet/Address";
import { danhGiaMau02 } from "../../src/forms/danh-gia-mau-02";
import { LIBRARY } from "../../src/library";
import { withCells } from "../../test/fixtures/sheetFromText";
import { chanceFrom, type Chance } from "../../test/fixtures/chance";
import { validReport, validSheet } from "../../test/fixtures/validReports";

const TABLES = 500;
const SEED = 31;

/** What happens to a score of so many tenths; the total's slip is in its own column. */
const KINDS: Readonly<Record<string, (tenths: number, chance: Chance) => number>> = {
  "one digit mistyped": (tenths, chance) => tenths - (tenths % 10) + ((tenths + 1 + chance(9)) % 10),
  "the decimal point left out": (tenths) => tenths * 10,
  "the point typed as a nought": (tenths) => Math.floor(tenths / 10) * 100 + (tenths % 10),
  "left at nought": () => 0,
  "a wrong total": (tenths, chance) => tenths + (chance(2) ? 1 : -1) * (1 + chance(20)),
};

interface Tally {
  tables: number;
  named: number;
  repaired: number;
  offered: number;
  certain: number;
  certainRight: number;
  errors: number;
}

const share = (part: number, whole: number): string => (whole === 0 ? "–" : (part / whole).toFixed(3));

const valueOf = ({ suggestions: [best] }: Finding, at: string): number | undefined => {
  const change = best?.changes.find((each) => a1(each.at) === at);
  return change?.to.kind === "number" ? change.to.number : undefined;
};

const tallies = new Map<string, Tally>();
for (let seed = SEED; seed < SEED + TABLES; seed++) {
  const chance = chanceFrom(seed);
  const sheet = await validSheet(danhGiaMau02, validReport(danhGiaMau02, chance));
  const [table] = locate(sheet, [danhGiaMau02]).tables;
  const kinds = ["nothing", ...Object.keys(KINDS)];
  const kind = kinds[seed % kinds.length]!;
  const tally = tallies.get(kind) ?? { tables: 0, named: 0, repaired: 0, offered: 0, certain: 0, certainRight: 0, errors: 0 };
  tallies.set(kind, tally);
  tally.tables++;
  const rows = table!.rows.filter((row) => (row.kind === "total") === (kind === "a wrong total"));
  const figure = rows[chance(rows.length)]!.figures[1 + chance(2)]!;
  const tenths = figure.reading.kind === "figure" ? figure.reading.units : 0;
  const spoilt = kind === "nothing" ? tenths : Math.max(0, KINDS[kind]!(tenths, chance));
  const at = a1(figure.at);
  const { tables } = await audit([spoilt === tenths ? sheet : withCells(sheet, { [at]: String(spoilt / 10) })], LIBRARY);
  const findings = tables.flatMap((each) => each.findings).filter(({ severity }) => severity === "error");
  const [first] = findings;
  if (findings.length > 0) tally.errors++;
  if (!first || spoilt === tenths) continue;
  if (a1(first.cells[0]) === at) tally.named++;
  if (a1(first.cells[0]) === at && valueOf(first, at) === tenths / 10) tally.repaired++;
  if (first.cells.some((cell) => a1(cell) === at) || first.suggestions.some(({ changes }) => changes.some((change) => a1(change.at) === at))) tally.offered++;
  if (first.suggestions[0]?.sure === "certain") {
    tally.certain++;
    if (valueOf(first, at) === tenths / 10) tally.certainRight++;
  }
}

console.log("| Planted | Tables | Told | Named first | Its value first | Among those named | Called certain | and right |");
console.log("|---|--:|--:|--:|--:|--:|--:|--:|");
for (const [kind, { tables, errors, named, repaired, offered, certain, certainRight }] of tallies) {
  const told = kind === "nothing" ? ["–", "–", "–"] : [share(named, tables), share(repaired, tables), share(offered, tables)];
  console.log(`| ${[kind, tables, share(errors, tables), ...told, share(certain, tables), share(certainRight, certain)].join(" | ")} |`);
}
