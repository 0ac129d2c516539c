import { AXES, type Axis, type Layout } from "./Layout";

const PLAIN = Object.fromEntries((Object.keys(AXES) as Axis[]).map((axis) => [axis, AXES[axis][0]])) as unknown as Layout;

/** What a feature cannot be without. */
const COMPANIONS: Partial<Record<Axis, Partial<Layout>>> = {
  sums: { sections: "I" },
  numbering: { sections: "I", sums: "after" },
  words: { sections: "I", sums: "after" },
};

/** Sums that leave out what is hidden, where something is. */
const OVER_HIDDEN: readonly Layout["down"][] = ["typed", "typed over what is visible", "SUM", "SUBTOTAL 9", "SUBTOTAL 109", "AGGREGATE"];

/** Each feature in a table that is plain otherwise, by its name. */
export function aloneLayouts(): readonly (readonly [name: string, layout: Partial<Layout>])[] {
  const each = (Object.keys(AXES) as Axis[]).flatMap((axis) =>
    AXES[axis].slice(1).map((value) => {
      const companions: Partial<Layout> = value === "half of all" ? { sections: "I", sums: "after" } : (COMPANIONS[axis] ?? {});
      return [`${axis}: ${value}`, { ...PLAIN, ...companions, [axis]: value }] as const;
    }),
  );
  const hidden = (["hidden by hand", "filtered"] as const).flatMap((rowsShown) =>
    OVER_HIDDEN.map((down) => [`${rowsShown}, totals ${down}`, { ...PLAIN, rowsShown, down }] as const),
  );
  const plain = ["nothing", PLAIN] as const;
  return [plain, ...each.filter(([name]) => name !== "down: typed over what is visible"), ...hidden];
}
