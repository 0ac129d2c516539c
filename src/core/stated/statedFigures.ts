import { finish, type Steps } from "../steps";
import { leadOf, leavesWhole, headsWhole, isPeriod } from "./scopeOf";
import { flatten } from "./flatten";
import { fieldsListed } from "./fieldsListed";
import { paragraphsOf, type TextStretch } from "./paragraphsOf";
import { statedPeriod } from "./statedPeriod";
import type { StatedFigure, StatedPeriod, StatedQuantity, StatedScope } from "./StatedFigure";
import { countIn, sentencesOf, tokensOf, type Token, type TokenKind } from "./wordsOfText";

/** What the parts that follow are parts of, as after "đã giải quyết 82 hồ sơ". */
interface Group {
  readonly kind: "received" | "resolved" | "pending";
  /** Whether files are said to be received and resolved in one breath. */
  readonly both: boolean;
  readonly scope: StatedScope;
  readonly period?: StatedPeriod | undefined;
  readonly unit?: string | undefined;
  /** Parts so far. */
  readonly parts: StatedFigure[];
  readonly total?: StatedFigure;
}

const OPENERS: ReadonlySet<TokenKind> = new Set(["received", "receivedResolved", "resolved", "pending"]);

/** The part that a word names, in a group of its kind. */
const PARTS: Readonly<Record<Group["kind"], Partial<Record<TokenKind, StatedQuantity>>>> = {
  received: { fresh: "receivedInPeriod", carried: "carriedOver", online: "online", inPerson: "inPerson", direct: "inPerson", withdrawn: "withdrawn" },
  resolved: { early: "early", onTime: "onTime", overdue: "late", withdrawn: "withdrawn" },
  pending: { within: "pendingOnTime", onTime: "pendingOnTime", overdue: "pendingLate", withdrawn: "withdrawn" },
};

const WHOLE: StatedScope = { kind: "whole" };
const PART: StatedScope = { kind: "part" };

/** Words that may stand between the beginning of a clause and what it counts. */
const CLAUSE_KINDS: ReadonlySet<TokenKind> = new Set(["files", "within-which", "namely", "say", "loosePeriod", "resolved"]);
/** Parts that may be told together. */
const JOINED: ReadonlySet<TokenKind> = new Set(["early", "onTime", "overdue", "within", "online", "inPerson", "direct", "fresh", "carried"]);
/** "Hồ sơ đang giải quyết quá hạn:" */
const LIST_HEAD: ReadonlySet<TokenKind> = new Set(["dash", "files", "pending", "overdue"]);
/** Kinds of tokens that are no quantity. */
const NO_CUES: ReadonlySet<TokenKind> = new Set(["word", "sign", "dash", "files", "within-which", "namely", "none", "field", "number", "fraction", "percent"]);
const isBoundary = ({ kind }: Token): boolean => kind === "sign" || kind === "dash" || kind === "number" || kind === "fraction" || kind === "percent";

/** No report is longer, in characters; what stands behind is not read. */
const LONGEST = 400_000;

/** What is known of the period of the whole text: "số liệu tính đến ngày …", "thời gian chốt số liệu từ ngày … đến ngày …". */
function periodOfText(flat: string): StatedPeriod | undefined {
  for (const { index } of flat.matchAll(/so lieu|ky bao cao/g)) {
    const periods = tokensOf(flat, index, Math.min(flat.length, index + 90)).filter(({ kind }) => kind === "dates" || kind === "until");
    if (periods[0]) return statedPeriod(periods[0]);
  }
  return undefined;
}

class Reader {
  readonly figures: StatedFigure[] = [];
  private group: Group | undefined;
  private heading = true;
  /** Words of the sentence that have their number. */
  private used = new Set<Token>();
  /** What a list that is under way counts, field by field. */
  private list: { readonly quantity: StatedQuantity; readonly group: Group } | undefined;
  private readonly flat: string;
  private readonly usual: StatedPeriod | undefined;
  private readonly groups: Group[] = [];

