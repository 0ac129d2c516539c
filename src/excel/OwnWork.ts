/** Excel tells of work a little after it was done; longer than this after our own, it is the user's. */
const ECHO_MS = 500;

/** Knows when the add-in does something itself, so that Excel's events of it can be told from the user's. */
export class Echo {
  private running = 0;
  private endedAt = -Infinity;

  /** Runs work of our own. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      this.endedAt = Date.now();
    }
  }

  /** Whether an event that arrives now may come of our own work. */
  get sounding(): boolean {
    return this.running > 0 || Date.now() - this.endedAt < ECHO_MS;
  }
}

/** What the add-in does that Excel raises events of. Marks are formats, and raise none that we listen to. */
export class OwnWork {
  readonly writing = new Echo();
  readonly selecting = new Echo();
}
