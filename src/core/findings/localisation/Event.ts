import type { Phrase } from "../../words/Phrase";
import { choiceOf, costOf, type Cost } from "./Cost";
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
}

/** A kind of event that spoils one cell. The search asks for one whether it explains that a cell shows `from` and not `to`. */
export interface OneCellKind {
  readonly id: string;
  explain(cell: number, from: number, to: number, view: View): { readonly what: Phrase; readonly cost: Cost } | undefined;
}

/** A kind of event that spoils several cells at once. It proposes those that would settle the constraint, as it now stands. */
export interface ManyCellsKind {
  readonly id: string;
  propose(constraint: number, view: View): Iterable<Event>;
}

/** So many events are looked for in a table of which some sum fails. */
const EVENTS_EXPECTED = 2;

/**
 * The cost of one event of a kind that makes up `share` of all, having struck one of so many places. The number of events in a table
 * is taken for Poisson distributed; then each adds its own cost, whatever the others are.
 */
export const eventCost = (share: number, places: number): Cost => costOf(EVENTS_EXPECTED * share) + choiceOf(places);

/**
 * How the kinds share among all events. No count of slips in such reports is published, so the kinds that people name are taken
 * as equally frequent (the principle of indifference): four slips of the fingers (Damerau 1964), and eight others.
 */
export const KIND: number = 1 / 12;
/** Kinds that are possible, yet nobody named. */
export const RARE: number = KIND / 10;
