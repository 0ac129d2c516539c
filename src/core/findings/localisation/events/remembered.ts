import { perOwner } from "../../../perOwner";
import type { View } from "../Event";
import type { Setting } from "../Setting";

/** What may settle a constraint that is out by so much, going by the table's own counts alone. */
export type Finder<Found> = (setting: Setting, index: number, residual: number) => Found;

/** The same finder, which goes through a column only once: the search asks again and again for the same constraint and residual. */
export function remembered<Found>(find: Finder<Found>): Finder<Found> {
  const once = perOwner<Setting, string, Found>();
  return (setting, index, residual) => once(setting, `${index} ${residual}`, () => find(setting, index, residual));
}

/** What several kinds ask of the same constraint as the table stands: looked up for the first of them. */
export function onceAView<Found>(find: (index: number, view: View) => Found): (index: number, view: View) => Found {
  const once = perOwner<View, number, Found>();
  return (index, view) => once(view, index, () => find(index, view));
}
