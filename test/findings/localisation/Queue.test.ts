import fc from "fast-check";
import { Queue } from "../../../src/core/findings/localisation/Queue";

describe("the queue of what to look at", () => {
  it("hands out what ranks least first, equals in the order they came", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (ranks) => {
        const queue = new Queue<number>();
        ranks.forEach((rank, index) => queue.push(rank, index));
        const out = ranks.map(() => queue.pop()!);
        const sorted = ranks.map((rank, item) => ({ rank, item })).sort((one, other) => one.rank - other.rank || one.item - other.item);
        expect(out.map(({ rank, item }) => ({ rank, item }))).toEqual(sorted);
        expect(queue.pop()).toBeUndefined();
      }),
    );
  });
});
