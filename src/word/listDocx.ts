import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from "docx";
import type { JustificationList } from "../core/justifications/justificationList";
import { packed, PAGE, pageNumber } from "./docx";
import { BODY, LIST_COLUMNS, LIST_SIZE } from "./layout";

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER } as const;
/** Twips between the margins. */
const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/** A list as a Word document in the layout of NĐ 30/2020/NĐ-CP; its head is repeated on every page. Load it only when asked for. */
export async function toListDocx({ title, about, headings, rows }: JustificationList): Promise<Uint8Array> {
  const table = new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: LIST_COLUMNS.map(({ share }) => widthOf(share)),
    layout: TableLayoutType.FIXED,
    rows: [row(headings, true), ...rows.map((texts) => row(texts, false))],
  });
  return packed(title, { default: pageNumber() }, [centred(title, BODY.size, true), ...about.map((text) => centred(text, LIST_SIZE, false)), table]);
}

const widthOf = (share: number): number => Math.round((WIDTH * share) / 100);

function centred(text: string, size: number, bold: boolean): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: BODY.spacing * 20 }, children: [new TextRun({ text, size: size * 2, bold })] });
}

function row(texts: readonly string[], head: boolean): TableRow {
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: texts.map((text, column) => {
      const { align, share } = LIST_COLUMNS[column]!;
      const lines = text.split("\n").map((line) => new Paragraph({ alignment: head ? AlignmentType.CENTER : ALIGNMENTS[align], children: [new TextRun({ text: line, size: LIST_SIZE * 2, bold: head })] }));
      return new TableCell({ width: { size: widthOf(share), type: WidthType.DXA }, margins: { left: 80, right: 80, top: 40, bottom: 40 }, children: lines });
    }),
  });
}
