/**
 * A few numbers by number: key, value, key, value …, in ascending order of the keys. States of the search differ by a handful of
 * them, and are made by the thousand: such a list is copied, and looked through, faster than a map.
 */
export type Pairs = readonly number[];

/** Where a key stands, or would stand. */
function placeOf(pairs: Pairs, key: number): number {
  let [first, end] = [0, pairs.length >> 1];
  while (first < end) {
    const middle = (first + end) >> 1;
    if (pairs[2 * middle]! < key) first = middle + 1;
    else end = middle;
  }
  return 2 * first;
}

/** The value of a key; undefined where there is none. */
export function valueIn(pairs: Pairs, key: number): number | undefined {
  const place = placeOf(pairs, key);
  return pairs[place] === key ? pairs[place + 1] : undefined;
}

/** Takes a key out. */
export function drop(pairs: number[], key: number): void {
  const place = placeOf(pairs, key);
  if (pairs[place] !== key) return;
  pairs.copyWithin(place, place + 2);
  pairs.length -= 2;
}

/** Sets the value of a key. */
export function put(pairs: number[], key: number, value: number): void {
  const place = placeOf(pairs, key);
  if (pairs[place] !== key) {
    // What splice cuts out would be a list of its own, each time.
    pairs.push(key, value);
    for (let last = pairs.length - 1; last > place + 1; last--) pairs[last] = pairs[last - 2]!;
    pairs[place] = key;
  }
  pairs[place + 1] = value;
}
