import { plainText, type Cell } from "../core/sheet/Cell";

/** Excel's own limit on digits it shows of a number in the General format. */
const GENERAL_DIGITS = 10;

/** A cell as a Vietnamese Excel shows it: dots between thousands, a decimal comma. Only the common number formats are known. */
export function shownText({ value, numberFormat = "General", formula, uncalculated }: Cell): string {
  if (uncalculated && formula !== undefined) return formula;
  return value.kind === "number" ? shownNumber(value.number, numberFormat) : plainText(value);
}

function shownNumber(number: number, numberFormat: string): string {
  const [positive = ""] = numberFormat.split(";");
  const digits = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(positive.replace(/"[^"]*"|\\.|_.|[\s*]/g, ""));
  if (!digits) return vietnamese(String(Number(number.toPrecision(GENERAL_DIGITS))), false);
  const [, grouped, decimals = "", percent] = digits;
  const scaled = percent ? number * 100 : number;
  return vietnamese(scaled.toFixed(decimals.length), grouped !== undefined) + (percent ?? "");
}

function vietnamese(digits: string, grouped: boolean): string {
  const [whole = "", fraction] = digits.split(".");
  const thousands = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ".") : whole;
  return fraction === undefined ? thousands : `${thousands},${fraction}`;
}
