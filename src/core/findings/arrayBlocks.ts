import { a1Range, type Position, type Rectangle } from "../sheet/Address";
import { isOneCell } from "../sheet/Formula";
import type { Figure } from "../figures/Table";
import type { Draft } from "./Finding";

/**
 * Excel changes the cells of an array formula together or not at all: what would change some of them is not offered, and the finding
 * says what is to be done instead.
 */
export const withoutPartsOfBlocks =
  (figureAt: (row: number, column: number) => Figure | undefined) =>
  (draft: Draft): Draft => {
    const blockAt = ({ row, column }: Position): Rectangle | undefined => {
      const block = figureAt(row, column)?.cell.block;
      return block && !isOneCell(block) ? block : undefined;
    };
    const suggestions = draft.suggestions.filter(({ changes }) => !changes.some(({ at }) => blockAt(at)));
    const block = [...draft.cells, ...draft.suggestions.flatMap(({ changes }) => changes.map(({ at }) => at))].map(blockAt).find((each) => each !== undefined);
    if (suggestions.length === draft.suggestions.length || !block) return draft;
    const range = a1Range(block);
    return {
      ...draft,
      suggestions,
      message: {
        vi: `${draft.message.vi} Ô này thuộc khối công thức mảng ${range}, chỉ sửa được cả khối: chọn ${range}, sửa công thức rồi nhấn Ctrl+Shift+Enter.`,
        en: `${draft.message.en} The cell is part of the array formula in ${range}, which only changes as a whole: select ${range}, edit the formula and press Ctrl+Shift+Enter.`,
      },
    };
  };
