import type { Quantity } from "../quantities/Vocabulary";
import type { SaidPeriod } from "../words/SaidPeriod";
import type { Lexicon } from "./Lexicon";
import type { StatedFigure, StatedScope } from "./StatedFigure";

/** What the parts that follow are parts of, as after "đã giải quyết 82 hồ sơ". */
export interface Group {
  readonly quantity: Quantity;
  /** What is said in the same breath, as that files were received and resolved. */
  readonly also: readonly Quantity[];
  readonly scope: StatedScope;
  readonly period?: SaidPeriod | undefined;
  readonly unit?: string | undefined;
  /** Parts so far, and what they are of. */
  readonly parts: StatedFigure[];
  readonly told: Set<string>;
  readonly total?: StatedFigure;
}

/** What parts mean whose words name a wider quantity, too: "đúng hạn" is (9) beside "trước hạn", else (8)+(9) where that adds up, or nothing. */
export function widened(groups: readonly Group[], { byId, wider, besides }: Lexicon): ReadonlyMap<StatedFigure, readonly StatedFigure[]> {
  const meant = new Map<StatedFigure, readonly StatedFigure[]>();
  for (const { quantity: whole, parts, total } of groups) {
    const told = new Map([...parts].reverse().map((part) => [part.quantity, part.count]));
    const again = new Set<string>();
    const seen = new Set<string>();
    for (const { quantity } of parts) (seen.has(quantity) ? again : seen).add(quantity);
    for (const part of parts) {
      const narrow = byId.get(part.quantity)!;
      const wide = wider(narrow);
      if (!wide || besides(narrow, [wide]).flat().some((id) => told.has(id))) continue;
      const addsUp = besides(wide, [whole]).some((others) => others.reduce((sum, id) => sum + (told.get(id) ?? NaN), part.count) === total?.count);
      meant.set(part, !again.has(part.quantity) && addsUp ? [{ ...part, quantity: wide.id }] : []);
    }
  }
  return meant;
}
