import type { Comparison } from "./Formula";
import { numberValue, type Value } from "./Cell";

const isNumeric = (text: string): boolean => text.trim() !== "" && Number.isFinite(Number(text));

/** Whether a text is what is asked for; where not strict, a star stands for any characters. */
function isLike(text: string, asked: string, strict: boolean): boolean {
  const [first = "", ...others] = strict ? [asked] : asked.split("*");
  const last = others.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

/**
 * Whether a cell answers to a criterion, as SUMIF has it: capitals do not matter, and a text of digits is the number, but where `strict`.
 * Undefined where Excel would ask something else than it seems.
 */
export function answers(held: Value, compare: Comparison["compare"], asked: Value, strict: boolean): boolean | undefined {
  if (held.kind === "error" || asked.kind === "error" || asked.kind === "blank") return undefined;
  const [number, other] = strict ? [held.kind === "blank" && asked.kind === "number" ? numberValue(0) : held, asked] : [plain(held), plain(asked)];
  const areNumbers = number.kind === "number" && other.kind === "number";
  if (compare === "=" || compare === "<>") {
    const isSame = areNumbers ? number.number === other.number : number.kind === "text" && other.kind === "text" && isLike(number.text.toLowerCase(), other.text.toLowerCase(), strict);
    return isSame === (compare === "=");
  }
  // Texts have an order of their own in Excel.
  if (other.kind !== "number") return undefined;
  // Compared with a number, a text is always the greater one; SUMIF passes over it.
  if (number.kind !== "number") return strict && compare.startsWith(">");
  const off = number.number - other.number;
  return compare.startsWith("<") ? off < 0 || (off === 0 && compare === "<=") : off > 0 || (off === 0 && compare === ">=");
}

const plain = (value: Value): Value => (value.kind === "text" && isNumeric(value.text) ? { kind: "number", number: Number(value.text) } : value);
