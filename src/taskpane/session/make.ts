import type { Sheet } from "../../core/sheet/Sheet";
import type { Edit, Progress, Refusal, WorkbookPort } from "../../core/sheet/WorkbookPort";
import { editsMade } from "./editsMade";
import { reversed } from "./reversed";

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
  const done = editsMade(edits, refusals);
  if (!whole || refusals.length === 0 || done.length === 0) return { done, refusals };
  await port.apply(done.map((edit) => reversed(edit, sheets)));
  return { done: [], refusals };
}
