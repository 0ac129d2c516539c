import type { Steps } from "../steps";
import { keyOf, type Block } from "./Block";
import type { Body } from "./Body";
import { changed, closed, looseCost, looseIn, opened, withFigures, withRow, withRows, withSection } from "./openBlocks";
import { outlooksOf, type Outlooks } from "./outlook";
import { headingCost, lineCost, memoCost, noteCost, partCost, sumCost, totalCost, type Nats } from "./roleCosts";
import { isUnit } from "./rowSigns";
import { runsIn } from "./runs";
import { better, choicesOf, NEAR, type Choice, type Move, type Reading, type State, type Step } from "./State";
import { sumEvidence } from "./sumEvidence";

const WIDTH = 48;
const WINDOW = 60;
const NO_TOTAL = 4;
const TOTAL_AGAIN = 1;
const FIRST = 0.5;
/** Words for the whole, under a table that began with its total. */
const TOTAL_OF_SECTION = 7;
const SUM_TWICE = 3;
const SINGLE_LINE = 3;
const LEAVES_SECTION = 8;
const NO_MEMOS = { isLed: false, memos: 0 };

/** Reads the rows of a table in every way that is worth it, and gives the cheapest readings, best first. */
export class Search {
  private outlooks!: Outlooks;
  private steps: Step[] = [];
  /** The least order among them. */
  private least = Infinity;
  /** The row being read. */
  private row = 0;

  constructor(private readonly body: Body) {}

  *run(): Steps<readonly Reading[]> {
    this.outlooks = yield* outlooksOf(this.body);
    const runs = yield* runsIn(this.body, this.outlooks);
    const first: State = {
      cost: 0,
      top: opened(this.body, "table", -1, undefined, -1),
      choice: undefined,
      lastNumber: 0,
      isClosed: false,
      isTotalFirst: false,
      lastSum: -1,
      sumMemos: NO_MEMOS,
      others: [],
    };
    let states: readonly State[] = [first];
    for (let row = 0; row < this.body.size; row++) {
      this.steps = [];
      this.least = Infinity;
      this.row = row;
      const last = runs[row]!;
      for (const state of states) {
        if (last > row) this.takeRun(state, last);
        else this.take(state);
      }
      row = Math.max(row, last);
      states = this.kept(row);
      yield;
    }
    return yield* this.readings(states);
  }

  /** The likeliest states after a row. */
  private kept(to: number): readonly State[] {
    const steps = this.steps.sort((one, other) => one.order - other.order);
    const known = new Map<number, State>();
    for (const step of steps) {
      if (step.order > steps[0]!.order + WINDOW) break;
      const { state, move, depth, own, cost, more } = step;
      if (known.size >= WIDTH) break;
      const choice: Choice = { move, from: this.row, to, depth, cost: own, previous: state.choice };
      const { lastNumber = state.lastNumber, isClosed = state.isClosed, isTotalFirst = state.isTotalFirst, lastSum = -1, sumMemos = NO_MEMOS } = more;
      const made: State = { cost, top: step.make(), choice, lastNumber, isClosed, isTotalFirst, lastSum, sumMemos, others: state.others };
      const key = keyOf([
        made.top.key,
        lastNumber,
        lastSum,
        (isClosed ? 1 : 0) + (isTotalFirst ? 2 : 0) + (sumMemos.isLed ? 4 : 0) + 8 * Math.min(3, sumMemos.memos),
      ]);
      const other = known.get(key);
      known.set(key, other ? better(made, other) : made);
    }
    return [...known.values()];
  }

  /** What open blocks that state their sum first may still gain. */
  private promised(block: Block | undefined): Nats {
    let gain = 0;
    for (; block; block = block.under) {
      if (block.stated >= 0 && this.row <= this.outlooks.last[block.stated]!) gain += this.outlooks.gain[block.stated]!;
    }
    return gain;
  }

