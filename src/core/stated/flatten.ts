/** A text in lower case, without diacritics or signs that mark it up ("**Tổng số**"): what stands at an offset of the one stands there in the other. */
export function flatten(text: string): string {
  const flat = new Map<string, string>([
    ["đ", "d"],
    ["Đ", "d"],
    ["\n", "\n"],
  ]);
  let all = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    const known = flat.get(unit) ?? (/[*_#`|>\s]/.test(unit) ? " " : unit.normalize("NFD").charAt(0).toLowerCase().charAt(0));
    flat.set(unit, known);
    all += known;
  }
  return all;
}
