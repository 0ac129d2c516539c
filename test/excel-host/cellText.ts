import type { StoredCell } from "./BookSheet";
import type { CellValue } from "./HostDescription";

const COLORS: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  lime: "#00FF00",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  purple: "#800080",
  pink: "#FFC0CB",
};

/** A colour as Excel gives it back: "#FFA500". */
export function color(v: unknown): unknown {
  if (typeof v !== "string") return v;
  return COLORS[v.toLowerCase()] ?? (v.startsWith("#") ? v.toUpperCase() : v);
}

/** Excel's name of a value's type. */
export function valueType(v: CellValue): string {
  if (v === "") return "Empty";
  if (typeof v === "number") return "Double";
  if (typeof v === "boolean") return "Boolean";
  return /^#[A-Z/0]+[!?A]$/.test(v) ? "Error" : "String";
}

export const typeOf = (v: CellValue, cell: StoredCell | undefined): string => (cell?.quoted ? "String" : valueType(v));

/** A value as its cell shows it. */
export function asText(v: CellValue, numberFormat: string): string {
  if (typeof v === "boolean") return v ? "TRUE" : "FALSE";
  const m = typeof v === "number" ? /^(#,##)?0(?:\.(0+))?(%?)$/.exec(numberFormat) : null;
  if (!m || typeof v !== "number") return String(v);
  const [, grouped, decimals = "", percent = ""] = m;
  const digits = (percent ? v * 100 : v).toFixed(decimals.length);
  return (grouped ? digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",") : digits) + percent;
}
