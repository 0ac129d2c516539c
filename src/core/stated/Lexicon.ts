import type { Quantity, Vocabulary, Words } from "../quantities/Vocabulary";
import { PERIOD_WORDS } from "../words/SaidPeriod";
import type { TextStretch } from "./paragraphsOf";
import type { StatedFigure } from "./StatedFigure";

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

/** Kinds of tokens that are a number. */
export const isNumber = ({ kind }: Token): boolean => kind === "number" || kind === "fraction";

type Pattern = readonly [kind: string, pattern: RegExp];

const compiled = ({ kind, pattern }: Words): Pattern => {
  const spaced = pattern.replaceAll(" ", "\\s+").replaceAll("\\s+?", "\\s*");
  return [kind, new RegExp(`(?:${spaced})${/percent|fraction|number/.test(kind) ? "" : "(?![a-z0-9])"}`, "y")];
};

/** What is none of the words is a sign, or a word of any other kind. */
const OTHERS: readonly Pattern[] = [
  ["sign", /[,.;:()]/y],
  ["dash", /[-+•–—]+/y],
  ["word", /[^\s,.;:()]+(?:[.,/][^\s,.;:()]+)*/y],
];

/** A vocabulary made ready to read with. */
export class Lexicon {
  private static readonly known = new WeakMap<Vocabulary, Lexicon>();
  /** Texts read with it: every edit of a table is checked anew, with the same texts beside it. */
  readonly read = new Map<string, readonly StatedFigure[]>();
  /** What each kind of words opens: the last is what the parts that follow are parts of, others are said in the same breath. */
  readonly openers: ReadonlyMap<string, readonly Quantity[]>;
  readonly after: ReadonlySet<string>;
  readonly listed: ReadonlySet<string>;
  /** What leaves a count the whole, and what makes it a part. */
  readonly scope: { readonly unit: RegExp; readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string>; readonly partial: RegExp };
  private readonly patterns: readonly Pattern[];
  readonly byId: ReadonlyMap<string, Quantity>;
  private readonly named: ReadonlySet<string>;
  /** Quantities that are parts of others that open sentences. */
  private readonly followers: ReadonlySet<Quantity>;
  private readonly parts = new Map<Quantity, ReadonlyMap<string, Quantity>>();

  private constructor({ quantities, words, scope }: Vocabulary) {
    this.patterns = [...[...PERIOD_WORDS, ...words, ...COMMON].map(compiled), ...OTHERS];
    this.byId = new Map(quantities.map((each) => [each.id, each]));
    this.after = new Set(words.filter(({ after }) => after).map(({ kind }) => kind));
    this.listed = new Set(words.filter(({ listed }) => listed).map(({ kind }) => kind));
    const opening = quantities.filter(({ opens }) => opens);
    this.openers = new Map(words.map(({ kind }) => [kind, opening.filter((each) => each.words?.includes(kind))] as const).filter(([, opened]) => opened.length > 0));
    this.followers = new Set(opening.filter(({ id }) => opening.some(({ splits }) => splits?.some((split) => split.includes(id)))));
    this.named = new Set(quantities.flatMap(({ words: own = [], loosely }) => [...own, ...(loosely ? [loosely.word] : [])]));
    for (const whole of opening) {
      const parts = new Map<string, Quantity>();
      const take = (part: Quantity): void => {
        for (const word of [...(part.words ?? []), ...(part.loosely ? [part.loosely.word] : [])]) if (!parts.has(word)) parts.set(word, part);
      };
      this.partsWithin(whole).forEach(take);
      quantities.filter(({ beside }) => beside?.includes(whole.id)).forEach(take);
      this.parts.set(whole, parts);
    }
    const alternatives = (words: string): ReadonlySet<string> => new Set(words.split(" "));
    this.scope = {
      unit: new RegExp(`(?:^|[\\s,:])((?:${scope.units})(?:\\s+(?!(?:${scope.restricting})\\s)[\\p{L}\\d]+){0,8})\\s*,?\\s*$`, "u"),
      before: alternatives(scope.neutralBefore),
      after: alternatives(scope.neutralAfter),
      partial: new RegExp(`\\b(?:${scope.partial})\\b`),
    };
  }

  /** The lexicon of a vocabulary, made once. */
  static of(vocabulary: Vocabulary): Lexicon {
    const lexicon = this.known.get(vocabulary) ?? new Lexicon(vocabulary);
    this.known.set(vocabulary, lexicon);
    return lexicon;
  }

  /** Parts, and parts of parts, but for those that open sentences of their own. */
  private partsWithin({ splits = [] }: Quantity): readonly Quantity[] {
    const found: Quantity[] = [];
    for (const id of splits.flat()) {
      const part = this.byId.get(id);
      if (part && !part.opens && !found.includes(part)) found.push(part);
    }
    return [...found, ...found.flatMap(({ splits: more = [] }) => more.flat().flatMap((id) => this.byId.get(id) ?? []))];
  }

  /** Whether words of this kind name a quantity. */
  names = (kind: string): boolean => this.named.has(kind);

  /** The part that words of this kind name among those of a whole. */
  partOf = (whole: Quantity, kind: string): Quantity | undefined => this.parts.get(whole)?.get(kind);

  /** Whether sentences about files begin with it. */
  isFirst = (quantity: Quantity): boolean => !this.followers.has(quantity);

  /** What words of this kind open, where that is one thing, which is a part of another. */
  follower(kind: string): Quantity | undefined {
    const [only, ...more] = this.openers.get(kind) ?? [];
    return only && more.length === 0 && this.followers.has(only) ? only : undefined;
  }

  /** The quantity that the same words name where its other parts are not told: "đúng hạn" by itself is all that is not late. */
  wider = ({ id, words = [] }: Quantity): Quantity | undefined =>
    [...this.byId.values()].find((each) => each.words?.some((word) => words.includes(word)) && each.splits?.some((split) => split.includes(id)));

  /** The other parts of each split that a part is in, among those of any quantity. */
  besides = (part: Quantity, wholes: Iterable<Quantity> = this.byId.values()): readonly (readonly string[])[] =>
    [...wholes].flatMap(({ splits = [] }) => splits.filter((split) => split.includes(part.id)).map((split) => split.filter((id) => id !== part.id)));

  /** The tokens of a stretch of flattened text. */
  tokens(flat: string, start: number, end: number): readonly Token[] {
    const text = flat.slice(0, end);
    const tokens: Token[] = [];
    for (let at = start; at < end; ) {
      if (/\s/.test(text[at]!)) at++;
      else {
        const token = this.tokenAt(text, at);
        tokens.push(token);
        at = token.end;
      }
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

  /** What opens at the very beginning of a token of another kind, as "giải quyết" of "giải quyết quá hạn". */
  openerAt(flat: string, start: number): Quantity | undefined {
    for (const [kind, pattern] of this.patterns) {
      pattern.lastIndex = start;
      const opened = this.follower(kind);
      if (opened && pattern.test(flat)) return opened;
    }
    return undefined;
  }
}

/** The sentences of a stretch: tokens up to a full stop. */
export function sentencesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sentences: Token[][] = [[]];
  for (const token of tokens) {
    sentences.at(-1)!.push(token);
    if (token.flat === ".") sentences.push([]);
  }
  return sentences.filter((each) => each.length > 0);
}

/** The count that a number's digits stand for; of a fraction, the one above. */
export const countIn = (flat: string): number => Number(flat.split("/")[0]!.replace(/\D/g, ""));
