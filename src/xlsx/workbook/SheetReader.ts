import type { Look } from "../../core/sheet/Cell";
import type { Sheet } from "../../core/sheet/Sheet";
import { withoutMarks } from "../marks/markRules";
import type { Package } from "../package/Package";
import type { Amount } from "../sheet/amount";
import { readSheet, SharedStrings } from "../sheet/readSheet";
import { looksOf, readCellStyles } from "../styles/readCellStyles";
import { readStylePart, readTheme } from "../styles/stylePart";
import { StyleSheet } from "../styles/StyleSheet";
import { finish, type Steps } from "../../core/steps";
import { BrokenXml } from "../xml/TagCursor";
import { readNames, type BookNames } from "./readNames";
import { type SheetEntry, type WorkbookPart } from "./WorkbookPart";
import { partOfKind } from "../package/relationships";

/** A worksheet as read from this text, marks aside, and with cell styles of this wording. */
interface Known {
  readonly pieces: readonly string[];
  readonly wording: string;
  readonly sheet: Sheet;
  readonly amount: Amount;
}

/** What was made of a text that it was made of. */
interface Made<Result> {
  readonly text: string | undefined;
  readonly result: Result;
}

/** Cell styles, for looking up, and what they come to in words. */
interface Styles {
  readonly styleSheet: StyleSheet;
  readonly wording: string;
}

/** What was read already. */
interface Memory {
  readonly sheets: Map<string, Known>;
  strings?: Made<SharedStrings>;
  styles?: Made<Styles>;
  /** Of all sheets together. */
  amount: Amount;
  looks?: Made<readonly (Look | undefined)[]>;
  names?: Made<BookNames>;
}

/** Reads worksheets, each once for as long as its text stays the same. */
export class SheetReader {
  constructor(
    private readonly parts: Package,
    private readonly memory: Memory = { sheets: new Map(), amount: { cells: 0, text: 0 } },
  ) {}

  /** Reads the worksheets of a copy; what both read is remembered once. */
  over(copy: Package): SheetReader {
    return new SheetReader(copy, this.memory);
  }

  /** The worksheet's text in pieces cut between rows, decoded in steps the first time. Throws `BrokenXml` where the part is missing. */
  *piecesOf({ path }: SheetEntry): Steps<readonly string[]> {
    const pieces = yield* this.parts.pieces(path);
    if (!pieces) throw new BrokenXml(`no part ${path}`);
    return pieces;
  }

  /** Reads step by step, yielding the characters got through. Throws `BrokenXml`. */
  *steps(entry: SheetEntry, workbook: WorkbookPart): Generator<number, Sheet> {
    const { pieces } = withoutMarks(finish(this.piecesOf(entry)));
    const styleXml = readStylePart(this.parts, workbook);
    const { styleSheet, wording } = this.styles(styleXml);
    const known = this.memory.sheets.get(entry.path);
    const { names, filters, lastFiltered } = this.names(workbook);
    const own = { name: entry.name, visible: entry.visible, names };
    if (known?.wording === wording && samePieces(known.pieces, pieces)) return { ...known.sheet, ...own };
    const looks = (this.memory.looks = made(this.memory.looks, wording, () => looksOf(readCellStyles(styleXml, readTheme(this.parts, workbook))))).result;
    const others = added(this.memory.amount, known?.amount, -1);
    const { sheet: read, amount } = yield* readSheet({
      others,
      pieces,
      strings: this.sharedStrings(workbook),
      numberFormat: (style) => styleSheet.numberFormat(style),
      look: (style) => looks[style],
      date1904: workbook.date1904,
      filters: { ofTables: filters.get(entry.name) ?? [], last: lastFiltered.get(entry.name) },
    });
    const sheet = { ...own, ...read };
    // Somebody else may have read the same meanwhile.
    this.memory.amount = added(added(this.memory.amount, this.memory.sheets.get(entry.path)?.amount, -1), amount, 1);
    this.memory.sheets.set(entry.path, { pieces, wording, sheet, amount });
    return sheet;
  }

  /** The same for work that tells nothing of its steps. Throws `BrokenXml`. */
  *quietly(entry: SheetEntry, workbook: WorkbookPart): Steps<Sheet> {
    yield* this.piecesOf(entry);
    const steps = this.steps(entry, workbook);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      yield;
    }
  }

  private styles(xml: string): Styles {
    const make = (): Styles => {
      const styleSheet = new StyleSheet(xml);
      return { styleSheet, wording: styleSheet.wording };
    };
    return (this.memory.styles = made(this.memory.styles, xml, make)).result;
  }

  private sharedStrings(workbook: WorkbookPart): SharedStrings {
    const part = partOfKind(this.parts, workbook.path, "sharedStrings");
    const xml = part && this.parts.text(part.target);
    return (this.memory.strings = made(this.memory.strings, xml, () => new SharedStrings(xml))).result;
  }

  /** One object for all sheets, for as long as the workbook's part stays the same: nobody here writes tables. */
  private names(workbook: WorkbookPart): BookNames {
    return (this.memory.names = made(this.memory.names, this.parts.text(workbook.path), () => readNames(this.parts, workbook))).result;
  }
}

/** What was made before where the text is the same, else made anew. */
const made = <Result>(before: Made<Result> | undefined, text: string | undefined, make: () => Result): Made<Result> =>
  before && before.text === text ? before : { text, result: make() };

const added = (one: Amount, other: Amount | undefined, times: 1 | -1): Amount =>
  other ? { cells: one.cells + times * other.cells, text: one.text + times * other.text } : one;

const samePieces = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((piece, index) => piece === others[index]);
