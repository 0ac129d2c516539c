import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph as DocxParagraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunStylePropertiesOptions,
  type ISectionOptions,
} from "docx";
import type { RuleCatalogue } from "../core/checks/ruleCatalogue";
import type { JustificationList } from "../core/justifications/justificationList";
import type { Paragraph, TextLine } from "../core/narrative/Paragraph";
import { lineText, titleOf } from "./html";
import { BODY, BULLET_SPACE, CATALOGUE_COLUMNS, indentOf, LIST_COLUMNS, LIST_SIZE } from "./layout";

/** Twips in a centimetre. */
const TWIPS = 1440 / 2.54;

/**
 * A4 upright with the margins of NĐ 30/2020/NĐ-CP: 20 mm above and below, 30 mm left, 15 mm right, in twips.
 * Written out, because the library's own conversion from millimetres rounds down, below the least the decree allows.
 */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1_134, bottom: 1_134, left: 1_701, right: 850, header: 567, footer: 567 },
} as const;

/** How words look unless said otherwise. */
const RUN: IRunStylePropertiesOptions = {
  font: { ascii: BODY.font, hAnsi: BODY.font, cs: BODY.font, eastAsia: BODY.font },
  // Half-points.
  size: BODY.size * 2,
  language: { value: BODY.language, eastAsia: BODY.language, bidirectional: BODY.language },
};

/**
 * Paragraphs as a Word document in the layout of NĐ 30/2020/NĐ-CP, page numbers in the top margin from page 2 on.
 * Load this module only when a document is asked for: the library behind it weighs more than the pane.
 */
export async function toDocx(paragraphs: readonly Paragraph[]): Promise<Uint8Array> {
  const children = paragraphs.flatMap(({ heading, lines }) => [headingParagraph(heading), ...lines.map(bodyParagraph)]);
  return packed(titleOf(paragraphs), { first: new Header({ children: [new DocxParagraph({})] }), default: pageNumber() }, children);
}

/** A document of one section in that layout, as a file. */
async function packed(title: string, headers: NonNullable<ISectionOptions["headers"]>, children: ISectionOptions["children"]): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: "",
    lastModifiedBy: "",
    description: "",
    styles: { default: { document: { run: RUN } } },
    sections: [{ properties: { titlePage: true, page: PAGE }, headers, children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The header of every page but the first. */
function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return new Header({ children: [new DocxParagraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

/** A heading, kept with what follows; `before` are points of room above it. */
function headingParagraph(heading: string, before = 0): DocxParagraph {
  return new DocxParagraph({ ...layout(0, ""), spacing: { before: before * 20, after: BODY.spacing * 20 }, keepNext: true, children: [new TextRun({ text: heading, bold: true })] });
}

function bodyParagraph(line: TextLine): DocxParagraph {
  return new DocxParagraph({ ...layout(line.level, line.bullet), children: [new TextRun(lineText(line, BULLET_SPACE))] });
}

function layout(level: TextLine["level"], bullet: TextLine["bullet"]): IParagraphOptions {
  const { left, firstLine } = indentOf(level, bullet);
  const twips = (centimetres: number) => Math.round(Math.abs(centimetres) * TWIPS);
  return {
    alignment: AlignmentType.BOTH,
    indent: { left: twips(left), ...(firstLine < 0 ? { hanging: twips(firstLine) } : { firstLine: twips(firstLine) }) },
    spacing: { after: BODY.spacing * 20 },
  };
}

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER } as const;
/** Twips between the margins. */
const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

/** A list as a Word document in the layout of NĐ 30/2020/NĐ-CP; its head is repeated on every page. */
export async function toListDocx({ title, about, headings, rows }: JustificationList): Promise<Uint8Array> {
  return packed(title, { default: pageNumber() }, [
    centred(title, BODY.size, true),
    ...about.map((text) => centred(text, LIST_SIZE, false)),
    tableOf(LIST_COLUMNS, headings, rows),
  ]);
}

/** The catalogue of what is checked, in the same layout: a heading, what there is to know, and a table for each form. */
export async function toCatalogueDocx({ title, headings, chapters }: RuleCatalogue): Promise<Uint8Array> {
  const children = chapters.flatMap(({ heading, about, rows }) => [
    headingParagraph(heading, 2 * BODY.spacing),
    ...about.map((text) => bodyParagraph({ level: 0, bullet: "", spans: [{ kind: "text", text }] })),
    tableOf(CATALOGUE_COLUMNS, headings, rows),
  ]);
  return packed(title, { first: new Header({ children: [new DocxParagraph({})] }), default: pageNumber() }, [centred(title, BODY.size, true), ...children]);
}

/** How wide a column of a table is, in hundredths of the page between the margins, and how its texts stand. */
interface TableColumn {
  readonly share: number;
  readonly align: keyof typeof ALIGNMENTS;
}

function tableOf(columns: readonly TableColumn[], headings: readonly string[], rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(({ share }) => widthOf(share)),
    layout: TableLayoutType.FIXED,
    rows: [row(columns, headings, true), ...rows.map((texts) => row(columns, texts, false))],
  });
}

const widthOf = (share: number): number => Math.round((WIDTH * share) / 100);

function centred(text: string, size: number, bold: boolean): DocxParagraph {
  return new DocxParagraph({ alignment: AlignmentType.CENTER, spacing: { after: BODY.spacing * 20 }, children: [new TextRun({ text, size: size * 2, bold })] });
}

function row(columns: readonly TableColumn[], texts: readonly string[], head: boolean): TableRow {
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: texts.map((text, column) => {
      const { align, share } = columns[column]!;
      const alignment = head ? AlignmentType.CENTER : ALIGNMENTS[align];
      const run = (line: string) => new TextRun({ text: line, size: LIST_SIZE * 2, bold: head });
      const lines = text.split("\n").map((line) => new DocxParagraph({ alignment, children: [run(line)] }));
      return new TableCell({ width: { size: widthOf(share), type: WidthType.DXA }, margins: { left: 80, right: 80, top: 40, bottom: 40 }, children: lines });
    }),
  });
}
