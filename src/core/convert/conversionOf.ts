import { meantUnits } from "../figures/Reading";
import { figureOf, standingRows, type Table, type TableRow } from "../figures/Table";
import { figureColumns, isFigureColumn, leafColumns, type FigureColumn, type Form } from "../form/Form";
import { numberingMark } from "../form/numberingMark";
import { bindingIn } from "../quantities/QuantityFigure";
import { quantityOf, type Vocabulary } from "../quantities/Vocabulary";
import { both, type Language, type Official, type Phrase } from "../words/Phrase";

/** What a table says in the columns of another form. */
export interface Conversion {
  readonly table: Table;
  readonly target: Form;
  /** The rows, in order, with whole units by the keys of the target's columns; what the table does not say is not there. */
  readonly rows: readonly { readonly label: Official; readonly units: ReadonlyMap<string, number> }[];
  /** What cannot be known from the table, and what of it has no place in the target: a sentence each. */
  readonly said: readonly Phrase[];
}

/** A column of the target, and the columns of the table whose figures make it up; none where the table does not tell it. */
interface Source {
  readonly column: FigureColumn;
  readonly quantity: string;
  readonly from?: readonly string[];
}

/** What the columns of a form's only list hold, by the quantities they are bound to. */
function sourcesOf(table: Table, target: Form, vocabulary: Vocabulary): readonly Source[] {
  const [layout] = target.tables;
  return figureColumns(layout.columns).flatMap((column): readonly Source[] => {
    const own = target.quantities?.find((each) => "columns" in each && (each.table ?? layout.key) === layout.key && each.row === undefined && each.columns.join() === column.key);
    if (!own) return [];
    const binding = bindingIn(own.quantity, table, vocabulary);
    const isThere = binding?.row === undefined && binding?.columns.every((key) => table.columns.some((each) => each.column.key === key));
    return [{ column, quantity: own.quantity, ...(binding && isThere ? { from: binding.columns } : {}) }];
  });
}

/** Units of a row under some columns; undefined where one cannot be read, or nothing stands in any. */
function unitsIn(table: Table, row: TableRow, keys: readonly string[]): number | undefined {
  const figures = keys.map((key) => figureOf(table, row, key));
  if (figures.every((figure) => figure?.reading.kind === "blank")) return undefined;
  return figures.reduce<number | undefined>((sum, figure) => {
    const units = figure && meantUnits(figure.reading);
    return sum === undefined || units === undefined ? undefined : sum + units;
  }, 0);
}

const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");

/** Why a column stays empty: the table has it together with others, or not at all. */
function sayUnknown({ column, quantity }: Source, { form }: Table, vocabulary: Vocabulary): Phrase {
  const mark = [numberingMark({ ...column, sum: [] }, []).replace(/=$/, ""), column.header].filter((text) => text !== "").join(" ");
  const joint = form.quantities?.flatMap((bound) => quantityOf(vocabulary, bound.quantity) ?? []).find(({ splits = [] }) => splits.length === 1 && splits[0]!.includes(quantity) && splits[0]!.length < 4);
  return both((language: Language) => {
    const name = quantityOf(vocabulary, quantity)?.name[language] ?? column.header;
    if (language === "vi") return joint ? `Cột ${mark}: bảng nguồn chỉ ghi chung “${joint.name.vi}”, không tách được ${name}; để trống.` : `Cột ${mark}: bảng nguồn không có số liệu về ${name}; để trống.`;
    return joint ? `Column ${mark}: the table tells only “${joint.name.en}” together, not ${name} apart; left blank.` : `Column ${mark}: the table tells nothing of ${name}; left blank.`;
  });
}

/** So much of the target has to be known that it is worth making. */
const WORTH_MAKING = 0.5;

/**
 * What a table says in the columns of another form, by the quantities that both are bound to: figures are copied, or added up where the form has
 * one column for several; nothing is worked out that the table does not tell. Undefined where the table is of that form already, tells less
 * than half of it, or the form gives its rows itself.
 */
export function conversionOf(table: Table, target: Form, vocabulary: Vocabulary): Conversion | undefined {
  const [layout] = target.tables;
  if (table.form.family === target.family || !("each" in layout.rows) || table.layout !== table.form.tables[0]) return undefined;
  const sources = sourcesOf(table, target, vocabulary);
  const known = sources.filter(({ from }) => from !== undefined);
  if (sources.length === 0 || known.length < WORTH_MAKING * sources.length) return undefined;
  const rows = standingRows(table).map((row) => ({
    label: row.label,
    units: new Map(known.flatMap(({ column, from }) => unitsOfPair(column.key, unitsIn(table, row, from!)))),
  }));
  const used = new Set(known.flatMap(({ from }) => from!));
  const columns = leafColumns(table.layout.columns).filter(isFigureColumn);
  const adds = new Set(columns.flatMap(({ key, sum = [] }) => (used.has(key) ? sum : [])));
  const left = table.columns.map(({ column }) => column).filter(({ key, sum }) => !used.has(key) && !adds.has(key) && !sum?.some((part) => used.has(part)));
  const headers = listed(left.map(({ header }) => header));
  return {
    table,
    target,
    rows,
    said: [
      ...sources.filter(({ from }) => from === undefined).map((source) => sayUnknown(source, table, vocabulary)),
      ...(left.length === 0 ? [] : [{ vi: `Không có cột để ghi của bảng nguồn: ${headers}.`, en: `The form has no column for: ${headers}.` }]),
    ],
  };
}

const unitsOfPair = (key: string, units: number | undefined): readonly (readonly [string, number])[] => (units === undefined ? [] : [[key, units]]);
