/** Excel shows, and keeps, no more digits of a number. */
const DIGITS = 15;

/** The number that Excel shows for one that binary fractions have carried off: 17.400000000000002 is 17.4. */
const asShown = (number: number): number => (Number.isSafeInteger(number) ? number : Number(number.toPrecision(DIGITS)));

/** A number as a whole number of 10^-decimals. */
function decimalOf(number: number): readonly [units: bigint, decimals: number] {
  const [mantissa = "", exponent = "0"] = String(asShown(number)).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const decimals = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return decimals < 0 ? [units * 10n ** BigInt(-decimals), 0] : [units, decimals];
}

/** Adds up numbers as the decimals they are shown as, without passing through binary fractions: 1.8 and 17.4 come to 19.2. */
export class DecimalSum {
  /** Whole numbers, by far the most, are added up as they are. */
  private whole = 0;
  private fraction = 0n;
  /** Of the fraction, which is a whole number of 10^-decimals. */
  decimals = 0;

  /** @param times A whole number of halves. */
  add(number: number, times: number): void {
    const whole = this.whole + times * number;
    if (Number.isSafeInteger(number) && Number.isSafeInteger(whole) && Number.isSafeInteger(times * number)) {
      this.whole = whole;
      return;
    }
    this.addUnits(...decimalOf(number), times);
  }

  /** Adds another sum. @param times A whole number of halves. */
  addSum({ whole, fraction, decimals }: DecimalSum, times: number): void {
    this.add(whole, times);
    if (fraction !== 0n) this.addUnits(fraction, decimals, times);
  }

  private addUnits(plain: bigint, digits: number, times: number): void {
    // Five times as many, with one more digit, are the halves.
    const isHalved = !Number.isInteger(times);
    const [units, decimals] = isHalved ? [plain * 5n, digits + 1] : [plain, digits];
    if (decimals > this.decimals) {
      this.fraction *= 10n ** BigInt(decimals - this.decimals);
      this.decimals = decimals;
    }
    this.fraction += BigInt(isHalved ? 2 * times : times) * units * 10n ** BigInt(this.decimals - decimals);
  }

  /** The sum as a whole number of 10^-decimals, for no fewer decimals than its own. */
  unitsOf(decimals: number): bigint {
    return BigInt(this.whole) * 10n ** BigInt(decimals) + this.fraction * 10n ** BigInt(decimals - this.decimals);
  }

  /** The sum, as Excel shows it. */
  get number(): number {
    return this.fraction === 0n ? this.whole : asShown(Number(`${this.unitsOf(this.decimals)}e-${this.decimals}`));
  }
}
