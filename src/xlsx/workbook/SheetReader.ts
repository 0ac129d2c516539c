import type { Sheet } from "../../core/sheet/Sheet";
import { withoutMarks } from "../marks/markRules";
import type { Package } from "../package/Package";
import { readSheet } from "../sheet/readSheet";
import { readSharedStrings } from "../sheet/sharedStrings";
import { readStylePart } from "../styles/stylePart";
import { StyleSheet } from "../styles/StyleSheet";
import type { Steps } from "../../core/steps";
import { BrokenXml } from "../xml/TagCursor";
import { partOfKind, type SheetEntry, type WorkbookPart } from "./WorkbookPart";

/** A worksheet as read from this text, marks aside, and with these number formats. */
interface Known {
  readonly xml: string;
  readonly formats: string;
  readonly sheet: Sheet;
}

/** What was read already. */
interface Memory {
  readonly sheets: Map<string, Known>;
  strings: { readonly xml: string; readonly items: readonly string[] } | undefined;
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

  /** The worksheet's text. Throws `BrokenXml` where the part is missing. */
  xmlOf({ path }: SheetEntry): string {
    const xml = this.parts.text(path);
    if (xml === undefined) throw new BrokenXml(`no part ${path}`);
    return xml;
  }

  /** Reads step by step, yielding the characters got through. Throws `BrokenXml`. */
  *steps(entry: SheetEntry, workbook: WorkbookPart): Generator<number, Sheet> {
    const { xml } = withoutMarks(this.xmlOf(entry));
    const styleSheet = new StyleSheet(readStylePart(this.parts, workbook));
    const formats = styleSheet.numberFormats().join("\n");
    const known = this.memory.sheets.get(entry.path);
    if (known?.xml === xml && known.formats === formats) return { ...known.sheet, name: entry.name, visible: entry.visible };
    const sheet = yield* readSheet({
      name: entry.name,
      visible: entry.visible,
      xml,
      strings: this.sharedStrings(workbook),
      numberFormat: (style) => styleSheet.numberFormat(style),
      date1904: workbook.date1904,
    });
    this.memory.sheets.set(entry.path, { xml, formats, sheet });
    return sheet;
  }

  /** The same for work that tells nothing of its steps. Throws `BrokenXml`. */
  *quietly(entry: SheetEntry, workbook: WorkbookPart): Steps<Sheet> {
    const steps = this.steps(entry, workbook);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      yield;
    }
  }

  private sharedStrings(workbook: WorkbookPart): readonly string[] {
    const part = partOfKind(this.parts, workbook.path, "sharedStrings");
    const xml = part && this.parts.text(part.target);
    if (xml === undefined) return [];
    if (this.memory.strings?.xml !== xml) this.memory.strings = { xml, items: readSharedStrings(xml) };
    return this.memory.strings.items;
  }
}
