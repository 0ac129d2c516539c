import type { Edit, Refusal } from "../../core/sheet/WorkbookPort";

/** The edits that were made, given those that were not. */
export function editsMade(edits: readonly Edit[], refusals: readonly Refusal[]): readonly Edit[] {
  const refused = new Set(refusals.map(({ edit }) => edit));
  return edits.filter((edit) => !refused.has(edit));
}