  constructor(private readonly text: string) {
    this.flat = flatten(text);
    this.usual = periodOfText(this.flat);
  }

  /**
   * What was read. "Đúng hạn" beside "trước hạn" is column (9) only. By itself, beside "quá hạn", it is all that is not late, (8)+(9), where
   * both come to what was resolved; otherwise nobody can tell.
   */
  all(): readonly StatedFigure[] {
    const meant = new Map<StatedFigure, readonly StatedFigure[]>();
    for (const { kind, parts, total } of this.groups) {
      if (kind !== "resolved" || parts.some(({ quantity }) => quantity === "early")) continue;
      const onTime = parts.filter(({ quantity }) => quantity === "onTime");
      const late = parts.find(({ quantity }) => quantity === "late");
      const [only, ...more] = onTime;
      const adds = only && more.length === 0 && late && total && only.count + late.count === total.count;
      for (const each of onTime) meant.set(each, adds ? [{ ...each, quantity: "notLate" }] : []);
    }
    return this.figures.flatMap((figure) => meant.get(figure) ?? [figure]);
  }

  paragraph(stretch: TextStretch): void {
    const before = this.figures.length;
    const held = this.group;
    const tokens = tokensOf(this.flat, stretch.start, stretch.end);
    if (this.list && tokens[0]?.flat === "+") this.takeList(tokens[0].end, stretch.end);
    else {
      for (const sentence of sentencesOf(tokens)) {
        this.list = undefined;
        this.sentence(sentence);
      }
    }
    const said = this.figures.length > before || this.group !== held;
    // A group goes on in the next paragraph only as long as every one says something of it.
    if (!said) this.group = undefined;
    if (!said && (/:\s*$/.test(this.flat.slice(stretch.start, stretch.end)) || /^\s*(?:\d{1,2}(?:\.\d)*[.)]?|[a-z]\)|[a-z]\.|[ivx]+\.)\s/.test(this.flat.slice(stretch.start, stretch.end)))) {
      this.heading = headsWhole(this.flat.slice(stretch.start, stretch.end));
    }
  }

  private sentence(sentence: readonly Token[]): void {
    if (this.isIdle(sentence)) return;
    this.used = new Set();
    let opened = false;
    for (const [place, token] of sentence.entries()) {
      if (token.kind === "number" || token.kind === "fraction") opened = this.number(sentence, place, opened) || opened;
      else if (token.kind === "none") opened = this.none(sentence, place, opened) || opened;
      else if (OPENERS.has(token.kind)) this.headOnly(sentence, place);
      this.listFrom(sentence, place);
    }
  }

  /** "Trong quý II năm 2024, không phát sinh hồ sơ." and nothing else. */
  private isIdle(sentence: readonly Token[]): boolean {
    const said = sentence.filter(({ kind }) => kind !== "sign" && kind !== "dash");
    const [period, none, files, ...more] = said;
    if (!period || !isPeriod(period) || none?.kind !== "none" || files?.kind !== "files" || more.length > 0 || !/phat/.test(none.flat)) return false;
    const group: Group = { kind: "pending", both: false, scope: this.heading ? WHOLE : PART, period: statedPeriod(period) ?? this.usual, parts: [] };
    for (const quantity of ["received", "resolved", "pending"] as const) this.state(quantity, 0, none, [none, files], group);
    return true;
  }

  /** The token that a number belongs to: what it counts, right before it but for ":" or "là". */
  private cueBefore(sentence: readonly Token[], place: number): number | undefined {
    for (let at = place - 1; at >= 0; at--) {
      const { kind, flat } = sentence[at]!;
      if (flat === ":" || kind === "say" || isPeriod(sentence[at]!)) {
        // "(trong kỳ 84, …)": here the period is what is counted.
        if (kind === "loosePeriod" && at === place - 1 && sentence[at - 1]?.flat === "(") return at;
        continue;
      }
      if (kind === "place" || (kind === "files" && at > 0 && OPENERS.has(sentence[at - 1]!.kind))) continue;
      return NO_CUES.has(kind) ? undefined : at;
    }
    return undefined;
  }

  /** The first token of the clause that ends at `place`. */
  private clauseStart(sentence: readonly Token[], place: number): number {
    let at = place;
    while (at > 0 && !isBoundary(sentence[at - 1]!)) at--;
    // "82 hồ sơ đang …": the files belong to the number.
    return at > 0 && sentence[at]!.kind === "files" && /number|fraction/.test(sentence[at - 1]!.kind) && at < place ? at + 1 : at;
  }

  private isClear(sentence: readonly Token[], place: number): boolean {
    return sentence.slice(this.clauseStart(sentence, place), place).every(({ kind, flat }) => CLAUSE_KINDS.has(kind) || flat === "va");
  }

  /** "Trước hạn, đúng hạn 88 hồ sơ": the number is of both. */
  private isJoint(sentence: readonly Token[], place: number): boolean {
    const start = this.clauseStart(sentence, place);
    const before = sentence[start - 2];
    return sentence[start - 1]?.flat === "," && before !== undefined && JOINED.has(before.kind) && !this.used.has(before);
  }

  private number(sentence: readonly Token[], place: number, opened: boolean): boolean {
    const number = sentence[place]!;
    const files = sentence[place + 1]?.kind === "files";
    const withFiles = files || /^ho\s/.test(sentence[place + 1]?.flat ?? "");
    const after = sentence.slice(place + (files ? 2 : 1));
    if (!withFiles && after[0] && !/sign|dash|percent|resolved|pending/.test(after[0].kind)) return false;
    const isRange = (at: number, step: number): boolean => sentence[at]?.kind === "dash" && sentence[at + step]?.kind === "number";
    if (isRange(place + 1, 1) || isRange(place - 1, -1)) return false;
    const at = this.cueBefore(sentence, place);
    const cue = at === undefined ? undefined : sentence[at]!;
    if (at !== undefined && cue && !this.used.has(cue)) {
      this.used.add(cue);
      if (OPENERS.has(cue.kind)) return number.kind === "number" && this.open(sentence, at, number, countIn(number), withFiles, after, opened);
      this.part(sentence, at, number, countIn(number), after);
      return false;
    }
    // "16 hồ sơ từ kỳ trước chuyển qua", "106 hồ sơ dừng xử lý"
    const next = after[0];
    const clear = next && withFiles && !this.used.has(next) && !(/[:]/.test(after[1]?.flat ?? "") || after[1]?.kind === "number");
    if (clear && (next.kind === "carried" || next.kind === "withdrawn" || next.kind === "overdue" || next.kind === "onTime" || next.kind === "early") && leavesWhole(this.text, after.slice(1).filter(({ kind }) => kind !== "say"))) {
      this.used.add(next);
      this.part(sentence, place, number, countIn(number), [], next);
    }
    return false;
  }

  /** "Không có hồ sơ tồn", "không có hồ sơ trễ hạn" */
  private none(sentence: readonly Token[], place: number, opened: boolean): boolean {
    const [files, cue, ...after] = sentence.slice(place + 1);
    if (files?.kind !== "files" || !cue || this.used.has(cue) || !leavesWhole(this.text, after)) return false;
    if (cue.kind === "resolved" || cue.kind === "pending") {
      if (!this.group || !this.isClear(sentence, place)) return false;
      this.used.add(cue);
      return this.open(sentence, place, sentence[place]!, 0, true, after, opened, cue);
    }
    if (cue.kind === "overdue") this.part(sentence, place, sentence[place]!, 0, after, cue);
    return false;
  }

  /** "Tổng số hồ sơ TTHC đã tiếp nhận trong kỳ báo cáo, trong đó: …" opens without a number. */
  private headOnly(sentence: readonly Token[], place: number): void {
    const after = sentence.slice(place + 1).filter((token) => !isPeriod(token));
    if (sentence[place]!.kind !== "received" || after[0]?.flat !== "," || after[1]?.kind !== "within-which") return;
    const head = this.headOf(sentence, place);
    if (head === undefined) return;
    this.group = this.groupOf("received", false, sentence, 0, head, place, []);
  }

  /** Where "tổng số hồ sơ" stands before a verb, with nothing but a period between. */
  private headOf(sentence: readonly Token[], place: number): number | undefined {
    let at = place - 1;
    while (at >= 0 && (isPeriod(sentence[at]!) || sentence[at]!.kind === "say")) at--;
    const head = sentence[at];
    return head?.kind === "files" && /^(?:tong|so)/.test(head.flat) && !/number|fraction/.test(sentence[at - 1]?.kind ?? "") ? at : undefined;
  }

  private groupOf(kind: Group["kind"], both: boolean, sentence: readonly Token[], from: number, to: number, place: number, after: readonly Token[]): Group {
    const lead = leadOf(this.text, sentence.slice(from, to));
    const periodsIn = (tokens: readonly Token[]) => tokens.flatMap((token) => (isPeriod(token) ? (statedPeriod(token) ?? []) : []));
    const period = periodsIn(sentence.slice(0, place)).at(-1) ?? periodsIn(sentence.slice(place, place + 12))[0] ?? this.usual;
    const whole = this.heading && lead.whole && leavesWhole(this.text, after);
    const unit = lead.unit && this.text.slice(lead.unit.start, lead.unit.end);
    return { kind, both, scope: whole ? WHOLE : PART, period, unit, parts: [] };
  }

  private open(sentence: readonly Token[], place: number, number: Token, count: number, withFiles: boolean, after: readonly Token[], opened: boolean, cue = sentence[place]!): boolean {
    const head = this.headOf(sentence, place);
    const kind = cue.kind === "receivedResolved" || cue.kind === "resolved" ? "resolved" : (cue.kind as "received" | "pending");
    const both = cue.kind === "receivedResolved";
    if (head === undefined && !withFiles) return false;
    const from = opened ? this.clauseStart(sentence, head ?? place) : 0;
    const own = this.groupOf(kind, both, sentence, from, head ?? place, place, after);
    const follows = this.group !== undefined && kind !== "received" && !both;
    if (!follows && kind !== "received" && !both && head === undefined) return false;
    if (!follows && head === undefined && !/^da|^tiep/.test(cue.flat)) return false;
    if (follows && head === undefined && !this.isClear(sentence, place)) return false;
    const inherited = follows ? { period: this.group!.period ?? own.period, ...(this.group!.unit === undefined ? {} : { unit: this.group!.unit }) } : {};
    const scope = follows && this.group!.scope.kind !== "whole" ? PART : own.scope;
    const group: Group = { ...own, ...inherited, scope };
    const last = Math.max(sentence.indexOf(cue), sentence.indexOf(number) + (withFiles ? 1 : 0));
    const words = sentence.slice(head ?? place, last + 1);
    if (both) this.state("received", count, number, words, group);
    const total = this.state(kind, count, number, words, group);
    this.group = { ...group, total };
    this.groups.push(this.group);
    return true;
  }

  private part(sentence: readonly Token[], place: number, number: Token, count: number, after: readonly Token[], cue = sentence[place]!): void {
    const { group } = this;
    // What follows a field speaks of the field.
    if (!group || this.list || !this.isClear(sentence, place) || this.isJoint(sentence, place)) return;
    const quantity = cue.kind === "loosePeriod" ? (group.kind === "received" ? "receivedInPeriod" : undefined) : (PARTS[group.kind][cue.kind] ?? (group.both || cue.kind === "carried" ? PARTS.received[cue.kind] : undefined));
    if (quantity === undefined) return;
    // In person alone, where the post is told apart, is only a part of column (5).
    if (cue.kind === "direct" && !(group.parts.some(({ quantity: part }) => part === "online") && !sentence.some(({ flat }) => /buu|bcci/.test(flat)))) return;
    const whole = leavesWhole(this.text, after);
    const from = Math.min(place, sentence.indexOf(number));
    const words = sentence.slice(from, Math.max(sentence.indexOf(cue), sentence.indexOf(number) + (sentence[sentence.indexOf(number) + 1]?.kind === "files" ? 1 : 0)) + 1);
    const figure = this.state(quantity, count, number, words, whole ? group : { ...group, scope: PART });
    group.parts.push(figure);
  }

  private state(quantity: StatedQuantity, count: number, number: Token, words: readonly Token[], { scope, period, unit }: Group): StatedFigure {
    const figure: StatedFigure = {
      quantity,
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
    const { group } = this;
    if (!group) return;
    const [token, next] = [sentence[place]!, sentence[place + 1]];
    const opens = token.kind === "namely" ? next?.flat === ":" : token.flat === ":" && sentence.slice(0, place).every(({ kind }) => LIST_HEAD.has(kind));
    const begins = token.kind === "within-which" && place === 0 && (next?.kind === "field" || sentence[2]?.kind === "field");
    const quantity = opens ? this.listed(sentence.slice(0, place)) : begins && (group.both || group.kind === "received") ? "received" : undefined;
    if (quantity === undefined) return;
    this.list = { quantity, group };
    this.takeList(token.kind === "namely" ? next!.end : token.end, sentence.at(-1)!.end);
  }

  /** What is divided up: the last quantity named before. */
  private listed(before: readonly Token[]): StatedQuantity | undefined {
    const last = [...before].reverse().find(({ kind }) => kind === "received" || kind === "overdue" || kind === "resolved" || kind === "pending");
    const [first, second] = before.filter(({ kind }) => kind !== "say" && kind !== "dash");
    if (last?.kind === "received") return first?.kind === "files" && second === last ? "received" : undefined;
    if (last?.kind !== "overdue") return undefined;
    return /giai quyet/.test(last.flat) && !before.some(({ kind }) => kind === "pending") ? "late" : before.some(({ kind }) => kind === "pending") ? "pendingLate" : before.some(({ kind }) => kind === "resolved") ? "late" : undefined;
  }

  private takeList(start: number, end: number): void {
    const { quantity, group } = this.list!;
    for (const { name, number, count } of fieldsListed(this.flat, start, end)) {
      const words = [{ start: name.start, end: number.end }] as unknown as readonly Token[];
      const scope: StatedScope = group.scope.kind === "whole" ? { kind: "field", name: this.text.slice(name.start, name.end).replace(/\s+/g, " ") } : PART;
      this.state(quantity, count, number as Token, words, { ...group, scope });
    }
  }
}

/**
 * The counts that a written report states of its administrative procedures: totals, and those of fields it lists. What is not plainly one
 * of the form's quantities is left alone: a figure read wrongly is worse than one not read.
 */
export const statedFigures = (text: string): readonly StatedFigure[] => finish(statedFiguresInSteps(text));

/** Every edit of a table is checked anew, with the same texts beside it. */
const known = new Map<string, readonly StatedFigure[]>();
const MOST_KNOWN = 8;

/** The same, in steps. */
export function* statedFiguresInSteps(text: string): Steps<readonly StatedFigure[]> {
  const before = known.get(text);
  if (before) return before;
  const composed = text.slice(0, LONGEST).normalize("NFC").replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const reader = new Reader(composed);
  for (const stretch of paragraphsOf(composed)) {
    yield;
    reader.paragraph(stretch);
  }
  const figures = reader.all();
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, figures);
  return figures;
}
