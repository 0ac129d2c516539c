import { capitalised } from "./Phrase";

/** Ranks of units, lower case inside a sentence. */
const RANKS = [
  ...["ủy ban nhân dân", "uỷ ban nhân dân", "phường", "xã", "thị trấn", "đặc khu"],
  ...["huyện", "quận", "thị xã", "thành phố", "tỉnh"],
];

/**
 * The reporting unit inside a sentence. Heads print it in capitals, "UBND PHƯỜNG PHÚ SƠN", sentences write
 * "UBND phường Phú Sơn"; names other than of people's committees are left as printed. Without a name: "đơn vị".
 */
export function unitName(unit: string | undefined): string {
  const printed = unit?.normalize("NFC").replace(/\s+/g, " ").trim();
  if (!printed) return "đơn vị";
  if (printed !== printed.toLocaleUpperCase("vi") || !/^(?:UBND|[ỦU][ỶY] BAN NHÂN DÂN)(?: |$)/.test(printed)) return printed;
  const named = printed.split(" ").map((word) => capitalised(word.toLocaleLowerCase("vi"))).join(" ").replace(/^Ubnd\b/, "UBND");
  const ranked = RANKS.reduce((text, rank) => text.replace(new RegExp(`(^| )${rank}(?= )`, "giu"), `$1${rank}`), named);
  return capitalised(ranked);
}
