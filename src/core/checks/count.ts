import type { FigureKind } from "../form/Form";
import { a1 } from "../sheet/Address";
import { sayFigure, shownIn } from "../figures/figureValue";
import { mostOf } from "../figures/readFigure";
import type { Figure } from "../figures/Table";
import type { Phrase } from "../words/Phrase";
import { STEP } from "../steps";
import { PAUSE, type CheckKind, type Verdict } from "./Check";

/** What is counted, as it stands in a sentence: "số hồ sơ", "điểm". */
function counted({ unit, decimals }: FigureKind): Phrase {
  if (unit === "hồ sơ") return { vi: "số hồ sơ", en: "a number of files" };
  return decimals ? { vi: unit === "%" ? "tỷ lệ" : unit, en: unit === "%" ? "a share" : "a figure" } : { vi: `số ${unit}`, en: "a count" };
}

function fault(figure: Figure): Phrase | undefined {
  const { at, reading, column } = figure;
  const shown = shownIn(figure);
  const { kind } = column;
  const what = counted(kind);
  const say = (vi: string, en: string): Phrase => ({ vi: `Ô ${a1(at)} ghi ${shown}: ${what.vi} ${vi}.`, en: `Cell ${a1(at)} says ${shown}: ${what.en} ${en}.` });
  if (reading.kind === "figure" && reading.units < 0) return say("không thể âm", "cannot be negative");
  if (reading.kind !== "unreadable") return undefined;
  switch (reading.why) {
    case "fraction":
      return kind.decimals ? say(`chỉ có ${kind.decimals} chữ số thập phân`, `has ${kind.decimals} decimals at the most`) : say("phải là số nguyên", "is a whole number");
    case "beyond":
      return say(`không thể quá ${sayFigure(mostOf(kind), column, "vi")}`, `cannot be above ${sayFigure(mostOf(kind), column, "en")}`);
    case "words":
      return { vi: `Ô ${a1(at)} ghi “${shown}”, không đọc được thành số.`, en: `Cell ${a1(at)} says “${shown}”, which is not a number.` };
    // Told by the formula check, which knows why.
    case "error":
    case "uncalculated":
      return undefined;
  }
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
      for (const [index, { figures }] of table.rows.entries()) {
        if (index % STEP === 0) yield PAUSE;
        for (let place = 0; place < figures.length; place++) {
          const figure = figures[place]!;
          if (figure.reading.kind === "blank") continue;
          if (figure.reading.kind === "unreadable" && (figure.reading.why === "error" || figure.reading.why === "uncalculated")) {
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
      if (times > 0) yield { kind: "pass", times };
    },
  };
}
