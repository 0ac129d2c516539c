import { addUp, fieldsOf, wholeOf, type QuantityFigure } from "../quantities/QuantityFigure";
import { duringPeriod, longDate } from "../words/Period";
import { capitalised } from "../words/Phrase";
import { unitName } from "../words/unitName";
import type { NarrativeInput, ParagraphKind, Span, TextLine } from "./Paragraph";
import { count, figure, fraction, joined, percentage, prose, sentences, type Piece } from "./prose";

/** What paragraph I.6 is told from. */
interface Telling {
  /** The whole of a quantity, by its id. */
  of(id: string): QuantityFigure;
  /** Its count. */
  n(id: string): Span;
  /** Its count with the noun, "00 hồ sơ". */
  files(id: string): readonly Span[];
  /** Words for none of it, such as "không có", and what follows; undefined where there are any, or nobody knows. */
  none(id: string, words: string, rest: string): readonly Span[] | undefined;
  /** What the reporter told that no column of the form holds: its cells are those of the balance it completes, (3) = (7)+(11)+… */
  readonly rest?: QuantityFigure;
  readonly when: string;
  readonly input: NarrativeInput;
}

/** What is counted, and divided up by a question, in this paragraph. */
const WHOLE = "received";

function tellingOf(input: NarrativeInput): Telling {
  const { tables, vocabulary, told } = input;
  const known = new Map<string, QuantityFigure>();
  const of = (id: string): QuantityFigure => {
    const found = known.get(id) ?? wholeOf(id, tables, vocabulary);
    known.set(id, found);
    return found;
  };
  const split = vocabulary.quantities.find(({ id }) => id === WHOLE)?.splits?.find((parts) => parts.some((part) => told.has(part))) ?? [];
  const asked = split.find((part) => told.has(part));
  const others = [WHOLE, ...split].filter((part) => part !== asked);
  return {
    of,
    n: (id) => count(of(id)),
    files: (id) => filesOf(of(id)),
    none: (id, words, rest) => (of(id).units === 0 ? prose`${figure(words, of(id).cells)}${rest}` : undefined),
    ...(asked === undefined ? {} : { rest: { units: told.get(asked), cells: others.flatMap((part) => of(part).cells) } }),
    when: duringPeriod(tables[0].period?.period),
    input,
  };
}

const filesOf = (quantity: QuantityFigure): readonly Span[] => prose`${count(quantity, "zero-to-nine")} hồ sơ`;

const bullet = (spans: readonly Span[]): TextLine => ({ level: 0, bullet: "-", spans });

/** "- Trong quý I năm 2024, không phát sinh hồ sơ.", where nothing was received, resolved or left pending; else undefined. */
function idleLine({ of, when }: Telling): TextLine | undefined {
  const figures = [of("received"), of("resolved"), of("pending")];
  if (figures.some(({ units }) => units !== 0)) return undefined;
  return bullet(prose`${capitalised(when)}, ${figure("không phát sinh", figures.flatMap(({ cells }) => cells))} hồ sơ.`);
}

/** Decimals of a field's share. */
const DECIMALS = 2;

/** "+ Lĩnh vực Đất đai: 111 hồ sơ, chiếm 63,79% số hồ sơ quá hạn (111/174 hồ sơ);", a bullet a field. `whole` says what they are a share of. */
function fieldLines({ of, input: { tables, vocabulary } }: Telling, id: string, whole: string): readonly TextLine[] {
  return fieldsOf(id, tables, vocabulary).map((field, index, { length }) => {
    const share = percentage(field, of(id), DECIMALS);
    const shared: Piece = share ? prose`, chiếm ${share} ${whole} (${fraction(field, of(id))} hồ sơ)` : "";
    return { level: 1, bullet: "+", spans: prose`${capitalised(field.name)}: ${count(field)} hồ sơ${shared}${index === length - 1 ? "." : ";"}` };
  });
}

/** One sentence for all: "Hồ sơ trễ hạn: lĩnh vực Đất đai 111/174 hồ sơ, chiếm 63,79%; … ." Empty where nothing is late. */
function fieldSentence({ of, input: { tables, vocabulary } }: Telling, id: string, opening: string): readonly Span[] {
  const fields = fieldsOf(id, tables, vocabulary).map((field) => {
    const share = percentage(field, of(id), DECIMALS);
    return share ? prose`${field.name} ${fraction(field, of(id))} hồ sơ, chiếm ${share}` : prose`${field.name} ${count(field)} hồ sơ`;
  });
  return fields.length === 0 ? [] : prose`${opening}: ${joined(fields, "; ")}.`;
}

