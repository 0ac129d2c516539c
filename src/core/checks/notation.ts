import { a1, type Position } from "../sheet/Address";
import { shownText } from "../sheet/shownText";
import { formulaInText } from "../table/asMeant";
import { visible } from "../table/writtenCount";
import type { Notation } from "../figures/Reading";
import type { Figure, Table } from "../figures/Table";
import { STEP } from "../steps";
import { changeTo } from "./changeTo";
import { PAUSE, type Change, type Check, type Sureness, type Verdict } from "./Check";
import { formatCount } from "../words/decimal";
import type { Language, Phrase, Severity } from "../words/Phrase";
import { nameHidden } from "./nameHidden";

/** Notations that one finding tells together: what they are, and how sure a plain number in their place is; none is offered where nothing is said. */
interface Habit {
  readonly notations: readonly Notation[];
  readonly severity?: Severity;
  tell(count: Record<Language, string>, examples: Record<Language, string>, odd: readonly Figure[]): Phrase;
  readonly sure?: Sureness;
  readonly why?: Phrase;
}

const AS_NUMBERS: Phrase = { vi: "Chuyển chữ thành số, giữ nguyên giá trị", en: "Turn the text into numbers of the same value" };
const AS_NOUGHT: Phrase = { vi: "Ghi số 0", en: "Write 0" };

/** Each is a finding of its own. */
const IN_TEXT: readonly Habit[] = [
  {
    notations: ["plain-text", "padded-text", "grouped-text", "text-with-unit"],
    tell: (count, examples) => ({
      vi: `${count.vi} ô lưu số ở dạng chữ (${examples.vi}). Hàm SUM của Excel bỏ qua các ô này; việc kiểm tra vẫn dùng đúng giá trị đã ghi.`,
      en: `${count.en} cells hold numbers as text (${examples.en}). Excel's SUM skips them; the checks use the value meant.`,
    }),
    sure: "certain",
    why: AS_NUMBERS,
  },
  {
    notations: ["hidden"],
    tell: (count, examples, odd) => ({
      vi: `${count.vi} ô có ký tự ẩn (${nameHidden(odd, "vi")}) nên Excel coi là chữ (${examples.vi}). Việc kiểm tra dùng số nhìn thấy.`,
      en: `${count.en} cells hold hidden characters (${nameHidden(odd, "en")}), so that Excel takes them for text (${examples.en}). The checks use the number seen.`,
    }),
    sure: "certain",
    why: { vi: "Bỏ ký tự ẩn, ghi lại thành số", en: "Drop what is hidden, write the number" },
  },
  {
    notations: ["text-with-more"],
    tell: (count, examples) => ({
      vi: `${count.vi} ô có thêm chữ hoặc tỷ lệ bên cạnh số (${examples.vi}). Hàm SUM của Excel bỏ qua các ô này; việc kiểm tra dùng số đứng đầu.`,
      en: `${count.en} cells say more beside the number (${examples.en}). Excel's SUM skips them; the checks use the first number.`,
    }),
    sure: "likely",
    why: { vi: "Chỉ giữ số", en: "Keep the number alone" },
  },
  {
    notations: ["mistyped"],
    severity: "warning",
    tell: (count, examples) => ({
      vi: `${count.vi} ô có chữ hoặc dấu lạ giữa các chữ số (${examples.vi}). Hàm SUM của Excel bỏ qua các ô này; việc kiểm tra dùng số có vẻ được ghi.`,
      en: `${count.en} cells hold letters or signs among the digits (${examples.en}). Excel's SUM skips them; the checks use the number that seems meant.`,
    }),
    sure: "likely",
    why: { vi: "Ghi lại thành số", en: "Write the number" },
  },
  {
    notations: ["footnote"],
    tell: (count, examples) => ({
      vi: `${count.vi} ô có dấu chú thích sau số (${examples.vi}): dấu này không được tính là chữ số.`,
      en: `${count.en} cells have a footnote's mark behind the number (${examples.en}): it is not taken for a digit.`,
    }),
    sure: "likely",
    why: { vi: "Chỉ giữ số; nên chuyển dấu chú thích sang ô tên", en: "Keep the number alone; the mark may stand with the name" },
  },
  {
    notations: ["bracketed"],
    severity: "warning",
    tell: (count, examples) => ({
      vi: `${count.vi} ô có hai số (${examples.vi}): việc kiểm tra dùng số trước ngoặc. Hãy cho biết có đúng không bằng cách chỉ để lại một số.`,
      en: `${count.en} cells hold two numbers (${examples.en}): the checks use the one before the bracket. Leave the one that counts.`,
    }),
    sure: "possible",
    why: { vi: "Chỉ giữ số trước ngoặc", en: "Keep the number before the bracket" },
  },
  {
    notations: ["nothing"],
    tell: (count, examples) => ({
      vi: `${count.vi} ô ghi chữ hoặc dấu thay cho số 0 (${examples.vi}): đã được đọc là 0.`,
      en: `${count.en} cells have a word or sign in place of 0 (${examples.en}): they are read as 0.`,
    }),
    sure: "likely",
    why: AS_NOUGHT,
  },
  {
    notations: ["dots"],
    tell: (count, examples) => ({
      vi: `${count.vi} ô ghi dấu “…” (${examples.vi}): đã được đọc là 0. Nếu không phát sinh, nên ghi 0; nếu chưa có số liệu, cần bổ sung.`,
      en: `${count.en} cells hold dots (${examples.en}): they are read as 0. Write 0 where there is nothing; fill in what is not known yet.`,
    }),
    sure: "possible",
    why: AS_NOUGHT,
  },
  {
    notations: ["formula-text"],
    severity: "warning",
    tell: (count, examples) => ({
      vi: `${count.vi} ô chứa công thức ở dạng chữ nên Excel không tính (${examples.vi}). Việc kiểm tra dùng kết quả mà phép cộng trong đó cho ra.`,
      en: `${count.en} cells hold a formula as text, which Excel does not work out (${examples.en}). The checks use what its sum comes to.`,
    }),
    sure: "certain",
    why: { vi: "Chuyển thành công thức để Excel tính", en: "Make them live formulas" },
  },
  {
    notations: ["as-percent"],
    severity: "warning",
    tell: (count, examples) => ({
      vi: `${count.vi} ô số liệu có định dạng phần trăm (${examples.vi}): Excel đã lưu số nhỏ đi 100 lần. Việc kiểm tra dùng số nhìn thấy.`,
      en: `${count.en} cells of figures are formatted as percentages (${examples.en}): Excel keeps a hundredth of them. The checks use the number seen.`,
    }),
    sure: "likely",
    why: { vi: "Ghi lại số nhìn thấy, bỏ định dạng phần trăm", en: "Write the number seen, without the per cent sign" },
  },
  {
    notations: ["shown-otherwise"],
    tell: (count, examples) => ({
      vi: `${count.vi} ô hiện khác với số lưu trong ô do định dạng (${examples.vi}). Việc kiểm tra dùng số lưu trong ô; nên chọn lại định dạng số.`,
      en: `${count.en} cells show something other than the number they hold, because of their format (${examples.en}). The checks use the number held; choose another format.`,
    }),
  },
];

