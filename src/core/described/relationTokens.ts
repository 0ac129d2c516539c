/**
 * ref: the number or letter of a column or row. cell: the word "cột". code: "mã số", "chỉ tiêu", "dòng" before a number. word: anything else.
 * colon may divide, or end what is said.
 */
export type TokenKind =
  | "ref" | "cell" | "code" | "equals" | "plus" | "minus" | "times" | "over" | "colon" | "open" | "close" | "dots" | "to" | "percent"
  | "total" | "skipped" | "comma" | "and" | "end" | "word"; // prettier-ignore

/** A piece of a text as the grammar of printed relations knows it. Offsets are UTF-16, the end not included. */
export interface Token {
  readonly kind: TokenKind;
  /** As printed; a ref without what stands around it. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Whether it is the first of its line. */
  readonly startsLine: boolean;
  /** Whether it is said in words: "cộng" for "+". */
  readonly isWorded: boolean;
}

/** Longer texts are no notes; what stands beyond is not read. */
const LONGEST = 20_000;

const WORDS: Readonly<Record<string, TokenKind>> = {
  cột: "cell", cot: "cell", bằng: "equals", cộng: "plus", trừ: "minus", nhân: "times", chia: "over", đến: "to", tới: "to", tổng: "total", và: "and",
  các: "skipped", những: "skipped", từ: "skipped", của: "skipped", cho: "skipped", thứ: "skipped", với: "skipped",
  dòng: "code", mục: "code", hàng: "code", điểm: "code",
}; // prettier-ignore
/** Two words that name the number of a row, by the first. */
const CODES: Readonly<Record<string, string>> = { mã: "số", chỉ: "tiêu" };

const SIGNS: Readonly<Record<string, TokenKind>> = {
  "=": "equals", "+": "plus", "＋": "plus", "-": "minus", "–": "minus", "—": "minus", "−": "minus", "*": "times", "×": "times", "∗": "times", "·": "times",
  "/": "over", "÷": "over", ":": "colon", "(": "open", "[": "open", "{": "open", ")": "close", "]": "close", "}": "close", "%": "percent",
  ",": "comma", ";": "end",
}; // prettier-ignore

/** Signs for "times" that are letters, the Cyrillic ones too. */
const TIMES_LETTERS = "xXхХ";
const SUFFIXES = "abcdđABCD";
const ROW_LETTERS = "abcdđeghi";

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= "0" && sign <= "9";
const isLetter = (sign: string | undefined): boolean => sign !== undefined && sign.toLowerCase() !== sign.toUpperCase();
const isSpace = (sign: string | undefined): boolean => sign !== undefined && sign.trim() === "";

/** Where a run of signs ends. */
function endOf(text: string, from: number, isPart: (sign: string) => boolean): number {
  let end = from;
  while (end < text.length && isPart(text[end]!)) end++;
  return end;
}

/** Whether a number, a bracket or the word "cột" stands from here on, blanks aside. */
function opensOperand(text: string, from: number): boolean {
  const at = endOf(text, from, isSpace);
  const sign = text[at];
  return isDigit(sign) || sign === "(" || sign === "[" || sign === "{" || text.slice(at, at + 3).toLowerCase() === "cột";
}

/** The end of a number with its parts and its letter: "3", "3a", "1.2". */
function endOfNumber(text: string, from: number): number {
  let end = endOf(text, from, isDigit);
  while (text[end] === "." && isDigit(text[end + 1])) end = endOf(text, end + 1, isDigit);
  const next = text[end + 1];
  // "9ax13" is 9a times 13.
  const isTimes = next !== undefined && TIMES_LETTERS.includes(next) && opensOperand(text, end + 2);
  return SUFFIXES.includes(text[end] ?? " ") && (isTimes || (!isLetter(next) && !isDigit(next))) ? end + 1 : end;
}

const ROMAN = /^[IVX]{1,6}$/;

/** What a run of letters is by itself. */
function kindOfWord(word: string): TokenKind {
  if (word.length === 1 && (word !== word.toLowerCase() || ROW_LETTERS.includes(word))) return "ref";
  return ROMAN.test(word) ? "ref" : (WORDS[word.toLowerCase()] ?? "word");
}

/** Cuts a text into what the grammar of printed relations knows. Every sign is looked at once. The text is taken to be in composed Unicode (NFC). */
export function relationTokens(written: string): readonly Token[] {
  const text = written.slice(0, LONGEST);
  const tokens: Token[] = [];
  let startsLine = true;
  const add = (kind: TokenKind, from: number, to: number, isWorded = false): number => {
    tokens.push({ kind, text: text.slice(from, to), from, to, startsLine, isWorded });
    startsLine = false;
    return to;
  };
  const isOperand = (): boolean => ["ref", "close", "percent"].includes(tokens.at(-1)?.kind ?? "");
  let at = 0;
  while (at < text.length) {
    const sign = text[at]!;
    if (isSpace(sign)) {
      if (sign === "\n" || sign === "\r") startsLine = true;
      at++;
    } else if (isDigit(sign)) {
      // What touches a word is part of it: "NQ01".
      const before = tokens.at(-1);
      at = add(before?.kind === "word" && before.to === at ? "word" : "ref", at, endOfNumber(text, at));
    } else if (TIMES_LETTERS.includes(sign) && isOperand() && !isLetter(text[at + 1]) && opensOperand(text, at + 1)) {
      at = add("times", at, at + 1);
    } else if (isLetter(sign)) at = word(at);
    else if (sign === "…" || (sign === "." && (text[at + 1] === "." || text[at + 1] === "…"))) {
      at = add("dots", at, endOf(text, at, (each) => each === "." || each === "…"));
    } else if (sign === ".") at = add("end", at, at + 1);
    else at = add(SIGNS[sign] ?? "word", at, at + 1);
  }
  return tokens;

  /** Reads a run of letters, or the two words of a code; gives where it ends. */
  function word(from: number): number {
    const end = endOf(text, from, isLetter);
    const said = text.slice(from, end).toLowerCase();
    const second = CODES[said];
    if (second !== undefined) {
      const next = endOf(text, end, isSpace);
      if (text.slice(next, next + second.length).toLowerCase() === second) return add("code", from, next + second.length, true);
    }
    const kind = kindOfWord(text.slice(from, end));
    // A letter that a number touches, as of a cell "B8", is none of a column.
    return add(kind === "ref" && isDigit(text[end]) ? "word" : kind, from, end, kind !== "ref");
  }
}
