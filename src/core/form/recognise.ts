import { isoDate, parsePeriod } from "../words/Period";
import type { HeaderLabel, RowAsRead, TableAsRead } from "../table/TableAsRead";
import { alignColumns, bestLikeness, readColumns, type Alignment } from "./alignColumns";
import { type FormIndex, type IndexedForm, type IndexedTable, likeness, wordsOf, type Weigh, type Words } from "./FormIndex";
import { markOfSheet, marksIn, sameMake, sameMark, type Mark } from "./Mark";

/** A table of a form that a table as read may be. */
export interface Candidate {
  /** Id of the form, and key of its table. */
  readonly form: string;
  readonly table: string;
  /** How much speaks for it: columns and given lines 0…1, title and mark up to 0.2 each, or against it. */
  readonly score: number;
  /** By the form's columns, in their order: the zero-based column of the sheet it stands in. */
  readonly columns: readonly (number | undefined)[];
  /** Places of the form's columns that are not there and may not be absent. */
  readonly missing: readonly number[];
  /** Zero-based columns of the sheet that stand among the form's and are none of them. */
  readonly foreign: readonly number[];
}

/** Why no form was chosen: the sheet names another one, columns differ, two forms are as like, or little speaks for any. */
export type Doubt = "mark" | "columns" | "close" | "little";

/** What a table as read is: a table of a form; one of a few, to be asked; or nothing known. */
export type Recognition =
  | ({ readonly kind: "form" } & Candidate)
  /** Best first, one of each family. */
  | { readonly kind: "question"; readonly doubt: Doubt; readonly candidates: readonly Candidate[] }
  | { readonly kind: "unknown" };

/** From here on a form is named without asking, if it is so much ahead of the next. */
const SURE = 0.75;
const AHEAD = 0.15;
/** From here on a form is worth asking for. */
const WORTH_ASKING = 0.55;
/** Less alike headers are not, whatever the title says. */
const LEAST_ALIKE = 0.3;
/** Titles and marks each move a score by as much. */
const SAYS = 0.2;
/** So much of a title names a form. */
const NAMES_IT = 0.5;
/** A form of given lines is known by its lines nearly as much as by its header: two resolutions share one. */
const BY_LINES = 0.45;
const MOST_LINES_FOUND = 0.6;
/** So few columns are found in many tables: a title has to say what they are. */
const FEW_COLUMNS = 6;
/** Headers that share less words than this with the table are not looked at, and of the others only so many. */
const SHARED_WORDS = 0.3;
const MOST_COMPARED = 16;
/** Headers remembered at a time. */
const MOST_KNOWN = 200;
/** Editions of a family this close are told apart by the period. */
const SAME_EDITION = 0.1;
/** Rows beyond this tell nothing new about given lines. */
const ROWS_READ = 120;
const WHOLE_LINE = 0.7;

/** A header held against the forms that share its words. */
interface Compared {
  /** Labels over nearly the whole table: they head it as captions do. */
  readonly over: ReadonlySet<string>;
  readonly with: readonly { readonly indexed: IndexedTable; readonly alignment: Alignment }[];
}

/** What stands around a table's header. */
interface Around {
  /** Captions and their single lines. */
  readonly captions: readonly Words[];
  readonly marks: readonly Mark[];
  readonly rows: readonly RowAsRead[];
  /** ISO date on which the period ends, where one is printed. */
  readonly until?: string;
}

function headsAll({ columns }: TableAsRead, { left, right }: HeaderLabel): boolean {
  return columns.length > 2 && columns.filter(({ at }) => at >= left && at <= right).length >= 0.8 * columns.length;
}

function compare(table: TableAsRead, { tables, weigh }: FormIndex): Compared {
  const over = new Set(table.columns.flatMap(({ path }) => path.filter((label) => headsAll(table, label))));
  const columns = readColumns(table.columns, over);
  const words = [...new Set(columns.flatMap(({ headings }) => headings.at(-1)?.own.words ?? []))];
  const all = words.reduce((sum, word) => sum + weigh(word), 0);
  const alike = tables
    .map((indexed) => ({ indexed, shared: words.reduce((sum, word) => sum + (indexed.words.has(word) ? weigh(word) : 0), 0) }))
    .filter(({ shared }) => all > 0 && shared >= SHARED_WORDS * all)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, MOST_COMPARED);
  const best = bestLikeness(weigh);
  // Editions and aggregates share the columns of a form.
  const aligned = new Map<IndexedTable["columns"], Alignment>();
  const align = (own: IndexedTable["columns"]): Alignment => {
    let alignment = aligned.get(own);
    if (!alignment) aligned.set(own, (alignment = alignColumns(own, columns, best)));
    return alignment;
  };
  return {
    over: new Set([...over].map(({ text }) => text)),
    with: alike.map(({ indexed }) => ({ indexed, alignment: align(indexed.columns) })),
  };
}

