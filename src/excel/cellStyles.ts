import { a1Range, type Position, type Rectangle } from "../core/sheet/Address";
import type { CellStyle } from "../core/sheet/SheetPlan";
import { addressesOf, rectanglesOf } from "./rectangles";

const CELLS_BETWEEN_BREATHS = 1_024;

const EVERY_KEY: Readonly<Record<keyof CellStyle, true>> = {
  fontName: true,
  fontSize: true,
  bold: true,
  italic: true,
  horizontal: true,
  vertical: true,
  wrap: true,
  border: true,
  fill: true,
  numberFormat: true,
};
const STYLE_KEYS = Object.keys(EVERY_KEY) as readonly (keyof CellStyle)[];

/** Lays styles over cells: one action for all cells styled alike, however many. */
export async function applyStyles(
  sheet: Excel.Worksheet,
  cells: readonly { readonly at: Position; readonly style: CellStyle }[],
  breathe: () => Promise<void>,
): Promise<void> {
  const groups = new Map<string, { readonly style: CellStyle; readonly positions: Position[] }>();
  for (const [index, { at, style }] of cells.entries()) {
    if (index % CELLS_BETWEEN_BREATHS === 0) await breathe();
    const key = STYLE_KEYS.map((each) => style[each] ?? "").join("|");
    const group = groups.get(key);
    if (group) group.positions.push(at);
    else groups.set(key, { style, positions: [at] });
  }
  for (const { style, positions } of groups.values()) {
    await breathe();
    const rectangles = rectanglesOf(positions);
    for (const address of addressesOf(rectangles)) applyFormat(sheet.getRanges(address).format, style);
    if (style.numberFormat !== undefined) applyNumberFormat(sheet, rectangles, style.numberFormat);
    if (style.border) applyBorders(sheet, rectangles);
  }
}

/** Sets one number format on all cells. */
export function applyNumberFormat(sheet: Excel.Worksheet, rectangles: readonly Rectangle[], numberFormat: string): void {
  for (const rectangle of rectangles) {
    // Excel takes a single value for the whole range; its typings know only the two-dimensional form.
    sheet.getRange(a1Range(rectangle)).numberFormat = numberFormat as unknown as string[][];
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
function applyBorders(sheet: Excel.Worksheet, rectangles: readonly Rectangle[]): void {
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
      }
    }
  }
}
