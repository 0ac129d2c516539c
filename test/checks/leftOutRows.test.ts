import type { Table } from "../../src/core/figures/Table";
import { checkOf, failsOf, liveWith, verdictsOf } from "../fixtures/report";

const check = checkOf("left-out-rows");
const told = (cells: Readonly<Record<string, string>>, hiddenRows: NonNullable<Table["hiddenRows"]>) => failsOf(verdictsOf(check, { ...liveWith(cells), hiddenRows }));

describe("a total that leaves out rows that are not shown", () => {
  it("is told, with the rows", () => {
    const [fail, ...others] = told({ D11: "=SUBTOTAL(9,D7:D10) -> 413" }, new Map([[7, "filtered"]]));
    expect(others).toEqual([]);
    expect(fail!.cells).toEqual([{ row: 10, column: 3 }]);
    expect(fail!.phrase.vi).toMatch(/^1 dòng đang bị lọc hoặc ẩn \(dòng 8\).*D11/);
  });

  it.each([
    ["adds up all of them", "=SUM(D7:D10) -> 533", new Map([[7, "filtered" as const]])],
    ["counts rows hidden by hand", "=SUBTOTAL(9,D7:D10) -> 533", new Map([[7, "hidden" as const]])],
    ["has none to leave out", "=SUBTOTAL(109,D7:D10) -> 533", new Map([[30, "hidden" as const]])],
  ])("is none where its formula %s", (_, formula, hiddenRows) => {
    expect(told({ D11: formula }, hiddenRows)).toEqual([]);
  });
});
