import { columnName, rowName } from "../checks/columnWords";
import { sayFigure } from "../figures/figureValue";
import { meantUnits } from "../figures/Reading";
import { decimalsOf } from "../figures/readFigure";
import { a1 } from "../sheet/Address";
import { both, type Phrase } from "../words/Phrase";
import type { ComparedFigure, Comparison } from "./compareTables";

/** A change so large that it is asked whether it is right. It is no error. */
export interface Jump {
  readonly figure: ComparedFigure;
  readonly question: Phrase;
}

/** A count that at least doubled, or fell to half: what a season, or a field that grew, seldom does from one report to the next. */
const LARGE_FACTOR = 2;

/**
 * How many times its scatter a difference of counts must be. What comes in by itself scatters as the root of its number (Poisson), so that the
 * difference of two counts has the root of their sum: from 3 to 9 files is nothing, from 300 to 900 is. Five times that, for real work comes in
 * waves, and a question that is asked of every small field is answered without being read.
 */
const SCATTERS = 5n;

/** Whether a count changed so much that a slip, such as a digit too many, is as likely as the change. */
export function isLargeJump(now: number, then: number): boolean {
  const [more, less] = [Math.max(now, then), Math.min(now, then)];
  const difference = BigInt(more - less);
  return more >= LARGE_FACTOR * less && difference * difference > SCATTERS * SCATTERS * BigInt(more + less);
}

/** Large changes of counts, one a row: the leftmost, as the parts of a sum follow it. */
export function largeJumps({ rows, now, then }: Comparison): readonly Jump[] {
  return rows.flatMap(({ now: row, figures }) => {
    const jump = figures.find(({ column, now: came, then: left, difference }) => {
      const isCount = column.hasRate && decimalsOf(column.column) === 0;
      return isCount && difference !== undefined && isLargeJump(meantUnits(came.reading)!, meantUnits(left.reading)!);
    });
    if (!jump) return [];
    const question = both((language) => {
      const [came, left] = [jump.now, jump.then].map(({ reading }) => sayFigure(meantUnits(reading)!, jump.column.column, language));
      const [cell, earlier] = [a1(jump.now.at), `“${then.sheet}”, ${language === "vi" ? "ô" : "cell"} ${a1(jump.then.at)}`];
      return language === "vi"
        ? `${rowName(row, "vi")}, cột ${columnName(jump.column.column)}: từ ${left} (trang ${earlier}) thành ${came} (trang “${now.sheet}”, ô ${cell}). Thay đổi lớn như vậy có đúng không?`
        : `${rowName(row, "en")}, column ${columnName(jump.column.column)}: from ${left} (sheet ${earlier}) to ${came} (sheet “${now.sheet}”, cell ${cell}). Is so large a change right?`;
    });
    return [{ figure: jump, question }];
  });
}
