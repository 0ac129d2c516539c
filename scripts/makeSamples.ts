// Makes the sample workbooks of the demo page, from the figures that a form's own tests read or from made-up ones: npx tsx scripts/makeSamples.ts
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { valueOf } from "../src/core/figures/figureValue";
import { locate } from "../test/fixtures/locate";
import { figureOf } from "../src/core/figures/Table";
import type { Form } from "../src/core/form/Form";
import { planSheet } from "../src/core/scaffold/scaffold";
import { parseA1, parseA1Range, type Position, type Rectangle } from "../src/core/sheet/Address";
import { contentOf, plainText, type Cell } from "../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../src/core/sheet/Sheet";
import type { CellStyle, PlannedCell } from "../src/core/sheet/SheetPlan";
import { SILENT, type Edit } from "../src/core/sheet/WorkbookPort";
import { reportingPeriod } from "../src/core/words/Period";
import { danhGiaMau01 } from "../src/forms/danh-gia-mau-01";
import { danhGiaMau02 } from "../src/forms/danh-gia-mau-02";
import { danhGiaMau03 } from "../src/forms/danh-gia-mau-03";
import { FORMS } from "../src/forms/forms";
import { ii06a } from "../src/forms/ii-06a";
import { ii07b } from "../src/forms/ii-07b";
import { nq012024 } from "../src/forms/nq-01-2024";
import { nq022024 } from "../src/forms/nq-02-2024";
import { qd766 } from "../src/forms/qd-766";
import { newWorkbook } from "../src/xlsx/newWorkbook";
import { cellFromText, sheetFromText } from "../test/fixtures/sheetFromText";
import { chanceFrom } from "../test/fixtures/chance";
import { validCells, validReport, withLinesOf, type ValidReport } from "../test/fixtures/validReports";

const WIDTHS = [5, 34, 11, 10, 12, 9, 11, 10, 9, 9, 11, 10, 9];
const LAST_COLUMN = WIDTHS.length - 1;
const FONT: CellStyle = { fontName: "Times New Roman", fontSize: 12 };

/** One printed report: its figures, and where its head is joined. */
interface Sample {
  readonly source: string;
  readonly file: string;
  readonly sheet: string;
  /** Zero-based row of the group headings. */
  readonly header: number;
  /** Joined cells above the table. */
  readonly head: readonly string[];
}

const SAMPLES: readonly Sample[] = [
  { source: "phu-my", file: "phu-my", sheet: "II.06a", header: 4, head: ["A1:B1", "C1:H1", "C2:H2", "C3:H3", "I1:M1", "I2:M2", "I3:M3", "K4:M4"] },
  { source: "phu-son", file: "phu-son", sheet: "06a", header: 4, head: ["A1:B1", "A2:B2", "A3:B3", "C1:H1", "C2:H2", "I1:M1", "K4:M4"] },
];

const text = (sheet: Sheet, at: Position): string => plainText(cellAt(sheet, at).value);
const lastRow = (sheet: Sheet): number => Math.max(...sheet.rows.keys());

/** The joined cells of the three header rows, as the form is issued. */
function headerMerges(top: number): readonly Rectangle[] {
  const block = (left: number, right: number, first: number, last: number): Rectangle => ({ top: top + first, bottom: top + last, left, right });
  const tall = [2, 5, 6, 7, 8, 9, 10, 11, 12].map((column) => block(column, column, 1, 2));
  return [block(0, 0, 0, 2), block(1, 1, 0, 2), block(2, 5, 0, 0), block(6, 9, 0, 0), block(10, 12, 0, 0), block(3, 4, 1, 1), ...tall];
}

const numberingRow = ({ header }: Sample): number => header + 3;

/** The last row that holds figures. */
function totalRow(sheet: Sheet): number {
  return Math.max(...[...sheet.rows.keys()].filter((row) => /^[\d.]+$/.test(text(sheet, { row, column: 12 }))));
}

/** Without the header rows that are printed again on every page. */
function printedOnce(sheet: Sheet, sample: Sample): Sheet {
  const first = numberingRow(sample);
  const repeated = [...sheet.rows.keys()].filter((row) => row > first && text(sheet, { row, column: 0 }) === "(1)");
  const dropped = new Set(repeated.flatMap((row) => [row - 3, row - 2, row - 1, row]));
  const kept = [...sheet.rows].filter(([row]) => !dropped.has(row));
  const above = (row: number) => [...dropped].filter((each) => each < row).length;
  return { ...sheet, rows: new Map(kept.map(([row, cells]) => [row - above(row), cells])) };
}

