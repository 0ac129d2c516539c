import type { Audit } from "./audit";
import { a1, type Rectangle } from "./sheet/Address";
import type { OpenQuestion } from "./figures/locate";

/** A table that resembles known forms but was not taken for one: the reporter says which it is. */
export interface Ask extends OpenQuestion {
  readonly sheet: string;
}

/** What an audit has to ask. */
export const asksOf = ({ unrecognised }: Pick<Audit, "unrecognised">): readonly Ask[] =>
  unrecognised.flatMap(({ sheet, question }) => (question ? [{ sheet, ...question }] : []));

/** Names a table by its place, for the choice of its form. */
export function placeOfTable({ sheet, range: { top, left } }: { readonly sheet: string; readonly range: Rectangle }): string {
  return `${sheet}|${a1({ row: top, column: left })}`;
}

/** In the place of a form's id: none that is known. */
export const NO_FORM = "";
