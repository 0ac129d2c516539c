import type { Quantity, Vocabulary } from "../quantities/Vocabulary";
import { finish, type Steps } from "../steps";
import { isPeriod, readPeriod, type SaidPeriod } from "../words/SaidPeriod";
import { fieldsListed } from "./fieldsListed";
import { flatten } from "./flatten";
import { countIn, isNumber, Lexicon, sentencesOf, type Token } from "./Lexicon";
import { paragraphsOf, type TextStretch } from "./paragraphsOf";
import { headsWhole, leadOf, leavesWhole } from "./scopeOf";
import type { StatedFigure, StatedScope } from "./StatedFigure";

/** What the parts that follow are parts of, as after "đã giải quyết 82 hồ sơ". */
interface Group {
  readonly quantity: Quantity;
  /** What is said in the same breath, as that files were received and resolved. */
  readonly also: readonly Quantity[];
  readonly scope: StatedScope;
  readonly period?: SaidPeriod | undefined;
  readonly unit?: string | undefined;
  /** Parts so far. */
  readonly parts: StatedFigure[];
  readonly total?: StatedFigure;
}

const WHOLE: StatedScope = { kind: "whole" };
const PART: StatedScope = { kind: "part" };

/** Words that may stand between the beginning of a clause and what it counts. */
const CLAUSE_KINDS: ReadonlySet<string> = new Set(["files", "within-which", "namely", "say", "loosePeriod"]);
const isBoundary = (token: Token): boolean => token.kind === "sign" || token.kind === "dash" || token.kind === "percent" || isNumber(token);

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

  /**
   * What was read. "Đúng hạn" beside "trước hạn" is column (9) only. By itself, beside "quá hạn", it is all that is not late, (8)+(9), where
   * both come to what was resolved; otherwise nobody can tell.
   */
  all(): readonly StatedFigure[] {
    const meant = new Map<StatedFigure, readonly StatedFigure[]>();
    for (const { quantity: whole, parts, total } of this.groups) {
      const told = new Map([...parts].reverse().map((part) => [part.quantity, part]));
      for (const part of parts) {
        const narrow = this.lexicon.byId.get(part.quantity)!;
        const wide = this.lexicon.wider(narrow);
        if (!wide || this.lexicon.besides(narrow, [wide]).some((others) => others.some((id) => told.has(id)))) continue;
        const isOnly = parts.filter(({ quantity }) => quantity === part.quantity).length === 1;
        const addsUp = this.lexicon.besides(wide, [whole]).some((others) => {
          const counts = others.map((id) => told.get(id)?.count ?? NaN);
          return counts.reduce((sum, each) => sum + each, part.count) === total?.count;
        });
        meant.set(part, isOnly && addsUp ? [{ ...part, quantity: wide.id }] : []);
      }
    }
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
        this.sentence(sentence);
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
    for (const quantity of new Set([...this.lexicon.openers.values()].flat())) this.state(quantity, 0, none, [none, files], said);
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

  /** The first token of the clause that ends at `place`. */
  private clauseStart(sentence: readonly Token[], place: number): number {
    let at = place;
    while (at > 0 && !isBoundary(sentence[at - 1]!)) at--;
    // "82 hồ sơ đang …": the files belong to the number.
    return at > 0 && sentence[at]!.kind === "files" && isNumber(sentence[at - 1]!) && at < place ? at + 1 : at;
  }

  /** Whether nothing restricts what a clause counts; what was opened may be said again: "trong đó đã giải quyết trước hạn 74 hồ sơ". */
  private isClear(sentence: readonly Token[], place: number): boolean {
    const isSaidAgain = ({ kind }: Token): boolean => this.group !== undefined && this.lexicon.follower(kind) === this.group.quantity;
    return sentence.slice(this.clauseStart(sentence, place), place).every((token) => CLAUSE_KINDS.has(token.kind) || token.flat === "va" || isSaidAgain(token));
  }

  /** "Trước hạn, đúng hạn 88 hồ sơ": the number is of both. */
  private isJoint(sentence: readonly Token[], place: number): boolean {
    const start = this.clauseStart(sentence, place);
    const before = sentence[start - 2];
    if (sentence[start - 1]?.flat !== "," || !before || this.used.has(before)) return false;
    return this.lexicon.names(before.kind) && !this.lexicon.openers.has(before.kind) && !isPeriod(before);
  }

  private number(sentence: readonly Token[], place: number, opened: boolean): boolean {
    const number = sentence[place]!;
    const files = sentence[place + 1]?.kind === "files";
    const withFiles = files || /^ho\s/.test(sentence[place + 1]?.flat ?? "");
    const after = sentence.slice(place + (files ? 2 : 1));
    const [next] = after;
    if (!withFiles && next && !/^(?:sign|dash|percent)$/.test(next.kind) && !this.lexicon.follower(next.kind)) return false;
    const isRange = (at: number, step: number): boolean => sentence[at]?.kind === "dash" && sentence[at + step]?.kind === "number";
    if (isRange(place + 1, 1) || isRange(place - 1, -1)) return false;
    const at = this.cueBefore(sentence, place);
    const cue = at === undefined ? undefined : sentence[at]!;
    if (at !== undefined && cue && !this.used.has(cue)) {
      this.used.add(cue);
      if (this.lexicon.openers.has(cue.kind)) return number.kind === "number" && this.open(sentence, at, number, countIn(number.flat), withFiles, after, opened);
      this.part(sentence, at, number, countIn(number.flat), after);
      return false;
    }
    // "16 hồ sơ từ kỳ trước chuyển qua", "106 hồ sơ dừng xử lý"
    const clear = next && withFiles && !this.used.has(next) && !(/[:]/.test(after[1]?.flat ?? "") || after[1]?.kind === "number");
    if (clear && this.lexicon.after.has(next.kind) && leavesWhole(this.text, after.slice(1).filter(({ kind }) => kind !== "say"), this.lexicon)) {
      this.used.add(next);
      this.part(sentence, place, number, countIn(number.flat), [], next);
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
      return this.open(sentence, place, sentence[place]!, 0, true, after, opened, cue);
    }
    if (this.lexicon.listed.has(cue.kind)) this.part(sentence, place, sentence[place]!, 0, after, cue);
    return false;
  }

  /** "Tổng số hồ sơ TTHC đã tiếp nhận trong kỳ báo cáo, trong đó: …" opens without a number. */
  private headOnly(sentence: readonly Token[], place: number): void {
    const after = sentence.slice(place + 1).filter((token) => !isPeriod(token));
    const [only, ...more] = this.lexicon.openers.get(sentence[place]!.kind)!;
    if (!only || more.length > 0 || !this.lexicon.isFirst(only) || after[0]?.flat !== "," || after[1]?.kind !== "within-which") return;
    const head = this.headOf(sentence, place);
    if (head !== undefined) this.group = this.groupOf([only], sentence, 0, head, place, []);
  }

  /** Where "tổng số hồ sơ" stands before a verb, with nothing but a period between. */
  private headOf(sentence: readonly Token[], place: number): number | undefined {
    let at = place - 1;
    while (at >= 0 && (isPeriod(sentence[at]!) || sentence[at]!.kind === "say")) at--;
    const [before, head] = [sentence[at - 1], sentence[at]];
    return head?.kind === "files" && /^(?:tong|so)/.test(head.flat) && !(before && isNumber(before)) ? at : undefined;
  }

  private groupOf(quantities: readonly Quantity[], sentence: readonly Token[], from: number, to: number, place: number, after: readonly Token[]): Group {
    const lead = leadOf(this.text, sentence.slice(from, to), this.lexicon);
    const periodsIn = (tokens: readonly Token[]) => tokens.flatMap((token) => readPeriod(token) ?? []);
    const period = periodsIn(sentence.slice(0, place)).at(-1) ?? periodsIn(sentence.slice(place, place + 12))[0] ?? this.usual;
    const whole = this.heading && lead.whole && leavesWhole(this.text, after, this.lexicon);
    const unit = lead.unit && this.text.slice(lead.unit.start, lead.unit.end);
    return { quantity: quantities.at(-1)!, also: quantities.slice(0, -1), scope: whole ? WHOLE : PART, period, unit, parts: [] };
  }

  private open(sentence: readonly Token[], place: number, number: Token, count: number, withFiles: boolean, after: readonly Token[], opened: boolean, cue = sentence[place]!): boolean {
    const head = this.headOf(sentence, place);
    if (head === undefined && !withFiles) return false;
    const follower = this.lexicon.follower(cue.kind);
    const before = follower && this.group;
    // Without "tổng số hồ sơ" it takes something to follow, or a verb of its own: "đã tiếp nhận".
    if (head === undefined && (before ? !this.isClear(sentence, place) : follower !== undefined || /^duoc/.test(cue.flat))) return false;
    const from = opened ? this.clauseStart(sentence, head ?? place) : 0;
    const own = this.groupOf(this.lexicon.openers.get(cue.kind)!, sentence, from, head ?? place, place, after);
    const inherited = before ? { period: before.period ?? own.period, ...(before.unit === undefined ? {} : { unit: before.unit }) } : {};
    const group: Group = { ...own, ...inherited, scope: before && before.scope.kind !== "whole" ? PART : own.scope };
    const last = Math.max(sentence.indexOf(cue), sentence.indexOf(number) + (withFiles ? 1 : 0));
    const words = sentence.slice(head ?? place, last + 1);
    for (const quantity of group.also) this.state(quantity, count, number, words, group);
    this.group = { ...group, total: this.state(group.quantity, count, number, words, group) };
    this.groups.push(this.group);
    return true;
  }

  private part(sentence: readonly Token[], place: number, number: Token, count: number, after: readonly Token[], cue = sentence[place]!): void {
    const { group, lexicon } = this;
    // What follows a field speaks of the field.
    if (!group || this.list || !this.isClear(sentence, place) || this.isJoint(sentence, place)) return;
    const also = isPeriod(cue) ? undefined : group.also[0];
    const quantity = lexicon.partOf(group.quantity, cue.kind) ?? (also && lexicon.partOf(also, cue.kind));
    if (!quantity) return;
    if (quantity.loosely?.word === cue.kind) {
      const told = new Set(group.parts.map(({ quantity: part }) => part));
      const isCompleted = lexicon.besides(quantity).some((others) => others.every((id) => told.has(id)));
      if (!isCompleted || sentence.some(({ flat }) => new RegExp(quantity.loosely!.unless).test(flat))) return;
    }
    const at = sentence.indexOf(number);
    const words = sentence.slice(Math.min(place, at), Math.max(sentence.indexOf(cue), at + (sentence[at + 1]?.kind === "files" ? 1 : 0)) + 1);
    group.parts.push(this.state(quantity, count, number, words, leavesWhole(this.text, after, lexicon) ? group : { ...group, scope: PART }));
  }

  private state({ id }: Quantity, count: number, number: TextStretch, words: readonly TextStretch[], { scope, period, unit }: Pick<Group, "scope" | "period" | "unit">): StatedFigure {
    const figure: StatedFigure = {
      quantity: id,
      scope,
      count,
      words: this.text.slice(words[0]!.start, words.at(-1)!.end).replace(/\s+/g, " "),
      start: number.start,
      end: number.end,
      ...(period ? { period } : {}),
      ...(unit === undefined ? {} : { unit }),
    };
    this.figures.push(figure);
    return figure;
  }

  /** "gồm: lĩnh vực Hộ tịch 54 hồ sơ, …" after what it divides up, or "Hồ sơ giải quyết trễ hạn: lĩnh vực …" */
  private listFrom(sentence: readonly Token[], place: number): void {
    const { group, lexicon } = this;
    if (!group) return;
    const [token, next] = [sentence[place]!, sentence[place + 1]];
    const isHead = ({ kind }: Token): boolean => kind === "dash" || kind === "files" || lexicon.listed.has(kind) || lexicon.follower(kind) !== undefined;
    const opens = token.kind === "namely" ? next?.flat === ":" : token.flat === ":" && sentence.slice(0, place).every(isHead);
    const begins = token.kind === "within-which" && place === 0 && (next?.kind === "field" || sentence[2]?.kind === "field");
    const quantity = opens ? this.listed(sentence.slice(0, place)) : begins ? [...group.also, group.quantity].find(lexicon.isFirst) : undefined;
    if (quantity === undefined) return;
    this.list = { quantity, group };
    this.takeList(token.kind === "namely" ? next!.end : token.end, sentence.at(-1)!.end);
  }

  /** What is divided up: the last quantity named before. */
  private listed(before: readonly Token[]): Quantity | undefined {
    const { lexicon } = this;
    const last = [...before].reverse().find(({ kind }) => lexicon.listed.has(kind) || lexicon.openers.get(kind)?.length === 1);
    if (!last) return undefined;
    if (!lexicon.listed.has(last.kind)) {
      const [first, second] = before.filter(({ kind }) => kind !== "say" && kind !== "dash");
      const opened = lexicon.openers.get(last.kind)![0]!;
      return lexicon.isFirst(opened) && first?.kind === "files" && second === last ? opened : undefined;
    }
    const named = before.flatMap(({ kind }) => lexicon.follower(kind) ?? []);
    const whole = named.at(-1) ?? lexicon.openerAt(this.flat, last.start);
    return whole && lexicon.partOf(whole, last.kind);
  }

  private takeList(start: number, end: number): void {
    const { quantity, group } = this.list!;
    for (const { name, number, count } of fieldsListed(this.flat, start, end, this.lexicon)) {
      const scope: StatedScope = group.scope.kind === "whole" ? { kind: "field", name: this.text.slice(name.start, name.end).replace(/\s+/g, " ") } : PART;
      this.state(quantity, count, number, [{ start: name.start, end: number.end }], { ...group, scope });
    }
  }
}

/**
 * The counts that a written report states: totals, and those of fields it lists. What is not plainly one of the vocabulary's quantities is
 * left alone: a figure read wrongly is worse than one not read.
 */
export const statedFigures = (text: string, vocabulary: Vocabulary): readonly StatedFigure[] => finish(statedFiguresInSteps(text, vocabulary));

const MOST_KNOWN = 8;

/** The same, in steps. */
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
