import type { Kept } from "../../core/justifications/Kept";
import { Stopped, type WorkbookPort } from "../../core/sheet/WorkbookPort";
import { later } from "../later";
import type { SessionStore } from "./session";

type Change = (kept: Kept) => Kept;

/** What the workbook carries for us, as far as the pane knows it; written only when the user tells something. */
export class Keeping {
  /** What the user told that could not be written yet: laid over whatever is read. */
  private unwritten: readonly Change[] = [];

  constructor(
    private readonly port: WorkbookPort,
    private readonly store: SessionStore,
  ) {}

  /** What is kept, read anew. Where it cannot be read, what was known holds. */
  async read(): Promise<Kept> {
    try {
      return await this.readAnew();
    } catch (error) {
      if (error instanceof Stopped) throw error;
      return this.known();
    }
  }

  /** What was read last. */
  async known(): Promise<Kept> {
    const { NOTHING_KEPT } = await later.kept();
    return this.store.get().kept ?? NOTHING_KEPT;
  }

  /** Changes what is kept, in the session and in the workbook: both, or neither and throws. */
  async keep(change: Change): Promise<void> {
    const before = await this.readAnew();
    try {
      await this.write(change(before));
    } catch (error) {
      this.store.send({ kind: "kept", kept: before });
      throw error;
    }
  }

  /** Changes what is kept, in the session in any case; throws where the workbook does not take it. */
  async keepAtLeastHere(change: Change): Promise<void> {
    this.store.send({ kind: "kept", kept: change(await this.known()) });
    this.unwritten = [...this.unwritten, change];
    await this.write(await this.readAnew());
  }

  private async readAnew(): Promise<Kept> {
    const { parseKept } = await later.kept();
    const kept = this.unwritten.reduce((before, change) => change(before), parseKept(await this.port.readKept()));
    this.store.send({ kind: "kept", kept });
    return kept;
  }

  private async write(kept: Kept): Promise<void> {
    const { serialiseKept } = await later.kept();
    this.store.send({ kind: "kept", kept });
    await this.port.writeKept(serialiseKept(kept));
    this.unwritten = [];
  }
}
