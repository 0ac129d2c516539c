/** Pairs of things of two lists, in the order of both, that are most alike in all. `alike` says how much two are, 0 for not at all. */
export function pairedInOrder<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  alike: (one: One, other: Other) => number,
): readonly (readonly [One, Other])[] {
  /** At [i][j] the most that can be had from the ith and the jth on. */
  const most = Array.from({ length: ones.length + 1 }, () => new Float64Array(others.length + 1));
  for (let i = ones.length - 1; i >= 0; i--) {
    for (let j = others.length - 1; j >= 0; j--) {
      const value = alike(ones[i]!, others[j]!);
      most[i]![j] = Math.max(most[i + 1]![j]!, most[i]![j + 1]!, value > 0 ? value + most[i + 1]![j + 1]! : 0);
    }
  }
  const pairs: (readonly [One, Other])[] = [];
  for (let i = 0, j = 0; i < ones.length && j < others.length; ) {
    if (most[i]![j] === most[i + 1]![j]) i++;
    else if (most[i]![j] === most[i]![j + 1]) j++;
    else pairs.push([ones[i++]!, others[j++]!]);
  }
  return pairs;
}
