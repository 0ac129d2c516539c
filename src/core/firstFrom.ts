/** The place of the first item whose key is not below this one, by halving; their number where there is none. The items are in ascending order of their keys. */
export function firstFrom<Item>(items: readonly Item[], key: number, keyOf: (item: Item) => number): number {
  let [first, end] = [0, items.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (keyOf(items[middle]!) < key) first = middle + 1;
    else end = middle;
  }
  return first;
}
