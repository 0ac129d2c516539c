import { allFindings, type Finding } from "../../core/findings/Finding";
import type { JustifiedAudit } from "../../core/justifications/applyJustifications";
import type { Kept } from "../../core/justifications/Kept";
import { positionKey, type Position } from "../../core/sheet/Address";
import type { MadeSheet } from "../../core/scaffold/removableSheets";
import type { Sheet } from "../../core/sheet/Sheet";
import type { Edit } from "../../core/sheet/WorkbookPort";
import type { Table } from "../../core/figures/Table";
import type { Trouble } from "../../core/Trouble";
import type { Phrase } from "../../core/words/Phrase";
import { Store } from "../../page/Store";

/** What the pane shows below its actions. */
export type Screen = "findings" | "scaffold" | "compute" | "narrative" | "describe" | "compare" | "settings";

/** Work that takes a while, by what it does for the user. */
export type Task = "check" | "recheck" | "apply" | "scaffold" | "remove-set" | "compute" | "undo" | "mark" | "clear-marks" | "read" | "keep";

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

/** The workbook of a former period that the user chose, and its tables: they are not judged. */
export interface FormerFile {
  readonly name: string;
  readonly tables: readonly Table[];
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
  /** What the workbook is held against; it stays in the pane. */
  readonly former: FormerFile | undefined;
  /** What takes back each suggestion applied, the last one last; only where the program's own undo does not. */
  readonly undoable: readonly (readonly Edit[])[];
  /** The sheets of the set of forms made last, as long as it can be taken away again. */
  readonly made: readonly MadeSheet[];
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
  | { readonly kind: "former"; readonly former: FormerFile | undefined }
  | { readonly kind: "applied"; readonly back: readonly Edit[] }
  | { readonly kind: "made"; readonly made: readonly MadeSheet[] }
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
  former: undefined,
  undoable: [],
  made: [],
  active: undefined,
  sheet: undefined,
};

/** All open findings of the last check, table by table. */
export function findingsOf({ checked }: Pick<Session, "checked">): readonly Finding[] {
  return checked ? allFindings(checked.audit) : [];
}

/** Errors with one way out that independent checks bear out, or with one that is far likelier than all others; those of hidden sheets are mended one by one. */
export function certainErrors(findings: readonly Finding[], sheets: readonly Sheet[]): readonly Finding[] {
  const hidden = new Set(sheets.flatMap(({ name, visible }) => (visible ? [] : [name])));
  return findings.filter(
    ({ sheet, severity, suggestions: [first, ...others] }) =>
      severity === "error" && first?.sure === "certain" && (others.length === 0 || first.probability !== undefined) && !hidden.has(sheet),
  );
}

type After<Kind> = (session: Session, event: Extract<SessionEvent, { readonly kind: Kind }>) => Partial<Session>;

/** What each event changes. */
const AFTER: { readonly [Kind in SessionEvent["kind"]]: After<Kind> } = {
  opened: (_, { screen }) => ({ screen, notice: undefined }),
  started: ({ notice }, { task }) => ({
    working: { task, done: 0, total: 0 },
    trouble: undefined,
    // What was told last is still being read while the pane keeps up with typing.
    notice: task === "recheck" ? notice : undefined,
  }),
  progressed: ({ working }, { done, total }) => (working ? { working: { ...working, done, total } } : {}),
  checked: ({ active, listed }, { checked, listed: asked }) => ({ checked, listed: listed || asked, active: stillActive(active, checked) }),
  marked: (_, { marked }) => ({ marked }),
  ended: () => ({ working: undefined }),
  failed: (_, { trouble }) => ({ working: undefined, trouble }),
  told: (_, { notice }) => ({ notice }),
  dismissed: () => ({ notice: undefined, trouble: undefined }),
  chosen: (_, { finding }) => ({ active: finding }),
  selected: (session, { sheet, at }) => ({ sheet, active: activeAt(session, sheet, at) }),
  kept: (_, { kept }) => ({ kept }),
  written: (_, { text }) => ({ written: text }),
  former: (_, { former }) => ({ former }),
  applied: ({ undoable }, { back }) => ({ undoable: [...undoable, back] }),
  made: (_, { made }) => ({ made }),
  undone: ({ undoable }) => ({ undoable: undoable.slice(0, -1) }),
  restarted: ({ marked, sheet, made }) => ({ ...NEW_SESSION, marked, sheet, made }),
};

/** What the pane knows after something happened. Pure. */
export function afterEvent<Kind extends SessionEvent["kind"]>(session: Session, event: Extract<SessionEvent, { readonly kind: Kind }>): Session {
  return { ...session, ...(AFTER[event.kind as Kind] as After<Kind>)(session, event) };
}

/** A finding that is gone is no longer looked at. */
const stillActive = (active: string | undefined, checked: Checked): string | undefined =>
  findingsOf({ checked }).some(({ id }) => id === active) ? active : undefined;

/** The finding of a cell: the one looked at already if it is about the cell, else the gravest, and only otherwise one that the cell follows. */
function activeAt(session: Session, sheet: string, at: Position): string | undefined {
  if (!session.listed) return undefined;
  const key = positionKey(at);
  const own = findingsOf(session).filter((finding) => finding.sheet === sheet);
  const guilty = own.filter(({ cells }) => cells.some((cell) => positionKey(cell) === key));
  const about = guilty.length > 0 ? guilty : own.filter(({ follows = [] }) => follows.some((cell) => positionKey(cell) === key));
  return (about.find(({ id }) => id === session.active) ?? about[0])?.id;
}

/** The session of a pane. */
export class SessionStore extends Store<Session> {
  constructor() {
    super(NEW_SESSION);
  }

  send(event: SessionEvent): void {
    this.change(afterEvent(this.get(), event));
  }

  /** Something to be told once. */
  tell(phrases: readonly Phrase[], { tone = "done", shown = false }: Partial<Omit<Notice, "phrases">> = {}): void {
    this.send({ kind: "told", notice: { tone, phrases, shown } });
  }
}
