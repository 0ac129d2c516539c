import { roundedRatio } from "../sheet/ratio";

/** What one whole unit is in an amount: amounts are whole numbers of its ten-thousandth parts. */
export const ONE = 10_000;

/** What a figure means: every value it may stand for, in ten-thousandths, both ends included. "1.652" is one value, "4,52 ngàn" is 4,515 to 4,524.9999. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  /** Said only roughly ("hơn 2,5 triệu", "gần 900"): it may agree, but nothing differs from it. */
  readonly isRough?: true;
}

/** A count, told exactly. */
export const exactly = (count: number): Amount => ({ low: count * ONE, high: count * ONE });

/** Whether it stands for one value only. */
export const isExact = ({ low, high, isRough }: Amount): boolean => low === high && !isRough;

/** Several amounts as one. */
export function together(amounts: readonly Amount[]): Amount {
  const sum = amounts.reduce((all, each) => ({ low: all.low + each.low, high: all.high + each.high }), { low: 0, high: 0 });
  return amounts.some(({ isRough }) => isRough) ? { ...sum, isRough: true } : sum;
}

/** What is left of an amount without another. */
export const without = (whole: Amount, part: Amount): Amount => ({ low: whole.low - part.high, high: whole.high - part.low });

/** Whether two amounts may be the same. */
export const mayBe = (one: Amount, other: Amount): boolean => one.low <= other.high && other.low <= one.high;

/** Whether the first is greater, whatever both stand for. */
export const exceeds = (one: Amount, other: Amount): boolean => one.low > other.high;

/** A percentage as printed: 5756 with 2 digits is 57,56%. */
export interface Percentage {
  readonly units: number;
  readonly digits: number;
}

/** How a printed percentage stands to a part and its whole: rounded half up, cut off instead of rounded, or not theirs. */
export type ShareFit = "rounded" | "cut" | "off";

/** Compares a printed percentage with part and whole; amounts that are no single value fit by any they may stand for. Undefined for a whole of 0. */
export function shareFit(part: Amount, whole: Amount, { units, digits }: Percentage): ShareFit | undefined {
  if (whole.low <= 0 || part.low < 0) return undefined;
  const scale = 100n * 10n ** BigInt(digits);
  const [least, most] = [BigInt(part.low) * scale, BigInt(part.high) * scale];
  const [below, above] = [BigInt(whole.low), BigInt(whole.high)];
  const printed = BigInt(units);
  if (2n * most >= (2n * printed - 1n) * below && 2n * least < (2n * printed + 1n) * above) return "rounded";
  return most >= printed * below && least < (printed + 1n) * above ? "cut" : "off";
}

/** The share of a part in its whole with so many digits, rounded half up, in units of its last digit; undefined unless both are single values. */
export const shareOf = (part: Amount, whole: Amount, digits: number): number | undefined =>
  isExact(part) && isExact(whole) ? roundedRatio(part.low, whole.low, digits + 2) : undefined;
