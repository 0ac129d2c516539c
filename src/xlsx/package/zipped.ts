import { Zip, ZipDeflate } from "fflate";
import type { Steps } from "../../core/steps";

/** Already compressed, so that compressing again costs time and gains nothing. */
const PACKED = /\.(png|jpe?g|gif|zip|docx|xlsx|pptx|mp4|wmf\.gz)$/i;

/** The quickest: closer packing makes a long report an eighth smaller, and takes half as long again. */
const LEVEL = 1;

/** A zip keeps times of day; a fixed one makes the same workbook the same bytes. */
const ZIP_TIME = new Date(1980, 0, 1);

/** So many bytes are packed in a few milliseconds. Other slices would give other bytes. */
const SLICE = 1 << 16;

const NOTHING = new Uint8Array(0);

/** A zip of the entries, in order, packed in steps. Sizes follow their entries, as where a zip is written to a stream. */
export function* zipped(entries: readonly { readonly name: string; readonly chunks: readonly Uint8Array[] }[]): Steps<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    written.push(piece);
  });
  for (const { name, chunks } of entries) {
    const entry = new ZipDeflate(name, { level: PACKED.test(name) ? 0 : LEVEL });
    entry.mtime = ZIP_TIME;
    zip.add(entry);
    for (const slice of slicesOf(chunks)) {
      entry.push(slice);
      yield;
    }
    entry.push(NOTHING, true);
  }
  zip.end();
  const whole = new Uint8Array(written.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of written) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The bytes in slices of one length, whatever the chunks they lie in; only the last may be shorter. Each is good until the next. */
function* slicesOf(chunks: readonly Uint8Array[]): Iterable<Uint8Array> {
  const slice = new Uint8Array(SLICE);
  let filled = 0;
  for (const chunk of chunks) {
    for (let start = 0; start < chunk.length; ) {
      const part = chunk.subarray(start, start + SLICE - filled);
      slice.set(part, filled);
      start += part.length;
      filled = (filled + part.length) % SLICE;
      if (filled === 0) yield slice;
    }
  }
  yield slice.subarray(0, filled);
}