/** The wording of the report outline, with the total received, which its sentence announces and leaves out. Late fields follow as "+" bullets. */
function official(input: NarrativeInput): readonly TextLine[] {
  const telling = tellingOf(input);
  const { n, rest } = telling;
  const channels = prose`trực tuyến: ${n("online")}, trực tiếp và qua dịch vụ bưu chính: ${n("inPerson")}`;
  const fresh = prose`số mới tiếp nhận trong kỳ: ${n("receivedInPeriod")} (${channels}); số từ kỳ trước chuyển qua: ${n("carriedOver")}`;
  const resolved = prose`giải quyết trước hạn: ${n("early")}, đúng hạn: ${n("onTime")}, quá hạn: ${n("late")}`;
  const late = fieldLines(telling, "late", "số hồ sơ giải quyết quá hạn");
  const overdue = fieldLines(telling, "pendingLate", "số hồ sơ đang giải quyết quá hạn");
  const end = (details: readonly TextLine[]): string => (details.length > 0 ? ", gồm:" : ".");
  return [
    bullet(prose`Tổng số hồ sơ TTHC đã tiếp nhận trong kỳ báo cáo: ${n("received")}, trong đó: ${fresh}.`),
    bullet(prose`Số lượng hồ sơ đã giải quyết: ${n("resolved")}; trong đó, ${resolved}${end(late)}`),
    ...late,
    bullet(prose`Số lượng hồ sơ đang giải quyết: ${n("pending")}; trong đó, trong hạn: ${n("pendingOnTime")}, quá hạn: ${n("pendingLate")}${end(overdue)}`),
    ...overdue,
    ...(rest?.units ? [bullet(prose`Số lượng hồ sơ dừng xử lý, rút hoặc trả lại: ${count(rest)}.`)] : []),
  ];
}

/** A wording in one running paragraph, but for a period without files. */
const running =
  (write: (telling: Telling) => readonly (readonly Span[])[], after: (input: NarrativeInput) => readonly TextLine[] = () => []) =>
  (input: NarrativeInput): readonly TextLine[] => {
    const telling = tellingOf(input);
    const idle = idleLine(telling);
    return idle ? [idle] : [bullet(sentences(write(telling))), ...after(input)];
  };

/**
 * It ends in the on-time rate, as district offices report. At least four formulas go by that name, so the one used is spelt out:
 * files resolved by their date and files pending that are not yet due, ((8)+(9)+(12)), over all files resolved and pending, ((7)+(11)).
 * Printed without decimals.
 */
function onTimeRate(telling: Telling): readonly (readonly Span[])[] {
  const { of, n, none, rest, when } = telling;
  const parts = prose`tiếp nhận mới ${n("receivedInPeriod")} hồ sơ, số kỳ trước chuyển sang là ${n("carriedOver")} hồ sơ`;
  const late = none("late", "không có", " hồ sơ trễ hạn") ?? prose`trễ hạn ${n("late")} hồ sơ`;
  const resolved = none("resolved", "Chưa có", " hồ sơ được giải quyết") ?? prose`Giải quyết ${n("resolved")} hồ sơ (đúng hạn ${n("notLate")} hồ sơ, ${late})`;
  const overdue = none("pendingLate", "không có", " hồ sơ quá hạn") ?? prose`quá hạn ${n("pendingLate")} hồ sơ`;
  const pending = none("pending", "Không có", " hồ sơ tồn") ?? prose`Tồn ${n("pending")} hồ sơ (chưa đến hạn ${n("pendingOnTime")} hồ sơ, ${overdue})`;
  const [kept, all] = [addUp([of("notLate"), of("pendingOnTime")]), addUp([of("resolved"), of("pending")])];
  const rate = percentage(kept, all, 0);
  const formula = "số hồ sơ giải quyết đúng hạn và hồ sơ tồn chưa đến hạn trên tổng số hồ sơ đã giải quyết và hồ sơ tồn";
  return [
    prose`Tổng số hồ sơ tiếp nhận ${when} là ${n("received")} hồ sơ (${parts}).`,
    prose`${resolved}${rest ? prose`, ${count(rest)} hồ sơ dừng xử lý và người dân rút` : ""}.`,
    prose`${pending}.`,
    rate
      ? prose`Tỷ lệ đúng hẹn đạt: ${rate} (${fraction(kept, all)} hồ sơ, là ${formula}).`
      : prose`${figure("Chưa có", all.cells)} hồ sơ để tính tỷ lệ đúng hẹn.`,
    fieldSentence(telling, "late", "Hồ sơ giải quyết trễ hạn"),
    fieldSentence(telling, "pendingLate", "Hồ sơ tồn quá hạn"),
  ];
}

