import { TroubleError, type Trouble } from "../../src/core/Trouble";
import type { Position } from "../../src/core/sheet/Address";
import type { WorkbookPort } from "../../src/core/sheet/WorkbookPort";
import type { PaneHost, WorkbookEvents } from "../../src/taskpane/PaneHost";

/** A program around the pane in which the test plays the user. */
export class TestHost implements PaneHost {
  readonly language = "vi";
  readonly theme = "light";
  readonly saved: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  watchers = 0;
  private events: WorkbookEvents | undefined;

  constructor(
    readonly port: WorkbookPort,
    readonly undoes = true,
  ) {}

  async watch(events: WorkbookEvents): Promise<() => Promise<void>> {
    this.events = events;
    this.watchers++;
    return async () => void this.watchers--;
  }

  explain(error: unknown): Trouble {
    if (error instanceof TroubleError) return error.trouble;
    throw error;
  }

  async saveFile(name: string, bytes: Uint8Array): Promise<void> {
    this.saved.push({ name, bytes });
  }

  /** The user selects a cell. */
  select(sheet: string, at: Position): void {
    this.events?.selected(sheet, at);
  }

  /** The user has changed something. */
  change(...told: Parameters<WorkbookEvents["changed"]>): void {
    this.events?.changed(...told);
  }
}
