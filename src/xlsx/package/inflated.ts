import { Inflate } from "fflate";
import type { Steps } from "../../core/steps";

/** So many packed bytes are unpacked in a few milliseconds. */
const SLICE = 1 << 15;

/** What was packed by DEFLATE into so many bytes, in steps. Throws where it is damaged or of another size. */
export function* inflated(packed: Uint8Array, size: number): Steps<Uint8Array> {
  const whole = new Uint8Array(size);
  let at = 0;
  const inflate = new Inflate((piece) => {
    // Throws where there are more bytes than announced.
    whole.set(piece, at);
    at += piece.length;
  });
  for (let start = 0; start < packed.length; start += SLICE) {
    inflate.push(packed.subarray(start, start + SLICE), start + SLICE >= packed.length);
    yield;
  }
  if (at !== size) throw new RangeError(`${at} bytes instead of ${size}`);
  return whole;
}
