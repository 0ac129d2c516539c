import type { Quantity, Vocabulary, Words } from "../quantities/Vocabulary";
import { PERIOD_WORDS } from "../words/SaidPeriod";
import type { TextStretch } from "./paragraphsOf";
import type { StatedFigure } from "./StatedFigure";
import { MOST_NAME_WORDS } from "./unitAtEnd";

/** What a stretch is to the reader, by its kind: words of the vocabulary, a period, or what any text is made of. */
export interface Token extends TextStretch {
  readonly kind: string;
  readonly flat: string;
}

const NUMBER = "(?:[1-9]\\d{0,2}(?:\\.\\d{3})+|\\d+)(?![.,]\\d)";
/** A number is no count where a letter follows: 40m², 2g; but "74HS". */
const NO_LETTER = "(?= ?hs(?![a-z0-9])|(?![a-z0-9/]))";

/** Words of any text. "say": one between a quantity and its number. */
const COMMON: readonly Words[] = [
  { kind: "within-which", pattern: "trong do" },
  { kind: "namely", pattern: "bao gom|gom|cu the" },
  { kind: "none", pattern: "khong co|chua co|khong phat sinh|chua phat sinh" },
  { kind: "percent", pattern: "\\d+(?:[.,]\\d+)? ?%" },
  { kind: "fraction", pattern: `${NUMBER} ?/ ?${NUMBER}${NO_LETTER}` },
  { kind: "number", pattern: `${NUMBER}${NO_LETTER}` },
  { kind: "say", pattern: "la|duoc|co|da|so" },
];

type Pattern = readonly [kind: string, pattern: RegExp];

const compiled = ({ kind, pattern }: Words): Pattern => {
  const spaced = pattern.replaceAll(" ", "\\s+").replaceAll("\\s+?", "\\s*");
  return [kind, new RegExp(`(?:${spaced})${/percent|fraction|number/.test(kind) ? "" : "(?![a-z0-9])"}`, "y")];
};

/** What is none of the words is a sign, or a word of any other kind. */
const OTHERS: readonly Pattern[] = [
  ["sign", /[,.;:()]/y],
  ["dash", /[-+•–—]+/y],
  ["word", /[^\s,.;:()]+(?:[.,][^\s,.;:()]+)*/y],
];

/** A vocabulary made ready to read with. */
export class Lexicon {
  private static readonly known = new WeakMap<Vocabulary, Lexicon>();
  /** Texts read with it: every edit of a table is checked anew, with the same texts beside it. */
  readonly read = new Map<string, readonly StatedFigure[]>();
  readonly byId: ReadonlyMap<string, Quantity>;
  /** What each kind of words opens: the last is what the parts that follow are parts of, others are said in the same breath. */
  readonly openers: ReadonlyMap<string, readonly Quantity[]>;
  /** What leaves a count the whole, and what makes it a part. */
  readonly scope: { readonly unit: RegExp; readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string>; readonly partial: RegExp };
  private readonly patterns: readonly Pattern[];
  private readonly words: ReadonlyMap<string, Words>;
  /** What each kind of words names among the parts of what sentences begin with. */
  private readonly parts: ReadonlyMap<Quantity, ReadonlyMap<string, Quantity>>;
  private readonly named: ReadonlySet<string>;
  private readonly followers: ReadonlyMap<string, Quantity>;

  private readonly exceptions: ReadonlyMap<Quantity, RegExp>;

  private constructor({ quantities, words, scope }: Vocabulary) {
    this.patterns = [...[...PERIOD_WORDS, ...words, ...COMMON].map(compiled), ...OTHERS];
    this.byId = new Map(quantities.map((each) => [each.id, each]));
    this.exceptions = new Map(quantities.flatMap((each) => (each.loosely ? [[each, new RegExp(each.loosely.unless)]] : [])));
    this.words = new Map(words.map((each) => [each.kind, each]));
    const opening = quantities.filter(({ opens }) => opens);
    this.openers = new Map(opening.flatMap(({ words: own = [] }) => own).map((kind) => [kind, opening.filter((each) => each.words?.includes(kind))]));
    const named = (part: Quantity) => wordsFor(part).map((word) => [word, part] as const);
    // Of two that go by one word, the first stays.
    this.parts = new Map(opening.map((whole) => [whole, new Map(this.partsOf(whole).flatMap(named).reverse())]));
    this.named = new Set([...this.openers.keys(), ...[...this.parts.values()].flatMap((parts) => [...parts.keys()])]);
    this.followers = new Map([...this.openers].flatMap(([kind, [only, ...more]]) => (only && more.length === 0 && !this.isFirst(only) ? [[kind, only]] : [])));
    const unit = `^(?:${scope.units})(?:\\s+(?!(?:${scope.restricting})\\s)[\\p{L}\\d]+){0,${MOST_NAME_WORDS}}$`;
    const [before, after] = [scope.neutralBefore, scope.neutralAfter].map((list) => new Set(list.split(" ")));
    this.scope = { unit: new RegExp(unit, "u"), before: before!, after: after!, partial: new RegExp(`\\b(?:${scope.partial})\\b`) };
  }

