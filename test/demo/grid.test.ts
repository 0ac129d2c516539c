import { parseA1, parseA1Range } from "../../src/core/sheet/Address";
import { placing } from "../../src/demo/grid/geometry";
import { gridDeed, type GridKey } from "../../src/demo/grid/gridKeys";

const key = (name: string, held: Partial<GridKey> = {}): GridKey => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
const extent = { rows: 40, columns: 14 };
const press = (name: string, held?: Partial<GridKey>) => gridDeed(key(name, held), parseA1("C5")!, extent);

describe("keys on the grid", () => {
  it("go from cell to cell and stop at the edges", () => {
    expect(press("ArrowDown")).toEqual({ kind: "go", to: parseA1("C6") });
    expect(press("ArrowLeft", { ctrlKey: true })).toEqual({ kind: "go", to: parseA1("A5") });
    expect(press("PageUp")).toEqual({ kind: "go", to: parseA1("C1") });
  });

  it("begin typing afresh with a letter and go on editing with F2", () => {
    expect(press("5")).toEqual({ kind: "edit", afresh: true });
    expect(press("Process")).toEqual({ kind: "edit", afresh: true });
    expect(press("F2")).toEqual({ kind: "edit", afresh: false });
  });

  it("undo, but leave other shortcuts and Tab to the browser", () => {
    expect(press("z", { ctrlKey: true })).toEqual({ kind: "undo" });
    expect(press("c", { ctrlKey: true })).toBeUndefined();
    expect(press("Tab")).toBeUndefined();
    expect(press("ArrowLeft", { altKey: true })).toBeUndefined();
  });
});

describe("joined cells", () => {
  const merges = [parseA1Range("A5:A8")!, parseA1Range("C5:F5")!];
  const placed = (address: string, first: number, last: number) => {
    const { row, column } = parseA1(address)!;
    return placing(merges, first - 1, last - 1)(row, column);
  };

  it("show at their corner and cover the rest", () => {
    expect(placed("A5", 1, 40)).toEqual({ kind: "cell", rowSpan: 4, columnSpan: 1 });
    expect(placed("A6", 1, 40)).toEqual({ kind: "covered" });
    expect(placed("F5", 1, 40)).toEqual({ kind: "covered" });
    expect(placed("B5", 1, 40)).toEqual({ kind: "cell", rowSpan: 1, columnSpan: 1 });
  });

  it("show by the part that is on the page", () => {
    expect(placed("A7", 7, 40)).toEqual({ kind: "cell", rowSpan: 2, columnSpan: 1 });
    expect(placed("A5", 1, 6)).toEqual({ kind: "cell", rowSpan: 2, columnSpan: 1 });
  });
});
