import { BrokenXml } from "../xml/TagCursor";

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
export const isUtf8 = (bytes: Uint8Array): boolean => labelOf(bytes) === "utf-8";

/** The encoding that the byte order mark or the XML declaration names, in small letters. */
function labelOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const declaration = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const label = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(declaration)?.[1]?.toLowerCase() ?? "utf-8";
  return label === "utf8" ? "utf-8" : label;
}

/** The characters of bytes in an encoding. Throws `BrokenXml`. */
export function decode(bytes: Uint8Array, label: string): string {
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
