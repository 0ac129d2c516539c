import type { BookCell } from "../../test/fixtures/book/Book";
import type { Chance } from "../localisation/chance";
import type { Layout } from "./Layout";

const dotted = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

/** A typed figure, written in the table's way. */
export function writtenAs(value: number, notation: Layout["notation"], draw: Chance): BookCell {
  const way = notation === "mixed" ? draw.pick(["plain", "1.652 as text", "08", "12 hồ sơ", "- for nothing", "blank for nothing"] as const) : notation;
  switch (way) {
    case "1.652 as text":
      return { value: dotted(value), meant: value };
    case "08":
      return value < 10 ? { value: `0${value}`, meant: value } : { value };
    case "12 hồ sơ":
      return { value: `${dotted(value)} hồ sơ`, meant: value };
    case "- for nothing":
      return value === 0 ? { value: "-", meant: 0 } : { value };
    case "blank for nothing":
      return value === 0 ? {} : { value };
    case "words for nothing":
      return value === 0 ? { value: draw.pick(["…", "//", "/", "KPS", "Không", "- -", "−"]), meant: 0 } : { value };
    case "share in brackets":
      return { value: `${value} (${draw.whole(0, 100)}%)`, meant: value };
    case "full-width digits":
      return { value: [...String(value)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join(""), meant: value };
    case "invisible character":
      return { value: `\u200b${value}`, meant: value };
    default:
      return { value };
  }
}
