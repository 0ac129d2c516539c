import type { Steps } from "../core/steps";

/** Things of each sheet, by its name. */
export type BySheet<Item> = ReadonlyMap<string, readonly Item[]>;

/** The things of each sheet, in the order given. */
export function* groupedBySheet<Item>(items: readonly Item[], sheetOf: (item: Item) => string): Steps<BySheet<Item>> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = sheetOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
    yield;
  }
  return groups;
}
