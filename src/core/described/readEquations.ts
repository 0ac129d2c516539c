import { bare, isRange, type Equation, type Expression, type Item, type Side } from "./Expression";
import { relationTokens, type Token, type TokenKind } from "./relationTokens";

/** Brackets are not nested deeper. */
const DEEPEST = 8;
/** Words that go on about the column named last: "Cột 8: ghi số đơn …". */
const GOES_ON = new Set(["ghi", "là", "gồm", "bao", "nêu", "thống", "phản", "tính", "thể"]);
/** What begins the name of another form or period after a column, and what may stand before it. */
const OTHER_FORM = new Set(["biểu", "mẫu", "phụ", "pl", "bảng", "báo"]);
const PERIOD = new Set(["kỳ", "tháng", "năm", "quý"]);
const EARLIER = new Set(["trước", "sau"]);
const LINKS = new Set(["thuộc", "của", "tại", "ở", "trong", "trên"]);

/** Reads equations from tokens. Whatever does not fit is left alone; every way forward consumes a token, so that the work is linear. */
class Reader {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    /** Whether "cộng" and "bằng" are signs: only where columns are named as such. */
    private readonly takesWords: boolean,
  ) {}

  private peek(ahead = 0): TokenKind | undefined {
    const token = this.tokens[this.at + ahead];
    if (!token) return undefined;
    return token.isWorded && !this.takesWords && token.kind !== "cell" && token.kind !== "code" ? "word" : token.kind;
  }

  private take(kind: TokenKind): Token | undefined {
    return this.peek() === kind ? this.tokens[this.at++] : undefined;
  }

  private skip(...kinds: readonly TokenKind[]): void {
    while (kinds.includes(this.peek()!)) this.at++;
  }

  /** Whether an operand may begin here. */
  private opens(ahead = 0): boolean {
    return ["ref", "cell", "code", "open"].includes(this.peek(ahead)!);
  }

  /** "5", "cột 5", "(5)" where nothing but a ref is meant. */
  private ref(): string | undefined {
    const before = this.at;
    this.skip("cell", "code", "skipped");
    const isBracketed = this.take("open") !== undefined;
    const token = this.take("ref");
    if (token && (!isBracketed || this.take("close"))) return token.text;
    this.at = before;
    return undefined;
  }

  private primary(depth: number): Expression | undefined {
    const before = this.at;
    if (this.peek() === "total") return this.listed(depth);
    // "các cột từ cột 5"
    if (this.take("cell") ?? this.take("code")) this.skip("skipped", "cell", "code");
    const ref = this.take("ref");
    if (ref) {
      if (this.peek() === "percent" && /^\d+$/.test(ref.text)) {
        this.at++;
        return { kind: "constant", value: Number(ref.text), isPercent: true };
      }
      return { kind: "ref", ref: ref.text };
    }
    if (depth < DEEPEST && this.take("open")) {
      const inside = this.sum(depth + 1);
      if (inside && this.take("close")) return bare(inside);
    }
    this.at = before;
    return undefined;
  }

  /** "tổng các cột 3, 4 và 5", "tổng cột 5 đến cột 10". */
  private listed(depth: number): Expression | undefined {
    const before = this.at;
    this.at++;
    for (let words = 0; words < 4 && ["skipped", "word", "plus"].includes(this.peek()!) && !this.opens(); words++) this.at++;
    const first = this.opens() ? this.sum(depth + 1) : undefined;
    if (first?.kind !== "sum") {
      this.at = before;
      return undefined;
    }
    const items = [...first.items];
    while (this.peek() === "comma" || this.peek() === "and") {
      const here = this.at;
      this.skip("comma", "and");
      const more = this.opens() ? this.sum(depth + 1) : undefined;
      // "…, cột 7 = …" begins anew.
      if (more?.kind !== "sum" || this.peek() === "equals") {
        this.at = here;
        break;
      }
      items.push(...more.items);
    }
    return { kind: "sum", items };
  }

  private term(depth: number): Expression | undefined {
    const first = this.primary(depth);
    if (!first) return undefined;
    const sides: [above: Expression[], below: Expression[]] = [[first], []];
    let isPercent = false;
    for (;;) {
      const kind = this.peek();
      const divides = kind === "over" || (kind === "colon" && this.opens(1));
      if (kind !== "times" && !divides) break;
      const before = this.at++;
      this.skip("skipped");
      const next = this.primary(depth);
      if (!next) {
        this.at = before;
        break;
      }
      sides[divides ? 1 : 0].push(next);
    }
    if (this.take("percent")) isPercent = true;
    // "4=3/2 (%)"
    else if (this.peek() === "open" && this.peek(1) === "percent" && this.peek(2) === "close") {
      this.at += 3;
      isPercent = true;
    }
    const [above, below] = sides;
    return above.length + below.length === 1 && !isPercent ? first : { kind: "product", above, below, isPercent };
  }

  /** How far apart the two refs before the dots are: 2 in "6+8+…+36". */
  private stepBefore(items: readonly Item[]): number {
    const [one, two] = items.slice(-2).map((item) => (isRange(item) || item.of.kind !== "ref" ? NaN : Number(item.of.ref)));
    const step = (two ?? NaN) - (one ?? NaN);
    return step > 1 ? step : 1;
  }

  /** Makes a run of the last item, once its dots or "đến" were read. */
  private run(items: Item[], isClosed: boolean): boolean {
    const last = items.at(-1);
    if (!last || isRange(last) || last.of.kind !== "ref") return false;
    const step = this.stepBefore(items);
    this.skip("plus");
    const to = this.ref();
    if (to === undefined && isClosed) return false;
    items[items.length - 1] = { sign: last.sign, from: last.of.ref, to, step };
    return true;
  }

  /** What is added up; a single term counts as a sum of one. */
  private sum(depth: number): Expression | undefined {
    const first = this.term(depth);
    if (!first) return undefined;
    const items: Item[] = [{ sign: 1, of: first, startsLine: false }];
    for (;;) {
      const before = this.at;
      if (this.peek() === "dots" || (this.peek() === "plus" && this.peek(1) === "dots")) {
        this.skip("plus", "dots");
        if (this.run(items, false)) continue;
      } else if (this.take("to")) {
        if (this.run(items, true)) continue;
      } else {
        const operator = this.peek();
        if (operator === "plus" || operator === "minus") {
          const { startsLine } = this.tokens[this.at++]!;
          this.skip("skipped");
          const of = this.term(depth);
          if (of) {
            items.push({ sign: operator === "plus" ? 1 : -1, of, startsLine });
            continue;
          }
        }
      }
      this.at = before;
      break;
    }
    return { kind: "sum", items };
  }

  /** As printed up to the end of the sentence, where a column of another form or period is named. */
  private otherForm(from: number): string | undefined {
    const words = [0, 1, 2].map((ahead) => this.tokens[this.at + ahead]?.text.toLowerCase() ?? "");
    const [first = "", second = "", third = ""] = LINKS.has(words[0]!) ? words.slice(1).concat(this.tokens[this.at + 3]?.text.toLowerCase() ?? "") : words;
    const isOther = OTHER_FORM.has(first) || (PERIOD.has(first) && (EARLIER.has(second) || EARLIER.has(third)));
    if (!isOther || second === "này") return undefined;
    while (this.at < this.tokens.length && this.peek() !== "end" && !this.tokens[this.at]!.startsLine && this.peek() !== "equals") this.at++;
    return this.text.slice(from, this.tokens[this.at - 1]!.to);
  }

  private side(): Side | undefined {
    const from = this.tokens[this.at]?.from ?? 0;
    const of = this.sum(0);
    if (!of) return undefined;
    const to = this.tokens[this.at - 1]!.to;
    const other = this.otherForm(from);
    return other === undefined ? { of: bare(of), from, to } : { of: bare(of), from, to: this.tokens[this.at - 1]!.to, other };
  }

  /** The sides of an equation that begins here; undefined where none does. Then nothing, or what looked like its first side, was consumed. */
  private sides(): readonly Side[] | undefined {
    const first = this.side();
    if (!first) return undefined;
    this.skip("skipped");
    const sides = [first];
    while (this.peek() === "equals") {
      const before = this.at++;
      // "bằng (=)"
      if (this.peek() === "open" && this.peek(1) === "equals" && this.peek(2) === "close") this.at += 3;
      this.skip("skipped", "equals");
      const next = this.side();
      if (!next) {
        this.at = before;
        break;
      }
      sides.push(next);
    }
    return sides;
  }

  private made(sides: readonly Side[], first: number, subject?: string): Equation {
    const inside = this.tokens.slice(first, this.at);
    return {
      sides,
      isWorded: inside.some(({ kind }) => kind === "cell" || kind === "code"),
      isBracketed: inside.every(({ kind }, index) => kind !== "ref" || inside[index - 1]?.kind === "open"),
      ...(subject === undefined ? {} : { subject }),
      printed: this.text.slice(sides[0]!.from, Math.max(...sides.map(({ to }) => to))).replace(/\s+/g, " "),
    };
  }

  /** A cell that holds nothing but an equation, maybe in brackets. */
  whole(): Equation | undefined {
    if (this.peek() === "total") return undefined;
    const sides = this.sides() ?? (this.take("open") ? this.sides() : undefined);
    const first = this.tokens[0]?.kind === "open" && sides?.[0]?.from !== this.tokens[0].from ? 1 : 0;
    if (first === 1 && !this.take("close")) return undefined;
    this.skip("end", "comma");
    return sides && sides.length > 1 && this.at === this.tokens.length ? this.made(sides, first) : undefined;
  }

  /** Every equation among other words. */
  all(): readonly Equation[] {
    const found: Equation[] = [];
    let subject: string | undefined;
    while (this.at < this.tokens.length) {
      const first = this.at;
      if (!this.opens() && this.peek() !== "total") {
        this.at++;
        continue;
      }
      const isNamed = this.peek() === "cell";
      const sides = this.touchesWord(first) ? undefined : this.sides();
      if (sides && sides.length > 1) found.push(...this.parted(sides, first, subject));
      else {
        const of = sides && bare(sides[0]!.of);
        if (isNamed && of?.kind === "ref" && this.goesOn()) subject = of.ref;
        if (this.at === first || !sides) this.at = first + 1;
      }
    }
    return found;
  }

  /** What is added up without saying into what: "(=4+5)" in the heading or name of its total, "(I+II)" after "Tổng cộng". */
  implied(): Side | undefined {
    for (; this.at < this.tokens.length; this.at++) {
      const first = this.at;
      const isOpen = this.take("open") !== undefined;
      const isSaid = this.take("equals") !== undefined;
      const side = (isOpen && (isSaid || this.opens())) || (isSaid && first === 0) ? this.side() : undefined;
      if (side && side.of.kind !== "ref" && (!isOpen || this.take("close"))) return side;
      this.at = first;
    }
    return undefined;
  }

  /** Whether what stands here goes on from a word or a number before it: a document's number, a date. */
  private touchesWord(at: number): boolean {
    const [before, token] = [this.tokens[at - 1], this.tokens[at]!];
    return before !== undefined && before.to === token.from && (before.kind === "over" || before.kind === "word" || before.kind === "ref");
  }

  /** Whether words about the last column follow. */
  private goesOn(): boolean {
    return this.peek() === "colon" || GOES_ON.has(this.tokens[this.at]?.text.toLowerCase() ?? "");
  }

  /** One equation, or several that a list runs together: a bullet before a column looks like an operator. */
  private parted(sides: readonly Side[], first: number, subject: string | undefined): readonly Equation[] {
    const found: Equation[] = [];
    let current: Side[] = [sides[0]!];
    for (const [index, side] of sides.slice(1).entries()) {
      const isLast = index === sides.length - 2;
      const next = !isLast || this.goesOn() ? nextSubject(current[0]!, side, !isLast) : undefined;
      current.push(next ? { ...side, of: next.before } : side);
      if (!next || isLast) continue;
      found.push(this.made(current, first, subject));
      current = [{ of: next.subject, from: side.from, to: side.to }];
    }
    found.push(this.made(current, first, subject));
    return found;
  }
}

