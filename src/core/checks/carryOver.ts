import { a1 } from "../sheet/Address";
import { rowSums } from "../figures/derived";
import { figureOf, meantSum, type Figure, type Table, type TableRow } from "../figures/Table";
import { meantUnits } from "../figures/Reading";
import { isStacked, namesIn } from "../figures/stackedLines";
import { both, type Language, type Phrase } from "../words/Phrase";
import type { CheckContext, CheckMaker } from "./Check";
import { rowName, sayPlaces } from "./columnWords";
import { earlierTable } from "./earlierTable";
import { fold } from "../sheet/fold";
import { renameKey, type Renames } from "../figures/renames";
import { rowIdentity, rowsByName } from "../figures/rowNames";
import { formatCount } from "../words/decimal";

/** A row's figure of this period, and what the period before left: in several rows, where this one holds several lines. */
export interface Pair {
  readonly row: TableRow;
  readonly now: Figure;
  readonly then: readonly [Figure, ...Figure[]];
  /** What both come to; undefined where that cannot be read. */
  readonly came: number | undefined;
  readonly left: number | undefined;
}

/** Two lines of the period before of which one has taken in the other: it carries over what both left. */
export interface Merge {
  readonly into: Pair;
  /** The other line in the period before, and what it left. */
  readonly other: TableRow;
  readonly then: Figure;
  /** The other line now, where it still stands, without files. */
  readonly emptied?: Pair;
}

/** The two columns of form II.06a, by key, that one period hands on to the next. */
export interface Handed {
  readonly carried: string;
  readonly pending: string;
}

/** The rows of a table that the period before had, too, under their names or what the reporter says they were called, each with what is carried over and what was left. */
export function pairsOf(table: Table, previous: Table, { carried, pending }: Handed, renamed: Renames = new Map()): readonly Pair[] {
  const before = rowsByName(previous);
  const standing = rowsByName(table);
  return [...standing].flatMap(([name, own]) => {
    const { row, section } = own;
    const called = (label: string): string => rowIdentity({ section, row, folded: fold(label), ofSection: 1 });
    const former = renamed.get(renameKey(table, own));
    const names = former !== undefined && !standing.has(called(former)) ? [former] : namesIn(row);
    const same = before.get(name);
    const earlier = same ? [same] : names.length > 1 || names[0] === former ? names.map((each) => before.get(called(each))) : [];
    const now = figureOf(table, row, carried);
    const [first, ...others] = earlier.flatMap((each) => (each ? (figureOf(previous, each.row, pending) ?? []) : []));
    if (!now || !first || others.length + 1 < earlier.length || row.kind === "section" || row.kind === "summary") return [];
    const then: Pair["then"] = [first, ...others];
    return [{ row, now, then, came: meantUnits(now.reading), left: meantSum(then) }];
  });
}

const isEmpty = ({ figures }: TableRow): boolean => figures.every(({ reading }) => meantUnits(reading) === 0);

/** Lines that took in another of which nothing is to be seen any more: each carries over what two left. Where several would do, none is named. */
export function mergesOf(table: Table, previous: Table, pairs: readonly Pair[], { pending }: Handed): readonly Merge[] {
  const pairOf = new Map(pairs.flatMap((pair) => pair.then.map(({ at }) => [at.row, pair] as const)));
  const gone = [...rowsByName(previous).values()].flatMap(({ row, section }) => {
    const pair = pairOf.get(row.row);
    const then = figureOf(previous, row, pending);
    const left = then && meantUnits(then.reading);
    return row.kind === "line" && then && left && (!pair || (pair.then.length === 1 && isEmpty(pair.row))) ? [{ row, section, then, left, pair }] : [];
  });
  if (gone.length === 0) return [];
  const sections = new Map([...rowsByName(table).values()].map(({ row, section }) => [row, section]));
  const found = pairs.flatMap((into) => {
    const { row, came, left } = into;
    if (row.kind !== "line" || came === undefined || left === undefined || came <= left) return [];
    const [only, ...others] = gone.filter((each) => each.section === sections.get(row) && each.left === came - left && each.pair !== into);
    return only && others.length === 0 ? [{ into, other: only.row, then: only.then, ...(only.pair ? { emptied: only.pair } : {}) }] : [];
  });
  return found.filter(({ other }) => found.filter((each) => each.other === other).length === 1);
}

/** "38 + 3" */
const sayCounts = (figures: readonly Figure[], language: Language): string => figures.map(({ reading }) => formatCount(meantUnits(reading) ?? 0, language)).join(" + ");

