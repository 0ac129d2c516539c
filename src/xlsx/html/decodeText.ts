/**
 * The characters of a text file of unknown encoding: by byte order mark, else UTF-8 where it is valid, else the charset
 * the page declares, else windows-1258, the old Vietnamese one. Composed letters (NFC). Undefined when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(bytes, "utf-16be");
  if (second === 0 && fourth === 0) return decode(bytes, "utf-16le");
  if (first === 0 && third === 0) return decode(bytes, "utf-16be");
  if (bytes.subarray(0, 4096).includes(0)) return undefined;
  return decode(bytes, "utf-8") ?? decode(bytes, declaredCharset(bytes)) ?? decode(bytes, "windows-1258");
}

function declaredCharset(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? "";
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    // As a stream, so that a file cut in the middle of its last letter still counts as UTF-8.
    return new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true }).normalize("NFC");
  } catch {
    return undefined;
  }
}
