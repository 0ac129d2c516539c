import { Stopped, type Progress } from "../../core/sheet/WorkbookPort";
import type { Trouble } from "../../core/Trouble";
import { oneAfterAnother } from "../../page/oneAfterAnother";
import type { SessionStore, Task } from "./session";

/** Telling of every step would slow the work down. */
const PROGRESS_EVERY_MS = 100;

/** Work that is done one thing after another and told of in the session, where all that goes wrong ends up as a trouble; nothing is thrown. */
export class Turns {
  private readonly inTurn = oneAfterAnother();
  private stopped = false;
  /** Does again what failed last. */
  again: (() => Promise<unknown>) | undefined;

  constructor(
    private readonly store: SessionStore,
    private readonly explain: (error: unknown) => Trouble,
  ) {}

  /** Waits its turn, then works; gives back whether it came to its end. */
  run(task: Task, work: (progress: Progress) => Promise<void>): Promise<boolean> {
    return this.inTurn(async () => {
      this.stopped = false;
      this.store.send({ kind: "started", task });
      const ended = await this.quietly(() => work(this.progress()), () => this.run(task, work));
      this.store.send({ kind: "ended" });
      return ended;
    });
  }

  /** Work too short to be told of; gives back whether it came to its end. */
  async quietly(work: () => Promise<void>, again: () => Promise<unknown> = () => this.quietly(work)): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (error instanceof Stopped) return false;
      this.again = again;
      this.fail(error);
      return false;
    }
  }

  /** Ends the work under way at its next pause. */
  stop(): void {
    this.stopped = true;
  }

  /** Shows any error in words. */
  fail(error: unknown): void {
    this.store.send({ kind: "failed", trouble: this.explain(error) });
  }

  /** What work under way is told, and tells. */
  progress(): Progress {
    const stopped = () => this.stopped;
    let told = performance.now();
    return {
      get stopped() {
        return stopped();
      },
      report: (done, total) => {
        if (performance.now() - told < PROGRESS_EVERY_MS) return;
        told = performance.now();
        this.store.send({ kind: "progressed", done, total });
      },
    };
  }
}
