import type { Steps } from "../../core/steps";
import { spliced, type Splice } from "../xml/elements";

/** What is to be put into a text that lies in pieces; those into which nothing is put stay the same strings. */
export class PieceSplices {
  private readonly splices: readonly Splice[][];

  constructor(private readonly pieces: readonly string[]) {
    this.splices = pieces.map(() => []);
  }

  /** Places are those in the piece of that number. */
  add(piece: number, splice: Splice): void {
    this.splices[piece]!.push(splice);
  }

  /** The text with all splices made, in as many pieces. */
  *made(): Steps<readonly string[]> {
    const made: string[] = [];
    for (const [index, piece] of this.pieces.entries()) {
      const own = this.splices[index]!;
      made.push(own.length > 0 ? spliced(piece, own) : piece);
      yield;
    }
    return made;
  }
}
