import { a1 } from "../../src/core/sheet/Address";
import { spotKey, type Book, type BookCell, type BookSheet, type Spot } from "../../test/fixtures/book/Book";
import { fixedResult, link, plus, typedSum, worded } from "../../test/fixtures/book/formulas";
import type { Chance } from "../localisation/chance";
import type { Layout } from "./Layout";
import { writtenAs } from "./writtenAs";

const SOURCE = "Nhập liệu";
/** Sheets of which the table adds up the same cells. */
const UNITS: readonly string[] = ["Xã Một", "Xã Hai"];

/** Makes the cells that hold a table's inputs, typed or taken from elsewhere, and the sheets those stand on. */
export class Inputs {
  private readonly rows = new Map<string, Map<number, Map<number, BookCell>>>();
  private readonly outside = new Map<string, number>();
  /** Cells whose figure stands elsewhere, with the cell it stands in where that is in the book. */
  readonly sources = new Map<string, Spot | undefined>();

  constructor(
    private readonly layout: Layout,
    private readonly draw: Chance,
  ) {}

  private put({ sheet, row, column }: Spot, value: number, label: string): void {
    const rows = this.rows.get(sheet) ?? new Map<number, Map<number, BookCell>>([[0, new Map([[0, { value: "Số liệu do các bộ phận gửi" }]])]]);
    const line = rows.get(row) ?? new Map<number, BookCell>([[0, { value: label }]]);
    this.rows.set(sheet, rows.set(row, line.set(column, { value })));
  }

  /** The cell for a figure of a row called `label`; only those that are no sums come from elsewhere. */
  cell(spot: Spot, value: number, label = "", isInput = true): BookCell {
    const { inputs, notation } = this.layout;
    const some = inputs.startsWith("some") ? this.draw.hit(0.3) : inputs !== "typed";
    if (!some || !isInput) return writtenAs(value, notation, this.draw);
    if (inputs.endsWith("=37+4")) {
      const first = this.draw.whole(0, value);
      return { formula: typedSum([first, value - first]) };
    }
    const at: Spot = { sheet: SOURCE, row: spot.row + 3, column: spot.column - 1 };
    if (inputs === "added over sheets" || inputs === "3-D sum") {
      const first = this.draw.whole(0, value);
      const spots = UNITS.map((sheet): Spot => ({ ...at, sheet }));
      spots.forEach((each, index) => this.put(each, index === 0 ? first : value - first, label));
      this.sources.set(spotKey(spot), spots[0]);
      return { formula: inputs === "3-D sum" ? worded(`=SUM('${UNITS.join(":")}'!${a1(at)})`, spots) : plus(spots, "qualified") };
    }
    if (inputs === "another book") {
      this.outside.set(a1(at), value);
      this.sources.set(spotKey(spot), undefined);
      return { formula: fixedResult(`=[1]Tonghop!$${a1(at).replace(/(\d+)/, "$$$1")}`, value) };
    }
    this.put(at, value, label);
    this.sources.set(spotKey(spot), at);
    return { formula: link(at) };
  }

  sheets(): readonly BookSheet[] {
    return [...this.rows].map(([name, rows]) => ({ name, rows }));
  }

  external(): Pick<Book, "external"> {
    return this.outside.size > 0 ? { external: { file: "So lieu quy II.xlsx", sheet: "Tonghop", cells: this.outside } } : {};
  }
}
