import { createContext, Script } from "node:vm";
import { attacksOn, grown, type Attack } from "./attacks";
import { growsTooFast, timeOf } from "./growth";

/** Four cells as long as Excel takes them. */
const LONGEST = 4 * 32_767;
/** To see which attacks are worth a closer look: a short text, and what is plainly quick on it, in milliseconds. */
const SHORT = 16_384;
const PLAINLY_QUICK = 4;
/** An expression that is still at it after so long is ended, in milliseconds. */
const ENDED = 2_000;

/** A sticky expression is tried where its reader stands, any other takes all it finds. Runs where it can be ended. */
const USE = new Script("expression.sticky ? void expression.test(text) : void text.replace(expression, '')");
const context = createContext({ expression: / /, text: "" });

async function cost(expression: RegExp, text: string): Promise<number> {
  Object.assign(context, { expression, text });
  try {
    return await timeOf(() => USE.runInContext(context, { timeout: ENDED }));
  } catch {
    return Infinity;
  }
}

/** The first of its attacks on which an expression takes time by more than the length of a text; undefined where none is found. */
export async function slowOn({ source, flags }: RegExp): Promise<Attack | undefined> {
  const expression = new RegExp(source, flags.includes("y") ? flags : `${flags.replace("g", "")}g`);
  for (const attack of attacksOn(expression)) {
    expression.lastIndex = 0;
    if ((await cost(expression, grown(attack, SHORT))) <= PLAINLY_QUICK) continue;
    if (await growsTooFast((length) => ((expression.lastIndex = 0), cost(expression, grown(attack, length))), LONGEST)) return attack;
  }
  return undefined;
}
