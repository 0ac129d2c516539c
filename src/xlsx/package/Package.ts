import { finish, type Steps } from "../../core/steps";
import { cutText, decodePart, encodeUtf8, type Decoded } from "./cutText";
import { zipped } from "./zipped";

interface Part {
  /** As written in the zip. */
  readonly name: string;
  /** One for each piece of its text, once that is known. */
  chunks: readonly Uint8Array[];
  decoded?: Decoded;
  /** What was made of its text already, by what made it. */
  made?: Map<unknown, unknown>;
}

/**
 * The parts of an OOXML package. Paths have no leading "/" and are compared without regard to case, as OPC asks.
 * A part that is not written keeps its bytes.
 */
export class Package {
  private parts = new Map<string, Part>();
  /** Another one whenever a part is written or taken away, and that of a copy until then: what was read of the same holds. */
  state: object = {};
  /** As the file was opened with them. */
  private first: ReadonlyMap<string, Part>;
  /** Entries whose path another one has already; kept, never looked at. */
  private readonly shadowed: Part[] = [];

  constructor(entries: ReadonlyMap<string, Uint8Array>) {
    for (const [name, bytes] of entries) {
      const key = keyOf(name);
      if (this.parts.has(key)) this.shadowed.push({ name, chunks: [bytes] });
      else this.parts.set(key, { name, chunks: [bytes] });
    }
    this.first = new Map(this.parts);
  }

  /** Whether any part is not the one that the file was opened with. */
  get isChanged(): boolean {
    return this.parts.size !== this.first.size || [...this.parts].some(([key, part]) => this.first.get(key) !== part);
  }

  has(path: string): boolean {
    return this.parts.has(keyOf(path));
  }

  paths(): readonly string[] {
    return [...this.parts.values()].map(({ name }) => name);
  }

  /** The part's characters; undefined where there is no such part. Throws `BrokenXml`. */
  text(path: string): string | undefined {
    const part = this.parts.get(keyOf(path));
    if (!part) return undefined;
    const { pieces } = (part.decoded ??= decodePart(part.chunks[0]!));
    return pieces.length === 1 ? pieces[0]! : pieces.join("");
  }

  /** What is made of the part's text, once for as long as that stays the same; undefined where there is no such part. Throws `BrokenXml`. */
  once<Result>(path: string, make: (xml: string, path: string) => Result): Result | undefined {
    const part = this.parts.get(keyOf(path));
    if (!part) return undefined;
    const made = (part.made ??= new Map());
    if (!made.has(make)) made.set(make, make(this.text(path)!, path));
    return made.get(make) as Result;
  }

  /** The characters of a worksheet, which may be long: in pieces cut between rows, and in steps. Throws `BrokenXml`. */
  *pieces(path: string): Steps<readonly string[] | undefined> {
    const part = this.parts.get(keyOf(path));
    if (part && !part.decoded) {
      const { chunks, ...decoded } = yield* cutText(part.chunks[0]!);
      // Somebody else may have read it meanwhile: then theirs holds.
      if (!part.decoded) Object.assign(part, { chunks, decoded });
    }
    return part?.decoded?.pieces;
  }

  /** Writes the part in the encoding it had, or makes it. The same text leaves the same bytes. */
  write(path: string, text: string): void {
    const old = this.parts.get(keyOf(path));
    if (!old || this.text(path) !== text) finish(this.writePieces(path, [text]));
  }

  /** The same in pieces, and in steps: those that stay keep their bytes. */
  *writePieces(path: string, pieces: readonly string[]): Steps<void> {
    const before = yield* this.pieces(path);
    const old = this.parts.get(keyOf(path));
    if (pieces.length === before?.length && pieces.every((piece, index) => piece === before[index])) return;
    const encode = old?.decoded?.encode ?? encodeUtf8;
    const chunks: Uint8Array[] = [];
    for (const [index, piece] of pieces.entries()) {
      chunks.push(old && piece === before?.[index] ? old.chunks[index]! : encode(piece));
      yield;
    }
    this.parts.set(keyOf(path), { name: old?.name ?? path, chunks, decoded: { pieces, encode } });
    this.state = {};
  }

  remove(path: string): void {
    this.parts.delete(keyOf(path));
    this.state = {};
  }

  /** Takes over the parts of a copy that was changed. */
  become(changed: Package): void {
    this.parts = changed.parts;
    this.state = changed.state;
  }

  /** The package with the same parts, to be changed on its own. */
  copy(): Package {
    const copy = new Package(new Map());
    copy.parts = new Map(this.parts);
    copy.state = this.state;
    copy.first = this.first;
    copy.shadowed.push(...this.shadowed);
    return copy;
  }

  /** The bytes of the file, packed in steps. */
  toZip(): Steps<Uint8Array> {
    return zipped([...this.parts.values(), ...this.shadowed]);
  }
}

/** "\xl\Workbook.xml" and "/xl/workbook.xml" are one part. */
const keyOf = (name: string): string => name.replace(/\\/g, "/").replace(/^\/+/, "").toLowerCase();
