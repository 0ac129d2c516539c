import { a1 } from "../sheet/Address";
import { previousTable, type Figure, type TableRow } from "../figures/Table";
import { meantUnits } from "../figures/Reading";
import { isStacked } from "../figures/stackedLines";
import { both, type Language, type Phrase } from "../words/Phrase";
import { mergesOf, pairsOf, type Merge } from "./carriedPairs";
import type { Check } from "./Check";
import type { CheckMaker } from "./CheckMaker";
import { formatCount, rowName, sayPlaces } from "./columnWords";

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

/** Merges by the line that took in another, and the lines that were emptied. */
const byPair = (merges: readonly Merge[]) => ({ mergeInto: new Map(merges.map((merge) => [merge.into, merge])), emptied: new Set(merges.map((merge) => merge.emptied)) });

/** What is carried over equals what the period before left pending, row by row. */
export const carryOver: CheckMaker<"carry-over"> = ({ id, carried, pending, basis }): Check => {
  const handed = { carried, pending };
  return {
    id,
    kind: "carry-over",
    role: "heard",
    justifiable: true,
    severity: "warning",
    ...(basis === undefined ? {} : { basis }),
    title: {
      vi: "Số từ kỳ trước chuyển sang bằng số đang giải quyết cuối kỳ trước",
      en: "What is carried over equals what the period before left pending",
    },
    *judge(table, context) {
      const previous = previousTable(table, context.tables);
      if (!previous) {
        yield { kind: "skip", cells: [], why: "nothing-to-compare" };
        return;
      }
      const pairs = pairsOf(table, previous, handed);
      const { mergeInto, emptied } = byPair(mergesOf(table, previous, pairs, handed));
      /** What the lines leave unexplained, in each section and in all; a sum row only repeats it. */
      const gaps = new Map<number, number>();
      let gap = 0;
      for (const { row, came = 0, left = 0 } of pairs) {
        if (row.kind !== "line") continue;
        gap += came - left;
        gaps.set(row.section, (gaps.get(row.section) ?? 0) + came - left);
      }
      const lineGap = ({ kind, section }: TableRow): number => (kind === "subtotal" ? (gaps.get(section) ?? 0) : gap);
      for (const pair of pairs) {
        const { row, now, then, came, left } = pair;
        const merge = mergeInto.get(pair);
        if (merge && row.figures.some(isStacked)) {
          // Both lines are seen in the cells themselves, and told of there.
          yield { kind: "pass" };
        } else if (merge) {
          yield { kind: "fail", cells: [now.at, ...(merge.emptied ? [merge.emptied.now.at] : [])], phrase: sayMerge(merge, previous.sheet) };
        } else if (emptied.has(pair)) {
          // Told with the line that has its files.
          continue;
        } else if (came === undefined || left === undefined) {
          yield { kind: "skip", cells: [now.at], why: "unreadable" };
        } else if (came === left || (row.kind !== "line" && came - left === lineGap(row))) {
          yield { kind: "pass" };
        } else {
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
      const previous = previousTable(table, context.tables);
      if (!previous) return;
      const pairs = pairsOf(table, previous, handed);
      const { mergeInto, emptied } = byPair(mergesOf(table, previous, pairs, handed));
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
