import type { Column, FigureColumn } from "../form/Form";
import { a1, type Position } from "../sheet/Address";
import { contentOf } from "../sheet/Cell";
import { roundedRatio } from "../sheet/ratio";
import { shownText } from "../sheet/shownText";
import { sayDecimal } from "../words/decimal";
import { sayFigure, valueIn } from "../figures/figureValue";
import { decimalsOf } from "../figures/readFigure";
import { meantSum, type Figure, type Table, type TableRow } from "../figures/Table";
import { isPercentage, quotientOf, quotientsIn, type QuotientFigure } from "../figures/workedOut";
import { both, type Language } from "../words/Phrase";
import type { Check, Fact, Verdict } from "./Check";
import { columnName, rowName } from "./columnWords";
import { CUT, printedShare, type PrintedShare } from "./ratio";

/** "951/1.652", as the columns hold them. */
function sayCounts({ above, below }: QuotientFigure, language: Language): string {
  const say = (figures: readonly Figure[]): string => sayFigure(meantSum(figures)!, figures[0]!.column, language);
  return `${say(above)}/${say(below)}`;
}

/** Whether so many units over others are a share as printed. */
const isQuotient = (share: PrintedShare, above: number, below: number, column: FigureColumn): boolean =>
  roundedRatio(above * (isPercentage(column) ? 100 : 1), below, share.digits) === share.units;

/** A column of quotients is that of its columns, rounded half up to the digits printed; of nothing there is no share. */
export function quotient(column: Column, printed: string): Check {
  const id = column.sumId ?? `${column.key}-ratio`;
  function judgeCell(row: TableRow, item: QuotientFigure): Verdict {
    const { figure, above, below } = item;
    const cells = [figure, ...above, ...below].map(({ at }) => at) as [Position, ...Position[]];
    const share = printedShare(figure);
    const [upper, lower] = [meantSum(above), meantSum(below)];
    if (lower === 0 && upper === 0) return { kind: "notApplicable" };
    if (figure.reading.kind === "blank") return { kind: "skip", cells, why: "blank" };
    const proper = share && quotientOf(item, share.digits);
    if (!share || proper === undefined) return { kind: "skip", cells, why: "unreadable" };
    if (share.units === proper) return { kind: "pass" };
    const percent = isPercentage(figure.column);
    const isCut = (BigInt(upper!) * (percent ? 100n : 1n) * 10n ** BigInt(share.digits)) / BigInt(lower!) === BigInt(share.units);
    const { at, cell } = figure;
    const right = (language: Language): string => `${sayDecimal(proper, share.digits, language)}${percent ? "%" : ""}`;
    const to = valueIn(figure, proper * 10 ** (decimalsOf(figure.column) - share.digits));
    return {
      kind: "fail",
      cells,
      // Cutting digits is a habit seen in real reports.
      severity: isCut ? "info" : "error",
      phrase: both((language) => {
        const [shown, counts] = [shownText(cell, language), sayCounts(item, language)];
        const name = `${rowName(row, language)}: ${language === "vi" ? "cột" : "column"} ${columnName(figure.column)}`;
        return language === "vi"
          ? `${name} ghi ${shown} (ô ${a1(at)}), ${printed} = ${counts} là ${right("vi")}${isCut ? CUT.vi : ""}.`
          : `${name} says ${shown} (cell ${a1(at)}), ${printed} = ${counts} is ${right("en")}${isCut ? CUT.en : ""}.`;
      }),
      ...(cell.formula === undefined
        ? { suggestions: [{ changes: [{ at, from: contentOf(cell), to }], sure: isCut ? "likely" : "possible", why: { vi: `${sayCounts(item, "vi")} làm tròn là ${right("vi")}`, en: `${sayCounts(item, "en")} rounds to ${right("en")}` } }] }
        : {}),
    };
  }
  /** What a typed quotient says of the figure above the line, where it can only be one. */
  function* facts(table: Table): Iterable<Fact> {
    for (const [, item] of quotientsIn(table, column)) {
      const { figure, above, below } = item;
      const [only, ...more] = above;
      const [share, lower] = [printedShare(figure), meantSum(below)];
      if (!only || more.length > 0 || below.includes(only) || !share || !lower || figure.cell.formula !== undefined) continue;
      const near = Math.round((share.units * lower) / ((isPercentage(figure.column) ? 100 : 1) * 10 ** share.digits));
      const fitting = [near - 1, near, near + 1].filter((units) => units >= 0 && isQuotient(share, units, lower, figure.column));
      const source = both((language) => `${language === "vi" ? "cột" : "column"} ${columnName(figure.column)} (${language === "vi" ? "ô" : "cell"} ${a1(figure.at)})`);
      if (fitting.length === 1) yield { figure: only, count: fitting[0]!, source };
    }
  }
  return {
    id,
    facts,
    role: "heard",
    severity: "error",
    title: { vi: `${columnName(column)} = ${printed}, làm tròn`, en: `${columnName(column)} = ${printed}, rounded` },
    *judge(table) {
      for (const [row, item] of quotientsIn(table, column)) yield judgeCell(row, item);
    },
  };
}
