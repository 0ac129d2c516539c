import type { Balance, Suggestion } from "../checks/Check";
import { positionKey, type Position } from "../sheet/Address";
import { contentOf } from "../sheet/Cell";
import { sayFigure, valueIn } from "../figures/figureValue";
import { mostOf } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import type { Figure } from "../figures/Table";

/** What a figure that cannot be read must be, from the sums it takes part in; undefined when they do not say, or disagree. */
export function fillUnreadable(at: Position, balances: readonly Balance[]): Suggestion | undefined {
  const key = positionKey(at);
  const answers: number[] = [];
  let asked: Figure | undefined;
  let most = Infinity;
  for (const { total, parts, gap } of balances) {
    if (gap) continue;
    const all = [total, ...parts];
    const own = all.find((figure) => positionKey(figure.at) === key);
    if (!own) continue;
    // A live formula is mended, not replaced by its result.
    if (own.cell.formula !== undefined) return undefined;
    asked = own;
    // What a column may hold in a line says nothing of the sum of all lines.
    if (own !== total || parts[0]?.at.row === at.row) most = mostOf(own.column.kind);
    const others = all.filter((figure) => figure !== own);
    // A live sum takes this very cell for nothing: it cannot say what is missing.
    if (others.some(({ reading, cell }) => meantUnits(reading) === undefined || cell.formula !== undefined)) continue;
    const sum = parts.reduce((added, part) => added + (part === own ? 0 : meantUnits(part.reading)!), 0);
    answers.push(own === total ? sum : meantUnits(total.reading)! - sum);
  }
  const [answer] = answers;
  if (!asked || answer === undefined || answer < 0 || answer > most || answers.some((each) => each !== answer)) return undefined;
  const { cell, column } = asked;
  return {
    changes: [{ at, from: contentOf(cell), to: valueIn({ cell, column }, answer) }],
    sure: answers.length > 1 ? "certain" : "likely",
    why: {
      vi: `Các phép cộng có ô này chỉ khớp khi ô là ${sayFigure(answer, column, "vi")}`,
      en: `The sums with this cell come out only if it is ${sayFigure(answer, column, "en")}`,
    },
  };
}
