import { withoutEnd } from "../words/withoutEnd";
import type { TextStretch } from "./paragraphsOf";

/** No unit's name has more words behind the kind of unit: "UBND" and "phường Phú Sơn". */
export const MOST_NAME_WORDS = 8;
/** Those of its kind included: "ủy ban nhân dân". */
const MOST_WORDS = MOST_NAME_WORDS + 4;

const SPACE = /\s/;
/** What the name of a unit is made of, with the spaces between. */
const WITHIN = /[\p{L}\d\s]/u;
/** What a unit may stand behind, if anything stands before it. */
const BEFORE = /[\s,:]/;

/**
 * The unit that a text ends in, but for a comma: "Trong quý I, UBND phường Phú Sơn" names it from "UBND" on. The longest is taken.
 * @param unit What is a unit, kind and name, as a whole.
 */
export function unitAtEnd(text: string, unit: RegExp): TextStretch | undefined {
  const closed = withoutEnd(text, SPACE);
  const end = (closed.endsWith(",") ? withoutEnd(closed.slice(0, -1), SPACE) : closed).length;
  let found: TextStretch | undefined;
  for (let start = end - 1, words = 0; start >= 0 && words < MOST_WORDS && WITHIN.test(text[start]!); start--) {
    if (SPACE.test(text[start]!) || (start > 0 && !BEFORE.test(text[start - 1]!))) continue;
    words++;
    if (unit.test(text.slice(start, end))) found = { start, end };
  }
  return found;
}
