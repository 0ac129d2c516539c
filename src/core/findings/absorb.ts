import { positionKey } from "../sheet/Address";
import type { Draft } from "./Draft";

/** The one cell a draft is about; undefined when it is about several. */
function onlyCell({ cells }: Draft): number | undefined {
  return cells.length === 1 ? positionKey(cells[0]) : undefined;
}

/** The value a draft's first suggestion leads to, where it is a single number or a formula with one. */
function aim({ suggestions }: Draft): number | undefined {
  const to = suggestions[0]?.changes.length === 1 ? suggestions[0].changes[0]!.to : undefined;
  const value = to?.kind === "formula" ? to.value : to;
  return value?.kind === "number" ? value.number : undefined;
}

/**
 * One cause, one finding: what else is said of a guilty cell by itself becomes a reason of its finding.
 * A formula that gives the right value is offered before the bare number.
 */
export function absorb(guilty: readonly Draft[], others: readonly Draft[]): readonly Draft[] {
  const byCell = new Map<number, Draft[]>();
  for (const draft of others) {
    const cell = onlyCell(draft);
    if (cell !== undefined) byCell.set(cell, [...(byCell.get(cell) ?? []), draft]);
  }
  const absorbed = new Set<Draft>();
  const merged = guilty.map((draft): Draft => {
    const cell = onlyCell(draft);
    const same = cell === undefined ? [] : (byCell.get(cell) ?? []);
    same.forEach((each) => absorbed.add(each));
    const [own] = draft.suggestions;
    const formulas = same
      .filter((each) => own && aim(each) !== undefined && aim(each) === aim(draft) && each.suggestions[0]!.changes[0]!.to.kind === "formula")
      .map((each) => ({ ...each.suggestions[0]!, sure: own!.sure }));
    return {
      ...draft,
      reasons: [draft.reasons[0], ...draft.reasons.slice(1), ...same.flatMap(({ reasons }) => reasons)],
      suggestions: formulas.length > 0 ? formulas : draft.suggestions,
    };
  });
  return [...merged, ...others.filter((draft) => !absorbed.has(draft))];
}
