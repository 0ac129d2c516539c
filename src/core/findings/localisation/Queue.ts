/** A queue that hands out the least first; what is equal, in the order it came. */
export class Queue<Item> {
  readonly #heap: { readonly rank: number; readonly order: number; readonly item: Item }[] = [];
  #count = 0;

  get size(): number {
    return this.#heap.length;
  }

  push(rank: number, item: Item): void {
    const heap = this.#heap;
    const entry = { rank, order: this.#count++, item };
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(entry, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = entry;
  }

  pop(): Item | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first?.item;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && this.#before(heap[child + 1]!, heap[child]!)) child++;
      if (!this.#before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first.item;
  }

  #before(one: { readonly rank: number; readonly order: number }, other: { readonly rank: number; readonly order: number }): boolean {
    return one.rank < other.rank || (one.rank === other.rank && one.order < other.order);
  }
}
