import type { Value } from "../../core/sheet/Cell";
import type { Sheet } from "../../core/sheet/Sheet";
import { withoutMarks } from "../marks/markRules";
import type { Package } from "../package/Package";
import { readSheet, readSharedStrings } from "../sheet/readSheet";
import { readStylePart } from "../styles/stylePart";
import { StyleSheet } from "../styles/StyleSheet";
import { finish, type Steps } from "../../core/steps";
import { BrokenXml } from "../xml/TagCursor";
import { partOfKind, type SheetEntry, type WorkbookPart } from "./WorkbookPart";

/** A worksheet as read from this text, marks aside, and with these number formats. */
interface Known {
  readonly pieces: readonly string[];
  readonly formats: string;
  readonly sheet: Sheet;
}

/** What was read already. */
interface Memory {
  readonly sheets: Map<string, Known>;
  strings: { readonly xml: string; readonly items: readonly Value[] } | undefined;
}

/** Reads worksheets, each once for as long as its text stays the same. */
export class SheetReader {
  constructor(
    private readonly parts: Package,
    private readonly memory: Memory = { sheets: new Map(), strings: undefined },
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
    const styleSheet = new StyleSheet(readStylePart(this.parts, workbook));
    const formats = styleSheet.numberFormats().join("\n");
    const known = this.memory.sheets.get(entry.path);
    if (known?.formats === formats && samePieces(known.pieces, pieces)) return { ...known.sheet, name: entry.name, visible: entry.visible };
    const sheet = yield* readSheet({
      name: entry.name,
      visible: entry.visible,
      pieces,
      strings: this.sharedStrings(workbook),
      numberFormat: (style) => styleSheet.numberFormat(style),
      date1904: workbook.date1904,
    });
    this.memory.sheets.set(entry.path, { pieces, formats, sheet });
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

  private sharedStrings(workbook: WorkbookPart): readonly Value[] {
    const part = partOfKind(this.parts, workbook.path, "sharedStrings");
    const xml = part && this.parts.text(part.target);
    if (xml === undefined) return [];
    if (this.memory.strings?.xml !== xml) this.memory.strings = { xml, items: readSharedStrings(xml) };
    return this.memory.strings.items;
  }
}

const samePieces = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((piece, index) => piece === others[index]);
