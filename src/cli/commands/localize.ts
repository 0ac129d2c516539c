import { TroubleError } from "../../core/Trouble";
import { FORM_IDS } from "../../forms/loadForm";
import { misuse, type Command } from "../Command";
import { readBytes } from "../inputFile";
import { localizeLine, type TableLine } from "../localizeLine";

const isRow = (value: unknown): boolean => Array.isArray(value) && value.every((cell) => cell === null || typeof cell === "number" || typeof cell === "string");

/** Reads a line of the file. Throws `TroubleError` where it is no table. */
function readLine(text: string, file: string, number: number): TableLine {
  let table: Partial<TableLine> | undefined;
  try {
    table = JSON.parse(text) as Partial<TableLine>;
  } catch {
    table = undefined;
  }
  const { id, form, columns, rows, total } = table ?? {};
  const isTable = id !== undefined && Array.isArray(columns) && Array.isArray(rows) && rows.every(isRow) && (total === undefined || total === null || isRow(total));
  if (!isTable) {
    throw new TroubleError({
      what: { vi: `Dòng ${number} không phải là một bảng.`, en: `Line ${number} is no table.` },
      where: file,
      remedy: {
        vi: "Mỗi dòng là một đối tượng JSON có id, columns, rows và total.",
        en: "Each line is a JSON object with id, columns, rows and total.",
      },
    });
  }
  if (form !== undefined && !FORM_IDS.includes(form)) {
    throw new TroubleError({
      what: { vi: `Dòng ${number}: không có biểu “${form}”.`, en: `Line ${number}: there is no form “${form}”.` },
      where: file,
      remedy: { vi: "Chạy lệnh forms để xem các biểu hiện có.", en: "Run forms to see which there are." },
    });
  }
  return table as TableLine;
}

/** Says of tables given as JSON lines which cells are wrong and what they should be: one line of JSON for each. */
export const localize: Command = {
  name: "localize",
  usage: "localize --jsonl tables.jsonl",
  async run({ files, options }, terminal) {
    const file = options.jsonl ?? files[0];
    if (file === undefined) throw misuse({ vi: "Thiếu tệp bảng (--jsonl).", en: "The file of tables is missing (--jsonl)." });
    const lines = new TextDecoder().decode(readBytes(file)).split("\n");
    const tables = lines.flatMap((text, index) => (text.trim() === "" ? [] : [readLine(text, file, index + 1)]));
    let wrong = false;
    for (const table of tables) {
      const prediction = localizeLine(table);
      wrong ||= prediction.cells.length > 0;
      terminal.out(JSON.stringify(prediction));
    }
    return wrong ? 1 : 0;
  },
};
