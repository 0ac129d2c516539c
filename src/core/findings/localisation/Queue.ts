interface Entry<Item> {
  readonly rank: number;
  readonly order: number;
  readonly item: Item;
}

/** A queue that hands out what ranks least first; equals in the order they came. */
export class Queue<Item> {
  readonly #heap: Entry<Item>[] = [];
  #count = 0;

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

  pop(): { readonly rank: number; readonly item: Item } | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
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
    return first;
  }

  #before(one: Entry<Item>, other: Entry<Item>): boolean {
    return one.rank < other.rank || (one.rank === other.rank && one.order < other.order);
  }
}