  private *readings(states: readonly State[]): Steps<readonly Reading[]> {
    const ended = states.map((state) => {
      const [table, cost] = this.popped(state.top).at(-1)!;
      const stated = table.stated >= 0 && table.count > 0 ? sumEvidence(this.body, table.stated, table) : 0;
      const isSummed = state.isClosed || state.isTotalFirst || (table.count < 2 && table.sections === 0);
      return { state, cost: state.cost + cost + looseCost(table) + stated + (isSummed ? 0 : NO_TOTAL) };
    });
    ended.sort((one, other) => one.cost - other.cost);
    const [best] = ended;
    const found: Reading[] = [];
    for (const { state, cost } of ended) {
      if (cost > best!.cost + NEAR) break;
      yield;
      const choices = choicesOf(state.choice);
      found.push({ choices, cost });
      for (const { choice, more } of state.others) {
        if (cost + more <= best!.cost + NEAR)
          found.push({ choices: [...choicesOf(choice), ...choices.filter(({ from }) => from > choice.to)], cost: cost + more });
      }
    }
    return found.sort((one, other) => one.cost - other.cost);
  }

  /** The open blocks from the innermost out, each as it is once those in it are closed, with what that costs. */
  private popped(top: Block): readonly (readonly [Block, Nats])[] {
    let [block, cost] = [top, 0];
    const all: (readonly [Block, Nats])[] = [[block, cost]];
    while (block.depth > 0) {
      const [under, more] = closed(this.body, block);
      block = under;
      cost += more;
      all.push([block, cost]);
    }
    return all;
  }

  private step(state: State, move: Move, into: Block, closing: Nats, own: Nats, make: () => Block, more: Partial<State> = {}, evidence: Nats = 0): void {
    const cost = state.cost + closing + own + evidence;
    const isOpen = move !== "after" && move !== "loose" && move !== "total";
    const mayState =
      move === "line" || move === "part" || move === "before" || move === "first-total" || (move === "heading" && this.body.rows[this.row]!.isFilled);
    const promised = (isOpen ? this.promised(into) : this.promised(into.under)) + (mayState ? this.outlooks.gain[this.row]! : 0);
    const order = cost - promised;
    if (order > this.least + WINDOW) return;
    this.least = Math.min(this.least, order);
    this.steps.push({ state, move, depth: into.depth, own, cost, order, make, more });
  }

  /** Rows that are lines like the one before them. */
  private takeRun(state: State, to: number): void {
    const { body, row } = this;
    const isPart = state.choice?.move === "part";
    const blocks = this.popped(state.top);
    const [into, closing] = blocks.find(([block]) => (isPart ? block.depth === state.choice!.depth : block.kind !== "line"))!;
    const lastNumber = body.kinds[to] === "number" ? body.signs[to]!.ordinal.value : state.lastNumber;
    this.step(state, isPart ? "part" : "line", into, closing, 0, () => withRows(body, into, row, to), { lastNumber });
  }

  /** One row, taken for everything it may be. */
  private take(state: State): void {
    const { body, row } = this;
    const { isFilled, adds } = body.rows[row]!;
    const { leads, sum } = body.signs[row]!;
    const blocks = this.popped(state.top);
    this.takeWithin(state, blocks);
    if (sum || adds || (isFilled && (this.outlooks.isBelowItsParts[row] || this.outlooks.gain[row]! > 0))) this.takeSums(state, blocks);
    if (isFilled) return;
    const { top, lastSum, sumMemos } = state;
    this.step(state, "note", top, 0, noteCost(body, row), () => top, { lastSum, sumMemos });
    if (top.kind === "table" && top.count === 0 && top.sections === 0 && body.kinds[row] === "none")
      this.step(state, "note", top, 0, isUnit(body.signs[row]!) ? 0 : 1.5, () => top);
    if (!leads) return;
    if (lastSum >= 0) this.step(state, "lead", top, 0, 0, () => top, { lastSum, sumMemos: { isLed: true, memos: 0 } });
    for (const [host, closing] of blocks) if (host.kind === "line") this.step(state, "lead", host, closing, 0, () => changed(body, host, (led) => (led.isLed = true)));
  }