/** With the share of every part of the files resolved, over (7), to two decimals. */
function shares(telling: Telling): readonly (readonly Span[])[] {
  const { of, n, none, rest, when } = telling;
  const share = (id: string) => prose`${fraction(of(id), of("resolved"))} hồ sơ, chiếm tỷ lệ ${percentage(of(id), of("resolved"), 2) ?? ""}`;
  const part = (name: string, id: string) => prose`${name} ${of(id).units === 0 ? prose`${n(id)} hồ sơ` : share(id)}`;
  const parts = [part("trước hạn", "early"), part("đúng hạn", "onTime"), none("late", "không có", " hồ sơ trễ hạn") ?? part("trễ hạn", "late")];
  const received = prose`đã tiếp nhận ${n("received")} hồ sơ (trong kỳ ${n("receivedInPeriod")}, từ kỳ trước chuyển sang ${n("carriedOver")})`;
  const resolved = none("resolved", "chưa có", " hồ sơ được giải quyết") ?? prose`đã giải quyết ${n("resolved")} hồ sơ (${joined(parts, "; ")})`;
  const pending =
    none("pending", "không có", " hồ sơ đang giải quyết") ??
    prose`đang giải quyết ${n("pending")} hồ sơ (trong hạn ${n("pendingOnTime")}, quá hạn ${n("pendingLate")})`;
  return [
    prose`${capitalised(when)}, ${received}, ${resolved}, ${pending}${rest ? prose`, hồ sơ rút ${count(rest)}` : ""}.`,
    fieldSentence(telling, "late", "Hồ sơ giải quyết trễ hạn"),
    fieldSentence(telling, "pendingLate", "Hồ sơ đang giải quyết quá hạn"),
  ];
}

/** How communes write: who received how many, shares without decimals, "00" for nothing, then the fields that had files. */
function commune(telling: Telling): readonly (readonly Span[])[] {
  const { of, files, none, rest, when, input } = telling;
  const { tables, vocabulary } = input;
  const share = (id: string, reach: string) => prose` (${reach} ${percentage(of(id), of("resolved"), 0) ?? ""}, ${fraction(of(id), of("resolved"))} hồ sơ)`;
  const part = (name: string, id: string, reach: string) => prose`${name}: ${files(id)}${of(id).units === 0 ? "" : share(id, reach)}`;
  const parts = joined([part("giải quyết trước hạn", "early", "đạt"), part("đúng hạn", "onTime", "đạt"), part("quá hạn", "late", "chiếm")], "; ");
  const carried: Piece = of("carriedOver").units === 0 ? "" : prose` (trong đó có ${files("carriedOver")} từ kỳ trước chuyển qua)`;
  const resolved =
    none("resolved", "chưa có", " hồ sơ được giải quyết") ?? prose`đã giải quyết ${files("resolved")} tại Bộ phận Tiếp nhận và Trả kết quả. Trong đó, ${parts}`;
  const fields = fieldsOf("received", tables, vocabulary).map((field) => prose`${field.name} ${filesOf(field)}`);
  return [
    prose`${capitalised(when)}, ${unitName(tables[0].unit)} đã tiếp nhận ${files("received")}${carried}, ${resolved}.`,
    none("pending", "Không có", " hồ sơ đang giải quyết.") ??
      prose`Đang giải quyết ${files("pending")} (trong hạn: ${files("pendingOnTime")}; quá hạn: ${files("pendingLate")}).`,
    rest?.units ? prose`Hồ sơ dừng xử lý, rút hoặc trả lại: ${filesOf(rest)}.` : [],
    fieldSentence(telling, "late", "Hồ sơ giải quyết quá hạn"),
    fieldSentence(telling, "pendingLate", "Hồ sơ đang giải quyết quá hạn"),
    fields.length === 0 ? [] : prose`Số hồ sơ tiếp nhận gồm: ${joined(fields, ", ")}.`,
  ];
}

/** "(Số liệu tính đến ngày 14 tháng 3 năm 2024, có biểu mẫu kèm theo)." */
function asOf({ tables: [{ period }] }: NarrativeInput): readonly TextLine[] {
  return period ? [{ level: 0, bullet: "", spans: prose`(Số liệu tính đến ${longDate(period.period.to)}, có biểu mẫu kèm theo).` }] : [];
}

/** Paragraph I.6 of the periodic report: files received, resolved and pending, and the late ones by field. */
export const settlement: ParagraphKind = {
  id: "settlement",
  heading: "Tình hình, kết quả giải quyết thủ tục hành chính",
  styles: [
    { id: "official", name: { vi: "Theo đề cương báo cáo", en: "Official outline" }, write: official },
    { id: "on-time", name: { vi: "Có tỷ lệ đúng hẹn", en: "With the on-time rate" }, write: running(onTimeRate) },
    { id: "shares", name: { vi: "Có tỷ lệ từng phần", en: "With the share of each part" }, write: running(shares) },
    { id: "commune", name: { vi: "Cấp xã, nêu từng lĩnh vực", en: "Commune, naming the fields" }, write: running(commune, asOf) },
  ],
};