const THOUSANDS: Habit = {
  notations: ["misread-thousands"],
  tell: (count, examples) => ({
    vi: `${count.vi} ô có số lẻ (${examples.en}): Excel đã hiểu dấu chấm hàng nghìn là dấu thập phân.`,
    en: `${count.en} cells hold a fraction (${examples.en}): Excel took the dot of thousands for a decimal point.`,
  }),
  sure: "likely",
  why: { vi: "Nhân với 1.000 để được số hồ sơ đã ghi", en: "Multiply by 1,000 to get the number of files meant" },
};

const CHECKS = {
  text: { id: "text-number", severity: "info", habits: IN_TEXT, title: { vi: "Số liệu được lưu là số, không phải chữ", en: "Figures are stored as numbers, not as text" } },
  thousands: {
    id: "misread-thousands",
    severity: "warning",
    habits: [THOUSANDS],
    title: { vi: "Dấu chấm hàng nghìn không bị đọc thành dấu thập phân", en: "Dotted thousands are not taken for decimals" },
  },
} as const;

/** Three examples are enough to recognise the rest. */
function examplesOf(figures: readonly Figure[], language: Language): string {
  return figures
    .slice(0, 3)
    .map(({ at, cell, reading }) => {
      const shown = cell.value.kind === "number" && !cell.stored ? shownText(cell, language) : `"${visible(shownText(cell, language))}"`;
      const isOtherwise = reading.kind === "figure" && reading.notation === "shown-otherwise";
      return `${a1(at)}: ${isOtherwise ? `"${shown}", ${language === "vi" ? "lưu" : "held"} ${shownText({ value: cell.value }, language)}` : shown}`;
    })
    .join("; ");
}

