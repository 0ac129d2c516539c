import { a1, columnLetters, type Position } from "../sheet/Address";
import type { Cell } from "../sheet/Cell";
import type { Hiding, Sheet } from "../sheet/Sheet";
import type { Figure, Table } from "../figures/Table";
import { meantUnits } from "../figures/Reading";
import { both, type Language, type Phrase } from "../words/Phrase";
import { formatCount } from "../words/decimal";
import { STEP } from "../steps";
import { PAUSE, type CheckKind, type Verdict } from "./Check";

/** Letters smaller than this, in points, are not there to be read. */
const SMALLEST = 5;
const WHITE = "FFFFFF";

/** So many rows, columns or cells are named. */
const MOST_NAMED = 5;

const some = (names: readonly string[]): string => names.slice(0, MOST_NAMED).join(", ") + (names.length > MOST_NAMED ? ", …" : "");

type Told = (count: string, names: string, language: Language) => string;

/** One fact about some places of the table; none where there are no such places. */
function* fact(about: string, cells: readonly Position[], names: readonly string[], say: Told): Iterable<Verdict> {
  if (cells.length === 0) return;
  const phrase: Phrase = both((language) => say(formatCount(cells.length, language), some(names), language));
  yield { kind: "fail", cells: cells as [Position, ...Position[]], about, phrase };
}

function* hiddenRows({ rows }: Table, sheet: Sheet, why: Hiding): Iterable<Verdict> {
  const hidden = sheet.hiddenRows ? rows.filter(({ row }) => sheet.hiddenRows!.get(row) === why) : [];
  const cells = hidden.map(({ labelAt, figures: [first] }) => (labelAt.column >= 0 ? labelAt : first!.at));
  const numbers = hidden.map(({ row }) => String(row + 1));
  yield* fact(why, cells, numbers, (count, names, language) => {
    if (language === "vi") return `${count} dòng của bảng đang ẩn${why === "filtered" ? " vì bộ lọc" : ""} (dòng ${names}); số liệu của các dòng này vẫn được kiểm tra.`;
    return `${count} of the table's rows are ${why === "filtered" ? "left out by a filter" : "hidden"} (${names}); their figures were checked all the same.`;
  });
}

function* hiddenColumns({ columns, texts, headerRows: [, row] }: Table, sheet: Sheet): Iterable<Verdict> {
  const hidden = [...columns, ...texts].map(({ at }) => at).filter((at) => sheet.hiddenColumns?.has(at)).sort((one, other) => one - other);
  const cells = hidden.map((column) => ({ row, column }));
  yield* fact("columns", cells, hidden.map(columnLetters), (count, names, language) =>
    language === "vi"
      ? `${count} cột của bảng đang ẩn (cột ${names}); số liệu của các cột này vẫn được kiểm tra.`
      : `${count} of the table's columns are hidden (${names}); their figures were checked all the same.`,
  );
}

/** Figures in cells that a merge covers: sums still count them. */
function* underMerges({ range, columns }: Table, { merges, rows }: Sheet): Iterable<Verdict> {
  const at = new Set(columns.map((column) => column.at));
  const cells: Position[] = [];
  for (const { top, left, bottom, right } of merges) {
    for (let row = Math.max(top, range.top); row <= Math.min(bottom, range.bottom); row++) {
      if ((row - top) % STEP === STEP - 1) yield PAUSE;
      const line = rows.get(row);
      for (let column = Math.max(left, range.left); line && column <= Math.min(right, range.right, line.length - 1); column++) {
        if ((row > top || column > left) && at.has(column) && line[column]?.value.kind === "number") cells.push({ row, column });
      }
    }
  }
  yield* fact("merged", cells, cells.map(a1), (count, names, language) =>
    language === "vi"
      ? `${count} ô có số nằm khuất dưới ô gộp (${names}): bảng không hiện các số này nhưng công thức vẫn có thể cộng vào tổng.`
      : `${count} figures lie under merged cells (${names}): the table does not show them, but formulas may still count them.`,
  );
}

const isUnseen = ({ look }: Cell): boolean => look !== undefined && ((look.size !== undefined && look.size < SMALLEST) || (look.colour === WHITE && look.fill === undefined));

/** Figures that are written so as not to be seen; nought is often left out that way. */
function* faintFigures({ rows }: Table): Iterable<Verdict> {
  const faint: Figure[] = [];
  for (const [index, { figures }] of rows.entries()) {
    if (index % STEP === STEP - 1) yield PAUSE;
    for (const figure of figures) if (isUnseen(figure.cell) && meantUnits(figure.reading)) faint.push(figure);
  }
  const cells = faint.map(({ at }) => at);
  yield* fact("faint", cells, cells.map(a1), (count, names, language) =>
    language === "vi"
      ? `${count} ô có số nhưng không nhìn thấy vì chữ trắng hoặc quá nhỏ (${names}).`
      : `${count} figures cannot be seen because they are white or tiny (${names}).`,
  );
}

/** What of a table is not seen is told: it is checked like all the rest, and whoever looks at the sheet would not understand. */
export const unseen: CheckKind = {
  role: "told",
  isNotice: true,
  justifiable: false,
  severity: "info",
  title: { vi: "Nêu rõ những gì của bảng không nhìn thấy trên trang", en: "What of the table is not seen is told" },
  // Hosts cannot tell all of this, so that nothing is said where nothing is found: that would be no pass.
  *judge(table, { sheets, formulas }) {
    const sheet = sheets?.get(table.sheet);
    if (!sheet) return;
    const { top: row, left: column } = table.range;
    if (!sheet.visible) {
      yield* fact("sheet", [{ row, column }], [sheet.name], (_, name, language) =>
        language === "vi"
          ? `Trang tính “${name}” đang ẩn; bảng của trang này vẫn được kiểm tra nhưng không sửa khi chưa được yêu cầu riêng.`
          : `The sheet “${name}” is hidden; its table was checked all the same, and is not changed unless that is asked for.`,
      );
    }
    yield* hiddenRows(table, sheet, "filtered");
    yield* hiddenRows(table, sheet, "hidden");
    yield* hiddenColumns(table, sheet);
    yield* underMerges(table, sheet);
    yield* faintFigures(table);
    const [first] = sheet.names?.isManual ? (formulas?.get(table.sheet)?.formulasIn(table.range) ?? []) : [];
    if (first !== undefined) {
      yield* fact("manual", [formulas!.get(table.sheet)!.at(first)], [], (_count, _names, language) =>
        language === "vi"
          ? "Sổ làm việc đang đặt chế độ tính thủ công: hãy bấm F9 để công thức hiện kết quả mới."
          : "The workbook calculates by hand: press F9 so that formulas show new results.",
      );
    }
  },
};
