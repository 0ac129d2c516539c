import { kindOfMark, markFormula } from "../../core/highlights/markRule";
import { a1Range, parseA1Range, type Position, type Rectangle } from "../../core/sheet/Address";
import { cellsWithin, rectanglesOf } from "../../core/sheet/rectangles";
import type { Mark } from "../../core/sheet/WorkbookPort";
import type { Steps } from "../../core/steps";
import { MARK_KINDS, type MarkKind } from "../../core/words/Phrase";
import type { Package } from "../package/Package";
import { tailOf } from "../sheet/readSheet";
import { SheetCursor } from "../sheet/SheetCursor";
import type { SheetEntry, WorkbookPart } from "../workbook/WorkbookPart";
import { childrenOf, localName, openTag, placeFor, spliced, type Element, type Splice } from "../xml/elements";
import { attribute, escapeText, readText } from "../xml/text";

/** The order of the elements of a worksheet (CT_Worksheet) from the cells on. */
const TAIL_ORDER = [
  "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
  "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
  "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors",
  "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
  "tableParts", "extLst",
];

/** What every sheet that may hold our rules contains. */
const MARK_NAME = "kstt:";

/** A mark as it stands in a worksheet. */
export interface StandingMark {
  readonly kind: MarkKind;
  readonly ranges: readonly Rectangle[];
}

/** A mark to be put in: its cells, and the number of the format they get. */
export interface NewMark {
  readonly kind: MarkKind;
  readonly cells: readonly Position[];
  readonly format: number;
}

/** A worksheet's text, in pieces cut between rows. */
type Pieces = readonly string[];

/** The text with what follows the rows, and all rows of the last piece, changed. */
const withLast = (pieces: Pieces, last: string): Pieces => [...pieces.slice(0, -1), last];

/** Our marks in a worksheet, gravest first; the same kind may stand in several rules. */
export function readMarks(pieces: Pieces): readonly StandingMark[] {
  const xml = pieces.at(-1)!;
  const found = ourRules(pieces).map(({ kind, owner }) => ({
    kind,
    ranges: (attribute(openTag(xml, owner), "sqref") ?? "").split(/\s+/).map(parseA1Range).filter((range) => range !== undefined),
  }));
  return found.sort((first, second) => MARK_KINDS.indexOf(first.kind) - MARK_KINDS.indexOf(second.kind));
}

/** The worksheet without our rules, and the numbers of the formats that they used. */
export function withoutMarks(pieces: Pieces): { readonly pieces: Pieces; readonly formats: readonly number[] } {
  const rules = ourRules(pieces);
  if (rules.length === 0) return { pieces, formats: [] };
  const xml = pieces.at(-1)!;
  const splices = new Map<number, Splice>();
  for (const { rule, owner } of rules) {
    const others = childrenOf(xml, owner).filter((child) => !rules.some((ours) => ours.rule.start === child.start));
    const gone = others.some((child) => localName(child.name) === "cfRule") ? rule : owner;
    splices.set(gone.start, { start: gone.start, end: gone.end, text: "" });
  }
  const formats = rules.map(({ rule }) => Number(attribute(openTag(xml, rule), "dxfId") ?? -1)).filter((format) => format >= 0);
  return { pieces: movedForward(withLast(pieces, spliced(xml, [...splices.values()])), rules.length), formats };
}

