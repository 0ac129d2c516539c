import type { Steps } from "../../core/steps";
import { decode, decodePart, encodeUtf8, isUtf8, type Decoded } from "./encoding";

/** A piece is so long, in bytes: read, changed and written in a few milliseconds. */
export const PIECE = 1 << 19;

/** A part's text in pieces, and the bytes of each. */
export interface CutText extends Decoded {
  readonly chunks: readonly Uint8Array[];
}

/**
 * Reads a part in steps. A long worksheet is cut between rows: what comes before them lies in the first piece, what comes after
 * them in the last. All else is one piece, and so is a sheet that might be cut wrongly. Throws `BrokenXml`.
 */
export function* cutText(bytes: Uint8Array): Steps<CutText> {
  const starts = isUtf8(bytes) && !hidesTags(bytes) ? rowStarts(bytes) : [];
  const whole = (): CutText => ({ ...decodePart(bytes), chunks: [bytes] });
  if (starts.length === 0) return whole();
  const pieces: string[] = [];
  let last = -1;
  for (const [index, start] of [0, ...starts].entries()) {
    const piece = decode(bytes.subarray(start, starts[index]), "utf-8");
    if (index === 0 && !piece.includes("<sheetData")) return whole();
    if (last < 0 && piece.includes("</sheetData")) last = index;
    pieces.push(piece);
    yield;
  }
  if (last < 0) return whole();
  const cuts = [0, ...starts.slice(0, last), bytes.length];
  return {
    pieces: [...pieces.slice(0, last), pieces.slice(last).join("")],
    chunks: cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end)),
    encode: encodeUtf8,
  };
}

const LESS = 60, BANG = 33, QUESTION = 63;
/** Before it ends a mark of the byte order, and the "<" of the XML declaration. */
const HEAD = 5;

/** Comments, CDATA and instructions may hold what looks like a row. */
function hidesTags(bytes: Uint8Array): boolean {
  if (bytes.length <= PIECE) return false;
  return [BANG, QUESTION].some((sign) => {
    for (let at = bytes.indexOf(sign, HEAD); at >= 0; at = bytes.indexOf(sign, at + 1)) if (bytes[at - 1] === LESS) return true;
    return false;
  });
}

const ROW = [114, 111, 119];
/** Behind the name of a tag: white space, or its end. */
const AFTER_NAME = [9, 10, 13, 32, 47, 62];

/** About where a piece is full, the places where a row begins. */
function rowStarts(bytes: Uint8Array): readonly number[] {
  const starts: number[] = [];
  let at = bytes.indexOf(LESS, PIECE);
  while (at >= 0) {
    const isRow = ROW.every((letter, index) => bytes[at + 1 + index] === letter) && AFTER_NAME.includes(bytes[at + 4] ?? 0);
    if (isRow) starts.push(at);
    at = bytes.indexOf(LESS, at + (isRow ? PIECE : 1));
  }
  return starts;
}
