import type { View } from "../Event";
import type { Setting } from "../Setting";

/** What may settle a constraint that is out by so much, going by the table's own counts alone. */
export type Finder<Found> = (setting: Setting, index: number, residual: number) => Found;

/** The same finder, which goes through a column only once: the search asks again and again for the same constraint and residual. */
export function remembered<Found>(find: Finder<Found>): Finder<Found> {
  const known = new WeakMap<Setting, Map<string, Found>>();
  return (setting, index, residual) => {
    const found = known.get(setting) ?? new Map<string, Found>();
    known.set(setting, found);
    const key = `${index} ${residual}`;
    if (!found.has(key)) found.set(key, find(setting, index, residual));
    return found.get(key)!;
  };
}

/** What several kinds ask of the same constraint as the table stands: looked up for the first of them. */
export function onceAView<Found>(find: (index: number, view: View) => Found): (index: number, view: View) => Found {
  const known = new WeakMap<View, Map<number, Found>>();
  return (index, view) => {
    const found = known.get(view) ?? new Map<number, Found>();
    known.set(view, found);
    if (!found.has(index)) found.set(index, find(index, view));
    return found.get(index)!;
  };
}