function styleOf(sheet: Sheet, sample: Sample, { row, column }: Position): CellStyle {
  const total = totalRow(sheet);
  if (row < sample.header) {
    const title = row === 0 && column >= 2 && column < 8;
    const unit = row === sample.header - 1;
    return {
      ...FONT,
      bold: row === 0,
      italic: unit || /^\(Từ ngày/.test(text(sheet, { row, column })),
      wrap: true,
      vertical: "center",
      horizontal: unit ? "right" : title || (column >= 2 && column < 8) ? "center" : "left",
    };
  }
  if (row > total) return { ...FONT, bold: row === total + 2, italic: row !== total + 2, horizontal: "center" };
  const heading = row < numberingRow(sample);
  const numbering = row === numberingRow(sample);
  return {
    ...FONT,
    border: true,
    wrap: true,
    vertical: "center",
    horizontal: column === 1 && !heading && !numbering && row !== total ? "left" : "center",
    bold: heading || row === total,
    italic: numbering,
  };
}

function plannedCells(sheet: Sheet, sample: Sample): readonly PlannedCell[] {
  const cells: PlannedCell[] = [];
  const total = totalRow(sheet);
  for (let row = 0; row <= lastRow(sheet); row++) {
    const inTable = row >= sample.header && row <= total;
    for (let column = 0; column <= LAST_COLUMN; column++) {
      const cell: Cell = cellAt(sheet, { row, column });
      if (cell.value.kind === "blank" && !inTable) continue;
      cells.push({ at: { row, column }, content: cell.value, style: styleOf(sheet, sample, { row, column }) });
    }
  }
  return cells;
}

async function makeWorkbook(sheet: Sheet, sample: Sample): Promise<Uint8Array> {
  const total = totalRow(sheet);
  const labelled = text(sheet, { row: total, column: 1 }) !== "";
  const rowHeights = new Map([[0, 48], [sample.header + 1, 30], [sample.header + 2, 48], [numberingRow(sample), 32]]);
  const signed = [total + 2, total + 3].filter((row) => sheet.rows.has(row)).map((row) => ({ top: row, bottom: row, left: 8, right: 12 }));
  const workbook = newWorkbook();
  await workbook.addSheet({
    name: sample.sheet,
    cells: plannedCells(sheet, sample),
    merges: [
      ...sample.head.map((range) => parseA1Range(range)!),
      ...headerMerges(sample.header),
      ...(labelled ? [] : [{ top: total, bottom: total, left: 0, right: 1 }]),
      ...signed,
    ],
    columnWidths: new Map(WIDTHS.entries()),
    rowHeights,
    frozen: { rows: numberingRow(sample) + 1, columns: 2 },
    validations: [],
    start: { row: numberingRow(sample) + 1, column: 2 },
    print: {
      repeatedRows: [sample.header, numberingRow(sample)],
      area: { top: 0, left: 0, bottom: lastRow(sheet), right: LAST_COLUMN },
    },
  });
  return workbook.save();
}

const escape = (words: string): string => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** An HTML table under the extension .xls, as provincial systems export it: the header comes again on every printed page. */
function makeHtml(sheet: Sheet, sample: Sample, rowsOnPage: number): string {
  const merges = [...sample.head.map((range) => parseA1Range(range)!), ...headerMerges(sample.header)];
  const line = (row: number, tag: "td" | "th"): string => {
    const cells: string[] = [];
    for (let column = 0; column <= LAST_COLUMN; column++) {
      const merge = merges.find(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
      if (merge && (merge.top !== row || merge.left !== column)) continue;
      const spans = merge
        ? [
            merge.bottom > merge.top ? ` rowspan="${merge.bottom - merge.top + 1}"` : "",
            merge.right > merge.left ? ` colspan="${merge.right - merge.left + 1}"` : "",
          ].join("")
        : "";
      cells.push(`<${tag}${spans}>${escape(text(sheet, { row, column })) || "&nbsp;"}</${tag}>`);
    }
    return `<tr>${cells.join("")}</tr>`;
  };
  const total = totalRow(sheet);
  const header = [0, 1, 2, 3].map((offset) => line(sample.header + offset, "th"));
  const body: string[] = [];
  for (let row = numberingRow(sample) + 1; row <= total; row++) {
    const printed = row - numberingRow(sample) - 1;
    if (printed > 0 && printed % rowsOnPage === 0) body.push(...header);
    body.push(line(row, "td"));
  }
  const head = Array.from({ length: sample.header }, (_, row) => line(row, "td"));
  const foot = Array.from({ length: lastRow(sheet) - total }, (_, offset) => line(total + 1 + offset, "td"));
  return [
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>th,td{border:.5pt solid windowtext}</style></head>',
    `<body><table border="1">\n${[...head, ...header, ...body, ...foot].join("\n")}\n</table></body></html>`,
  ].join("\n");
}

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

for (const sample of SAMPLES) {
  const printed = sheetFromText(readFileSync(inProject(`test/forms/ii-06a/${sample.source}.tsv`), "utf8"), sample.sheet);
  const sheet = printedOnce(printed, sample);
  writeFileSync(inProject(`assets/samples/${sample.file}.xlsx`), await makeWorkbook(sheet, sample));
  if (sample.file === "phu-son") writeFileSync(inProject("assets/samples/phu-son.xls"), makeHtml(sheet, sample, 20));
}

/** A report of a form filled in as scaffolded, right but for one slip, so that there is something to find. */
interface FilledSample {
  readonly file: string;
  readonly forms: readonly Form[];
  readonly seed: number;
  /** The first figure of this line (or total) and column is typed by so many units of its last decimal too high; nothing is wrong where none is said. */
  readonly slip?: { readonly form: string; readonly row: string; readonly column: string; readonly by: number };
}

const FILLED: readonly FilledSample[] = [
  { file: "ii-07b", forms: [ii07b], seed: 7, slip: { form: "ii-07b", row: "total", column: "oneStop", by: 9 } },
  { file: "danh-gia-mau-01", forms: [danhGiaMau01], seed: 3, slip: { form: "danh-gia-mau-01", row: "total", column: "indicator6", by: 1 } },
  { file: "danh-gia-mau-02", forms: [danhGiaMau02], seed: 4, slip: { form: "danh-gia-mau-02", row: "total", column: "appraised", by: 9 } },
  { file: "danh-gia-mau-03", forms: [danhGiaMau03], seed: 5, slip: { form: "danh-gia-mau-03", row: "UBND xã An Phú", column: "indicator4", by: 1 } },
  { file: "qd-766", forms: [qd766], seed: 2, slip: { form: "qd-766", row: "filesOnline", column: "score", by: 9 } },
  { file: "chi-tieu-2024", forms: [nq012024, nq022024], seed: 11, slip: { form: "nq-02-2024", row: "onlineRate", column: "result", by: 120 } },
];

async function makeFilled({ forms, seed, slip }: FilledSample): Promise<Uint8Array> {
  const workbook = newWorkbook();
  let before: ValidReport | undefined;
  for (const form of forms) {
    const own = validReport(form, chanceFrom(seed));
    // A line that stands in the tables of both resolutions says the same in both.
    const report = before ? withLinesOf(own, before) : own;
    before = report;
    const period = form.from > "2024" ? reportingPeriod("quarter-3", 2025) : reportingPeriod("quarter-1", 2024);
    const options = { fields: report.labels, period, unit: "UBND xã An Phú" };
    const name = await workbook.addSheet(planSheet(form, options));
    const [sheet] = await workbook.read(SILENT, [name]);
    const typed = Object.entries(validCells(form, report, sheet!)).map(([at, written]) => [parseA1(at)!, cellFromText(written).value] as const);
    const edits = typed.map(([at, to]): Edit => ({ sheet: name, at, from: contentOf(cellAt(sheet!, at)), to }));
    // Formulas stay, with what they come to.
    await workbook.apply(edits.map((edit) => (edit.from.kind === "formula" && edit.to.kind !== "formula" ? { ...edit, to: { ...edit.from, value: edit.to } } : edit)));
    if (slip?.form !== form.id) continue;
    const [filled] = await workbook.read(SILENT, [name]);
    const [table] = locate(filled!, [form]).tables;
    const row = table!.rows.find((each) => (each.key ?? each.label) === slip.row || (each.kind === "total" && slip.row === "total"))!;
    const { at, cell, reading, column } = figureOf(table!, row, slip.column)!;
    const units = (reading.kind === "figure" ? reading.units : 0) + slip.by;
    await workbook.apply([{ sheet: name, at, from: contentOf(cell), to: valueOf(units, column) }]);
  }
  return workbook.save();
}

/** Every other form, right throughout. The demo page does not list them: it would load more at first. */
const sampled = [...FILLED.flatMap(({ forms }) => forms), ii06a];
const OTHERS = FORMS.filter((form) => !sampled.includes(form)).map((form): FilledSample => ({ file: `forms/${form.id}`, forms: [form], seed: 3 }));

mkdirSync(inProject("assets/samples/forms"), { recursive: true });
for (const sample of [...FILLED, ...OTHERS]) writeFileSync(new URL(`../assets/samples/${sample.file}.xlsx`, import.meta.url), await makeFilled(sample));