const numberOf = (expression: Expression): number => (expression.kind === "ref" ? parseInt(expression.ref, 10) : NaN);

/**
 * Tells the subject of the next sentence from the last operand: "Cột 7 = Cột 5 + Cột 6 * Cột 8: ghi …" is 7 = 5+6, and "* Cột 8" the next
 * item of a list. So it is where the sign begins its line, where "*" follows a sum, or where the column comes after the total and no other does.
 */
function nextSubject(total: Side, { of }: Side, isChain: boolean): { readonly before: Expression; readonly subject: Expression } | undefined {
  if (of.kind !== "sum") return undefined;
  const last = of.items.at(-1)!;
  const others = of.items.slice(0, -1);
  if (isRange(last)) return undefined;
  const { of: operand } = last;
  if (operand.kind === "product") {
    const [left, right, ...more] = operand.above;
    if (!left || !right || more.length > 0 || operand.below.length > 0 || others.length === 0) return undefined;
    return { before: { kind: "sum", items: [...others, { ...last, of: left }] }, subject: right };
  }
  const before = bare({ kind: "sum", items: others });
  if (operand.kind !== "ref") return undefined;
  if (last.startsLine) return { before, subject: operand };
  const whole = numberOf(bare(total.of));
  const isNext = numberOf(operand) > whole && others.every((item) => !isRange(item) && numberOf(item.of) < whole);
  return isNext && (others.length > 1 || isChain) ? { before, subject: operand } : undefined;
}

function readerOf(written: string, takesWords = false): Reader {
  const text = written.normalize("NFC");
  const tokens = relationTokens(text);
  return new Reader(text, tokens, takesWords || tokens.some(({ kind }) => kind === "cell" || kind === "code"));
}

/** Reads a cell that says nothing else than an equation: "(4)=(5)+(18)", "12 = 10+11", "Cột 5 = cột 3 - cột 4". */
export const readEquation = (text: string): Equation | undefined => (text.includes("=") || text.includes("bằng") ? readerOf(text, true).whole() : undefined);

/** Reads every equation among other words: in a note, a heading, the name of a row. Dates, numbers of documents, bullets are left alone. */
export const readEquations = (text: string): readonly Equation[] => (/=|bằng/u.test(text.normalize("NFC")) ? readerOf(text).all() : []);

/** Reads what a heading or the name of a row says its figures add up, without naming them: "Tổng số (=4+5)", "Tổng cộng (I+II)". */
export const readImplied = (text: string): Expression | undefined => (/[([{=]/.test(text) ? readerOf(text).implied()?.of : undefined);
