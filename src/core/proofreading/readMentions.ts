import { Lexicon, type Token } from "../stated/Lexicon";
import type { TextStretch } from "../stated/paragraphsOf";
import { isPeriod } from "../words/SaidPeriod";
import type { Mention, ParagraphRead, PartGroup, ReportRead } from "./Mention";
import { figuresWithin, type ReportFigure } from "./readFigures";
import type { ReportText } from "./ReportText";
import type { Quantity, ReportWords } from "../quantities/Vocabulary";

/** What parts labels, opens brackets and lists, and ends sentences. */
const SIGNS = /[(){},;]|\.(?=\s|$)|\bva\b(?! (?:qua|truoc|dung|tra|giai quyet|da giai quyet|dang|nguoi|cong dan|qua han)\b)|\btrong do\b|\bbao gom\b|\bgom\b/g;
/** Kinds of words that say nothing of what is counted. */
const EMPTY = new Set(["say", "sign", "dash", "files", "within-which", "namely", "place", "number", "percent", "fraction"]);
const BULLET = /^[\s*#]*([-+•–.])/;
/** Labels are no longer; what stands further away says nothing of a number. */
const LONGEST_LABEL = 160;
const FURTHEST_BRACKET = 60;
/** Nobody brackets more deeply. */
const DEEPEST = 8;
/** Last words of what kinds of units are called. */
const UNITS = new Set("phuong xa tran huyen tinh pho quan".split(" "));

type Part = { -readonly [Key in keyof PartGroup]: PartGroup[Key] };

/** Reads what the figures of a text are said to be, and of which wholes they are told as parts. */
export function readMentions(text: ReportText, masked: string, figures: readonly ReportFigure[], words: ReportWords): ReportRead {
  const reader = new MentionReader(text, masked, words);
  const { flat, prose, paragraphs } = text;
  const read = paragraphs.map((stretch, index): ParagraphRead => {
    const own = figuresWithin(figures, stretch);
    return { index, stretch, figures: own, mentions: reader.paragraph(stretch, index, own, BULLET.exec(prose.slice(stretch.start, stretch.start + 12))?.[1], flat) };
  });
  return { paragraphs: read, groups: reader.groups.filter(({ parts }) => parts.length > 0) };
}

class MentionReader {
  readonly groups: Part[] = [];
  private readonly lexicon: Lexicon;
  private readonly neutral: ReadonlySet<string>;
  private stack: Part[] = [];
  /** The list that bullets go on with, and their sign once one is met. */
  private list: { readonly group: Part; sign?: string } | undefined;
  /** The whole that a sentence opening with "Trong đó" goes back to. */
  private head: Mention | undefined;
  private last: Mention | undefined;

  constructor(
    private readonly text: ReportText,
    private readonly masked: string,
    words: ReportWords,
  ) {
    this.lexicon = Lexicon.of(words.vocabulary);
    this.neutral = new Set(words.neutral.split(" "));
  }

  paragraph(stretch: TextStretch, index: number, figures: readonly ReportFigure[], bullet: string | undefined, flat: string): readonly Mention[] {
    const signs = [...this.masked.slice(stretch.start, stretch.end).matchAll(SIGNS)].map(({ 0: sign, index: at }) => ({ sign, start: stretch.start + at, end: stretch.start + at + sign.length }));
    this.stack = this.goesOn(bullet) ? [this.list!.group] : [];
    this.last = undefined;
    if (!/^[\s*+•–-]*trong do/.test(flat.slice(stretch.start, stretch.start + 20))) this.head = undefined;
    const mentions: Mention[] = [];
    let next = 0;
    let left = stretch.start;
    for (const [place, figure] of figures.entries()) {
      for (; next < signs.length && signs[next]!.start < figure.start; next++) {
        const { sign, start, end } = signs[next]!;
        const before = figures[place - 1];
        if (before && start < before.nounEnd) continue;
        this.meet(sign, start);
        left = end;
      }
      if (figure.kind === "count") {
        // Signs within the number are none.
        while (next < signs.length && signs[next]!.start < figure.nounEnd) next++;
        const right = Math.min(signs[next]?.start ?? stretch.end, figures[place + 1]?.start ?? stretch.end, stretch.end);
        const mention = this.mention(figure, index, { start: Math.max(left, figure.start - LONGEST_LABEL), end: Math.min(Math.max(right, figure.nounEnd), figure.nounEnd + LONGEST_LABEL) });
        mentions.push(mention);
        this.last = mention;
        if (!mention.group) this.head = mention;
      }
      left = Math.max(left, figure.nounEnd);
    }
    for (; next < signs.length; next++) this.meet(signs[next]!.sign, signs[next]!.start);
    this.openList(stretch, bullet);
    return mentions;
  }

  /** Whether a paragraph is a line of the list that one before has opened. */
  private goesOn(bullet: string | undefined): boolean {
    if (!this.list || bullet === undefined) return false;
    this.list.sign ??= bullet;
    return this.list.sign === bullet;
  }

  private open(whole: Mention | undefined, opener: Part["opener"]): Part {
    const group: Part = { whole, opener, parts: [] };
    this.groups.push(group);
    return group;
  }

  private meet(sign: string, at: number): void {
    const top = this.stack.at(-1);
    if (sign === "(" || sign === "{") {
      if (this.stack.length >= DEEPEST) return;
      const isBeside = this.last && at - this.last.figure.nounEnd < FURTHEST_BRACKET && !/[,;)]|\.\s/.test(this.masked.slice(this.last.figure.nounEnd, at));
      this.stack.push(this.open(isBeside ? this.last : undefined, "bracket"));
    } else if (sign === ")" || sign === "}") {
      const from = this.stack.map(({ opener }) => opener).lastIndexOf("bracket");
      // What follows the bracket goes on about what stands before it.
      if (from >= 0) this.last = this.stack[from]!.whole ?? this.last;
      if (from >= 0) this.stack.length = from;
    } else if (sign === ".") {
      this.stack = this.stack.filter(({ opener }) => opener === "list");
      this.last = undefined;
    } else if (/^[tbg]/.test(sign)) {
      const opener = sign === "trong do" ? "which" : "namely";
      if (top?.opener === "bracket" && top.parts.length === 0) {
        top.opener = opener === "which" ? "which" : "bracket";
        if (opener === "which") this.stack[this.stack.length - 1] = top;
        return;
      }
      if (top && (top.opener === "which" || top.opener === "namely")) this.stack.pop();
      const whole = this.last ?? (opener === "which" ? this.head : undefined);
      this.stack.push(this.open(whole, opener));
    }
  }

  private mention(figure: ReportFigure, paragraph: number, words: TextStretch): Mention {
    const tokens = [...this.lexicon.tokens(this.masked, words.start, figure.start), ...this.lexicon.tokens(this.masked, figure.nounEnd, words.end)];
    const kinds = new Set(tokens.filter((token) => !EMPTY.has(token.kind) && token.kind !== "word" && !isPeriod(token)).map(({ kind }) => kind));
    const residue = this.withoutNames(tokens).filter(({ kind, flat }) => (kind === "word" && !this.neutral.has(flat)) || kind === "field").map(({ flat }) => flat).join(" ");
    const common = { figure, words, kinds, residue, paragraph };
    for (let group = this.stack.at(-1); group; group = this.stack.at(-1)) {
      const quantities = this.partNamed(group.whole, kinds);
      const isOther = quantities.length === 0 && group.opener !== "bracket" && [...kinds].some((kind) => this.lexicon.openers.has(kind)) && !this.isSaidOf(group.whole, kinds);
      if (isOther) {
        this.stack.pop();
        continue;
      }
      const isAlike = group.whole === undefined || figure.noun === undefined || group.whole.figure.noun === undefined || figure.noun === group.whole.figure.noun;
      if (!isAlike) break;
      const mention: Mention = { ...common, quantities: quantities.length > 0 ? quantities : this.named(kinds), group };
      group.parts.push(mention);
      return mention;
    }
    return { ...common, quantities: this.named(kinds) };
  }

  /** Without the names of units, capitals after "phường": who reports restricts nothing. */
  private withoutNames(tokens: readonly Token[]): readonly Token[] {
    let isName = false;
    return tokens.filter(({ flat, start }) => {
      const letter = this.text.text[start]!;
      const isCapital = letter !== letter.toLowerCase();
      const goesOn = isName && isCapital;
      isName = goesOn || UNITS.has(flat);
      return !goesOn;
    });
  }

  private isSaidOf(whole: Mention | undefined, kinds: ReadonlySet<string>): boolean {
    return whole === undefined || whole.quantities.length === 0 || [...kinds].some((kind) => this.lexicon.openers.get(kind)?.some((each) => whole.quantities.includes(each)));
  }

  /** What words name among the parts of a whole. */
  private partNamed(whole: Mention | undefined, kinds: ReadonlySet<string>): readonly Quantity[] {
    for (const quantity of [...(whole?.quantities ?? [])].reverse()) {
      const parts = this.partsNamed(quantity, kinds);
      if (parts.length > 0) return parts.slice(-1);
    }
    return [];
  }

  private partsNamed(whole: Quantity, kinds: ReadonlySet<string>): readonly Quantity[] {
    const own = whole.opens ? [] : (whole.splits ?? []).flat().flatMap((id) => this.lexicon.byId.get(id) ?? []);
    return [...kinds].flatMap((kind) => this.lexicon.partOf(whole, kind) ?? own.find(({ words = [] }) => words.includes(kind)) ?? []);
  }

  /** What words name by themselves: what sentences begin with, or one of its parts. */
  private named(kinds: ReadonlySet<string>): readonly Quantity[] {
    const opened = [...kinds].flatMap((kind) => this.lexicon.openers.get(kind) ?? []);
    const parts = opened.flatMap((whole) => this.partsNamed(whole, kinds));
    if (parts.length > 0) return parts.slice(-1);
    if (opened.length > 0) return opened;
    // What opens no sentence may be told alone where its words name nothing else: files newly received, files withdrawn.
    const alone = [...this.lexicon.byId.values()].filter(({ words = [] }) => words.some((kind) => kinds.has(kind)));
    return alone.length === 1 ? alone : [];
  }

  /** A paragraph that ends in ":" opens a list of parts of what it has told last. */
  private openList(stretch: TextStretch, bullet: string | undefined): void {
    if (this.masked.slice(stretch.start, stretch.end).trimEnd().endsWith(":")) {
      const top = this.stack.at(-1);
      const group = top && top.parts.length === 0 && top.opener !== "bracket" ? top : this.last && this.open(this.last, "list");
      if (group) group.opener = "list";
      this.list = group && { group };
    } else if (this.list && (bullet === undefined || bullet !== this.list.sign)) this.list = undefined;
    this.stack = [];
  }
}