/** Two lines of the period before that seem to be one now: only the figures carried over can tell, as every sum comes out. */
function sayMerge({ into: { row, now, then, came }, other, then: otherThen, emptied }: Merge, sheet: string): Phrase {
  const say = (language: Language): string => {
    const [name, otherName] = [rowName(row, language), rowName(other, language)];
    const figures = [...then, otherThen];
    return language === "vi"
      ? `Số liệu của hai dòng ${name} và ${otherName} có lẽ đã gộp vào một dòng: ${name} từ kỳ trước chuyển sang ${formatCount(came!, "vi")} (ô ${a1(now.at)}), đúng bằng số đang giải quyết của cả hai dòng trong biểu kỳ trước, ${sayCounts(figures, "vi")} (trang “${sheet}”, ${sayPlaces(figures, "vi")}), còn ${otherName} kỳ này ${emptied ? "không có số liệu" : "không có dòng nào"}. Nếu hai lĩnh vực không sáp nhập, hãy tách lại thành hai dòng.`
      : `The figures of ${name} and ${otherName} seem to have been merged into one row: ${name} carries over ${formatCount(came!, "en")} (cell ${a1(now.at)}), just what both rows of the period before left pending, ${sayCounts(figures, "en")} (sheet “${sheet}”, ${sayPlaces(figures, "en")}), while ${otherName} ${emptied ? "holds no files" : "has no row"} in this one. Unless the two fields became one, take them apart again.`;
  };
  return both(say);
}

/** What is carried over equals what the period before left pending, row by row. */
export const carryOver: CheckMaker<"carry-over"> = ({ carried, pending }) => {
  const handed = { carried, pending };
  /** The period before, what its lines hand on, merges by the line that took in another, and the lines that were emptied. */
  const comparedWith = (table: Table, context: CheckContext) => {
    const previous = earlierTable(table, context);
    const pairs = previous ? pairsOf(table, previous, handed, context.renamed) : [];
    const merges = previous ? mergesOf(table, previous, pairs, handed) : [];
    return { previous, pairs, mergeInto: new Map(merges.map((merge) => [merge.into, merge])), emptied: new Set(merges.map((merge) => merge.emptied)) };
  };
  return {
    role: "heard",
    severity: "warning",
    title: {
      vi: "Số từ kỳ trước chuyển sang bằng số đang giải quyết cuối kỳ trước",
      en: "What is carried over equals what the period before left pending",
    },
    *judge(table, context) {
      const { previous, pairs, mergeInto, emptied } = comparedWith(table, context);
      if (!previous) {
        yield { kind: "skip", cells: [], why: "nothing-to-compare" };
        return;
      }
      const gaps = new Map(pairs.map(({ row, came = 0, left = 0 }) => [row, came - left]));
      const sums = new Map(rowSums(table).map(({ sum, parts }) => [sum, parts]));
      /** What the lines leave unexplained that a row adds up; a sum row only repeats it. */
      const gapBelow = (row: TableRow): number | undefined => sums.get(row)?.reduce((all, part) => all + (gaps.get(part) ?? 0), 0);
      for (const pair of pairs) {
        const { row, now, then, came, left } = pair;
        const merge = mergeInto.get(pair);
        // Both lines are seen in the cells themselves, and told of there.
        if (merge && row.figures.some(isStacked)) yield { kind: "pass" };
        else if (merge) yield { kind: "fail", cells: [now.at, ...(merge.emptied ? [merge.emptied.now.at] : [])], phrase: sayMerge(merge, previous.sheet) };
        // Told with the line that has its files.
        else if (emptied.has(pair)) continue;
        else if (came === undefined || left === undefined) yield { kind: "skip", cells: [now.at], why: "unreadable" };
        else if (came === left || came - left === gapBelow(row)) yield { kind: "pass" };
        else {
          yield {
            kind: "fail",
            cells: [now.at],
            phrase: {
              vi: `${rowName(row, "vi")}: từ kỳ trước chuyển sang ${formatCount(came, "vi")} (ô ${a1(now.at)}), nhưng biểu kỳ trước (trang “${previous.sheet}”, ${sayPlaces(then, "vi")}) còn đang giải quyết ${formatCount(left, "vi")}.`,
              en: `${rowName(row, "en")}: ${formatCount(came, "en")} carried over (cell ${a1(now.at)}), but the period before (sheet “${previous.sheet}”, ${sayPlaces(then, "en")}) left ${formatCount(left, "en")} pending.`,
            },
          };
        }
      }
    },
    *facts(table, context) {
      const { previous, pairs, mergeInto, emptied } = comparedWith(table, context);
      if (!previous) return;
      for (const pair of pairs) {
        const { row, now, left } = pair;
        if (row.kind !== "line" || left === undefined || emptied.has(pair)) continue;
        const merge = mergeInto.get(pair);
        const then = merge ? [...pair.then, merge.then] : pair.then;
        const source = { vi: `trang “${previous.sheet}”, ${sayPlaces(then, "vi")}`, en: `sheet “${previous.sheet}”, ${sayPlaces(then, "en")}` };
        yield { figure: now, count: merge ? pair.came! : left, source };
      }
    },
  };
};