function around({ above, sheet, rows }: TableAsRead, over: ReadonlySet<string>): Around {
  const texts = [...above.map(({ text }) => text), ...over];
  const marks = texts.flatMap(marksIn);
  const until = texts.map(parsePeriod).find((period) => period !== undefined)?.to;
  return {
    captions: texts.flatMap((text) => [text, ...(text.includes("\n") ? text.split("\n") : [])]).map(wordsOf),
    marks: marks.length > 0 ? marks : markOfSheet(sheet),
    rows: rows.slice(0, ROWS_READ),
    ...(until ? { until: isoDate(until) } : {}),
  };
}

/** 1 where a mark is the form's, −1 where one is made like the form's but is another, 0 where none says anything. */
function says(marks: readonly Mark[], { marks: own }: IndexedForm): number {
  if (marks.some((mark) => own.some((each) => sameMark(mark, each)))) return 1;
  return marks.some((mark) => own.some((each) => sameMake(mark, each))) ? -1 : 0;
}

const HAS_DIGIT = /\d/;

/** How like a caption is to a title, −1…1: of two titles that differ in a number only, "01/NQ-CP" and "02/NQ-CP", one is not the other. */
function titled(captions: readonly Words[], titles: readonly Words[], weigh: Weigh): number {
  let most = 0;
  let least = 0;
  for (const title of titles) {
    const numbers = title.words.filter((word) => HAS_DIGIT.test(word));
    for (const caption of captions) {
      // A title is often followed by its period in the same cell.
      const whole = title.words.length > 3 && caption.tight.includes(title.tight);
      const like = whole ? 1 : likeness(caption, title, weigh);
      if (like < 0.5) continue;
      const others = caption.words.some((word) => HAS_DIGIT.test(word) && !numbers.includes(word));
      if (numbers.every((number) => caption.words.includes(number))) most = Math.max(most, 2 * like - 1);
      else if (others) least = Math.min(least, 1 - 2 * like);
    }
  }
  return most > 0 ? most : least;
}

/** How many of the lines that a form gives are there, 0…1 (Dice): no lines that are missing, no others. */
function linesFound(rows: readonly RowAsRead[], lines: readonly (readonly string[])[]): number {
  const left = rows.map(({ label }) => wordsOf(label).words);
  let found = 0;
  for (const line of lines) {
    const at = left.findIndex((row) => line.filter((word) => row.includes(word)).length >= WHOLE_LINE * line.length);
    if (at < 0) continue;
    left.splice(at, 1);
    found++;
  }
  return (2 * found) / (lines.length + rows.length);
}

interface Weighed extends Candidate {
  readonly indexed: IndexedTable;
  /** Whether nothing but other forms could speak against it. */
  readonly isWhole: boolean;
  readonly mark: number;
}

/** A form that lacks columns is no rival of one that has them all. */
const hasAll = ({ missing, foreign }: Weighed): boolean => missing.length === 0 && foreign.length === 0;

function weighedUp(
  table: TableAsRead,
  { captions, marks, rows }: Around,
  { indexed, alignment }: Compared["with"][number],
  weigh: Weigh,
  before: Before,
): Weighed {
  const { form } = indexed;
  // The head of a form stands above its first table only.
  const isNext = before.form === form.id && before.table !== indexed.key;
  const ownMark = says(marks, form);
  const mark = ownMark === 0 && isNext ? Math.max(0, before.mark) : ownMark;
  const ownTitle = titled(captions, [...form.titles, ...indexed.captions], weigh);
  const title = isNext && ownTitle >= 0 ? 1 : ownTitle;
  const isUnnamed = form.isProposed === true && mark <= 0 && title < NAMES_IT;
  const lines = indexed.lines.length > 0 && rows.length > 0 ? linesFound(rows, indexed.lines) : undefined;
  const base = lines === undefined ? alignment.likeness : (1 - BY_LINES) * alignment.likeness + BY_LINES * lines;
  const hasSaid = mark > 0 || title > NAMES_IT || indexed.columns.length >= FEW_COLUMNS;
  return {
    form: form.id,
    table: indexed.key,
    score: alignment.likeness < LEAST_ALIKE ? 0 : base + SAYS * (title + mark - (isUnnamed ? 1 : 0)),
    columns: alignment.found.map((at) => (at === undefined ? undefined : table.columns[at]!.at)),
    missing: alignment.missing,
    foreign: alignment.foreign.map((at) => table.columns[at]!.at),
    indexed,
    isWhole: hasSaid && title >= 0 && (lines ?? 1) >= MOST_LINES_FOUND,
    mark,
  };
}

