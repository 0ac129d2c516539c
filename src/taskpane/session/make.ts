import { cellAt, type Sheet } from "../../core/sheet/Sheet";
import type { Edit, Progress, Refusal, WorkbookPort } from "../../core/sheet/WorkbookPort";

/** How edits are made. */
interface Making {
  /** All of them or none: where one is refused, those made are taken back. */
  readonly whole: boolean;
  /** The sheets as last read. */
  readonly sheets: readonly Sheet[];
}

/** Makes edits; gives back those that stand, and the refusals. */
export async function make(port: WorkbookPort, edits: readonly Edit[], { whole, sheets }: Making, progress: Progress): Promise<{ readonly done: readonly Edit[]; readonly refusals: readonly Refusal[] }> {
  const refusals = await port.apply(edits, progress);
  const refused = new Set(refusals.map(({ edit }) => edit));
  const done = edits.filter((edit) => !refused.has(edit));
  if (!whole || refusals.length === 0 || done.length === 0) return { done, refusals };
  await port.apply(done.map((edit) => reversed(edit, sheets)));
  return { done: [], refusals };
}

/** What takes an edit back, with the number format the sheet was read with; of blank cells none is read. */
export function reversed({ sheet, at, from, to, style }: Edit, sheets: readonly Sheet[]): Edit {
  const read = sheets.find(({ name }) => name === sheet);
  const { numberFormat = "General" } = read ? cellAt(read, at) : {};
  const changed = from.kind !== "blank" && (style?.numberFormat !== undefined || numberFormat === "@");
  return { sheet, at, from: to, to: from, ...(changed ? { style: { numberFormat } } : {}) };
}
