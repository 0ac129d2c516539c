import type { CellStyle } from "../sheet/SheetPlan";
import { join, spreadText, type Block } from "./Block";
import { DOTS, type HeadParts, type Span } from "./formHead";

const CENTRED: CellStyle = { horizontal: "center" };

/** Rows of the block: place and date, who signs, how, and room for the signatures and names. */
const ROWS = 7;

export interface SignatureBlock extends Block {
  /** Zero-based last row, the room for signing included. */
  readonly bottom: number;
}

/** Who signs at the left and at the right of official forms. */
const SIGNERS: readonly string[] = ["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"];

/** Who drew up the form, and who answers for it, from row `top` (zero-based) on. */
export function planSignatureBlock({ left, right }: HeadParts, top: number, [drawn, answering] = SIGNERS): SignatureBlock {
  const line = (row: number, span: Span, text: string, style: CellStyle) =>
    spreadText({ top: top + row, bottom: top + row, left: span[0], right: span[1] }, text, { ...CENTRED, ...style });
  return {
    ...join([
      line(0, right, `${DOTS}, ngày … tháng … năm …`, { italic: true }),
      line(1, left, drawn ?? "", { bold: true }),
      line(1, right, answering ?? "", { bold: true }),
      line(2, drawn ? left : right, "(Ký, ghi rõ họ, tên)", { italic: true }),
    ]),
    bottom: top + ROWS - 1,
  };
}
