import { a1, type Position } from "../sheet/Address";
import { testimoniesOn, type Statement } from "../stated/statementsOf";
import { finish } from "../steps";
import { sayFigure } from "../figures/figureValue";
import { formatCount } from "../words/decimal";
import type { Language, Phrase } from "../words/Phrase";
import { pausing, type CheckKind, type Verdict } from "./Check";
import { sayPlaces } from "./columnWords";

/**
 * Texts are mostly written from the table: three of four that say what a cell shows are taken to have been copied from it as it stands, mistake
 * and all. Then they bear nothing out; and as all figures of a text are copied together, each may only weigh a little.
 */
const COPIED = 3 / 4;

/** "1.652 hồ sơ tiếp nhận" or "54 hồ sơ tiếp nhận của lĩnh vực Hộ tịch" */
function sayStated({ figure: { count, scope }, quantity: { name } }: Statement, language: Language): string {
  const counted = `${formatCount(count, language)} ${name[language]}`;
  if (scope.kind !== "field") return counted;
  return language === "vi" ? `${counted} của ${scope.name}` : `${counted} of “${scope.name}”`;
}

/** "bảng ghi 1.642 ở ô C11" */
function sayShown({ cells, shown }: Statement, language: Language): string {
  const [count, places] = [sayFigure(shown!, cells[0].column, language), sayPlaces(cells, language)];
  return language === "vi" ? `bảng ghi ${count} ở ${places}` : `the table has ${count} in ${places}`;
}

const MOST_TOLD = 3;

const placesOf = (statements: readonly Statement[]) => statements.flatMap(({ cells }) => cells.map(({ at }) => at)) as [Position, ...Position[]];

/** One figure differs: either side may be at fault. */
function differs(statement: Statement, source: Phrase): Verdict {
  return {
    kind: "fail",
    cells: placesOf([statement]),
    about: String(statement.figure.count),
    phrase: {
      vi: `Lời văn (${source.vi}) ghi ${sayStated(statement, "vi")}, còn ${sayShown(statement, "vi")}; một trong hai cần sửa.`,
      en: `The text (${source.en}) states ${sayStated(statement, "en")}, but ${sayShown(statement, "en")}; one of them needs mending.`,
    },
  };
}

/** Most figures differ: the text is not about this table. */
function isAboutOther(differing: readonly Statement[], source: Phrase): Verdict {
  const told = (language: Language): string => {
    const some = differing.slice(0, MOST_TOLD).map((each) => `${sayStated(each, language)} (${sayShown(each, language)})`);
    return `${some.join("; ")}${differing.length > MOST_TOLD ? "…" : ""}`;
  };
  const about = { vi: `khác bảng ở ${differing.length} số: ${told("vi")}`, en: `differs from the table in ${differing.length} figures: ${told("en")}` };
  return {
    kind: "fail",
    cells: placesOf(differing),
    about: differing.map(({ figure }) => figure.count).join("+"),
    phrase: {
      vi: `Lời văn (${source.vi}) ${about.vi}. Có thể lời văn viết cho kỳ khác, phạm vi khác, hoặc một bên chưa cập nhật.`,
      en: `The text (${source.en}) ${about.en}. It may be about another period or another part, or one side is out of date.`,
    },
  };
}

/** A written report and the table state the same totals. Which side is at fault where they do not, nobody can tell from the two alone. */
export const statedInText: CheckKind = {
  role: "heard",
  severity: "warning",
  title: { vi: "Số liệu trong lời văn khớp với bảng", en: "The written text states the table's figures" },
  *judge(table, { tables, texts = [] }) {
    for (const { statements, isWitness, text } of yield* pausing(testimoniesOn(table, tables, texts))) {
      const differing: Statement[] = [];
      for (const statement of statements) {
        const { figure, shown, cells } = statement;
        const why = cells.some(({ reading }) => reading.kind === "unreadable") ? "unreadable" : "blank";
        if (shown === undefined) yield { kind: "skip", cells: placesOf([statement]), why };
        else if (shown === figure.count) yield { kind: "pass" };
        else differing.push(statement);
      }
      if (differing.length > 1 && !isWitness) yield isAboutOther(differing, text.source);
      else yield* differing.map((statement) => differs(statement, text.source));
    }
  },
  *facts(table, { tables, texts = [] }) {
    const stated = new Map<string, number>();
    for (const { statements, isWitness, text } of finish(testimoniesOn(table, tables, texts))) {
      for (const { figure, shown, cells } of isWitness ? statements : []) {
        const [cell] = cells;
        const place = a1(cell.at);
        // Two texts say it once; where they differ, the first was taken at its word.
        if (cells.length > 1 || stated.has(place)) continue;
        stated.set(place, figure.count);
        yield { figure: cell, count: figure.count, source: text.source, ...(figure.count === shown ? { wrong: COPIED } : {}) };
      }
    }
  },
};