/** A rule's tag up to its priority as Excel counts, from 1; then that. Priorities of any other kind are the user's and stay. */
const PRIORITY = /(<(?:[\w.-]+:)?cfRule\s[^<>]*?\spriority\s*=\s*["'])([1-9]\d{0,14})(?=["'])/g;

/** The worksheet with the priorities of all its rules changed. */
function withPriorities(pieces: Pieces, change: (priority: number) => number): Pieces {
  const { xml, dataEnd: from } = walked(pieces);
  const changed = xml.slice(from).replace(PRIORITY, (_, before: string, priority: string) => `${before}${change(Number(priority))}`);
  return withLast(pieces, xml.slice(0, from) + changed);
}

/** Makes room before all rules for so many of ours. */
const movedBack = (pieces: Pieces, rules: number): Pieces => withPriorities(pieces, (priority) => priority + rules);

/**
 * Takes the room back. Nothing moves where a rule stands in it: then another program has put one before ours since, and the order is
 * right as it is.
 */
function movedForward(pieces: Pieces, rules: number): Pieces {
  let isTaken = false;
  const moved = withPriorities(pieces, (priority) => {
    isTaken ||= priority <= rules;
    return priority - rules;
  });
  return isTaken ? pieces : moved;
}

/**
 * The worksheet with our rules behind all others in place, and before them in priority: a user's own colours must not hide
 * an error. It must have none of ours.
 */
export function withMarks(unmarked: Pieces, marks: readonly NewMark[]): Pieces {
  if (marks.length === 0) return unmarked;
  const pieces = movedBack(unmarked, marks.length);
  const cursor = walked(pieces);
  const tail = tailOf(cursor);
  const place = placeFor("conditionalFormatting", TAIL_ORDER, tail, cursor.dataEnd);
  const { prefix } = cursor;
  const text = marks.map(({ kind, cells, format }, index) => {
    const sqref = rectanglesOf(cells).map(a1Range).join(" ");
    const formula = `<${prefix}formula>${escapeText(markFormula(kind).slice(1))}</${prefix}formula>`;
    const rule = `<${prefix}cfRule type="expression" dxfId="${format}" priority="${index + 1}">${formula}</${prefix}cfRule>`;
    return `<${prefix}conditionalFormatting sqref="${sqref}">${rule}</${prefix}conditionalFormatting>`;
  });
  return withLast(pieces, spliced(cursor.xml, [{ start: place, end: place, text: text.join("") }]));
}

/** Numbers of differential formats that a worksheet's last piece, or another part, uses beside its cells. */
export function formatsUsed(xml: string): readonly number[] {
  const from = Math.max(0, xml.lastIndexOf("sheetData"));
  return [...xml.slice(from).matchAll(/\s\w*[dD]xfId\s*=\s*["'](\d+)["']/g)].map(([, number]) => Number(number));
}

interface OurRule {
  readonly kind: MarkKind;
  readonly rule: Element;
  readonly owner: Element;
}

function ourRules(pieces: Pieces): readonly OurRule[] {
  const xml = pieces.at(-1)!;
  if (!xml.includes(MARK_NAME)) return [];
  const cursor = walked(pieces);
  return tailOf(cursor)
    .filter((element) => localName(element.name) === "conditionalFormatting")
    .flatMap((owner) =>
      childrenOf(xml, owner).flatMap((rule) => {
        const kind = kindOfRule(xml, rule);
        return kind ? [{ kind, rule, owner }] : [];
      }),
    );
}

/** The kind of mark that a rule is: of its type, with our formula and nothing besides. Whatever only looks like one is the user's. */
function kindOfRule(xml: string, rule: Element): MarkKind | undefined {
  if (localName(rule.name) !== "cfRule" || attribute(openTag(xml, rule), "type") !== "expression") return undefined;
  const [formula, ...others] = childrenOf(xml, rule);
  const isAlone = formula !== undefined && others.length === 0 && localName(formula.name) === "formula";
  return isAlone ? kindOfMark(readText(xml.slice(formula.openEnd, formula.closeStart))) : undefined;
}

/** A cursor behind the cells, in the last piece. */
function walked(pieces: Pieces): SheetCursor {
  const cursor = new SheetCursor(pieces);
  cursor.skipCells();
  return cursor;
}

/** Cells told of one mark at most. */
const MOST_CELLS = 200_000;

/** Our marks in all worksheets. */
export function* readAllMarks(parts: Package, { sheets }: WorkbookPart): Steps<readonly Mark[]> {
  return (yield* worksheets(parts, sheets)).flatMap(({ name, pieces }) => {
    const standing = readMarks(pieces);
    return MARK_KINDS.flatMap((kind): readonly Mark[] => {
      const cells = inOrder(cellsWithin(standing.filter((mark) => mark.kind === kind).flatMap(({ ranges }) => ranges), MOST_CELLS));
      return cells.length > 0 ? [{ sheet: name, kind, cells }] : [];
    });
  });
}

/** A worksheet's text, in pieces cut between rows. */
interface Worksheet {
  readonly name: string;
  readonly path: string;
  readonly pieces: readonly string[];
}

/** All worksheets of the package. */
export function* worksheets(parts: Package, sheets: readonly SheetEntry[]): Steps<readonly Worksheet[]> {
  const found: Worksheet[] = [];
  for (const { name, path, worksheet } of sheets) {
    const pieces = worksheet ? yield* parts.pieces(path) : undefined;
    if (pieces) found.push({ name, path, pieces });
  }
  return found;
}

const inOrder = (cells: readonly Position[]): readonly Position[] =>
  [...cells].sort((first, second) => first.row - second.row || first.column - second.column);
