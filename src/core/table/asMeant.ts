import { BLANK, textValue, type Cell, type Value } from "../sheet/Cell";
import { recalculateInSteps } from "../sheet/recalculate";
import { cellsOf, columnsOf, copyOfRow, type Sheet, type SheetRow } from "../sheet/Sheet";
import { STEP, type Steps } from "../steps";
import { decoded, drawsCapitals, encodingOfFont, testimonyOf, type OldEncoding } from "../words/oldEncoding";

/** The old encoding of a sheet's texts, with the fonts that told it; without any it was told by the texts themselves. */
export interface EncodingRead {
  readonly encoding: OldEncoding;
  readonly fonts: readonly string[];
}

/** A sheet as its cells are meant. What they hold themselves is kept in `stored`. */
export interface Meant {
  readonly sheet: Sheet;
  readonly encoding?: EncodingRead;
}

const ENCODINGS: readonly OldEncoding[] = ["TCVN3", "VNI"];
/** So many texts must be readable in an old encoding only, where no font names it. */
const FEWEST_TEXTS = 3;
/** So many texts with letters beyond ASCII tell what a sheet is written in. */
const TEXTS_SHOWING = 300;
/** Of a sheet's words so many are syllables: names of people and places abroad are none. */
const LEAST_SHARE = 0.8;
const BEYOND_ASCII = /[^\0-\x7f]/;
const ONLY_UNICODE = /[\u0100-\u1fff]/;
const FORMULA = /^[\s']*(=.+)$/s;
/** "=D9+E9", "=SUM(D9:D12)": it names cells, or a function. The mark of a column, "=4+5", does not. */
const NAMES_CELLS = /^[\s']*=.*[A-Z][$(]?\d|^[\s']*=.*[A-Z]\(/is;

/** The formula that a text is, as Excel's `formulas` have it; undefined for other texts. Semicolons part arguments where the decimal sign is a comma. */
export function formulaInText(text: string): string | undefined {
  const formula = FORMULA.exec(text)?.[1]?.trim();
  if (formula === undefined) return undefined;
  return /[,"]/.test(formula) ? formula : formula.replaceAll(";", ",");
}

/** Which old encoding a sheet's texts are in: as their fonts say, if they read at all well so; else as the texts alone say. */
function encodingOf(sheet: Sheet): EncodingRead | undefined {
  const sums = ENCODINGS.map((encoding) => ({ encoding, texts: 0, words: 0, asWritten: 0, decoded: 0, fonts: new Set<string>() }));
  let seen = 0;
  for (const cells of sheet.rows.values()) {
    for (const cell of cellsOf(cells)) {
      if (cell.value.kind !== "text" || !BEYOND_ASCII.test(cell.value.text)) continue;
      const byFont = encodingOfFont(cell.look?.font);
      for (const sum of sums) {
        const { words, asWritten, decoded: read } = testimonyOf(cell.value.text, sum.encoding);
        sum.words += words;
        sum.asWritten += asWritten;
        sum.decoded += read;
        if (read > asWritten && read === words) sum.texts++;
        if (byFont === sum.encoding && words > 0) sum.fonts.add(cell.look!.font!);
      }
      if (++seen === TEXTS_SHOWING) break;
    }
    if (seen === TEXTS_SHOWING) break;
  }
  const [best] = sums
    .filter(({ texts, words, asWritten, decoded: read, fonts }) => read > asWritten && read >= LEAST_SHARE * words && texts >= (fonts.size > 0 ? 1 : FEWEST_TEXTS))
    .sort((one, other) => other.decoded - one.decoded);
  return best && { encoding: best.encoding, fonts: [...best.fonts] };
}

/** A cell with its text in Unicode; one that reads better as it stands is left so, as are texts with letters that only Unicode has. */
function inUnicode(cell: Cell, usual: OldEncoding): Cell {
  const { value, look } = cell;
  if (value.kind !== "text" || !BEYOND_ASCII.test(value.text) || ONLY_UNICODE.test(value.text)) return cell;
  const encoding = encodingOfFont(look?.font) ?? usual;
  const { asWritten, decoded: read } = testimonyOf(value.text, encoding);
  if (asWritten > read) return cell;
  const letters = decoded(value.text, encoding);
  const text = drawsCapitals(look?.font) ? letters.toLocaleUpperCase("vi") : letters;
  return text === value.text ? cell : { ...cell, value: textValue(text), stored: value };
}

/** The sheet with these changes of its cells; rows without any are the same. */
function* changed(sheet: Sheet, change: (cell: Cell, row: number, column: number) => Cell): Steps<Sheet> {
  const rows = new Map<number, SheetRow>();
  let read = 0;
  for (const [row, cells] of sheet.rows) {
    if (++read % STEP === 0) yield;
    let line: (Cell | undefined)[] | undefined;
    for (const column of columnsOf(cells)) {
      const cell = cells[column];
      const now = cell && change(cell, row, column);
      if (now !== cell) (line ??= copyOfRow(cells))[column] = now;
    }
    rows.set(row, line ?? cells);
  }
  return { ...sheet, rows };
}

/** Formulas kept as text, worked out where they only add up; those that cannot be are left as texts. */
function* withFormulas(sheet: Sheet): Steps<Sheet> {
  const live = yield* changed(sheet, (cell) => {
    const formula = cell.value.kind === "text" && holdsFormula(cell) ? formulaInText(cell.value.text) : undefined;
    return formula === undefined ? cell : { ...cell, value: BLANK, stored: cell.value, formula, uncalculated: true };
  });
  const results = yield* recalculateInSteps(live, "uncalculated");
  return yield* changed(sheet, (cell, row, column) => {
    const result = results.rows.get(row)![column]!;
    if (result === cell || result.stored === undefined) return cell;
    return result.uncalculated || result.value.kind === "text" ? cell : { ...cell, value: ofFormula(result.value), stored: cell.value };
  });
}

/** A formula over blanks shows 0. */
const ofFormula = (value: Value): Value => (value.kind === "blank" ? { kind: "number", number: 0 } : value);

const holdsFormula = ({ value, formula }: Cell): boolean => value.kind === "text" && formula === undefined && value.text.includes("=") && NAMES_CELLS.test(value.text);

/** Reads what a sheet's cells mean, before anything is made of them: texts of an old encoding in Unicode, formulas kept as text as what they come to. */
export function* asMeant(sheet: Sheet): Steps<Meant> {
  const encoding = encodingOf(sheet);
  const legible = encoding ? yield* changed(sheet, (cell) => inUnicode(cell, encoding.encoding)) : sheet;
  let hasFormulas = false;
  for (const cells of legible.rows.values()) hasFormulas ||= cellsOf(cells).some(holdsFormula);
  return { sheet: hasFormulas ? yield* withFormulas(legible) : legible, ...(encoding ? { encoding } : {}) };
}
