import { a1, a1Range } from "../../src/core/sheet/Address";
import type { Book, BookCell, BookSheet, BookTable, Formula, Spot, Style } from "../../test/fixtures/book/Book";
import { sumIf, sumOfNamed, sumProduct, worded } from "../../test/fixtures/book/formulas";
import { chance, type Chance } from "../localisation/chance";
import { besideOf, footOf } from "./around";
import { ablated, drawLayout, type Ablation, type Layout } from "./Layout";
import type { MadeTable, Relation } from "./MadeTable";
import { headingsOf } from "./headingsOf";
import { inLetters } from "./inLetters";
import { Inputs } from "./Inputs";
import { LOOKS } from "./looks";
import { makeRows } from "./makeRows";
import { added, hasFigures, rowFigures, type Row } from "./Row";
import { acrossFormula, downFormula } from "./sumFormula";
import { SHAPES, type TableShape } from "./TableShape";
import { writtenAs } from "./writtenAs";

const FIRST_FIGURE = 2;
const PLUS_LIKE: readonly Layout["down"][] = ["SUBTOTAL 9", "SUBTOTAL 109", "AGGREGATE"];
/** What leaves hidden rows out of a sum; a filter is left out by SUBTOTAL 9, too. */
const leavesOut = ({ down, rowsShown }: Layout): boolean =>
  rowsShown !== "all" && (["SUBTOTAL 109", "AGGREGATE", "typed over what is visible"].includes(down) || (down === "SUBTOTAL 9" && rowsShown === "filtered"));

/** Puts rows on a sheet, with their formulas. */
class TableMaker {
  private readonly shape: TableShape;
  private readonly name: string;
  private readonly cells = new Map<number, Map<number, BookCell>>();
  private readonly places = new Map<Row, number>();
  private readonly names = new Map<string, string>();
  private readonly inputs: Inputs;
  private readonly thousands: boolean;
  /** Whether sums over a table of Excel's own are written as its totals row writes them. */
  private readonly isTotalsRow: boolean;
  private readonly header: readonly (readonly string[])[];
  private headerTop = 0;
  private readonly merges: { top: number; left: number; bottom: number; right: number }[] = [];

  constructor(
    private readonly layout: Layout,
    private readonly rows: readonly Row[],
    private readonly draw: Chance,
  ) {
    this.shape = SHAPES[layout.form];
    this.name = layout.form;
    this.inputs = new Inputs(layout, draw);
    this.thousands = draw.hit(0.3);
    this.isTotalsRow = layout.rowsShown === "all" && draw.hit(0.5);
    this.header = headingsOf(layout, draw);
  }

  /** How a figure looks in a row of that style. */
  private dressed(style: Style): Pick<BookCell, "style"> {
    const all = { ...style, ...(this.thousands ? { format: "#,##0" } : {}) };
    return Object.keys(all).length > 0 ? { style: all } : {};
  }

  private put(row: number, column: number, cell: BookCell): void {
    const line = this.cells.get(row) ?? new Map<number, BookCell>();
    this.cells.set(row, line.set(column, cell));
  }

  private putWords(row: number, words: readonly (string | number | undefined)[], style?: Style): void {
    words.forEach((value, column) => value !== undefined && value !== "" && this.put(row, column, { value, ...(style ? { style } : {}) }));
  }

  private spot(row: number, column: number): Spot {
    return { sheet: this.name, row, column };
  }

  private figureSpot(row: Row, figure: number): Spot {
    return this.spot(this.places.get(row)!, FIRST_FIGURE + figure);
  }

  private nameFor = (spots: readonly Spot[]): string => {
    const name = `so_lieu_${this.names.size + 1}`;
    this.names.set(name, spots.map((spot) => `'${spot.sheet}'!${a1(spot).replace(/([A-Z]+)(\d+)/, "$$$1$$$2")}`).join(","));
    return name;
  };