/** A number formatted as text stays typed text in Excel even after it is mended, so what is offered is a number in place of the whole content. */
function changeOf(figure: Figure): Change {
  const { at, cell, reading } = figure;
  const change = changeTo(figure, reading.kind === "figure" ? reading.units : 0);
  const written = cell.stored ?? cell.value;
  const formula = reading.kind === "figure" && reading.notation === "formula-text" && written.kind === "text" ? formulaInText(written.text) : undefined;
  return formula === undefined || change.to.kind === "formula" ? change : { at, from: written, to: { kind: "formula", formula, value: change.to } };
}

/** A formula as text that only Excel can work out. */
const isUnknownFormula = ({ reading }: Figure): boolean => reading.kind === "unreadable" && reading.why === "formula-text";

function unknownChange({ at, cell }: Figure): readonly Change[] {
  const formula = cell.value.kind === "text" ? formulaInText(cell.value.text) : undefined;
  return formula === undefined ? [] : [{ at, from: cell.value, to: { kind: "formula", formula, value: cell.value } }];
}

/** What is told of the cells of one habit. */
function failOf({ tell, severity, sure, why }: Habit, odd: readonly Figure[]): Verdict {
  const known = odd.filter((figure) => !isUnknownFormula(figure));
  // A formula that yields text is the user's own affair: it is told, not replaced.
  const computed = odd.filter(({ cell }) => cell.formula !== undefined).map(({ at }) => at);
  const changes = sure ? known.filter(({ cell }) => cell.formula === undefined).map(changeOf) : [];
  const unknown = odd.filter(isUnknownFormula).flatMap(unknownChange);
  const offers = [
    ...(changes.length > 0 ? [{ changes, sure: sure!, why: why! }] : []),
    ...(unknown.length > 0 ? [{ changes: unknown, sure: "possible" as const, why: why! }] : []),
  ];
  return {
    kind: "fail",
    cells: odd.map(({ at }) => at) as [Position, ...Position[]],
    ...(severity ? { severity } : {}),
    ...(computed.length > 0 ? { spoils: computed } : {}),
    phrase: tell(
      { vi: formatCount(odd.length, "vi"), en: formatCount(odd.length, "en") },
      { vi: examplesOf(odd, "vi"), en: examplesOf(odd, "en") },
      odd,
    ),
    ...(offers.length > 0 ? { suggestions: offers } : {}),
  };
}

/**
 * Figures are written as Excel numbers. Each unusual notation is read as meant, and told once.
 * @param added The columns, by key, that anything adds up: elsewhere a text does no harm.
 */
export function notation(kind: keyof typeof CHECKS, added: ReadonlySet<string>): Check {
  const { id, severity, habits, title } = CHECKS[kind];
  const habitOf = new Map(habits.flatMap((habit) => habit.notations.map((each) => [each, habit])));
  return {
    id,
    role: "fault",
    isNotice: true,
    justifiable: false,
    severity,
    title,
    *judge(table: Table): Iterable<Verdict> {
      const isAdded = table.columns.map(({ column }) => added.has(column.key));
      const odd = new Map<Habit, Figure[]>();
      let times = 0;
      for (const [index, { figures }] of table.rows.entries()) {
        if (index % STEP === 0) yield PAUSE;
        for (let place = 0; place < figures.length; place++) {
          const figure = figures[place]!;
          const { reading } = figure;
          if (reading.kind === "blank" || !isAdded[place]) continue;
          const written = reading.kind === "figure" ? reading.notation : reading.why === "formula-text" ? reading.why : undefined;
          const habit = written && written !== "number" ? habitOf.get(written) : undefined;
          if (!habit) times += reading.kind === "figure" ? 1 : 0;
          else if (odd.has(habit)) odd.get(habit)!.push(figure);
          else odd.set(habit, [figure]);
        }
      }
      if (times > 0) yield { kind: "pass", times };
      for (const habit of habits) if (odd.has(habit)) yield failOf(habit, odd.get(habit)!);
    },
  };
}
