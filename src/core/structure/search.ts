import { finish, STEP, type Steps } from "../steps";
import { blockWith, keyOf, type Block } from "./Block";
import { kindOf, type Body } from "./Body";
import { closed, looseCost, looseIn, opened, openTable, withRow, withRows, withSection } from "./openBlocks";
import { ahead, type Outlook } from "./outlook";
import { headingCost, lineCost, memoCost, noteCost, partCost, sumCost, totalCost, type Nats } from "./roleCosts";
import { runsIn } from "./runs";
import { sumEvidence } from "./sumEvidence";

/** What a row may be taken for. lead: "Trong đó" without figures. before: a sum right under the heading. loose: the sum of lines without one. */
export type Move = "line" | "part" | "memo" | "lead" | "heading" | "after" | "before" | "loose" | "total" | "first-total" | "note";

/** Rows from one to another taken for something, and what was made of those before. */
export interface Choice {
  readonly move: Move;
  readonly from: number;
  readonly to: number;
  /** How deep the block lies that it belongs to. */
  readonly depth: number;
  /** What words, ordinal and looks ask for it. */
  readonly cost: Nats;
  readonly previous: Choice | undefined;
}

/** Another way to come to the same, for so much more. */
interface Other {
  readonly choice: Choice;
  readonly more: Nats;
}

/** A way to read the rows so far. */
interface State {
  readonly cost: Nats;
  /** What its place in the order is by: the cost less what open blocks promise. */
  readonly order: Nats;
  readonly top: Block;
  readonly choice: Choice | undefined;
  readonly lastNumber: number;
  readonly isClosed: boolean;
  readonly isTotalFirst: boolean;
  /** The row that stated a sum just before, or -1, and what follows it. */
  readonly lastSum: number;
  readonly sumMemos: { readonly isLed: boolean; readonly memos: number };
  readonly others: readonly Other[];
}

/** A whole reading: its last choice, and what it costs. */
export interface Reading {
  readonly choices: readonly Choice[];
  readonly cost: Nats;
}

const WIDTH = 40;
const WINDOW = 60;
/** A reading that costs so much more than another is none. */
export const NEAR = 15;
const MOST_OTHERS = 8;
const NO_TOTAL = 4;
const TOTAL_AGAIN = 4;
const FIRST = 0.5;
const SUM_TWICE = 3;
const SINGLE_LINE = 3;
const LEAVES_SECTION = 2;
const NO_MEMOS = { isLed: false, memos: 0 };

/** Reads the rows of a table in every way that is worth it, and gives the cheapest readings, best first. */
export class Search {
  private readonly outlooks: (Outlook | undefined)[] = [];
  private next = new Map<number, State>();

  constructor(private readonly body: Body) {}

  *run(): Steps<readonly Reading[]> {
    const runs = yield* runsIn(this.body);
    let states: readonly State[] = [
      { cost: 0, order: 0, top: openTable(this.body), choice: undefined, lastNumber: 0, isClosed: false, isTotalFirst: false, lastSum: -1, sumMemos: NO_MEMOS, others: [] },
    ];
    let looks = 0;
    for (let row = 0; row < this.body.size; row++) {
      this.next = new Map();
      const last = runs[row]!;
      for (const state of states) {
        if (last > row) this.takeRun(state, row, last);
        else this.take(state, row);
        if (++looks % (STEP / 10) === 0) yield;
      }
      if (last > row) row = last;
      states = this.kept(row);
    }
    return this.readings(states);
  }

  /** The likeliest states after a row. */
  private kept(row: number): readonly State[] {
    const all = [...this.next.values()].map((state) => ({ ...state, order: state.cost - this.promised(state.top, row) }));
    all.sort((one, other) => one.order - other.order);
    const [best] = all;
    return best ? all.slice(0, WIDTH).filter(({ order }) => order <= best.order + WINDOW) : [];
  }

  /** What open blocks that state their sum first may still gain. */
  private promised(top: Block, row: number): Nats {
    let gain = 0;
    for (let block: Block | undefined = top; block; block = block.under) {
      if (block.stated < 0) continue;
      if (!(block.stated in this.outlooks)) this.outlooks[block.stated] = ahead(this.body, block.stated);
      const outlook = this.outlooks[block.stated];
      if (outlook && row <= outlook.last) gain += outlook.gain;
    }
    return gain;
  }