  private head(): number {
    const bold = this.layout.looks === "none" ? undefined : { bold: true };
    let row = 0;
    for (const line of this.shape.title) this.putWords(row++, [line], bold);
    if (this.draw.hit(0.5)) this.putWords(row++, [this.shape.unitOfMeasure]);
    if (this.draw.hit(0.3)) row++;
    this.headerTop = row;
    for (const line of this.header) this.putWords(row++, line, bold);
    if (this.draw.hit(0.5))
      for (const [top, left, bottom, right] of this.shape.merges) this.merges.push({ top: this.headerTop + top, left, bottom: this.headerTop + bottom, right });
    return row;
  }

  /** Members a row adds up, those of its members that leave out themselves opened where SUBTOTAL passes over them. */
  private addends(row: Row): readonly Row[] {
    const opened = PLUS_LIKE.includes(this.layout.down);
    const flat = row.members!.flatMap((member): readonly Row[] => (opened && member.members ? this.addends(member) : [member]));
    return [...flat].sort((one, other) => this.places.get(one)! - this.places.get(other)!);
  }

  private memberRows(row: Row): readonly Row[] {
    return leavesOut(this.layout) ? row.members!.filter((member) => !member.isHidden) : row.members!;
  }

  /** What a row comes to, hidden rows left out where the layout's sums leave them out. */
  private figuresOf(row: Row): readonly number[] {
    if (row.figures) return row.figures;
    if (row.isHidden && leavesOut(this.layout)) return rowFigures(row);
    return added([Array.from({ length: this.shape.figures }, () => 0), ...this.memberRows(row).map((each) => this.figuresOf(each))]);
  }

  private downCell(row: Row, figure: number): Formula | undefined {
    const { down, form } = this.layout;
    const { top, bottom } = this.bodySpan();
    const column = FIRST_FIGURE + figure;
    const addends = this.addends(row);
    const spots = addends.map((each) => this.figureSpot(each, figure));
    const rows = new Set(addends.map((each) => this.places.get(each)!));
    const key = { sheet: form, top, bottom, left: 0, right: 0 };
    const area = { sheet: form, top, bottom, left: column, right: column };
    const isNumbered = addends.every(({ ordinal }) => typeof ordinal === "number") && row.kind === "total" && this.layout.grand !== "both";
    if (down === "SUMIF" && isNumbered) return sumIf(key, ">0", area, rows);
    if (down === "SUMPRODUCT" && isNumbered) return sumProduct(key, area, rows);
    if (down === "half of all" && row.kind === "total") {
      const above = { ...area, bottom: this.places.get(row)! - 1 };
      const all = this.rows.filter((each) => hasFigures(each) && each !== row).map((each) => this.figureSpot(each, figure));
      return { text: `=SUM(${a1Range(above)})/2`, work: (known) => all.reduce((sum, each) => sum + known.number(each), 0) / 2 };
    }
    if (down === "table references" && row.kind === "total") {
      const named = sumOfNamed(`SoLieu[${this.header.at(-1)![column]}]`, spots);
      return this.isTotalsRow ? { ...named, text: named.text.replace("SUM(", "SUBTOTAL(109,"), isSubtotal: true } : named;
    }
    const isPassedOver = (at: number): boolean => {
      const cell = this.cells.get(at)?.get(column);
      return cell?.formula?.isSubtotal ? PLUS_LIKE.includes(down) : cell?.formula === undefined && typeof cell?.value !== "number";
    };
    const formula = downFormula(down, { spots, isPassedOver, name: this.nameFor }, this.figureSpot(row, figure));
    const place = this.places.get(row)!;
    return formula && down === "array" ? { ...formula, block: { top: place, bottom: place, left: column, right: column } } : formula;
  }

  /** The rows of the body that any figure stands in. */
  private bodySpan(): { readonly top: number; readonly bottom: number } {
    const at = this.rows.filter((row) => hasFigures(row) && row.kind !== "total").map((row) => this.places.get(row)!);
    return { top: Math.min(...at), bottom: Math.max(...at) };
  }

