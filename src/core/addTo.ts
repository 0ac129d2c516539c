/** Adds an item to the list that a map holds under a key; the first one makes the list. */
export function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const there = lists.get(key);
  if (there) there.push(item);
  else lists.set(key, [item]);
}