  private readings(states: readonly State[]): readonly Reading[] {
    const ended = states.map((state) => {
      const [table, cost] = this.popped(state.top, 0);
      const stated = table.stated >= 0 && table.count > 0 ? sumEvidence(this.body, table.stated, table) : 0;
      return { state, cost: state.cost + cost + looseCost(table) + stated + (state.isClosed || state.isTotalFirst || (table.count < 2 && table.sections === 0) ? 0 : NO_TOTAL) };
    });
    ended.sort((one, other) => one.cost - other.cost);
    const [best] = ended;
    if (!best) return [];
    const found: Reading[] = [];
    for (const { state, cost } of ended) {
      if (cost > best.cost + NEAR) break;
      const choices = choicesOf(state.choice);
      found.push({ choices, cost });
      for (const { choice, more } of state.others) if (cost + more <= best.cost + NEAR) found.push({ choices: [...choicesOf(choice), ...choices.filter(({ from }) => from > choice.to)], cost: cost + more });
    }
    return found.sort((one, other) => one.cost - other.cost);
  }

  /** Closes blocks down to a depth. */
  private popped(top: Block, depth: number): readonly [Block, Nats] {
    let [block, cost] = [top, 0];
    while (block.depth > depth) {
      const [under, more] = closed(this.body, block);
      block = under;
      cost += more;
    }
    return [block, cost];
  }

  private add(state: State, top: Block, cost: Nats, choice: Omit<Choice, "previous">, more: Partial<State> = {}): void {
    const made: State = { ...state, lastSum: -1, sumMemos: NO_MEMOS, ...more, cost: state.cost + cost, top, choice: { ...choice, previous: state.choice } };
    const { isClosed, isTotalFirst, lastNumber, lastSum, sumMemos } = made;
    const key = keyOf([top.key, lastNumber, lastSum, (isClosed ? 1 : 0) + (isTotalFirst ? 2 : 0) + (sumMemos.isLed ? 4 : 0) + 8 * Math.min(3, sumMemos.memos)]);
    const known = this.next.get(key);
    if (!known) this.next.set(key, made);
    else {
      const [better, worse] = made.cost < known.cost ? [made, known] : [known, made];
      const apart = worse.cost - better.cost;
      const others = [...better.others, { choice: worse.choice!, more: apart }, ...worse.others.map((each) => ({ ...each, more: each.more + apart }))];
      this.next.set(key, { ...better, others: others.filter((each) => each.more <= NEAR).sort((one, other) => one.more - other.more).slice(0, MOST_OTHERS) });
    }
  }

  /** Rows that are lines like the one before them. */
  private takeRun(state: State, from: number, to: number): void {
    const isPart = state.choice?.move === "part";
    const depth = isPart ? state.choice.depth : containerOf(state.top).depth;
    const [into, cost] = this.popped(state.top, depth);
    const lastNumber = this.body.signs[to]!.ordinal.kind === "number" ? this.body.signs[to]!.ordinal.value : state.lastNumber;
    this.add(state, withRows(this.body, into, from, to), cost, { move: isPart ? "part" : "line", from, to, depth, cost: 0 }, { lastNumber });
  }

  /** One row, taken for everything it may be. */
  private take(state: State, row: number): void {
    const { rows, signs } = this.body;
    const { isFilled } = rows[row]!;
    const { onlyLeads, sum } = signs[row]!;
    this.takeWithin(state, row);
    if (isFilled || sum) this.takeSums(state, row);
    if (isFilled) return;
    this.add(state, state.top, noteCost(this.body, row), { move: "note", from: row, to: row, depth: state.top.depth, cost: 0 }, { lastSum: state.lastSum, sumMemos: state.sumMemos });
    const isFirst = state.top.kind === "table" && state.top.count === 0 && state.top.sections === 0;
    if (isFirst && kindOf(signs[row]!) === "none") this.add(state, state.top, signs[row]!.isUnit ? 0 : 1.5, { move: "note", from: row, to: row, depth: 0, cost: 0 });
    if (!onlyLeads) return;
    if (state.lastSum >= 0) this.add(state, state.top, 0, { move: "lead", from: row, to: row, depth: state.top.depth, cost: 0 }, { lastSum: state.lastSum, sumMemos: { isLed: true, memos: 0 } });
    for (let block: Block | undefined = state.top; block?.kind === "line"; block = block.under) {
      const [host, cost] = this.popped(state.top, block.depth);
      this.add(state, blockWith({ ...host, isLed: true }), cost, { move: "lead", from: row, to: row, depth: host.depth, cost: 0 });
    }
  }

