/** Signs that mark up a text and say nothing: "**Tổng số**". */
const MARKUP = /[*#_`|>]/;

const flat = new Map<string, string>([
  ["đ", "d"],
  ["Đ", "d"],
]);

function flatUnit(unit: string): string {
  let known = flat.get(unit);
  if (known === undefined) {
    known = MARKUP.test(unit) || /\s/.test(unit) ? (unit === "\n" ? "\n" : " ") : unit.normalize("NFD").charAt(0).toLowerCase().charAt(0);
    flat.set(unit, known);
  }
  return known;
}

/**
 * A text in lower case, without diacritics or marking up, of the same length: what stands at an offset of the one stands there in the other.
 * @param text Normalised to NFC.
 */
export function flatten(text: string): string {
  let all = "";
  for (let at = 0; at < text.length; at++) all += flatUnit(text[at]!);
  return all;
}