  /** The lexicon of a vocabulary, made once. */
  static of(vocabulary: Vocabulary): Lexicon {
    const lexicon = this.known.get(vocabulary) ?? new Lexicon(vocabulary);
    this.known.set(vocabulary, lexicon);
    return lexicon;
  }

  /** Parts, and parts of parts, but for those that open sentences of their own; then what may be told among them. */
  private partsOf({ id: whole, splits = [] }: Quantity): readonly Quantity[] {
    const withId = (ids: readonly string[]) => ids.flatMap((id) => this.byId.get(id) ?? []).filter(({ opens }) => !opens);
    const parts = withId(splits.flat());
    const among = [...this.byId.values()].filter(({ beside }) => beside?.includes(whole));
    return [...parts, ...parts.flatMap(({ splits: more = [] }) => withId(more.flat())), ...among];
  }

  /** The part that words of this kind name among those of a whole. */
  partOf = (whole: Quantity, kind: string): Quantity | undefined => this.parts.get(whole)?.get(kind);

  /** Whether words of this kind name a quantity. */
  names = (kind: string): boolean => this.named.has(kind);

  /** What must not be said where a quantity goes by its loose word; undefined where it has none. */
  unless = (quantity: Quantity): RegExp | undefined => this.exceptions.get(quantity);

  /** Whether words of this kind may follow what they count, or open a list of fields. */
  mayFollow = (kind: string): boolean => this.words.get(kind)?.after ?? false;
  mayBeListed = (kind: string): boolean => this.words.get(kind)?.listed ?? false;

  /** Whether sentences about files begin with it: it is no part of another that opens. */
  isFirst = ({ id }: Quantity): boolean => ![...this.parts.keys()].some(({ splits }) => splits?.some((split) => split.includes(id)));

  /** What words of this kind open, where that is one thing, which is a part of another. */
  follower = (kind: string): Quantity | undefined => this.followers.get(kind);

  /** The quantity that the same words name where its other parts are not told: "đúng hạn" by itself is all that is not late. */
  wider = ({ id, words = [] }: Quantity): Quantity | undefined =>
    [...this.byId.values()].find((each) => each.words?.some((word) => words.includes(word)) && each.splits?.some((split) => split.includes(id)));

  /** The other parts of each split that a part is in, among those of any quantity. */
  besides = ({ id }: Quantity, wholes: Iterable<Quantity> = this.byId.values()): readonly (readonly string[])[] =>
    [...wholes].flatMap(({ splits = [] }) => splits.filter((split) => split.includes(id)).map((split) => split.filter((part) => part !== id)));

  /** The tokens of a stretch of flattened text. */
  tokens(flat: string, start: number, end: number): readonly Token[] {
    const text = flat.slice(0, end);
    const tokens: Token[] = [];
    for (let at = start; at < end; at = tokens.at(-1)!.end) {
      while (at < end && /\s/.test(text[at]!)) at++;
      if (at === end) break;
      tokens.push(this.tokenAt(text, at));
    }
    return tokens;
  }

  private tokenAt(text: string, start: number): Token {
    for (const [kind, pattern] of this.patterns) {
      pattern.lastIndex = start;
      const flat = pattern.exec(text)?.[0];
      if (flat) return { kind, flat, start, end: start + flat.length };
    }
    return { kind: "word", flat: text[start]!, start, end: start + 1 };
  }
}

const wordsFor = ({ words = [], loosely }: Quantity): readonly string[] => (loosely ? [...words, loosely.word] : words);