  /** A row as a line, part, memo or heading of each block that is open. */
  private takeWithin(state: State, row: number): void {
    const { body } = this;
    const { ordinal } = body.signs[row]!;
    const around = { lastNumber: state.lastNumber, isClosed: state.isClosed, isLed: state.top.isLed && state.top.count === 0 && state.top.memos === 0 };
    const lastNumber = ordinal.kind === "number" ? ordinal.value : state.lastNumber;
    const isFilled = body.rows[row]!.isFilled;
    let left = 0;
    for (let block: Block | undefined = state.top; block; block = block.under) {
      const [into, closing] = this.popped(state.top, block.depth);
      const { depth } = into;
      if (into.kind === "line") {
        const part = partCost(body, row, into);
        this.add(state, opened(body, "line", row, withRow(body, into, row), row), closing + part, { move: "part", from: row, to: row, depth, cost: part });
        if (!isFilled) continue;
        const memo = memoCost(body, row, into.row, into, false);
        this.add(state, blockWith({ ...into, memos: into.memos + 1 }), closing + memo, { move: "memo", from: row, to: row, depth, cost: memo });
        continue;
      }
      const line = lineCost(body, row, into, around) + left;
      this.add(state, opened(body, "line", row, withRow(body, into, row), row), closing + line, { move: "line", from: row, to: row, depth, cost: line }, { lastNumber });
      const heading = headingCost(body, row, into, state.isClosed);
      this.add(state, opened(body, "section", row, into, isFilled ? row : -1), closing + heading, { move: "heading", from: row, to: row, depth, cost: heading });
      left += LEAVES_SECTION;
    }
    if (state.lastSum >= 0 && isFilled) {
      const { isLed, memos } = state.sumMemos;
      const memo = memoCost(body, row, state.lastSum, state.sumMemos, state.isClosed || state.isTotalFirst);
      const choice = { move: "memo", from: row, to: row, depth: state.top.depth, cost: memo } as const;
      this.add(state, state.top, memo, choice, { lastSum: state.lastSum, sumMemos: { isLed, memos: memos + 1 } });
    }
  }

  /** A row as the sum of a section, of lines without heading, or of the table. */
  private takeSums(state: State, row: number): void {
    const { body } = this;
    for (let block: Block | undefined = state.top; block; block = block.under) {
      if (block.kind === "line") continue;
      const [into, closing] = this.popped(state.top, block.depth);
      if (into.kind === "section") this.takeSectionSum(state, row, into, closing);
      const loose = looseIn(into);
      if (loose.count === 0 || state.isClosed) continue;
      const own = sumCost(body, row, -1) + (loose.count === 1 ? SINGLE_LINE : 0);
      const cost = closing + own + sumEvidence(body, row, loose);
      const before = into.since ?? emptied(body, into);
      const [ended, styled] = withSection(body, withRow(body, before, row, loose.leaves), -1, "after", before);
      this.add(state, ended, cost + styled, { move: "loose", from: row, to: row, depth: into.depth, cost: own }, { lastSum: row });
    }
    const [table, closing] = this.popped(state.top, 0);
    const own = totalCost(body, row);
    if (table.count > 0) {
      const again = state.isClosed || state.isTotalFirst ? TOTAL_AGAIN : 0;
      const cost = closing + own + again + looseCost(table) + sumEvidence(body, row, table);
      this.add(state, table, cost, { move: "total", from: row, to: row, depth: 0, cost: own }, { isClosed: true, lastSum: row });
    } else if (state.top.kind === "table" && table.stated < 0 && table.sections === 0) {
      const made = blockWith({ ...table, stated: row });
      this.add(state, made, own + FIRST, { move: "first-total", from: row, to: row, depth: 0, cost: own }, { isTotalFirst: true, lastSum: row });
    }
  }

  private takeSectionSum(state: State, row: number, section: Block, closing: Nats): void {
    const { body } = this;
    const own = sumCost(body, row, section.row);
    if (section.count === 0) {
      if (section.stated >= 0 || state.top !== section || section.sections > 0) return;
      this.add(state, blockWith({ ...section, stated: row }), own + FIRST, { move: "before", from: row, to: row, depth: section.depth, cost: own }, { lastSum: row });
      return;
    }
    const isAgain = section.stated >= 0;
    const [ended, cost] = closed(body, isAgain ? section : blockWith({ ...section, stated: row }));
    const again = isAgain ? SUM_TWICE + sumEvidence(body, row, section) : 0;
    this.add(state, ended, closing + own + cost + again, { move: "after", from: row, to: row, depth: section.depth, cost: own }, { lastSum: row });
  }
}

/** The block in which lines stand: the innermost that is none itself. */
function containerOf(top: Block): Block {
  let block = top;
  while (block.kind === "line") block = block.under!;
  return block;
}

/** A block as it was before its first row. */
function emptied(body: Body, block: Block): Block {
  const { kind, row, stated, under, depth } = block;
  return under ? blockWith({ ...opened(body, "section", row, under, stated) }) : blockWith({ ...openTable(body), kind, row, stated, depth });
}

function choicesOf(last: Choice | undefined): readonly Choice[] {
  const choices: Choice[] = [];
  for (let choice = last; choice; choice = choice.previous) choices.push(choice);
  return choices.reverse();
}

/** The cheapest readings, at once. */
export const readingsOf = (body: Body): readonly Reading[] => finish(new Search(body).run());
