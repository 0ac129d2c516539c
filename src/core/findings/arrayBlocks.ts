import { a1Range, type Position, type Rectangle } from "../sheet/Address";
import { isOneCell } from "../sheet/Formula";
import type { Figure } from "../figures/Table";
import type { Draft } from "./Finding";

/**
 * Excel changes the cells of an array formula together or not at all: what would change some of them is not offered, the finding says
 * what is to be done instead, and what is wrong with all of them is told once.
 */
export function keepBlocksWhole(drafts: readonly Draft[], figureAt: (row: number, column: number) => Figure | undefined): readonly Draft[] {
  const blockAt = ({ row, column }: Position): Rectangle | undefined => {
    const block = figureAt(row, column)?.cell.block;
    return block && !isOneCell(block) ? block : undefined;
  };
  const told: Draft[] = [];
  const places = new Map<string, number>();
  for (const draft of drafts) {
    const suggestions = draft.suggestions.filter(({ changes }) => !changes.some(({ at, sheet }) => sheet === undefined && blockAt(at)));
    const block = suggestions.length < draft.suggestions.length ? draft.suggestions.flatMap(({ changes }) => changes.flatMap(({ at }) => blockAt(at) ?? []))[0] : undefined;
    if (!block) {
      told.push(draft);
      continue;
    }
    const range = a1Range(block);
    const key = `${draft.reasons[0].check} ${range} ${draft.cells.length}`;
    const before = draft.cells.length === 1 ? places.get(key) : undefined;
    if (before !== undefined) {
      const first = told[before]!;
      told[before] = { ...first, cells: [...first.cells, ...draft.cells], reasons: [...first.reasons, ...draft.reasons] };
      continue;
    }
    const message: Draft["message"] = {
      vi: `${draft.message.vi} Ô này thuộc khối công thức mảng ${range}, chỉ sửa được cả khối: chọn ${range}, sửa công thức rồi nhấn Ctrl+Shift+Enter.`,
      en: `${draft.message.en} The cell is part of the array formula in ${range}, which only changes as a whole: select ${range}, edit the formula and press Ctrl+Shift+Enter.`,
    };
    places.set(key, told.push({ ...draft, suggestions, message }) - 1);
  }
  return told;
}
