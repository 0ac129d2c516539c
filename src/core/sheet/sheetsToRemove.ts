import type { Sheet } from "./Sheet";

/** Of the sheets wanted gone those that are there; where none would be left in view, the first of them that is in view stays. */
export function sheetsToRemove(sheets: readonly Pick<Sheet, "name" | "visible">[], wanted: readonly string[]): readonly string[] {
  const going = sheets.filter(({ name }) => wanted.includes(name));
  const spared = sheets.some(({ name, visible }) => visible && !wanted.includes(name)) ? undefined : going.find(({ visible }) => visible);
  return going.filter((sheet) => sheet !== spared).map(({ name }) => name);
}
