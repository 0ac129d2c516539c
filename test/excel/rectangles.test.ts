import fc from "fast-check";
import { positionKey, type Position } from "../../src/core/sheet/Address";
import { rectanglesOf } from "../../src/excel/rectangles";

const cellsOf = (rectangles: ReturnType<typeof rectanglesOf>): readonly number[] =>
  rectangles.flatMap(({ top, left, bottom, right }) => {
    const keys: number[] = [];
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) keys.push(positionKey({ row, column }));
    return keys;
  });

describe("rectangles around cells", () => {
  it("cover exactly the cells given, each once, whatever their order and however often they are named", () => {
    const position = fc.record({ row: fc.nat(12), column: fc.oneof(fc.nat(8), fc.constantFrom(16_382, 16_383)) });
    fc.assert(
      fc.property(fc.array(position, { maxLength: 60 }), (positions: readonly Position[]) => {
        const covered = cellsOf(rectanglesOf(positions));
        expect([...covered].sort((one, other) => one - other)).toEqual([...new Set(positions.map(positionKey))].sort((one, other) => one - other));
      }),
    );
  });

  it("are one for a block, and keep a row's end apart from the next row's beginning", () => {
    const block = [0, 1, 2].flatMap((row) => [3, 4].map((column) => ({ row, column })));
    expect(rectanglesOf(block)).toEqual([{ top: 0, left: 3, bottom: 2, right: 4 }]);
    expect(rectanglesOf([{ row: 0, column: 16_383 }, { row: 1, column: 0 }])).toHaveLength(2);
  });
});
