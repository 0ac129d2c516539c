import type { FigureKind } from "../form/Form";
import { a1, type Position } from "../sheet/Address";
import { shownText } from "../sheet/shownText";
import { sayFigure } from "../figures/figureValue";
import { mostOf } from "../figures/readFigure";
import type { Figure } from "../figures/Table";
import { formatCount } from "../words/decimal";
import type { Language, Phrase } from "../words/Phrase";
import { STEP } from "../steps";
import { PAUSE, type CheckKind, type Verdict } from "./Check";
import { listed } from "./columnWords";

/** What is counted, as it stands in a sentence: "số hồ sơ", "điểm". */
function counted({ unit, decimals }: FigureKind): Phrase {
  if (unit === "hồ sơ") return { vi: "số hồ sơ", en: "a number of files" };
  return decimals ? { vi: unit === "%" ? "tỷ lệ" : unit, en: unit === "%" ? "a share" : "a figure" } : { vi: `số ${unit}`, en: "a count" };
}

function fault({ at, cell, reading, column }: Figure): Phrase | undefined {
  const [shown, shownEn] = [shownText(cell, "vi"), shownText(cell, "en")];
  const { kind } = column;
  const what = counted(kind);
  const say = (vi: string, en: string): Phrase => ({ vi: `Ô ${a1(at)} ghi ${shown}: ${what.vi} ${vi}.`, en: `Cell ${a1(at)} says ${shownEn}: ${what.en} ${en}.` });
  // What is left of others, a difference or a balance, may be.
  if (reading.kind === "figure" && reading.units < 0 && !column.less) return say("không thể âm", "cannot be negative");
  if (reading.kind !== "unreadable") return undefined;
  switch (reading.why) {
    case "fraction":
      return kind.decimals ? say(`chỉ có ${kind.decimals} chữ số thập phân`, `has ${kind.decimals} decimals at the most`) : say("phải là số nguyên", "is a whole number");
    case "beyond":
      if (kind.allowed) return say(`chỉ nhận ${listed(kind.allowed.map(String), "vi")}`, `is one of ${listed(kind.allowed.map(String), "en")}`);
      return say(`không thể quá ${sayFigure(mostOf(kind), column, "vi")}`, `cannot be above ${sayFigure(mostOf(kind), column, "en")}`);
    case "words":
      return { vi: `Ô ${a1(at)} ghi “${shown}”, không đọc được thành số.`, en: `Cell ${a1(at)} says “${shown}”, which is not a number.` };
    // Told by other checks, which know why, or for all cells at once.
    case "error":
    case "uncalculated":
    case "formula-text":
    case "date":
    case "percent":
      return undefined;
  }
}

/** Why no count can be had of a cell, where another check, or one finding for all of them, tells it. */
const SKIPPED: ReadonlySet<string> = new Set(["error", "uncalculated", "formula-text"]);
const MISTAKEN = ["date", "percent"] as const;

const whyOf = ({ reading }: Figure): string | undefined => (reading.kind === "unreadable" ? reading.why : undefined);

/** Counts of which Excel made days or percentages, told once. */
function mistaken(why: (typeof MISTAKEN)[number], figures: readonly Figure[]): Verdict {
  const examples = (language: Language): string =>
    figures
      .slice(0, 3)
      .map(({ at, cell }) => `${a1(at)}: ${shownText(cell, language)}`)
      .join("; ");
  const [vi, en] = why === "date" ? ["ngày tháng", "a day"] : ["tỷ lệ phần trăm", "a percentage"];
  return {
    kind: "fail",
    cells: figures.map(({ at }) => at) as [Position, ...Position[]],
    phrase: {
      vi: `${formatCount(figures.length, "vi")} ô số liệu hiện thành ${vi} (${examples("vi")}): Excel đã hiểu số nhập vào là ${vi} nên không còn đọc được số đã nhập.`,
      en: `${formatCount(figures.length, "en")} cells of figures show ${en} (${examples("en")}): Excel took what was typed for ${en}, so that the figure is lost.`,
    },
  };
}

/** Every figure is one of its column: a whole number of files, a score within its bounds; none below zero. */
export function count(whole: boolean): CheckKind {
  return {
    role: "fault",
    justifiable: false,
    severity: "error",
    title: whole
      ? { vi: "Mọi số liệu là số nguyên, không âm", en: "Every figure is a whole number, none negative" }
      : { vi: "Mọi số liệu đọc được, không âm và không quá mức của cột", en: "Every figure can be read, none is negative or above what its column allows" },
    *judge(table): Iterable<Verdict> {
      let times = 0;
      const lost = new Map<string, Figure[]>(MISTAKEN.map((why) => [why, []]));
      for (const [index, { figures }] of table.rows.entries()) {
        if (index % STEP === 0) yield PAUSE;
        for (let place = 0; place < figures.length; place++) {
          const figure = figures[place]!;
          if (figure.reading.kind === "blank") continue;
          const why = whyOf(figure);
          if (why !== undefined && lost.has(why)) {
            lost.get(why)!.push(figure);
            continue;
          }
          if (why !== undefined && SKIPPED.has(why)) {
            yield { kind: "skip", cells: [figure.at], why: "unreadable" };
            continue;
          }
          if (figure.reading.kind === "figure" && figure.reading.units >= 0) {
            times++;
            continue;
          }
          const phrase = fault(figure);
          if (phrase) yield { kind: "fail", cells: [figure.at], phrase };
          else times++;
        }
      }
      for (const why of MISTAKEN) if (lost.get(why)!.length > 0) yield mistaken(why, lost.get(why)!);
      if (times > 0) yield { kind: "pass", times };
    },
  };
}
