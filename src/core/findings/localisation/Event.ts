import type { Phrase } from "../../words/Phrase";
import { choiceOf, costOf, type Cost } from "./Cost";
import { isComputed, type Sum } from "./Problem";
import type { Setting } from "./Setting";

/** A cell that must have held another count. */
export interface CellChange {
  readonly cell: number;
  readonly to: number;
}

/** Something that went wrong once, whatever number of cells it spoilt. */
export interface Event {
  readonly kind: string;
  /** What happened, in a few words: "gõ đảo chữ số". */
  readonly what: Phrase;
  readonly changes: readonly CellChange[];
  readonly cost: Cost;
  /** Cells of which nothing but their sum can be known. */
  readonly unknown?: Unknown;
  /** A cell of the other row that the event is about, to be named at the end of `what`. */
  readonly other?: number;
  /** Constraints that are done with although no count makes them come out. */
  readonly settles?: readonly number[];
}

/** Each of these cells held something, and together this sum. */
export interface Unknown {
  readonly cells: readonly number[];
  readonly sum: number;
}

/** The table as it stands while some events are taken for granted. */
export interface View {
  readonly setting: Setting;
  value(cell: number): number;
  residual(constraint: number): number;
  isChanged(cell: number): boolean;
  /** The cells that events have changed. */
  readonly changed: readonly number[];
  /** Looks something up once for all kinds of events that ask for it. */
  readonly once: Setting["once"];
}

/** A kind of event that spoils several cells at once. It proposes those that would settle the constraint, as it now stands. */
export type ManyCellsKind = (constraint: number, view: View) => Iterable<Event>;

/** Whether an event may still strike the cell: typed in the body, not one that followed, and not struck already. */
export const isFree = (cell: number, { setting: { problem, followedSum }, isChanged }: View): boolean =>
  !isChanged(cell) && !isComputed(problem, cell) && !followedSum(cell) && !problem.isTotal[cell];

/** Every choice of some of these, of none of them and of all: twice as many for each, so only for a few. */
export const choicesOf = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.reduce<readonly (readonly Item[])[]>((chosen, item) => [...chosen, ...chosen.map((each) => [...each, item])], [[]]);

/** The sum down a column that a constraint asks for. */
export const columnSum = ({ constraints }: Setting, index: number): Sum | undefined => {
  const { sum } = constraints[index]!;
  return sum?.axis === "column" ? sum : undefined;
};

/** So many events are looked for in a table of which some sum fails. */
const EVENTS_EXPECTED = 2;

/** The cost of an event of a kind that makes up `share` of all and may have struck so many places; their number is taken for Poisson distributed. */
export const eventCost = (share: number, places: number): Cost => costOf(EVENTS_EXPECTED * share) + choiceOf(places);

/** Nobody has counted such slips: the kinds people name, four of the fingers (Damerau 1964) and eight others, are taken as equally frequent. */
export const KIND: number = 1 / 12;
/** Kinds that are possible, yet nobody named. */
export const RARE: number = KIND / 10;
