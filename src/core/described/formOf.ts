import type { Column, ColumnNode, FigureKind, Foot, Form, Line, Rule, TableForm } from "../form/Form";
import type { Worked } from "../form/Worked";
import { plainText } from "../sheet/Cell";
import { foldTight } from "../sheet/fold";
import { textAt } from "../table/readRows";
import type { HeaderLabel } from "../table/TableAsRead";
import type { ColumnNature } from "./ColumnNature";
import { isWhole, termsOf, type Formula } from "./Relation";
import { rowNumbers } from "./rowNames";
import { DESCRIBED } from "./sheetFindings";
import type { JudgedRelation, TableDescription } from "./TableDescription";

/** What rows that close a table are called in reports of any field. */
const TOTALS: Foot["labels"] = ["Tổng cộng", "Tổng số", "Cộng", "Toàn tỉnh", "Toàn quốc", "Cả nước", "Toàn huyện", "Toàn xã", "Toàn thành phố", "Toàn ngành", "Tổng chung"];
/** Rows that hold only so many with two figures that are not 0 do not bear a relation out. */
const FEWEST_STRONG = 2;

const wordsIn = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The keys of a table's columns: "c4" for the one numbered 4. */
function keysOf({ numbers }: TableDescription): readonly string[] {
  const times = new Map<string, number>();
  return numbers.map((number, place) => {
    if (number === undefined) return `x${place + 1}`;
    const name = `c${foldTight(number)}`;
    times.set(name, (times.get(name) ?? 0) + 1);
    return times.get(name)! > 1 ? `${name}-${times.get(name)}` : name;
  });
}

/** A formula by the keys of what it names. */
function worked(formula: Formula, keys: readonly string[]): Worked {
  switch (formula.kind) {
    case "term":
      return keys[formula.term.at!]!;
    case "constant":
      return { constant: formula.value };
    case "sum": {
      const of = (sign: number): readonly Worked[] => formula.items.filter((item) => item.sign === sign).map((item) => worked(item.of, keys));
      const [plus, minus] = [of(1), of(-1)];
      return { plus: plus.length > 0 ? plus : [{ constant: 0 }], ...(minus.length > 0 ? { minus } : {}) };
    }
    case "product": {
      const [times, over] = [formula.above, formula.below].map((factors) => factors.map((each) => worked(each, keys)));
      return { times: times!, ...(over!.length > 0 ? { over: over! } : {}) };
    }
  }
}

/** Sums within sums written out, as far as they only add and take away. */
function flat(formula: Worked): Worked {
  if (typeof formula === "string" || !("plus" in formula)) return formula;
  const [plus, minus]: [Worked[], Worked[]] = [[], []];
  const add = (each: Worked, isTaken: boolean): void => {
    if (typeof each === "string" || !("plus" in each)) (isTaken ? minus : plus).push(each);
    else {
      each.plus.forEach((one) => add(one, isTaken));
      each.minus?.forEach((one) => add(one, !isTaken));
    }
  };
  add(formula, false);
  const all = plus.filter((each) => typeof each === "string" || !("constant" in each) || each.constant !== 0);
  return { plus: all.length > 0 ? all : plus, ...(minus.length > 0 ? { minus } : {}) };
}

/** How many decimals each column needs: those that are added up with others as many as they. */
function decimalsOf({ natures }: TableDescription, relations: readonly JudgedRelation[]): readonly number[] {
  const decimals = natures.map((nature) => nature.decimals);
  const sums = relations.filter(({ axis, shape }) => axis === "columns" && shape.kind === "sum").map(({ total, formula }) => [total, ...termsOf(formula)].map(({ at }) => at!));
  // Each pass carries the most on to what it is added up with; chains are short.
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const places of sums) {
      const most = Math.max(...places.map((place) => decimals[place]!));
      for (const place of places) if (decimals[place]! < most) [decimals[place], isSettled] = [most, false];
    }
  }
  return decimals;
}

/** Whether a quotient is given in percent: as its figures show, else as printed. */
const isPercentOf = (shape: JudgedRelation["shape"], { holds, isPercent }: JudgedRelation["evidence"]): boolean => (holds > 0 ? isPercent : shape.kind === "ratio" && shape.percent);

