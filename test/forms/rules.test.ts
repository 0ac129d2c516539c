import { audit } from "../../src/core/audit";
import { formChecksOf } from "../../src/core/checks/checksOf";
import { determinationsOf } from "../../src/core/checks/determinationsOf";
import { numberOf } from "../../src/core/figures/figureValue";
import { meantUnits } from "../../src/core/figures/Reading";
import { figureOf, type Figure, type Table } from "../../src/core/figures/Table";
import { figureColumns, type FigureColumn, type Form, type Rule, type TableForm } from "../../src/core/form/Form";
import type { Quantity } from "../../src/core/quantities/Vocabulary";
import { a1 } from "../../src/core/sheet/Address";
import { BLANK, plainText } from "../../src/core/sheet/Cell";
import { FORMS } from "../../src/forms/forms";
import { LIBRARY } from "../../src/library";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";
import { chanceFrom } from "../fixtures/chance";
import { locate } from "../fixtures/locate";
import { withCells } from "../fixtures/sheetFromText";
import { validReport, validSheet } from "../fixtures/validReports";

const TABLES = FORMS.flatMap((form) => form.tables.map((layout) => [`${form.id}/${layout.key}`, layout, form] as const));

/** What holds of figures in a row: a whole number of times each, by the keys of their columns, comes to nothing. */
type Equation = ReadonlyMap<string, number>;

/** The sums that must come out in every row, by the ids of their rules. */
function equationsOf(layout: TableForm): readonly (readonly [id: string, Equation])[] {
  const made = (id: string, total: string, plus: readonly string[], minus: readonly string[] = []) =>
    [id, new Map([[total, -1], ...plus.map((key) => [key, 1] as const), ...minus.map((key) => [key, -1] as const)])] as const;
  return [
    ...figureColumns(layout.columns).flatMap(({ key, sum, less, sumId = key }) => (sum ? [made(sumId, key, sum, less)] : [])),
    ...(layout.rules ?? []).flatMap((rule) => (rule.kind === "balance" ? [made(rule.id, rule.total, rule.plus)] : [])),
  ];
}

/** Takes from an equation what the reduced ones say of their leading columns; empty where they say all of it. Exact: whole numbers throughout. */
function reduced(equation: Equation, by: readonly (readonly [lead: string, Equation])[]): Equation {
  let rest = new Map(equation);
  for (const [lead, other] of by) {
    const [times, own] = [rest.get(lead) ?? 0, other.get(lead)!];
    if (times === 0) continue;
    const keys = [...new Set([...rest.keys(), ...other.keys()])];
    rest = new Map(keys.map((key) => [key, (rest.get(key) ?? 0) * own - (other.get(key) ?? 0) * times] as const).filter(([, factor]) => factor !== 0));
  }
  return rest;
}

/** Rules whose sums follow from those before them. */
function impliedSums(layout: TableForm): readonly string[] {
  const known: (readonly [string, Equation])[] = [];
  return equationsOf(layout).flatMap(([id, equation]) => {
    const rest = reduced(equation, known);
    const [lead] = rest.keys();
    if (lead === undefined) return [id];
    known.push([lead, rest]);
    return [];
  });
}

/** Rules that one column is at most another, where that follows from sums and from other such rules: no figure is below 0. */
function impliedBounds(layout: TableForm): readonly string[] {
  const parts = figureColumns(layout.columns).flatMap(({ key, sum, less }) => (sum && !less ? sum.map((part) => [key, part, key] as const) : []));
  const bounds = (layout.rules ?? []).flatMap((rule) =>
    rule.kind === "at-most" ? [[rule.id, rule.less, rule.more] as const] : rule.kind === "balance" && !rule.gap ? rule.plus.map((part) => [rule.id, part, rule.total] as const) : [],
  );
  const all = [...parts, ...bounds];
  const reaches = (from: string, to: string, without: string): boolean => {
    const seen = new Set([from]);
    for (const each of seen) for (const [id, less, more] of all) if (id !== without && less === each) seen.add(more);
    return seen.has(to);
  };
  return (layout.rules ?? []).flatMap((rule) => (rule.kind === "at-most" && reaches(rule.less, rule.more, rule.id) ? [rule.id] : []));
}

describe.each(TABLES)("the rules of %s", (_, layout) => {
  it("do not repeat, and none follows from others", () => {
    expect([...impliedSums(layout), ...impliedBounds(layout)]).toEqual([]);
  });
  it("use every column of figures", () => {
    const used = determinationsOf(layout).filter(({ by }) => by !== "nothing").map(({ cell }) => cell.split(".")[1]);
    expect(figureColumns(layout.columns).filter(({ key }) => !used.includes(key)).map(({ key }) => key)).toEqual([]);
  });
});

