import { a1, positionKey, type Position } from "../../src/core/sheet/Address";
import { BLANK_CELL, contentOf, sameContent, type Cell, type Content } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import type { CellStyle, SheetPlan } from "../../src/core/sheet/SheetPlan";
import { sheetsToRemove } from "../../src/core/sheet/sheetsToRemove";
import { uniqueSheetName } from "../../src/core/sheet/uniqueSheetName";
import { Stopped, type Edit, type Mark, type Progress, type Refusal, type WorkbookPort } from "../../src/core/sheet/WorkbookPort";
import { MARK_KINDS } from "../../src/core/words/Phrase";
import { describedSheet, type SheetDescription } from "../ports/SheetDescription";

/** A workbook of plain data, for tests of everything that needs one. It calculates nothing. */
export class MemoryWorkbook implements WorkbookPort {
  /** Where `reveal` last led. */
  revealed: { readonly sheet: string; readonly cells: readonly Position[] } | undefined;
  /** Each call of `apply` that wrote something: one undo step. */
  readonly steps: (readonly Edit[])[] = [];
  /** Plans of the sheets added, by the name they got. */
  readonly plans = new Map<string, SheetPlan>();
  /** Formatting laid over cells by edits, by sheet and address: "II.06a!D15". */
  readonly styles = new Map<string, CellStyle>();
  private sheets: readonly Sheet[];
  private standing: readonly Mark[] = [];
  private kept: string | undefined;

  constructor(sheets: readonly Sheet[] = []) {
    this.sheets = sheets;
  }

  static of(...descriptions: readonly SheetDescription[]): MemoryWorkbook {
    return new MemoryWorkbook(descriptions.map(describedSheet));
  }

  async read(progress: Progress, only?: readonly string[]): Promise<readonly Sheet[]> {
    await Promise.resolve();
    if (progress.stopped) throw new Stopped();
    const sheets = this.sheets.filter(({ name }) => only === undefined || only.includes(name));
    progress.report(sheets.length, sheets.length);
    return sheets;
  }

  async mark(marks: readonly Mark[]): Promise<void> {
    this.standing = this.sheets.flatMap(({ name }) =>
      MARK_KINDS.flatMap((kind) => {
        const cells = marks.filter((mark) => mark.sheet === name && mark.kind === kind).flatMap((mark) => mark.cells);
        const distinct = [...new Map(cells.map((cell) => [positionKey(cell), cell])).values()];
        return distinct.length === 0 ? [] : [{ sheet: name, kind, cells: distinct }];
      }),
    );
  }

  async marks(): Promise<readonly Mark[]> {
    return this.standing;
  }

  async apply(edits: readonly Edit[]): Promise<readonly Refusal[]> {
    const refusals: Refusal[] = [];
    const made: Edit[] = [];
    for (const edit of edits) {
      const sheet = this.sheets.find(({ name }) => name === edit.sheet);
      if (!sheet) refusals.push({ edit, why: "no-such-sheet" });
      else if (sheet.locked) refusals.push({ edit, why: "locked" });
      else if (!sameContent(contentOf(cellAt(sheet, edit.at)), edit.from)) refusals.push({ edit, why: "changed" });
      else made.push(edit);
    }
    for (const edit of made) this.write(edit);
    if (made.length > 0) this.steps.push(made);
    return refusals;
  }

  async addSheet(plan: SheetPlan): Promise<string> {
    const name = uniqueSheetName(plan.name, this.sheets.map((sheet) => sheet.name));
    this.sheets = [...this.sheets, { name, visible: true, locked: false, rows: new Map(), merges: plan.merges }];
    for (const { at, content, style } of plan.cells) {
      if (content.kind !== "blank") this.write({ sheet: name, at, from: { kind: "blank" }, to: content, style });
    }
    this.plans.set(name, plan);
    return name;
  }

  async removeSheets(names: readonly string[]): Promise<readonly string[]> {
    const gone = sheetsToRemove(this.sheets, names);
    this.sheets = this.sheets.filter(({ name }) => !gone.includes(name));
    this.standing = this.standing.filter(({ sheet }) => !gone.includes(sheet));
    gone.forEach((name) => this.plans.delete(name));
    return gone;
  }

  async readKept(): Promise<string | undefined> {
    return this.kept;
  }

  async writeKept(text: string | undefined): Promise<void> {
    this.kept = text;
  }

  async reveal(sheet: string, cells: readonly Position[]): Promise<void> {
    this.revealed = { sheet, cells };
  }

  private write({ sheet: name, at, to, style }: Edit): void {
    this.sheets = this.sheets.map((sheet) => {
      if (sheet.name !== name) return sheet;
      const line = [...(sheet.rows.get(at.row) ?? [])];
      line[at.column] = cellOf(to, style?.numberFormat ?? line[at.column]?.numberFormat);
      const rows = [...sheet.rows].filter(([row]) => row !== at.row);
      if (line.some((cell) => cell !== undefined)) rows.push([at.row, line]);
      return { ...sheet, rows: new Map(rows.sort(([first], [second]) => first - second)) };
    });
    if (style) this.styles.set(`${name}!${a1(at)}`, { ...this.styles.get(`${name}!${a1(at)}`), ...style });
  }
}

function cellOf(content: Content, numberFormat: string | undefined): Cell | undefined {
  const format = numberFormat === undefined ? {} : { numberFormat };
  if (content.kind === "formula") return { value: content.value, formula: content.formula, ...format };
  return content.kind === "blank" ? undefined : { ...BLANK_CELL, value: content, ...format };
}