/** What a column of a form takes over from a relation; undefined where it must stand as a rule. */
function workedColumn({ axis, shape, evidence }: JudgedRelation, keys: readonly string[], natures: readonly ColumnNature[], total: ColumnNature): Pick<Column, "sum" | "less" | "ratio"> | undefined {
  const named = (terms: readonly { readonly at?: number }[]): readonly string[] => terms.map(({ at }) => keys[at!]!);
  const isBorneOut = evidence.breaks === 0 || evidence.strong >= FEWEST_STRONG;
  if (axis !== "columns" || !isBorneOut || evidence.rounded > 0) return undefined;
  if (shape.kind === "ratio" && shape.minus.length === 0) {
    return total.isUnrounded && !isPercentOf(shape, evidence) ? undefined : { ratio: { above: named(shape.above), below: named(shape.below) } };
  }
  if (shape.kind !== "sum" || shape.constant !== undefined || shape.plus.length === 0) return undefined;
  const units = new Set([...shape.plus, ...shape.minus].map(({ at }) => natures[at!]!.unit));
  if (units.size > 1 || !units.has(total.unit)) return undefined;
  return { sum: named(shape.plus), ...(shape.minus.length > 0 ? { less: named(shape.minus) } : {}) };
}

/** The columns in their groups, as the header has them. */
function nodesOf(paths: readonly (readonly HeaderLabel[])[], columns: readonly Column[], depth = 0): readonly ColumnNode[] {
  const nodes: ColumnNode[] = [];
  for (let from = 0; from < columns.length; ) {
    const label = paths[from]![depth];
    let to = from + 1;
    while (label && to < columns.length && paths[to]![depth] === label) to++;
    const isGroup = label !== undefined && paths[from]!.length > depth + 1;
    if (isGroup) nodes.push({ header: wordsIn(label.text), children: nodesOf(paths.slice(from, to), columns.slice(from, to), depth + 1) });
    else nodes.push(...columns.slice(from, to));
    from = to;
  }
  return nodes;
}

const UNIT = /^[([\s]*(?:đơn vị tính|đvt|đơn vị)\s*[:.]\s*([^)\]\n]{1,30})/iu;

/** The unit that stands above a table: "Đơn vị tính: ha". */
const unitAbove = ({ table }: TableDescription): string => table.above.map(({ text }) => UNIT.exec(text.normalize("NFC"))?.[1]?.trim()).filter((unit) => unit !== undefined).at(-1) ?? "";

/** Codes of rows that are all different but for so few, and those of other rows: then none is to stand twice. */
const MOST_TWICE = 0.2;
const FEWEST_CODES = 5;

/** Whether no code is meant to stand twice: nearly all differ, and those that do not are of rows with different names. */
function areUnique({ table }: TableDescription, at: number): boolean {
  const codes = table.rows.flatMap(({ cells, label, ordinal }) => {
    const value = cells[at]?.value;
    return value && value.kind !== "blank" ? [{ code: foldTight(plainText(value)), name: `${ordinal}|${label}` }] : [];
  });
  const names = new Map<string, Set<string>>();
  for (const { code, name } of codes) names.set(code, (names.get(code) ?? new Set()).add(name));
  const twice = codes.length - names.size;
  const renamed = [...names.values()].reduce((sum, each) => sum + each.size - 1, 0);
  return codes.length >= FEWEST_CODES && twice <= MOST_TWICE * codes.length && renamed === twice;
}

/** The title of a table: what stands above it in capitals, else its last caption of some length, else its sheet. */
function titleOf({ table }: TableDescription): string {
  const captions = table.above.map(({ text }) => wordsIn(text)).filter((text) => text.length > 8 && text.length < 200 && !UNIT.test(text));
  const inCapitals = captions.filter((text) => text === text.toLocaleUpperCase("vi") && text.split(" ").length > 2 && !/cộng hòa|ủy ban|ubnd/iu.test(text));
  return inCapitals.at(-1) ?? captions.at(-1) ?? table.sheet;
}

/** Lines as the table has them, where relations are printed of its rows. */
function linesOf(description: TableDescription): readonly Line[] {
  const numbers = rowNumbers(description.table, description.natures);
  const ordinals = description.table.rows.map(({ cells }) => textAt(cells, description.table.ordinalColumn));
  return description.table.rows.map(({ label, hasFigures }, place): Line => {
    const ordinal = ordinals[place] || numbers[place]!.ordinal;
    return { key: `r${place + 1}`, label: wordsIn(label), ...(ordinal === "" ? {} : { ordinal }), ...(hasFigures ? {} : { heading: true }) };
  });
}

