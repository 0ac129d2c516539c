/** Every choice of some of these, of none of them and of all: twice as many for each, so only for a few. */
export const choicesOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.reduce<readonly (readonly Item[])[]>((chosen, item) => [...chosen, ...chosen.map((each) => [...each, item])], [[]]);
