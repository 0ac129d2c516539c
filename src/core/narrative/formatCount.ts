import { sayDecimal } from "../words/decimal";

/**
 * How a count below ten is written in a sentence. NĐ 30/2020/NĐ-CP asks for the leading zero only in document
 * numbers, days and months; for counts it is habit: most reports write "07 hồ sơ" and "0 hồ sơ", some "00 hồ sơ".
 */
export type Padding = "none" | "one-to-nine" | "zero-to-nine";

/** A count in Vietnamese notation, with dots between thousands: 1652 is "1.652", and 7 is "7" or "07". */
export function formatCount(count: number, padding: Padding = "none"): string {
  const padded = count >= 0 && count < 10 && (padding === "zero-to-nine" || (padding === "one-to-nine" && count > 0));
  return (padded ? "0" : "") + sayDecimal(count, 0, "vi");
}
