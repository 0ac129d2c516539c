import type { Quantity, Vocabulary } from "../quantities/Vocabulary";
import type { Steps } from "../steps";
import { isPeriod, readPeriod, type SaidPeriod } from "../words/SaidPeriod";
import { clauseStart, countIn, fieldsListed, headOf, headsWhole, isNumber, isOfFiles, leadOf, leavesWhole, LONGEST_SENTENCE, sentencesOf } from "./sentences";
import { flatten, paragraphsOf, type TextStretch } from "./paragraphsOf";
import { widened, type Group } from "./Group";
import { Lexicon, type Token } from "./Lexicon";
import type { StatedFigure, StatedScope } from "./StatedFigure";

const WHOLE: StatedScope = { kind: "whole" };
const PART: StatedScope = { kind: "part" };

/** Words that may stand between the beginning of a clause and what it counts. */
const CLAUSE_KINDS: ReadonlySet<string> = new Set(["files", "within-which", "namely", "say", "loosePeriod"]);

/** No report is longer, in characters; what stands behind is not read. */
const LONGEST = 400_000;

class Reader {
  readonly figures: StatedFigure[] = [];
  private group: Group | undefined;
  private heading = true;
  /** Words of the sentence that have their number. */
  private used = new Set<Token>();
  /** What a list that is under way counts, field by field. */
  private list: { readonly quantity: Quantity; readonly group: Group } | undefined;
  private readonly flat: string;
  private readonly usual: SaidPeriod | undefined;
  private readonly groups: Group[] = [];

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
  ) {
    this.flat = flatten(text);
    this.usual = this.periodOfText();
  }

  /** What is known of the period of the whole text: "số liệu tính đến ngày …", "thời gian chốt số liệu từ ngày … đến ngày …". */
  private periodOfText(): SaidPeriod | undefined {
    for (const { index } of this.flat.matchAll(/so lieu|ky bao cao/g)) {
      const tokens = this.lexicon.tokens(this.flat, index, Math.min(this.flat.length, index + 90));
      const found = tokens.find(({ kind }) => kind === "dates" || kind === "until");
      if (found) return readPeriod(found);
    }
    return undefined;
  }

  all(): readonly StatedFigure[] {
    const meant = widened(this.groups, this.lexicon);
    return this.figures.flatMap((figure) => meant.get(figure) ?? [figure]);
  }

  paragraph({ start, end }: TextStretch): void {
    const before = this.figures.length;
    const held = this.group;
    const tokens = this.lexicon.tokens(this.flat, start, end);
    if (this.list && tokens[0]?.flat === "+") this.takeList(tokens[0].end, end);
    else {
      for (const sentence of sentencesOf(tokens)) {
        this.list = undefined;
        if (sentence.length > LONGEST_SENTENCE) this.group = undefined;
        else this.sentence(sentence);
      }
    }
    // A group goes on in the next paragraph only as long as every one says something of it.
    if (this.figures.length > before || this.group !== held) return;
    this.group = undefined;
    const flat = this.flat.slice(start, end);
    if (/:\s*$/.test(flat) || /^\s*(?:\d{1,2}(?:\.\d)*[.)]?|[a-z]\)|[a-z]\.|[ivx]+\.)\s/.test(flat)) this.heading = headsWhole(flat, this.lexicon);
  }

  private sentence(sentence: readonly Token[]): void {
    if (this.isIdle(sentence)) return;
    this.used = new Set();
    let opened = false;
    for (const [place, token] of sentence.entries()) {
      if (isNumber(token)) opened = this.number(sentence, place, opened) || opened;
      else if (token.kind === "none") opened = this.none(sentence, place, opened) || opened;
      else if (this.lexicon.openers.has(token.kind)) this.headOnly(sentence, place);
      this.listFrom(sentence, place);
    }
  }

  /** "Trong quý II năm 2024, không phát sinh hồ sơ." and nothing else. */
  private isIdle(sentence: readonly Token[]): boolean {
    const [period, none, files, ...more] = sentence.filter(({ kind }) => kind !== "sign" && kind !== "dash");
    if (!period || !isPeriod(period) || none?.kind !== "none" || files?.kind !== "files" || more.length > 0 || !/phat/.test(none.flat)) return false;
    const said = { scope: this.heading ? WHOLE : PART, period: readPeriod(period) ?? this.usual };
    for (const quantity of new Set([...this.lexicon.openers.values()].flat())) this.state(quantity, none, [none, files], said);
    return true;
  }

  /** The token that a number belongs to: what it counts, right before it but for ":" or "là". */
  private cueBefore(sentence: readonly Token[], place: number): number | undefined {
    for (let at = place - 1; at >= 0; at--) {
      const token = sentence[at]!;
      if (token.flat === ":" || token.kind === "say" || isPeriod(token)) {
        // "(trong kỳ 84, …)": here the period is what is counted.
        if (this.lexicon.names(token.kind) && at === place - 1 && sentence[at - 1]?.flat === "(") return at;
        continue;
      }
      if (token.kind === "place" || (token.kind === "files" && at > 0 && this.lexicon.openers.has(sentence[at - 1]!.kind))) continue;
      return this.lexicon.names(token.kind) ? at : undefined;
    }
    return undefined;
  }

  /** Whether nothing restricts what a clause counts; what was opened may be said again: "trong đó đã giải quyết trước hạn 74 hồ sơ". */
  private isClear(sentence: readonly Token[], place: number): boolean {
    const isSaidAgain = ({ kind }: Token): boolean => this.group !== undefined && this.lexicon.follower(kind) === this.group.quantity;
    return sentence.slice(clauseStart(sentence, place), place).every((token) => CLAUSE_KINDS.has(token.kind) || token.flat === "va" || isSaidAgain(token));
  }

  /** "Trước hạn, đúng hạn 88 hồ sơ": the number is of both. */
  private isJoint(sentence: readonly Token[], place: number): boolean {
    const start = clauseStart(sentence, place);
    const before = sentence[start - 2];
    if (sentence[start - 1]?.flat !== "," || !before || this.used.has(before)) return false;
    return this.lexicon.names(before.kind) && !this.lexicon.openers.has(before.kind) && !isPeriod(before);
  }

  private number(sentence: readonly Token[], place: number, opened: boolean): boolean {
    const { lexicon, used } = this;
    const number = sentence[place]!;
    const after = sentence.slice(place + (sentence[place + 1]?.kind === "files" ? 2 : 1));
    const [next, then] = after;
    const withFiles = isOfFiles(sentence, place);
    if (!withFiles && next && !/^(?:sign|dash|percent)$/.test(next.kind) && !lexicon.follower(next.kind)) return false;
    const isRange = (at: number, step: number): boolean => sentence[at]?.kind === "dash" && sentence[at + step]?.kind === "number";
    if (isRange(place + 1, 1) || isRange(place - 1, -1)) return false;
    const at = this.cueBefore(sentence, place);
    const cue = at === undefined ? undefined : sentence[at]!;
    if (at !== undefined && cue && !used.has(cue)) {
      used.add(cue);
      if (lexicon.openers.has(cue.kind)) return number.kind === "number" && this.open(sentence, at, number, after, opened);
      this.part(sentence, at, number, after);
    } else if (next && withFiles && !used.has(next) && lexicon.mayFollow(next.kind) && then?.flat !== ":" && then?.kind !== "number") {
      // "16 hồ sơ từ kỳ trước chuyển qua", "106 hồ sơ dừng xử lý"
      if (!leavesWhole(this.text, after.slice(1).filter(({ kind }) => kind !== "say"), lexicon)) return false;
      used.add(next);
      this.part(sentence, place, number, [], next);
    }
    return false;
  }

  /** "Không có hồ sơ tồn", "không có hồ sơ trễ hạn" */
  private none(sentence: readonly Token[], place: number, opened: boolean): boolean {
    const [files, cue, ...after] = sentence.slice(place + 1);
    if (files?.kind !== "files" || !cue || this.used.has(cue) || !leavesWhole(this.text, after, this.lexicon)) return false;
    if (this.lexicon.follower(cue.kind)) {
      if (!this.group || !this.isClear(sentence, place)) return false;
      this.used.add(cue);
      return this.open(sentence, place, sentence[place]!, after, opened, cue);
    }
    if (this.lexicon.mayBeListed(cue.kind)) this.part(sentence, place, sentence[place]!, after, cue);
    return false;
  }

  /** "Tổng số hồ sơ TTHC đã tiếp nhận trong kỳ báo cáo, trong đó: …" opens without a number. */
  private headOnly(sentence: readonly Token[], place: number): void {
    const after = sentence.slice(place + 1).filter((token) => !isPeriod(token));
    const [only, ...more] = this.lexicon.openers.get(sentence[place]!.kind)!;
    if (!only || more.length > 0 || !this.lexicon.isFirst(only) || after[0]?.flat !== "," || after[1]?.kind !== "within-which") return;
    const head = headOf(sentence, place);
    if (head !== undefined) this.group = this.groupOf([only], sentence, 0, head, place, []);
  }

  private groupOf(quantities: readonly Quantity[], sentence: readonly Token[], from: number, to: number, place: number, after: readonly Token[]): Group {
    const lead = leadOf(this.text, sentence.slice(from, to), this.lexicon);
    const periodsIn = (tokens: readonly Token[]) => tokens.flatMap((token) => readPeriod(token) ?? []);
    const period = periodsIn(sentence.slice(0, place)).at(-1) ?? periodsIn(sentence.slice(place, place + 12))[0] ?? this.usual;
    const whole = this.heading && lead.whole && leavesWhole(this.text, after, this.lexicon);
    const unit = lead.unit && this.text.slice(lead.unit.start, lead.unit.end);
    return { quantity: quantities.at(-1)!, also: quantities.slice(0, -1), scope: whole ? WHOLE : PART, period, unit, parts: [], told: new Set() };
  }

  /** @param place Where the cue stands, or the number that it follows. */
  private open(sentence: readonly Token[], place: number, number: Token, after: readonly Token[], opened: boolean, cue = sentence[place]!): boolean {
    const head = headOf(sentence, place);
    const at = sentence.indexOf(number);
    if (head === undefined && !isOfFiles(sentence, at)) return false;
    const follower = this.lexicon.follower(cue.kind);
    const before = follower && this.group;
    // Without "tổng số hồ sơ" it takes something to follow, or a verb of its own: "đã tiếp nhận".
    if (head === undefined && (before ? !this.isClear(sentence, place) : follower !== undefined || /^duoc/.test(cue.flat))) return false;
    const from = opened ? clauseStart(sentence, head ?? place) : 0;
    const own = this.groupOf(this.lexicon.openers.get(cue.kind)!, sentence, from, head ?? place, place, after);
    const inherited = before ? { period: before.period ?? own.period, ...(before.unit === undefined ? {} : { unit: before.unit }) } : {};
    const group: Group = { ...own, ...inherited, scope: before && before.scope.kind !== "whole" ? PART : own.scope };
    const words = sentence.slice(head ?? place, Math.max(sentence.indexOf(cue), at + (isOfFiles(sentence, at) ? 1 : 0)) + 1);
    for (const quantity of group.also) this.state(quantity, number, words, group);
    this.group = { ...group, total: this.state(group.quantity, number, words, group) };
    this.groups.push(this.group);
    return true;
  }

  private part(sentence: readonly Token[], place: number, number: Token, after: readonly Token[], cue = sentence[place]!): void {
    const { group, lexicon } = this;
    // What follows a field speaks of the field.
    if (!group || this.list || !this.isClear(sentence, place) || this.isJoint(sentence, place)) return;
    const also = isPeriod(cue) ? undefined : group.also[0];
    const quantity = lexicon.partOf(group.quantity, cue.kind) ?? (also && lexicon.partOf(also, cue.kind));
    if (!quantity) return;
    if (quantity.loosely?.word === cue.kind) {
      const isCompleted = lexicon.besides(quantity).some((others) => others.every((id) => group.told.has(id)));
      if (!isCompleted || sentence.some(({ flat }) => lexicon.unless(quantity)!.test(flat))) return;
    }
    const at = sentence.indexOf(number);
    const words = sentence.slice(Math.min(place, at), Math.max(sentence.indexOf(cue), at + (sentence[at + 1]?.kind === "files" ? 1 : 0)) + 1);
    group.told.add(quantity.id);
    group.parts.push(this.state(quantity, number, words, leavesWhole(this.text, after, lexicon) ? group : { ...group, scope: PART }));
  }

  private state({ id }: Quantity, { start, end }: TextStretch, words: readonly TextStretch[], said: Pick<Group, "scope" | "period" | "unit">): StatedFigure {
    const { scope, period, unit } = said;
    const figure: StatedFigure = {
      quantity: id,
      scope,
      count: countIn(this.flat.slice(start, end)),
      words: this.wordsIn({ start: words[0]!.start, end: words.at(-1)!.end }),
      start,
      end,
      ...(period ? { period } : {}),
      ...(unit === undefined ? {} : { unit }),
    };
    this.figures.push(figure);
    return figure;
  }

  private wordsIn = ({ start, end }: TextStretch): string => this.text.slice(start, end).replace(/\s+/g, " ");

  /** "gồm: lĩnh vực Hộ tịch 54 hồ sơ, …" after what it divides up, or "Hồ sơ giải quyết trễ hạn: lĩnh vực …" */
  private listFrom(sentence: readonly Token[], place: number): void {
    const { group, lexicon } = this;
    if (!group) return;
    const [token, next] = [sentence[place]!, sentence[place + 1]];
    const isHead = ({ kind }: Token): boolean => kind === "dash" || kind === "files" || lexicon.mayBeListed(kind) || lexicon.follower(kind) !== undefined;
    const opens = token.kind === "namely" ? next?.flat === ":" : token.flat === ":" && sentence.slice(0, place).every(isHead);
    const begins = token.kind === "within-which" && place === 0 && (next?.kind === "field" || sentence[2]?.kind === "field");
    const quantity = opens ? this.listed(sentence.slice(0, place)) : begins ? [...group.also, group.quantity].find(lexicon.isFirst) : undefined;
    if (quantity === undefined) return;
    // "gồm: gồm: …" says it once.
    if (this.list?.quantity === quantity && this.list.group === group) return;
    this.list = { quantity, group };
    this.takeList(token.kind === "namely" ? next!.end : token.end, sentence.at(-1)!.end);
  }

  /** What is divided up: the last quantity named before. */
  private listed(before: readonly Token[]): Quantity | undefined {
    const { lexicon } = this;
    const last = [...before].reverse().find(({ kind }) => lexicon.mayBeListed(kind) || lexicon.openers.get(kind)?.length === 1);
    if (!last) return undefined;
    if (!lexicon.mayBeListed(last.kind)) {
      const [first, second] = before.filter(({ kind }) => kind !== "say" && kind !== "dash");
      const opened = lexicon.openers.get(last.kind)![0]!;
      return lexicon.isFirst(opened) && first?.kind === "files" && second === last ? opened : undefined;
    }
    // "Giải quyết quá hạn" is one token: without its last letter it is taken apart.
    const whole = [...before, ...lexicon.tokens(this.flat, last.start, last.end - 1)].flatMap(({ kind }) => lexicon.follower(kind) ?? []).at(-1);
    return whole && lexicon.partOf(whole, last.kind);
  }

  private takeList(start: number, end: number): void {
    const { quantity, group } = this.list!;
    for (const { name, number } of fieldsListed(this.flat, start, end, this.lexicon)) {
      const scope: StatedScope = group.scope.kind === "whole" ? { kind: "field", name: this.wordsIn(name) } : PART;
      this.state(quantity, number, [name, number], { ...group, scope });
    }
  }
}

const MOST_KNOWN = 8;

/** The counts that a report states, and those of fields it lists. What is not plainly a quantity is left alone: better unread than misread. */
export function* statedFiguresInSteps(text: string, vocabulary: Vocabulary): Steps<readonly StatedFigure[]> {
  const lexicon = Lexicon.of(vocabulary);
  const before = lexicon.read.get(text);
  if (before) return before;
  const composed = text.slice(0, LONGEST).normalize("NFC").replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const reader = new Reader(composed, lexicon);
  for (const stretch of paragraphsOf(composed)) {
    yield;
    reader.paragraph(stretch);
  }
  if (lexicon.read.size >= MOST_KNOWN) lexicon.read.clear();
  lexicon.read.set(text, reader.all());
  return lexicon.read.get(text)!;
}
