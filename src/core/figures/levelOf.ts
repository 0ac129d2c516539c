import type { Level } from "../form/Form";
import { fold } from "../sheet/fold";

/** Beginnings of the names of units, folded, the narrower first: "UBND thành phố Hà Nội" is told from a city of a province by nobody. */
const LEVELS: readonly (readonly [RegExp, Level])[] = [
  [/^trung tam phuc vu hanh chinh cong\b/, "centre"],
  [/^(so|ban|chi cuc|phong|van phong|cuc)\b/, "department"],
  [/^(ubnd|uy ban nhan dan) ?(xa|phuong|thi tran|dac khu)\b/, "commune"],
  [/^(xa|phuong|thi tran|dac khu)\b/, "commune"],
  [/^(ubnd|uy ban nhan dan) ?(huyen|quan|thi xa|thanh pho|tp)\b/, "district"],
  [/^(ubnd|uy ban nhan dan) ?tinh\b/, "province"],
];

/** The level of a reporting unit by its name; undefined where the name does not say it, or there is none. */
export function levelOf(unit: string | undefined): Level | undefined {
  const name = fold(unit ?? "");
  return LEVELS.find(([beginning]) => beginning.test(name))?.[1];
}
