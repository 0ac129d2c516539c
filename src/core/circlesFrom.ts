/** The circles that lead from these nodes along `next` back to where they were, each as the nodes it goes through. Every node is gone through once, with a list of its own. */
export function circlesFrom<Node>(starts: Iterable<Node>, next: (node: Node) => Iterable<Node>): readonly (readonly Node[])[] {
  const circles: (readonly Node[])[] = [];
  const places = new Map<Node, number>();
  /** Of nodes that are done with; others hold their place on the way. */
  const DONE = -1;
  for (const start of starts) {
    if (places.has(start)) continue;
    const way: { readonly node: Node; readonly rest: Iterator<Node> }[] = [];
    const enter = (node: Node): void => {
      places.set(node, way.length);
      way.push({ node, rest: next(node)[Symbol.iterator]() });
    };
    enter(start);
    for (let last = way.at(-1); last; last = way.at(-1)) {
      const { value, done } = last.rest.next();
      const place = done ? undefined : places.get(value);
      if (done) places.set(way.pop()!.node, DONE);
      else if (place === undefined) enter(value);
      else if (place !== DONE) circles.push(way.slice(place).map(({ node }) => node));
    }
  }
  return circles;
}
