/** A part that is not the XML it should be. Told to users as a `TroubleError` that names the file. */
export class BrokenXml extends Error {
  override readonly name = "BrokenXml";
}

const LESS = 60, GREATER = 62, SLASH = 47, BANG = 33, QUESTION = 63, QUOTE = 34, APOSTROPHE = 39, SPACE = 32;
/** Within so many signs the next tag is looked for sign by sign. */
const NEAR = 12;

/**
 * Walks from tag to tag of an XML text and tells where each stands, so that text can be cut out and put in
 * without touching the rest. Skips comments, instructions and CDATA; refuses document types.
 * Its fields describe the tag it last came to, and change with the next: no object is made per tag.
 */
export class TagCursor {
  /** From the "<" to behind the ">". */
  start: number;
  end: number;
  nameStart = 0;
  nameEnd = 0;
  /** `</name>` */
  closing = false;
  /** `<name/>` */
  empty = false;

  constructor(
    readonly xml: string,
    from = 0,
    private readonly limit = xml.length,
  ) {
    this.start = from;
    this.end = from;
  }

  /** Goes to the next tag; false when there is none before the limit. */
  next(): boolean {
    const { xml } = this;
    let at = this.end;
    for (;;) {
      // Most tags stand near: a call for each would take longer than a look.
      for (const far = at + NEAR; at < far && xml.charCodeAt(at) !== LESS; ) at++;
      if (xml.charCodeAt(at) !== LESS) at = xml.indexOf("<", at);
      if (at < 0 || at >= this.limit) return false;
      const second = xml.charCodeAt(at + 1);
      if (second === BANG) at = this.skipDeclaration(at);
      else if (second === QUESTION) at = this.after("?>", at);
      else break;
    }
    this.start = at;
    this.closing = xml.charCodeAt(at + 1) === SLASH;
    this.nameStart = at + (this.closing ? 2 : 1);
    let next = this.nameStart;
    for (;;) {
      const code = xml.charCodeAt(next);
      if (code === GREATER || code === SLASH || code <= SPACE) break;
      if (code !== code || code === LESS) throw new BrokenXml(`an unfinished tag at ${at}`);
      next++;
    }
    this.nameEnd = next;
    for (;;) {
      const code = xml.charCodeAt(next);
      if (code === GREATER) break;
      if (code === QUOTE || code === APOSTROPHE) next = xml.indexOf(code === QUOTE ? '"' : "'", next + 1);
      if (next < 0 || code !== code || code === LESS) throw new BrokenXml(`an unfinished tag at ${at}`);
      next++;
    }
    this.empty = !this.closing && xml.charCodeAt(next - 1) === SLASH;
    this.end = next + 1;
    return true;
  }

  /** Whether the tag has this name, prefix and all. */
  is(name: string): boolean {
    if (this.nameEnd - this.nameStart !== name.length) return false;
    for (let index = 0; index < name.length; index++) if (this.xml.charCodeAt(this.nameStart + index) !== name.charCodeAt(index)) return false;
    return true;
  }

  get name(): string {
    return this.xml.slice(this.nameStart, this.nameEnd);
  }

  /** The whole tag as written. */
  get tag(): string {
    return this.xml.slice(this.start, this.end);
  }

  /** From an opening tag to its closing one, past everything in between. */
  skipElement(): void {
    if (this.empty || this.closing) return;
    for (let depth = 1; depth > 0; ) {
      if (!this.next()) throw new BrokenXml("an element without an end");
      if (this.closing) depth--;
      else if (!this.empty) depth++;
    }
  }

  private skipDeclaration(at: number): number {
    if (this.xml.startsWith("<!--", at)) return this.after("-->", at + 4);
    if (this.xml.startsWith("<![CDATA[", at)) return this.after("]]>", at + 9);
    throw new BrokenXml("a document type declaration");
  }

  private after(end: string, from: number): number {
    const found = this.xml.indexOf(end, from);
    if (found < 0) throw new BrokenXml(`no ${end} after ${from}`);
    return found + end.length;
  }
}
