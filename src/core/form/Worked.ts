/** What a figure comes to: a figure by its key, a number of its own, figures added up and taken away, or multiplied and divided by others. */
export type Worked =
  | string
  | { readonly constant: number }
  | { readonly plus: readonly Worked[]; readonly minus?: readonly Worked[] }
  | { readonly times: readonly Worked[]; readonly over?: readonly Worked[] };

/** The keys of the figures that something is worked out from, as they stand in it. */
export function keysIn(formula: Worked): readonly string[] {
  if (typeof formula === "string") return [formula];
  if ("constant" in formula) return [];
  const [first, second] = "plus" in formula ? [formula.plus, formula.minus] : [formula.times, formula.over];
  return [...first, ...(second ?? [])].flatMap(keysIn);
}
