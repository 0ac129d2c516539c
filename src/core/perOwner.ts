/** Remembers what was found for an owner and a key, and forgets it with the owner. */
export function perOwner<Owner extends object, Key, Found>(): (owner: Owner, key: Key, find: () => Found) => Found {
  const known = new WeakMap<Owner, Map<Key, Found>>();
  return (owner, key, find) => {
    const found = known.get(owner) ?? new Map<Key, Found>();
    known.set(owner, found);
    if (!found.has(key)) found.set(key, find());
    return found.get(key)!;
  };
}
