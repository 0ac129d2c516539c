import type { Balance, Suggestion } from "../checks/Check";
import { formatCount } from "../checks/columnWords";
import { positionKey, type Position } from "../sheet/Address";
import { contentOf, numberValue } from "../sheet/Cell";
import { meantUnits } from "../table/Reading";

/** What a figure that cannot be read must be, from the sums it takes part in; undefined when they do not say, or disagree. */
export function fillUnreadable(at: Position, balances: readonly Balance[]): Suggestion | undefined {
  const key = positionKey(at);
  const answers: number[] = [];
  let content;
  for (const { total, parts, gap } of balances) {
    if (gap) continue;
    const all = [total, ...parts];
    const own = all.find((figure) => positionKey(figure.at) === key);
    if (!own) continue;
    // A live formula is mended, not replaced by its result.
    if (own.cell.formula !== undefined) return undefined;
    content = contentOf(own.cell);
    const others = all.filter((figure) => figure !== own);
    // A live sum takes this very cell for nothing: it cannot say what is missing.
    if (others.some(({ reading, cell }) => meantUnits(reading) === undefined || cell.formula !== undefined)) continue;
    const sum = parts.reduce((added, part) => added + (part === own ? 0 : meantUnits(part.reading)!), 0);
    answers.push(own === total ? sum : meantUnits(total.reading)! - sum);
  }
  const [answer] = answers;
  if (content === undefined || answer === undefined || answer < 0 || answers.some((each) => each !== answer)) return undefined;
  return {
    changes: [{ at, from: content, to: numberValue(answer) }],
    sure: answers.length > 1 ? "certain" : "likely",
    why: {
      vi: `Các phép cộng có ô này chỉ khớp khi ô là ${formatCount(answer, "vi")}`,
      en: `The sums with this cell come out only if it is ${formatCount(answer, "en")}`,
    },
  };
}
