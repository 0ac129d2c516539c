import type { Change, Suggestion } from "../checks/Check";
import type { Finding } from "../findings/Finding";
import { positionKey } from "../sheet/Address";
import { sameContent, type Content } from "../sheet/Cell";
import type { Edit } from "../sheet/WorkbookPort";
import { valueOf } from "../figures/figureValue";
import { COUNTED, MEASURED, readFigure } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";

/** Counts show their thousands apart, in whatever way the user's Excel does; other figures the decimals they have. */
const formatFor = ({ number }: { readonly number: number }): string => (Number.isInteger(number) ? "#,##0" : "0.######");

/** The edits of a suggestion, to be applied together. Text that becomes a number takes a number's format, or Excel would keep it as text. */
export function editsOf({ sheet }: Pick<Finding, "sheet">, { changes }: Suggestion): readonly Edit[] {
  return changes.map(({ format, ...change }): Edit => {
    const numberFormat = format ?? (change.from.kind === "text" && change.to.kind === "number" ? formatFor(change.to) : undefined);
    return { sheet, ...change, ...(numberFormat === undefined ? {} : { style: { numberFormat } }) };
  });
}

/** A suggestion and the finding it puts right. */
export interface Chosen {
  readonly finding: Finding;
  readonly suggestion: Suggestion;
}

/** Edits of several suggestions that can be made as one step, and the suggestions they are of. */
export interface Together {
  readonly edits: readonly Edit[];
  readonly taken: readonly Chosen[];
}

/** What a cell becomes by both of two changes, where that makes sense. */
function joined(first: Change, second: Change, bothFollow: boolean): Content | undefined {
  if (!bothFollow) return sameContent(first.to, second.to) ? first.to : undefined;
  // A sum that follows two wrong cells is wrong by both of their differences.
  for (const column of [COUNTED, MEASURED]) {
    const units = [second.from, first.to, second.to].map((content) => (content.kind === "formula" ? undefined : meantUnits(readFigure({ value: content }, column))));
    const [from, one, other] = units;
    if (from !== undefined && one !== undefined && other !== undefined) return valueOf(one + other - from, column);
  }
  return undefined;
}

/**
 * Puts suggestions together, the first ones first, each with all of its changes or not at all: one that contradicts an earlier
 * one is left out, to be looked at again once the others are made.
 */
export function editsTogether(chosen: readonly Chosen[]): Together {
  const made = new Map<string, { readonly edit: Edit; readonly follows: boolean }>();
  const taken: Chosen[] = [];
  for (const each of chosen) {
    const { finding, suggestion } = each;
    const followers = new Set((finding.follows ?? []).map(positionKey));
    const more = editsOf(finding, suggestion).map((edit) => {
      const key = `${edit.sheet}|${positionKey(edit.at)}`;
      const follows = followers.has(positionKey(edit.at));
      const before = made.get(key);
      if (!before) return { key, edit, follows };
      const to = joined(before.edit, edit, before.follows && follows);
      return to && { key, edit: { ...before.edit, to }, follows };
    });
    if (!more.every((one) => one !== undefined)) continue;
    for (const { key, edit, follows } of more) made.set(key, { edit, follows });
    taken.push(each);
  }
  return { edits: [...made.values()].map(({ edit }) => edit), taken };
}
