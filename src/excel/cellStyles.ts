import { a1Range, type Position, type Rectangle } from "../core/sheet/Address";
import type { CellStyle } from "../core/sheet/SheetPlan";
import { rectanglesInSteps } from "../core/sheet/rectangles";
import type { Steps } from "../core/steps";
import { addressesOf } from "./rectangles";

interface StyledAlike {
  readonly style: CellStyle;
  readonly positions: Position[];
}

/** Cells that are styled alike, in groups. */
export function* alike(cells: Iterable<{ readonly at: Position; readonly style: CellStyle }>): Steps<Iterable<StyledAlike>> {
  const groups = new Map<string, StyledAlike>();
  /** Most cells share their style with others as one object. */
  const known = new Map<CellStyle, StyledAlike>();
  for (const { at, style } of cells) {
    yield;
    let group = known.get(style);
    if (!group) {
      const key = JSON.stringify(Object.entries(style).sort());
      group = groups.get(key) ?? { style, positions: [] };
      groups.set(key, group);
      known.set(style, group);
    }
    group.positions.push(at);
  }
  return groups.values();
}

/** Lays styles over cells: one action for all cells styled alike, however many. */
export function* queueStyles(sheet: Excel.Worksheet, cells: Iterable<{ readonly at: Position; readonly style: CellStyle }>): Steps<void> {
  for (const { style, positions } of yield* alike(cells)) {
    const rectangles = yield* rectanglesInSteps(positions);
    for (const address of addressesOf(rectangles)) {
      applyFormat(sheet.getRanges(address).format, style);
      yield;
    }
    if (style.numberFormat !== undefined) yield* queueNumberFormat(sheet, rectangles, style.numberFormat);
    if (style.border) yield* queueBorders(sheet, rectangles);
  }
}

/** Sets one number format on all cells. */
export function* queueNumberFormat(sheet: Excel.Worksheet, rectangles: readonly Rectangle[], numberFormat: string): Steps<void> {
  for (const rectangle of rectangles) {
    // Excel takes a single value for the whole range; its typings know only the two-dimensional form.
    sheet.getRange(a1Range(rectangle)).numberFormat = numberFormat as unknown as string[][];
    yield;
  }
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

function applyFormat(format: Excel.RangeFormat, style: CellStyle): void {
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.fill !== undefined) format.fill.color = style.fill;
}

/** Lines around every cell. Lines between rows exist only in ranges of several rows, so ranges are taken by their shape. */
function* queueBorders(sheet: Excel.Worksheet, rectangles: readonly Rectangle[]): Steps<void> {
  for (const tall of [false, true]) {
    for (const wide of [false, true]) {
      const alike = rectangles.filter(({ top, left, bottom, right }) => bottom > top === tall && right > left === wide);
      const edges = [
        "EdgeTop",
        "EdgeBottom",
        "EdgeLeft",
        "EdgeRight",
        ...(tall ? (["InsideHorizontal"] as const) : []),
        ...(wide ? (["InsideVertical"] as const) : []),
      ] as const;
      for (const address of addressesOf(alike)) {
        const { borders } = sheet.getRanges(address).format;
        for (const edge of edges) {
          const border = borders.getItem(edge);
          border.style = "Continuous";
          border.weight = "Thin";
          border.color = "#000000";
        }
        yield;
      }
    }
  }
}
