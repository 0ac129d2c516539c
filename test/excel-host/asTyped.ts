import type { CellValue } from "./HostDescription";

/** Days from 31 December 1899 in Excel's count, which has a 29 February 1900. */
const serialOf = (year: number, month: number, day: number): number => Math.round(Date.UTC(year, month - 1, day) / 86400000) + 25569;

/**
 * Texts that become numbers when typed: dates, percentages, negative numbers in brackets, grouped thousands. Excel does the same
 * to texts written by add-ins; by which rules Microsoft does not say, so these are those of typing in English.
 */
export function asTyped(input: string): { readonly v: CellValue; readonly nf?: string } | null {
  const text = input.trim();
  const [, month, day, year] = (/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? []).map(Number);
  if (month !== undefined && day !== undefined && year !== undefined && month <= 12 && day <= 31) return { v: serialOf(year, month, day), nf: "m/d/yyyy" };
  const bracketed = /^\((\d+(?:\.\d+)?)\)$/.exec(text);
  if (bracketed) return { v: -Number(bracketed[1]) };
  const percentage = /^(\d+(?:\.\d+)?)%$/.exec(text);
  if (percentage) return { v: Number(percentage[1]) / 100, nf: "0%" };
  if (/^\d{1,3}(?:,\d{3})+$/.test(text)) return { v: Number(text.replace(/,/g, "")), nf: "#,##0" };
  if (text !== "" && !Number.isNaN(Number(text)) && /^[-+.\d\seE]+$/.test(text)) return { v: Number(text) };
  return /^(true|false)$/i.test(input) ? { v: /^t/i.test(input) } : null;
}
