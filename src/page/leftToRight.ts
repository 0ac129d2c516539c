// Stands in for the library that turns styles around for scripts written from right to left: both our languages are written
// the other way, and the pane appears sooner without it.

/** The style of one property, as it is. */
export const convertProperty = <Value>(key: string, value: Value): { readonly key: string; readonly value: Value } => ({ key, value });

/** The styles as they are. */
export const convert = <Styles>(styles: Styles): Styles => styles;