/** A form made of what a table says of itself, and the sheet's column of each of its columns. */
export interface DescribedForm {
  readonly form: Form;
  readonly layout: TableForm;
  readonly columns: readonly (number | undefined)[];
}

/** Makes a form of what a table says, as far as its figures bear that out. */
export function formOf(description: TableDescription): DescribedForm {
  const { table, natures, numbers } = description;
  const used = description.relations.filter((relation) => relation.standing === "used" && isWhole(relation));
  const keys = keysOf(description);
  const decimals = decimalsOf(description, used);
  const ofColumns = used.filter(({ axis }) => axis === "columns");
  const related = new Set(ofColumns.flatMap(({ total, formula }) => [total, ...termsOf(formula)].map(({ at }) => at!)));
  const unit = unitAbove(description);
  const rules: Rule[] = [];
  const taken = new Map<number, Pick<Column, "sum" | "less" | "ratio">>();
  const shares = new Map<number, string>();
  const lines = used.some(({ axis }) => axis === "rows") ? linesOf(description) : undefined;
  for (const relation of used) {
    const { total, formula, axis, printed, evidence } = relation;
    const own = axis === "columns" && !taken.has(total.at!) ? workedColumn(relation, keys, natures, natures[total.at!]!) : undefined;
    if (own) {
      taken.set(total.at!, own);
      if (own.ratio) shares.set(total.at!, isPercentOf(relation.shape, evidence) ? "%" : "");
      continue;
    }
    const names = axis === "columns" ? keys : lines!.map(({ key }) => key);
    const plain = flat(worked(formula, names));
    const times = rules.length + 1;
    rules.push({
      id: `relation-${times}`,
      kind: "relation",
      total: names[total.at!]!,
      formula: evidence.isPercent && relation.shape.kind !== "sum" ? { times: [plain, { constant: 100 }] } : plain,
      printed,
      ...(axis === "rows" ? { along: "lines" as const } : {}),
      ...(evidence.rounded > 0 ? { rounded: true as const } : {}),
      ...(evidence.breaks > 0 && evidence.strong < FEWEST_STRONG ? { severity: "warning" as const } : {}),
    });
  }
  const kindOf = (place: number): Column["kind"] => {
    const nature = natures[place]!;
    if (nature.holds === "figure") {
      const kind: FigureKind = { unit: shares.get(place) ?? (nature.unit || unit), ...(decimals[place]! > 0 ? { decimals: decimals[place]! } : {}) };
      return related.has(place) || nature.mayAdd || lines ? kind : "text";
    }
    return nature.holds === "ordinal" || nature.holds === "label" || nature.holds === "code" ? nature.holds : "text";
  };
  const columns = table.columns.map(({ path }, place): Column => {
    const number = numbers[place];
    const header = wordsIn(path.at(-1)?.text ?? "") || (number ?? `Cột ${place + 1}`);
    return { key: keys[place]!, header, kind: kindOf(place), ...(number !== undefined && /^[1-9]\d*$/.test(number) ? { no: Number(number) } : {}), ...taken.get(place) };
  });
  for (const [place, nature] of natures.entries()) {
    if (nature.holds === "code" && areUnique(description, table.columns[place]!.at)) rules.push({ id: `unique-${keys[place]!}`, kind: "unique", column: keys[place]! });
  }
  const added = natures.flatMap(({ mayAdd }, place) => (mayAdd ? [keys[place]!] : []));
  const layout: TableForm = {
    key: "main",
    columns: nodesOf(table.columns.map(({ path }) => path), columns),
    rows: lines ? { lines } : { each: "unit" },
    ...(lines ? {} : { foot: [{ labels: TOTALS, at: "last", columns: added } satisfies Foot] }),
    ...(rules.length > 0 ? { rules } : {}),
  };
  const form: Form = {
    id: DESCRIBED,
    family: DESCRIBED,
    title: titleOf(description),
    basis: "",
    from: "1900-01-01",
    grade: "A",
    note: { vi: "Biểu đọc từ chính trang tính: chỉ kiểm tra những gì biểu in ra và số liệu cho thấy.", en: "Read off the sheet itself: only what it prints and its figures bear out is judged." },
    origin: "sheet",
    tables: [layout],
  };
  return { form, layout, columns: table.columns.map(({ at }) => at) };
}