/** One of each family: the most like, or of editions as like the last that was issued before the period ends. */
function families(all: readonly Weighed[], until: string | undefined): readonly Weighed[] {
  const byFamily = new Map<string, Weighed[]>();
  for (const each of [...all].sort((one, other) => other.score - one.score)) {
    const { family } = each.indexed.form;
    byFamily.set(family, [...(byFamily.get(family) ?? []), each]);
  }
  const chosen = [...byFamily.values()].map((editions) => {
    const close = editions.filter(({ score }) => score >= editions[0]!.score - SAME_EDITION);
    const issued = close.filter(({ indexed: { form } }) => until !== undefined && form.from <= until);
    return issued.reduce((last, each) => (each.indexed.form.from > last.indexed.form.from ? each : last), issued[0] ?? close[0]!);
  });
  // What has all the columns of one form is sooner that one than another whose columns it lacks.
  const standing = (each: Weighed): number => each.score - (hasAll(each) ? 0 : SAYS);
  return chosen.sort((one, other) => standing(other) - standing(one));
}

/** The form found last on the sheet: its further tables stand below without a head of their own. */
interface Before {
  readonly form?: string;
  readonly table?: string;
  readonly mark: number;
}

const bare = ({ form, table, score, columns, missing, foreign }: Weighed): Candidate => ({ form, table, score, columns, missing, foreign });

/** The id of the form that the user says a table is; undefined where nothing was said. */
export type Chosen = (table: TableAsRead) => string | undefined;

/**
 * Tells what the tables of one sheet are, top down; only a clear winner is named. Of a table that was chosen only the form
 * chosen is looked at, and what differs is no matter.
 */
export type Recognise = (tables: readonly TableAsRead[], chosen?: Chosen) => readonly Recognition[];

/** Everything that a header says, wherever it stands. */
function headerText({ columns, range }: TableAsRead): string {
  let all = "";
  for (const { path } of columns) {
    for (const { text, left, right } of path) all += `${text}\t${left - range.left}\t${right - left}\t`;
    all += "\n";
  }
  return all;
}

/** Makes ready to recognise tables: all forms of the index compete for each by header words, given lines, title and mark. */
export function recogniser(index: FormIndex): Recognise {
  // The reports of a thousand units have one header.
  const known = new Map<string, Compared>();
  const comparedOnce = (table: TableAsRead): Compared => {
    const text = headerText(table);
    let compared = known.get(text);
    if (!compared) {
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(text, (compared = compare(table, index)));
    }
    return compared;
  };
  return (tables, chosen) => {
    let before: Before = { mark: 0 };
    return tables.map((table): Recognition => {
      const compared = comparedOnce(table);
      const asked = around(table, compared.over);
      const only = chosen?.(table);
      const competing = compared.with.filter(({ indexed }) => only === undefined || indexed.form.id === only);
      const [first, second] = families(competing.map((each) => weighedUp(table, asked, each, index.weigh, before)), asked.until);
      if (!first || first.score < WORTH_ASKING) return { kind: "unknown" };
      const doubt = only === undefined ? doubtOf(first, second) : undefined;
      const isNear = second !== undefined && (hasAll(second) || doubt === "columns") && (second.score >= WORTH_ASKING || doubt === "close");
      if (doubt) return { kind: "question", doubt, candidates: (isNear ? [first, second] : [first]).map(bare) };
      before = { form: first.form, table: first.table, mark: first.mark };
      return { kind: "form", ...bare(first) };
    });
  };
}

function doubtOf(first: Weighed, second: Weighed | undefined): Doubt | undefined {
  if (first.mark < 0) return "mark";
  if (!hasAll(first)) return "columns";
  if (second && hasAll(second) && first.score - second.score < AHEAD) return "close";
  return first.score < SURE || !first.isWhole ? "little" : undefined;
}
