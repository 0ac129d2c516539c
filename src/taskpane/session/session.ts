import type { Finding } from "../../core/findings/Finding";
import type { JustifiedAudit } from "../../core/justifications/applyJustifications";
import type { Kept } from "../../core/justifications/Kept";
import { positionKey, type Position } from "../../core/sheet/Address";
import type { Sheet } from "../../core/sheet/Sheet";
import type { Edit } from "../../core/sheet/WorkbookPort";
import type { Trouble } from "../../core/Trouble";
import type { Phrase } from "../../core/words/Phrase";

/** What the pane shows below its actions. */
export type Screen = "findings" | "scaffold" | "compute" | "narrative" | "settings";

/** Work that takes a while, by what it does for the user. */
export type Task = "check" | "recheck" | "apply" | "scaffold" | "compute" | "undo" | "mark" | "clear-marks" | "read" | "keep";

/** Work under way: `done` of `total` steps. */
export interface Working {
  readonly task: Task;
  readonly done: number;
  readonly total: number;
}

/** The workbook as last read, and what was found in it: the findings still open, and those that were justified. */
export interface Checked extends JustifiedAudit {
  readonly sheets: readonly Sheet[];
}

/** Something to tell once: read out politely, and shown when it stays to be read. */
export interface Notice {
  readonly tone: "done" | "warning";
  readonly phrases: readonly Phrase[];
  /** False for what the screen shows anyway. */
  readonly shown: boolean;
}

/** Everything the pane knows. */
export interface Session {
  readonly screen: Screen;
  readonly working: Working | undefined;
  readonly checked: Checked | undefined;
  /** Whether the user asked for a check, so that its findings are to be shown and kept up to date. */
  readonly listed: boolean;
  /** Whether our marks stand in the workbook. */
  readonly marked: boolean;
  readonly trouble: Trouble | undefined;
  readonly notice: Notice | undefined;
  /** What the workbook carries for us: justifications, and answers to questions; undefined before it was read. */
  readonly kept: Kept | undefined;
  /** The written report to be held against the tables, as pasted; it stays in the pane. */
  readonly written: string;
  /** What takes back each suggestion applied, the last one last; only where the program's own undo does not. */
  readonly undoable: readonly (readonly Edit[])[];
  /** Id of the finding the user is looking at. */
  readonly active: string | undefined;
  /** The sheet the user is at, as far as known. */
  readonly sheet: string | undefined;
}

export type SessionEvent =
  | { readonly kind: "opened"; readonly screen: Screen }
  | { readonly kind: "started"; readonly task: Task }
  | { readonly kind: "progressed"; readonly done: number; readonly total: number }
  | { readonly kind: "checked"; readonly checked: Checked; readonly listed: boolean }
  | { readonly kind: "marked"; readonly marked: boolean }
  | { readonly kind: "ended" }
  | { readonly kind: "failed"; readonly trouble: Trouble }
  | { readonly kind: "told"; readonly notice: Notice }
  | { readonly kind: "dismissed" }
  | { readonly kind: "chosen"; readonly finding: string }
  | { readonly kind: "selected"; readonly sheet: string; readonly at: Position }
  | { readonly kind: "kept"; readonly kept: Kept }
  | { readonly kind: "written"; readonly text: string }
  | { readonly kind: "applied"; readonly back: readonly Edit[] }
  | { readonly kind: "undone" }
  | { readonly kind: "restarted" };

export const NEW_SESSION: Session = {
  screen: "findings",
  working: undefined,
  checked: undefined,
  listed: false,
  marked: false,
  trouble: undefined,
  notice: undefined,
  kept: undefined,
  written: "",
  undoable: [],
  active: undefined,
  sheet: undefined,
};

/** All open findings of the last check, table by table. */
export function findingsOf({ checked }: Pick<Session, "checked">): readonly Finding[] {
  return checked?.audit.tables.flatMap(({ findings }) => findings) ?? [];
}

/** What the pane knows after something happened. Pure. */
export function afterEvent(session: Session, event: SessionEvent): Session {
  switch (event.kind) {
    case "opened":
      return { ...session, screen: event.screen, notice: undefined };
    case "started":
      return {
        ...session,
        working: { task: event.task, done: 0, total: 0 },
        trouble: undefined,
        // What was told last is still being read while the pane keeps up with typing.
        notice: event.task === "recheck" ? session.notice : undefined,
      };
    case "progressed":
      return session.working ? { ...session, working: { ...session.working, done: event.done, total: event.total } } : session;
    case "checked":
      return withLiveActive({ ...session, checked: event.checked, listed: session.listed || event.listed });
    case "marked":
      return { ...session, marked: event.marked };
    case "ended":
      return { ...session, working: undefined };
    case "failed":
      return { ...session, working: undefined, trouble: event.trouble };
    case "told":
      return { ...session, notice: event.notice };
    case "dismissed":
      return { ...session, notice: undefined, trouble: undefined };
    case "chosen":
      return { ...session, active: event.finding };
    case "selected":
      return { ...session, sheet: event.sheet, active: activeAt(session, event.sheet, event.at) };
    case "kept":
      return { ...session, kept: event.kept };
    case "written":
      return { ...session, written: event.text };
    case "applied":
      return { ...session, undoable: [...session.undoable, event.back] };
    case "undone":
      return { ...session, undoable: session.undoable.slice(0, -1) };
    case "restarted":
      return { ...NEW_SESSION, marked: session.marked, sheet: session.sheet };
  }
}

/** A finding that is gone is no longer looked at. */
function withLiveActive(session: Session): Session {
  const gone = session.active !== undefined && !findingsOf(session).some(({ id }) => id === session.active);
  return gone ? { ...session, active: undefined } : session;
}

/** The finding of a cell: the one looked at already if it is about the cell, else the gravest, and only otherwise one that the cell follows. */
function activeAt(session: Session, sheet: string, at: Position): string | undefined {
  if (!session.listed) return undefined;
  const key = positionKey(at);
  const own = findingsOf(session).filter((finding) => finding.sheet === sheet);
  const guilty = own.filter(({ cells }) => cells.some((cell) => positionKey(cell) === key));
  const about = guilty.length > 0 ? guilty : own.filter(({ follows = [] }) => follows.some((cell) => positionKey(cell) === key));
  return (about.find(({ id }) => id === session.active) ?? about[0])?.id;
}
