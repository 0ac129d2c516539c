import { contentOf } from "../sheet/Cell";
import { liveSum, type DerivedCell } from "../figures/derived";
import type { Phrase } from "../words/Phrase";
import type { Suggestion, Sureness } from "./Check";

/** The offer to write the sum that belongs in a cell; `why` words it. */
export function properFormula(derived: DerivedCell, sure: Sureness, why: (formula: string) => Phrase): Suggestion {
  const { at, cell } = derived.figure;
  const to = liveSum(derived);
  return { changes: [{ at, from: contentOf(cell), to }], sure, why: why(to.formula) };
}
