import { addTo } from "../addTo";
import { firstFrom } from "../firstFrom";
import { LAST_ROW } from "./Address";
import { answers } from "./answers";
import { BLANK, numberValue, textValue, type Value } from "./Cell";
import type { Condition, Term } from "./Formula";
import type { Block } from "./resolveReference";
import type { Sheet } from "./Sheet";

/** The cells of a sheet by its name, or of the conditions' own; undefined where it is not known. */
type RowsOf = (sheet: string | undefined) => Sheet["rows"] | undefined;

/** Rows that answer to conditions, wherever on the sheet they stand. */
export interface MetRows {
  /** Zero-based, in ascending order. */
  readonly rows: readonly number[];
  /** Whether between two rows there is one of which it cannot be told. */
  readonly isUnsure: (top: number, bottom: number) => boolean;
}

/**
 * So many cells of a sheet are held against conditions one by one; formulas beyond them are left to Excel. Those that ask for one value
 * are looked up and cost nothing of this, and those that ask the same of the same column cost it once.
 */
const MOST_LOOKS = 20_000_000;

/**
 * Looks up which rows count for SUMIF and the like. What a column holds is gone through once, not once for each formula that asks, so
 * that a sum with a condition on every line does not cost the square of the lines.
 */
export class RowConditions {
  private readonly found = new Map<string, MetRows | undefined>();
  /** Rows of a column by what stands in them. */
  private readonly index = new Map<string, ReadonlyMap<string, readonly number[]>>();
  private looks = 0;

  constructor(private readonly rowsOf: RowsOf) {}

  /** What is asked, apart from which rows of the block: the same for all formulas that ask the same. */
  keyOf({ sheet, range, where = [] }: Term): string {
    return [sheet ?? "", ...where.map((condition) => this.conditionKey(condition, condition.block.range.top - range.top))].join("\u0001");
  }

  /** The rows of the term's sheet that hold anything and answer to its conditions; undefined where these cannot be asked, or too much was asked already. */
  met(term: Term): MetRows | undefined {
    const key = this.keyOf(term);
    if (!this.found.has(key)) this.found.set(key, this.find(term));
    return this.found.get(key);
  }

  private find({ sheet, range, where = [] }: Term): MetRows | undefined {
    const own = this.rowsOf(sheet);
    if (!own || !where.every(({ block }) => this.rowsOf(block.sheet))) return undefined;
    const unsure: number[] = [];
    let rows: readonly number[] | undefined;
    for (const condition of where) {
      const offset = condition.block.range.top - range.top;
      const indexed = this.indexed(condition);
      if (indexed) {
        if ((this.looks += indexed.rows.length) > MOST_LOOKS) return undefined;
        for (const row of indexed.unsure) if (own.has(row - offset)) unsure.push(row - offset);
        // Rows that another condition leaves out are left out all the same.
        const there = indexed.rows.map((row) => row - offset).filter((row) => own.has(row));
        const kept = rows && new Set(rows);
        rows = kept ? there.filter((row) => kept.has(row)) : there;
        continue;
      }
      const answering: number[] = [];
      const asked = this.asked(condition);
      for (const row of rows ?? own.keys()) {
        if (++this.looks > MOST_LOOKS) return undefined;
        const isMet = this.isMet(condition, asked, row + offset);
        if (isMet === undefined) unsure.push(row);
        else if (isMet) answering.push(row);
      }
      rows = answering;
    }
    const ordered = unsure.sort((one, other) => one - other);
    return { rows: rows ?? [], isUnsure: (top, bottom) => (ordered[firstFrom(ordered, top, (row) => row)] ?? LAST_ROW + 1) <= bottom };
  }

  /** The rows that hold just what is asked for, and those that show errors; undefined where that is more than a value. */
  private indexed(condition: Condition): { readonly rows: readonly number[]; readonly unsure: readonly number[] } | undefined {
    const asked = "key" in condition && condition.compare === "=" ? this.asked(condition) : undefined;
    if (!asked || !("key" in condition)) return undefined;
    const strict = condition.strict ?? false;
    const key = keyOfValue(asked, strict);
    // A blank row is nought where nothing converts it, and a star stands for anything.
    if (key === undefined || (strict && key === "n0") || (!strict && key.includes("*"))) return undefined;
    const { sheet, range: { left } } = condition.block;
    const name = `${sheet ?? ""}|${left}|${strict}`;
    let index = this.index.get(name);
    if (!index) {
      const made = new Map<string, number[]>();
      for (const [row, line] of this.rowsOf(sheet)!) {
        const held = line[left]?.value;
        const heldKey = held?.kind === "error" ? ERRORS : held && keyOfValue(held, strict);
        if (heldKey !== undefined) addTo(made, heldKey, row);
      }
      this.index.set(name, (index = made));
    }
    return { rows: index.get(key) ?? [], unsure: index.get(ERRORS) ?? [] };
  }

  private conditionKey(condition: Condition, offset: number): string {
    const { sheet, range: { left } } = condition.block;
    const place = `${sheet ?? ""}|${left}|${offset}`;
    if ("is" in condition) return `${place}|${condition.is}`;
    return `${place}|${condition.compare}|${condition.strict ?? false}|${JSON.stringify(this.asked(condition) ?? null)}`;
  }

  /** What is asked for; undefined where the sheet of its cell is not known, or only a kind is asked for. */
  private asked(condition: Condition): Value | undefined {
    if ("is" in condition) return undefined;
    const { key } = condition;
    return typeof key === "object" ? this.valueOf(key, key.range.top) : typeof key === "number" ? numberValue(key) : textValue(key);
  }

  /** What stands in a block's first column, in a row; undefined where the sheet is not known. */
  private valueOf({ sheet, range }: Block, row: number): Value | undefined {
    const rows = this.rowsOf(sheet);
    return rows && (rows.get(row)?.[range.left]?.value ?? BLANK);
  }

  /** Whether a row answers to a condition; undefined where that cannot be told. */
  private isMet(condition: Condition, asked: Value | undefined, row: number): boolean | undefined {
    const held = this.valueOf(condition.block, row);
    if (!held) return undefined;
    if ("is" in condition) return condition.is === "filled" ? held.kind !== "blank" : held.kind === condition.is;
    return asked && answers(held, condition.compare, asked, condition.strict ?? false);
  }
}

const ERRORS = "#";

/** The same for values that are equal to SUMIF; undefined for those that equal none, or cannot be asked for. */
function keyOfValue(value: Value, strict: boolean): string | undefined {
  if (value.kind === "number") return `n${value.number}`;
  if (value.kind !== "text") return undefined;
  const isNumber = !strict && value.text.trim() !== "" && Number.isFinite(Number(value.text));
  return isNumber ? `n${Number(value.text)}` : `t${value.text.toLowerCase()}`;
}
