import type { Book, Spot } from "../../test/fixtures/book/Book";
import type { Layout } from "./Layout";

/** A sum that a right table keeps; `asked` ones may have a lawful gap. */
export interface Relation {
  readonly kind: "across" | "down" | "asked";
  readonly total: Spot;
  readonly parts: readonly Spot[];
}

/** A right table, laid out in some way, with what is known of it. */
export interface MadeTable {
  readonly id: string;
  readonly layout: Layout;
  readonly book: Book;
  readonly sheet: string;
  /** Every cell that holds a figure. */
  readonly figures: readonly Spot[];
  readonly relations: readonly Relation[];
  /** Cells whose figure stands elsewhere, with the cell it stands in where that is in the book. */
  readonly sources: ReadonlyMap<string, Spot | undefined>;
}
