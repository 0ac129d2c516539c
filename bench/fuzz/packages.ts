import { unzipSync } from "fflate";
import { toDocx } from "../../src/word/docx";
import { readDocx } from "../../src/word/readDocx";
import type { Book } from "../../test/fixtures/book/Book";
import { calculate } from "../../test/fixtures/book/calculate";
import { writeBook } from "../../test/fixtures/book/writeBook";
import { richWorkbook } from "../../test/xlsx/richWorkbook";
import { chance } from "../localisation/chance";
import { makeTable } from "../layouts/makeTable";
import { judgeFile, unlessTrouble } from "./judgeFile";
import { PACKAGE_CHANGES, type FileMade } from "./packageChanges";
import { trialOf, type Fault, type Trial } from "./Trial";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The first sheet of a book as the one-stop system exports it: a page with a table, named .xls. */
function pageOf(book: Book): Uint8Array {
  const { shown } = calculate(book);
  const { name, rows } = book.sheets[0]!;
  const lines = [...rows].sort(([one], [other]) => one - other).map(([row, cells]) => {
    const last = Math.max(...cells.keys());
    return `<tr>${Array.from({ length: last + 1 }, (_, column) => `<td style="mso-number-format:'\\@'">${escaped(String(shown({ sheet: name, row, column }) ?? ""))}</td>`).join("")}</tr>`;
  });
  return new TextEncoder().encode(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="1">${lines.join("")}</table></body></html>`);
}

/** A report in Word, as the command line is given one beside a workbook. */
const docx = (): Promise<Uint8Array> =>
  toDocx([{ id: "settlement", heading: "Tình hình", sheet: "II.06a", lines: [{ level: 0, spans: [{ kind: "text", text: "Tiếp nhận 1.652 hồ sơ, trong đó trực tuyến 951 hồ sơ." }] }] }] as unknown as Parameters<typeof toDocx>[0]);

async function baseOf(seed: number): Promise<FileMade> {
  const draw = chance(seed + 3);
  const { book } = makeTable(seed, { fixed: { size: "small" } });
  const kind = draw.real();
  if (kind < 0.5) return { name: "bang.xlsx", bytes: writeBook(book) };
  if (kind < 0.75) return { name: "bang.xlsm", bytes: richWorkbook() };
  return kind < 0.92 ? { name: "bang.xls", bytes: pageOf(book) } : { name: "bao-cao.docx", bytes: await docx() };
}

async function judgeReport(bytes: Uint8Array): Promise<readonly Fault[]> {
  const { result, fault } = await unlessTrouble(async () => [readDocx(bytes), readDocx(bytes)] as const);
  if (!result) return [fault!];
  return result[0] === result[1] ? [] : [{ kind: "answers differ", what: "the text of a report" }];
}

function partLines({ bytes }: FileMade): readonly string[] {
  try {
    return Object.entries(unzipSync(bytes)).map(([name, part]) => `${name}: ${part.length} bytes`);
  } catch {
    return [`${bytes.length} bytes that are no zip`];
  }
}

/** A real workbook, page or report, spoilt in up to five ways. */
export async function packageTrial(seed: number): Promise<Trial> {
  const made = await baseOf(seed);
  return trialOf<FileMade>(seed, {
    from: made.name,
    made,
    changes: PACKAGE_CHANGES,
    most: 5,
    judge: ({ name, bytes }) => (made.name.endsWith(".docx") ? judgeReport(bytes) : judgeFile(bytes, name)),
    tell: partLines,
    file: (file) => file,
  });
}
