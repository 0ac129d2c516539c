import type { NarrativeInput } from "../Paragraph";
import { addUp, quantityOf, type Quantity } from "../Quantity";

/** What paragraph I.6 tells, over the whole table of Biểu II.06a. Numbers in brackets are the form's columns. */
export interface SettlementFigures {
  /** (3) */
  readonly received: Quantity;
  /** (4)+(5) */
  readonly receivedInPeriod: Quantity;
  /** (4) */
  readonly online: Quantity;
  /** (5) */
  readonly inPerson: Quantity;
  /** (6) */
  readonly carriedOver: Quantity;
  /** (7) */
  readonly resolved: Quantity;
  /** (8) */
  readonly early: Quantity;
  /** (9) */
  readonly onTime: Quantity;
  /** (8)+(9) */
  readonly notLate: Quantity;
  /** (10) */
  readonly late: Quantity;
  /** (11) */
  readonly pending: Quantity;
  /** (12) */
  readonly pendingOnTime: Quantity;
  /** (13) */
  readonly pendingLate: Quantity;
  /** As told by the reporter; its cells are those of the balance it completes, (3) = (7)+(11)+withdrawn. */
  readonly withdrawn?: Quantity;
}

export function settlementFigures({ table, withdrawn }: NarrativeInput): SettlementFigures {
  const of = (key: string) => quantityOf(table, key);
  const [received, online, inPerson] = [of("received"), of("online"), of("inPerson")];
  const [resolved, early, onTime, pending] = [of("resolved"), of("early"), of("onTime"), of("pending")];
  const balance = [received, resolved, pending].flatMap(({ cells }) => cells);
  return {
    received,
    receivedInPeriod: addUp([online, inPerson]),
    online,
    inPerson,
    carriedOver: of("carriedOver"),
    resolved,
    early,
    onTime,
    notLate: addUp([early, onTime]),
    late: of("late"),
    pending,
    pendingOnTime: of("pendingOnTime"),
    pendingLate: of("pendingLate"),
    ...(withdrawn === undefined ? {} : { withdrawn: { count: withdrawn, cells: balance } }),
  };
}
