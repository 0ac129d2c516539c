import type { Steps } from "../../core/steps";
import { BrokenXml } from "../xml/TagCursor";

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

/** A part's characters, and how to turn changed ones back into bytes of the same encoding. */
export interface Decoded {
  /** In order. A byte order mark stays as the first character. */
  readonly pieces: readonly string[];
  readonly encode: (text: string) => Uint8Array;
}

export const encodeUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads a part by its byte order mark, else by its XML declaration, else as UTF-8. Throws `BrokenXml`. */
export function decodePart(bytes: Uint8Array): Decoded {
  const label = labelOf(bytes);
  const pieces = [decode(bytes, label)];
  if (label === "utf-8") return { pieces, encode: encodeUtf8 };
  if (label.startsWith("utf-16")) return { pieces, encode: (text) => encodeUtf16(text, label === "utf-16le") };
  return { pieces, encode: (text) => encodeSingleBytes(text, label) };
}

/** Whether a part is read as UTF-8. */
const isUtf8 = (bytes: Uint8Array): boolean => labelOf(bytes) === "utf-8";

/** The encoding that the byte order mark or the XML declaration names, in small letters. */
function labelOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const declaration = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const label = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(declaration)?.[1]?.toLowerCase() ?? "utf-8";
  return label === "utf8" ? "utf-8" : label;
}

/** The characters of bytes in an encoding. Throws `BrokenXml`. */
function decode(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BrokenXml(`bytes that are not ${label}`);
  }
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
}

/** Characters the encoding lacks become numeric references. */
function encodeSingleBytes(text: string, label: string): Uint8Array {
  const byteOf = new Map<string, number>();
  const decoder = new TextDecoder(label);
  for (let byte = 0; byte < 256; byte++) byteOf.set(decoder.decode(Uint8Array.of(byte)), byte);
  const bytes: number[] = [];
  for (const sign of text) {
    const byte = byteOf.get(sign);
    if (byte !== undefined) bytes.push(byte);
    else for (const code of encodeUtf8(`&#${sign.codePointAt(0)!};`)) bytes.push(code);
  }
  return Uint8Array.from(bytes);
}
