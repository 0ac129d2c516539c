import type { ExcelHost } from "../test/excel-host/ExcelHost";

/** Who holds the thread in a turn of the event loop. */
type Holder = "ours" | "library" | "host";

/** The longest turn of each, in milliseconds. */
export type Longest = Readonly<Record<Holder, number>>;

const immediately = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Measures for how long the thread is held without a pause: it beats once a turn of the event loop. Turns in which the client
 * library builds or reads a message are counted as the library's, with whatever of ours runs in them. While others have the
 * processor a turn does not grow: it counts for no more than the processor's time it took.
 */
export class Heartbeat {
  private longest: Record<Holder, number> = { ours: 0, library: 0, host: 0 };
  private holder: Holder = "ours";
  private last = 0;
  private lastCpu = process.cpuUsage();
  private beating = false;

  /** Gives the simulated Excel, if there is one, turns of its own, as a program of its own would have, so that they are not taken for ours. */
  constructor(host?: ExcelHost) {
    if (!host) return;
    const excel = host as ExcelHost & { message(message: unknown): Promise<unknown> };
    const handle = excel.message.bind(excel);
    excel.message = async (message) => {
      this.holder = "library";
      await immediately();
      this.holder = "host";
      const answer = await handle(message);
      this.holder = "host";
      await immediately();
      this.holder = "library";
      return answer;
    };
  }

  /** Runs some work; gives back the longest turns while it ran. */
  async during(work: () => Promise<unknown>): Promise<Longest> {
    await immediately();
    this.longest = { ours: 0, library: 0, host: 0 };
    this.holder = "ours";
    this.last = performance.now();
    this.lastCpu = process.cpuUsage();
    this.beating = true;
    setImmediate(() => this.beat());
    await work();
    await immediately();
    this.beating = false;
    return this.longest;
  }

  private beat(): void {
    if (!this.beating) return;
    const [now, cpu] = [performance.now(), process.cpuUsage()];
    const busy = (cpu.user + cpu.system - this.lastCpu.user - this.lastCpu.system) / 1000;
    this.longest[this.holder] = Math.max(this.longest[this.holder], Math.min(now - this.last, busy));
    this.holder = "ours";
    [this.last, this.lastCpu] = [now, cpu];
    setImmediate(() => this.beat());
  }
}