  /** A row as a line, part, memo or heading of each block that is open. */
  private takeWithin(state: State, blocks: readonly (readonly [Block, Nats])[]): void {
    const { body, row } = this;
    const { ordinal, sum } = body.signs[row]!;
    const { isFilled, bold, says } = body.rows[row]!;
    const { top, isClosed, isTotalFirst, lastSum, sumMemos } = state;
    const around = { lastNumber: state.lastNumber, isClosed, isLed: top.isLed && top.count === 0 && top.memos === 0 };
    const lastNumber = ordinal.kind === "number" ? ordinal.value : state.lastNumber;
    const kind = body.kinds[row]!;
    // A heading with figures that shows none of its signs is one only if what is below adds up.
    const mayHead =
      !isFilled ||
      kind === "roman" ||
      kind === "capital" ||
      kind === "number" ||
      sum !== undefined ||
      bold === true ||
      says !== undefined ||
      this.outlooks.gain[row]! > 0;
    let left = 0;
    for (const [into, closing] of blocks) {
      if (into.kind === "line") {
        this.step(state, "part", into, closing, partCost(body, row, into), () => opened(body, "line", row, withRow(body, into, row), row));
        if (isFilled) this.step(state, "memo", into, closing, memoCost(body, row, into.row, into, false), () => changed(body, into, (told) => told.memos++));
        continue;
      }
      this.step(state, "line", into, closing, lineCost(body, row, into, around) + left, () => opened(body, "line", row, withRow(body, into, row), row), {
        lastNumber,
      });
      if (mayHead)
        this.step(state, "heading", into, closing, headingCost(body, row, into, isClosed), () => opened(body, "section", row, into, isFilled ? row : -1));
      left += LEAVES_SECTION;
    }
    if (lastSum < 0 || !isFilled) return;
    const memo = memoCost(body, row, lastSum, sumMemos, isClosed || isTotalFirst);
    this.step(state, "memo", top, 0, memo, () => top, { lastSum, sumMemos: { isLed: sumMemos.isLed, memos: sumMemos.memos + 1 } });
  }

  /** A row as the sum of a section, of lines without heading, or of the table. */
  private takeSums(state: State, blocks: readonly (readonly [Block, Nats])[]): void {
    const { body, row } = this;
    for (const [into, closing] of blocks) {
      if (into.kind === "line") continue;
      if (into.kind === "section") this.takeSectionSum(state, into, closing);
      const loose = looseIn(into);
      if (loose.count === 0 || state.isClosed) continue;
      const { sum, of } = body.signs[row]!;
      const isTotal = state.isTotalFirst && into.kind === "table" && sum === "grand" && of === "";
      const own = sumCost(body, row, -1) + (loose.count === 1 ? SINGLE_LINE : 0) + (isTotal ? TOTAL_OF_SECTION : 0);
      const before = into.since ?? opened(body, into.kind, into.row, into.under, into.stated);
      const [ended, styled] = withSection(body, before, withFigures(body, before, row, loose.leaves), -1, "after");
      this.step(state, "loose", into, closing, own, () => ended, { lastSum: row }, styled + sumEvidence(body, row, loose));
    }
    const [table, closing] = blocks.at(-1)!;
    const own = totalCost(body, row);
    if (table.count > 0) {
      const again = state.isClosed || state.isTotalFirst ? TOTAL_AGAIN : 0;
      this.step(state, "total", table, closing, own, () => table, { isClosed: true, lastSum: row }, again + looseCost(table) + sumEvidence(body, row, table));
    } else if (state.top.kind === "table" && table.stated < 0 && table.sections === 0) {
      this.step(state, "first-total", table, 0, own + FIRST, () => changed(body, table, (begun) => (begun.stated = row)), { isTotalFirst: true, lastSum: row });
    }
  }

  private takeSectionSum(state: State, section: Block, closing: Nats): void {
    const { body, row } = this;
    const own = sumCost(body, row, section.row);
    if (section.count === 0) {
      if (section.stated >= 0 || state.top !== section || section.sections > 0) return;
      this.step(state, "before", section, 0, own + FIRST, () => changed(body, section, (summed) => (summed.stated = row)), { lastSum: row });
      return;
    }
    const isAgain = section.stated >= 0;
    const [ended, cost] = closed(body, isAgain ? section : changed(body, section, (summed) => (summed.stated = row)));
    this.step(state, "after", section, closing, own, () => ended, { lastSum: row }, cost + (isAgain ? SUM_TWICE + sumEvidence(body, row, section) : 0));
  }
}
