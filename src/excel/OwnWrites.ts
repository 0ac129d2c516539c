/** Excel tells of a change a little after it was written; longer than this after our own write, it is the user's. */
const ECHO_MS = 500;

/** Knows when the add-in itself is writing or selecting, so that Excel's events of it can be told from the user's. */
export class OwnWrites {
  private running = 0;
  private endedAt = -Infinity;

  /** Runs work whose changes are our own. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
      this.endedAt = Date.now();
    }
  }

  /** Whether an event that arrives now may be the echo of our own work. */
  get echoing(): boolean {
    return this.running > 0 || Date.now() - this.endedAt < ECHO_MS;
  }
}
