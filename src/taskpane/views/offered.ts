import type { Suggestion } from "../../core/checks/Check";
import type { Finding } from "../../core/findings/Finding";

/** What a finding offers at once, and what only on demand. */
export interface Offered {
  /** The answer alone, or all ways between which the reporter chooses. */
  readonly open: readonly Suggestion[];
  /** Runners-up of an answer. */
  readonly others: readonly Suggestion[];
}

/** Where one answer stands out, its runners-up wait; ways of which none does stand side by side. */
export function offered({ suggestions }: Pick<Finding, "suggestions">): Offered {
  const [first, ...rest] = suggestions;
  const standsOut = first?.probability !== undefined && first.sure !== "possible";
  return standsOut ? { open: [first], others: rest } : { open: suggestions, others: [] };
}
