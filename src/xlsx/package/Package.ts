import { zipSync, type Zippable } from "fflate";
import { decodePart, type Decoded } from "./encoding";

/** Already compressed, so that compressing again costs time and gains nothing. */
const PACKED = /\.(png|jpe?g|gif|zip|docx|xlsx|pptx|mp4|wmf\.gz)$/i;

/** A zip keeps times of day; a fixed one makes the same workbook the same bytes. */
const ZIP_TIME = new Date(1980, 0, 1);

interface Part {
  /** As written in the zip. */
  readonly name: string;
  readonly bytes: Uint8Array;
  decoded?: Decoded;
}

/**
 * The parts of an OOXML package. Paths have no leading "/" and are compared without regard to case, as OPC asks.
 * A part that is not written keeps its bytes.
 */
export class Package {
  private parts = new Map<string, Part>();
  /** Entries whose path another one has already; kept, never looked at. */
  private readonly shadowed: Part[] = [];

  constructor(entries: ReadonlyMap<string, Uint8Array>) {
    for (const [name, bytes] of entries) {
      const key = keyOf(name);
      if (this.parts.has(key)) this.shadowed.push({ name, bytes });
      else this.parts.set(key, { name, bytes });
    }
  }

  has(path: string): boolean {
    return this.parts.has(keyOf(path));
  }

  paths(): readonly string[] {
    return [...this.parts.values()].map(({ name }) => name);
  }

  bytes(path: string): Uint8Array | undefined {
    return this.parts.get(keyOf(path))?.bytes;
  }

  /** The part's characters; undefined where there is no such part. Throws `BrokenXml`. */
  text(path: string): string | undefined {
    const part = this.parts.get(keyOf(path));
    return part && (part.decoded ??= decodePart(part.bytes)).text;
  }

  /** Writes the part in the encoding it had, or makes it. The same text leaves the same bytes. */
  write(path: string, text: string): void {
    const old = this.parts.get(keyOf(path));
    const decoded = old && (old.decoded ??= decodePart(old.bytes));
    if (decoded?.text === text) return;
    const encode = decoded?.encode ?? ((characters: string) => new TextEncoder().encode(characters));
    this.parts.set(keyOf(path), { name: old?.name ?? path, bytes: encode(text), decoded: { text, encode } });
  }

  remove(path: string): void {
    this.parts.delete(keyOf(path));
  }

  /** Does the work wholly or, when it throws, not at all. */
  atomically<Result>(work: () => Result): Result {
    const before = new Map(this.parts);
    try {
      return work();
    } catch (error) {
      this.parts = before;
      throw error;
    }
  }

  /** Takes over the parts of a copy that was changed. */
  become(changed: Package): void {
    this.parts = changed.parts;
  }

  /** The package with the same parts, to be changed on its own. */
  copy(): Package {
    const copy = new Package(new Map());
    copy.parts = new Map(this.parts);
    copy.shadowed.push(...this.shadowed);
    return copy;
  }

  toZip(): Uint8Array {
    const files: Zippable = {};
    for (const { name, bytes } of [...this.parts.values(), ...this.shadowed]) {
      files[name] = [bytes, { level: PACKED.test(name) ? 0 : 3, mtime: ZIP_TIME }];
    }
    return zipSync(files);
  }
}

/** "\xl\Workbook.xml" and "/xl/workbook.xml" are one part. */
const keyOf = (name: string): string => name.replace(/\\/g, "/").replace(/^\/+/, "").toLowerCase();