  private putRow(row: Row): void {
    const place = this.places.get(row)!;
    const { strong: look, indents } = LOOKS[this.layout.looks];
    const style: Style = { ...(row.strong ? look : {}) };
    const has = Object.keys(style).length > 0 ? style : undefined;
    if (row.cells) return this.putWords(place, row.cells, has);
    if (row.ordinal !== undefined) this.put(place, 0, { value: row.ordinal, ...(has ? { style } : {}) });
    if (row.label !== undefined) {
      const spaces = row.indent && !indents && this.layout.looks !== "none" && this.layout.looks !== "fills" ? "   ".repeat(row.indent) : "";
      const labelStyle = row.indent && indents ? { ...style, indent: row.indent } : has;
      this.put(place, 1, { value: spaces + row.label, ...(labelStyle ? { style: labelStyle } : {}) });
    }
    if (row.figures === undefined) return;
    const sums = new Map(this.shape.sums);
    row.figures.forEach((value, figure) => {
      const parts = sums.get(figure);
      const spots = parts?.map((part) => this.figureSpot(row, part));
      const formula = spots && this.across(row, spots);
      const cell = formula ? { formula } : this.inputs.cell(this.figureSpot(row, figure), value, row.label, spots === undefined);
      if (cell) this.put(place, FIRST_FIGURE + figure, { ...cell, ...this.dressed(style) });
    });
  }