describe("a rule that says nothing new", () => {
  const figure = (key: string, more: Partial<FigureColumn> = {}): FigureColumn => ({ key, header: key, kind: { unit: "hồ sơ" }, ...more });
  const withRules = (rules: readonly Rule[], ...more: readonly FigureColumn[]): TableForm => ({
    key: "main",
    rows: { each: "field" },
    columns: [figure("all", { sum: ["one", "two"], sumId: "all" }), figure("one"), figure("two", { sum: ["small", "large"], sumId: "two" }), figure("small"), figure("large"), ...more],
    rules,
  });

  it("is found where it follows from two sums", () => {
    expect(impliedSums(withRules([{ id: "again", kind: "balance", total: "all", plus: ["one", "small", "large"] }]))).toEqual(["again"]);
    expect(impliedSums(withRules([{ id: "new", kind: "balance", total: "all", plus: ["one", "small"] }]))).toEqual([]);
  });

  it("is found where a chain of sums and bounds says it", () => {
    const chain: Rule = { id: "chain", kind: "at-most", less: "third", more: "large" };
    const again: Rule = { id: "again", kind: "at-most", less: "third", more: "all" };
    expect(impliedBounds(withRules([chain, again], figure("third")))).toEqual(["again"]);
    expect(impliedBounds(withRules([chain], figure("third")))).toEqual([]);
  });
});

describe("the quantities of the vocabulary", () => {
  const bound = new Set(FORMS.flatMap(({ quantities = [] }) => quantities.map(({ quantity }) => quantity)));

  it("stand in some form; told in text only are rates, which are worked out from such as do", () => {
    const loose = VOCABULARY.quantities.filter(({ id }) => !bound.has(id));
    const resting = ({ rate = [] }: Quantity): boolean => rate.length > 0 && rate.every(({ above, below }) => [...above, ...below].every((id) => bound.has(id)));
    expect(loose.filter((each) => !resting(each)).map(({ id }) => id)).toEqual([]);
  });

  it("are all that forms bind", () => {
    const known = new Set(VOCABULARY.quantities.map(({ id }) => id));
    expect([...bound].filter((id) => !known.has(id))).toEqual([]);
  });
});

/** These compare with another sheet; that they tell is shown by the tests of their kinds. */
const BETWEEN_SHEETS: readonly Rule["kind"][] = ["carry-over", "same-share"];

const isBetweenSheets = (rule: Rule): boolean => BETWEEN_SHEETS.includes(rule.kind) || (rule.kind === "equal" && (rule.one.form ?? rule.other.form) !== undefined);

/** What may be typed wrongly into a cell of figures, or of words. */
const wrongIn = (figure: Figure | undefined): readonly string[] =>
  figure ? [1, 10, 500, 9_999].map((more) => String(numberOf((meantUnits(figure.reading) ?? 0) + more, figure.column))).concat("0", figure.column.kind.mark === undefined ? [] : '"x"') : ['"Khác"', '"01/01/2099"', '"01/01/2001"', '"1/9"'];

/** Wrong cells that leave every sum right: a column's figure in the first line, the first part of it, and their totals, all by as much. */
function together(table: Table, key: string): Readonly<Record<string, string>> {
  const chain: string[] = [];
  for (let next: string | undefined = key; next !== undefined; next = table.columns.find(({ column }) => column.key === next)?.column.sum?.[0]) chain.push(next);
  const rows = [table.rows.find(({ kind }) => kind === "line")!, ...table.rows.filter(({ kind }) => kind === "total")];
  const figures = rows.flatMap((row) => chain.flatMap((each) => figureOf(table, row, each) ?? []));
  return Object.fromEntries(figures.map(({ at, column, reading }) => [a1(at), String(numberOf((meantUnits(reading) ?? 0) + 37, column))]));
}

/** The rules of a table that nothing wrong makes fail, each cell spoilt alone; texts take what stands in the row below, too. */
async function untold(form: Form, layout: TableForm): Promise<readonly string[]> {
  const left = new Set(formChecksOf(layout, form).map(({ id }) => id));
  for (const rule of layout.rules ?? []) if (isBetweenSheets(rule)) left.delete(rule.id);
  for (let seed = 1; seed <= 3 && left.size > 0; seed++) {
    const sheet = await validSheet(form, validReport(form, chanceFrom(seed)));
    const table = locate(sheet, [form]).tables.find((each) => each.layout.key === layout.key)!;
    const cells = table.rows.flatMap((row, index) => [
      ...row.figures.map((figure) => [figure.at, wrongIn(figure)] as const),
      ...table.texts.map(({ at }, place) => [{ row: row.row, column: at }, [...wrongIn(undefined), `"${plainText(table.rows[index + 1]?.texts?.[place]?.value ?? BLANK)}"`]] as const),
      [row.labelAt, [`"${table.rows[index + 1]?.label ?? ""}"`]] as const,
    ]);
    const hear = async (wrong: Readonly<Record<string, string>>): Promise<void> => {
      const { tables } = await audit([withCells(sheet, wrong)], LIBRARY);
      for (const { findings } of tables) for (const { reasons } of findings) for (const { check } of reasons) left.delete(check);
    };
    // Where every sum comes out, a lawful difference is asked about.
    for (const rule of layout.rules ?? []) if (rule.kind === "balance" && rule.gap) for (const key of [rule.total, ...rule.plus]) await hear(together(table, key));
    for (const [at, wrong] of cells) for (const typed of left.size > 0 ? wrong : []) await hear({ [a1(at)]: typed });
  }
  return [...left];
}

describe.each(TABLES.filter(([, { instead }]) => instead === undefined))("something wrong in %s", (_, layout, form) => {
  it("makes each of its rules tell", async () => {
    expect(await untold(form, layout)).toEqual([]);
  });
});
