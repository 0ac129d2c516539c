/**
 * A text without what it ends in: a pattern `/[…]+$/` would walk along each run of such signs that ends nowhere, from every place in it.
 * @param signs What one sign of the end is, a single UTF-16 unit: a class of characters, neither global nor sticky.
 */
export function withoutEnd(text: string, signs: RegExp): string {
  let end = text.length;
  while (end > 0 && signs.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}