  private across(row: Row, spots: readonly Spot[]): Formula | undefined {
    const header = this.header.at(-1)!;
    const references = (): string => `=${spots.map(({ column }) => `SoLieu[[#This Row],[${header[column]}]]`).join("+")}`;
    const kind = this.layout.across === "table references" && row.kind !== "line" ? "SUM" : this.layout.across;
    return kind === "array block" ? undefined : acrossFormula(kind, spots, this.nameFor, references);
  }

  private putSums(): void {
    // Inner sums first, so that outer ones know which cells hold a SUBTOTAL.
    const depth = (row: Row): number => (row.members ? 1 + Math.max(...row.members.map(depth)) : 0);
    const sums = this.rows.filter(({ members }) => members).sort((one, other) => depth(one) - depth(other));
    const isTotalLive = this.draw.hit(0.75);
    const live = new Map<Row, boolean>();
    for (const row of sums) {
      const isLive = row.kind === "line" || row.kind === "part" ? PLUS_LIKE.includes(this.layout.down) || isTotalLive : true;
      live.set(row, isLive);
      const dressed = this.dressed(row.strong ? LOOKS[this.layout.looks].strong : {});
      const figures = this.figuresOf(row);
      figures.forEach((value, figure) => {
        const isSum = this.shape.sums.some(([total]) => total === figure);
        const across =
          isSum && !isLive
            ? this.across(
                row,
                this.shape.sums.find(([total]) => total === figure)![1].map((part) => this.figureSpot(row, part)),
              )
            : undefined;
        const formula = isLive ? this.downCell(row, figure) : across;
        this.put(this.places.get(row)!, FIRST_FIGURE + figure, { ...(formula ? { formula } : writtenAs(value, this.layout.notation, this.draw)), ...dressed });
      });
    }
  }

  /** Array formulas over lines that follow each other, one for each sum across. */
  private putBlocks(): void {
    if (this.layout.across !== "array block") return;
    const lines = this.rows.filter(({ figures, isHidden }) => figures && !isHidden).map((row) => this.places.get(row)!);
    for (let start = 0; start < lines.length;) {
      let end = start;
      while (lines[end + 1] === lines[end]! + 1) end++;
      for (const [total, parts] of this.shape.sums) {
        const column = FIRST_FIGURE + total;
        const block = { top: lines[start]!, bottom: lines[end]!, left: column, right: column };
        const text = `=${parts.map((part) => a1Range({ ...block, left: FIRST_FIGURE + part, right: FIRST_FIGURE + part })).join("+")}`;
        for (let row = block.top; row <= block.bottom; row++) {
          const formula = worded(
            text,
            parts.map((part) => this.spot(row, FIRST_FIGURE + part)),
          );
          this.put(row, column, { ...this.cells.get(row)?.get(column), formula: { ...formula, block } });
        }
      }
      start = end + 1;
    }
  }

  private relations(): readonly Relation[] {
    const across = this.rows.filter(hasFigures).flatMap((row): readonly Relation[] => {
      const of = (kind: Relation["kind"], list: TableShape["sums"]): readonly Relation[] =>
        list.map(([total, parts]) => ({ kind, total: this.figureSpot(row, total), parts: parts.map((part) => this.figureSpot(row, part)) }));
      return [...of("across", this.shape.sums), ...of("asked", this.shape.asked)];
    });
    const down = this.rows
      .filter(({ members }) => members)
      .flatMap((row): readonly Relation[] =>
        Array.from({ length: this.shape.figures }, (_, figure) => ({
          kind: "down",
          total: this.figureSpot(row, figure),
          parts: (row.isHidden && this.layout.down === "typed over what is visible" ? row.members! : this.memberRows(row)).map((each) =>
            this.figureSpot(each, figure),
          ),
        })),
      );
    return [...across, ...down];
  }

  private putBeside(): void {
    const lines = this.rows.filter(hasFigures).map((row) => [0, ...this.shape.sums[0]![1]].map((figure) => this.figureSpot(row, figure)));
    for (const [{ row, column }, cell] of besideOf(
      this.layout,
      { sheet: this.name, row: this.headerTop, column: FIRST_FIGURE + this.shape.figures },
      lines,
      this.draw,
    )) {
      this.put(row, column, cell);
    }
  }

  private sheet(bottom: number): BookSheet {
    const out = new Set(this.rows.filter(({ isHidden }) => isHidden).map((row) => this.places.get(row)!));
    const last = this.shape.header.length - 1;
    const { top, bottom: lastLine } = this.bodySpan();
    const width = FIRST_FIGURE + this.shape.figures - 1;
    const usesTable = [this.layout.across, this.layout.down].includes("table references");
    const table: BookTable = { name: "SoLieu", range: { top: this.headerTop + last, bottom: lastLine, left: 0, right: width }, columns: this.header[last]! };
    return {
      name: this.name,
      rows: this.cells,
      ...(this.merges.length > 0 ? { merges: this.merges } : {}),
      ...(this.layout.rowsShown === "hidden by hand" ? { hidden: out } : {}),
      ...(this.layout.rowsShown === "filtered" ? { filtered: out, filter: { top: top - 1, left: 0, bottom, right: width } } : {}),
      ...(usesTable ? { tables: [table] } : {}),
    };
  }

  make(id: string): MadeTable {
    let row = this.head();
    for (const each of this.rows) this.places.set(each, row++);
    for (const each of this.rows) this.putRow(each);
    this.putBlocks();
    this.putSums();
    this.putBeside();
    for (const [at, words] of footOf(this.layout, row, this.draw)) this.putWords(at, words);
    const sheets: BookSheet[] = [inLetters(this.sheet(row - 1), this.layout.letters)];
    sheets.push(...this.inputs.sheets());
    const book: Book = {
      sheets,
      ...(this.names.size > 0 ? { names: this.names } : {}),
      ...this.inputs.external(),
    };
    const figures = this.rows.filter(hasFigures).flatMap((each) => Array.from({ length: this.shape.figures }, (_, figure) => this.figureSpot(each, figure)));
    return { id, layout: this.layout, book, sheet: this.name, figures, relations: this.relations(), sources: this.inputs.sources };
  }
}

export interface MakeOptions {
  readonly fixed?: Partial<Layout>;
  readonly ablation?: Ablation | undefined;
}

/** One right table: the same for the same seed. */
export function makeTable(seed: number, { fixed, ablation }: MakeOptions = {}): MadeTable {
  const draw = chance(seed);
  const layout = ablated(drawLayout(draw, fixed), ablation);
  return new TableMaker(layout, makeRows(layout, draw, ablation !== "no ordinals"), draw).make(String(seed));
}
