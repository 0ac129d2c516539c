import { a1, type Position } from "../sheet/Address";
import { COLUMNS_OF, QUANTITY_NAMES } from "../stated/StatedFigure";
import { testimoniesOn, type Statement } from "../stated/statementsOf";
import { finish } from "../steps";
import { both, type Language } from "../words/Phrase";
import type { Check, Verdict } from "./Check";
import { formatCount, sayPlaces } from "./columnWords";
import { pausing } from "./pausing";

/**
 * Texts are mostly written from the table: three of four that say what a cell shows are taken to have been copied from it as it stands, mistake
 * and all. Then they bear nothing out; and as all figures of a text are copied together, each may only weigh a little.
 */
const COPIED = 3 / 4;

/** "1.652 hồ sơ tiếp nhận" or "54 hồ sơ tiếp nhận của lĩnh vực Hộ tịch" */
function sayStated({ figure: { quantity, count, scope } }: Statement, language: Language): string {
  const counted = `${formatCount(count, language)} ${QUANTITY_NAMES[quantity][language]}`;
  if (scope.kind !== "field") return counted;
  return language === "vi" ? `${counted} của ${scope.name}` : `${counted} of “${scope.name}”`;
}

/** "còn bảng ghi 1.642 ở ô C11" */
function sayShown({ cells, shown }: Statement, language: Language): string {
  const places = sayPlaces(cells, language);
  return language === "vi" ? `bảng ghi ${formatCount(shown!, "vi")} ở ${places}` : `the table has ${formatCount(shown!, "en")} in ${places}`;
}

const MOST_TOLD = 3;

/** One figure differs: either side may be at fault. */
function differs(statement: Statement): Verdict {
  const { cells, source } = statement;
  return {
    kind: "fail",
    cells: cells.map(({ at }) => at) as [Position, ...Position[]],
    about: String(statement.figure.count),
    phrase: both((language) =>
      language === "vi"
        ? `Lời văn (${source.vi}) ghi ${sayStated(statement, "vi")}, còn ${sayShown(statement, "vi")}; một trong hai cần sửa.`
        : `The text (${source.en}) states ${sayStated(statement, "en")}, but ${sayShown(statement, "en")}; one of them needs mending.`,
    ),
  };
}

/** Most figures differ: the text is not about this table. */
function isAboutOther(differing: readonly Statement[]): Verdict {
  const told = (language: Language): string =>
    differing
      .slice(0, MOST_TOLD)
      .map((statement) => `${sayStated(statement, language)} (${sayShown(statement, language)})`)
      .join("; ");
  const more = differing.length > MOST_TOLD ? "…" : "";
  const { source } = differing[0]!;
  return {
    kind: "fail",
    cells: differing.flatMap(({ cells }) => cells.map(({ at }) => at)) as [Position, ...Position[]],
    about: differing.map(({ figure }) => figure.count).join("+"),
    phrase: {
      vi: `Lời văn (${source.vi}) khác bảng ở ${differing.length} số: ${told("vi")}${more}. Có thể lời văn viết cho kỳ khác, phạm vi khác, hoặc một bên chưa cập nhật.`,
      en: `The text (${source.en}) differs from the table in ${differing.length} figures: ${told("en")}${more}. It may be about another period or another part, or one side is out of date.`,
    },
  };
}

/** A written report and the table state the same totals. Which side is at fault where they do not, nobody can tell from the two alone. */
export function statedInText({ id, basis }: { readonly id: string; readonly basis: string }): Check {
  return {
    id,
    kind: "stated",
    role: "heard",
    justifiable: true,
    severity: "warning",
    basis,
    title: { vi: "Số liệu trong lời văn khớp với bảng", en: "The written text states the table's figures" },
    *judge(table, { tables, texts = [] }) {
      for (const { statements, isWitness } of yield* pausing(testimoniesOn(table, tables, texts))) {
        const differing: Statement[] = [];
        for (const statement of statements) {
          const { figure, shown, cells } = statement;
          if (shown === undefined) yield { kind: "skip", cells: cells.map(({ at }) => at), why: cells.some(({ reading }) => reading.kind === "unreadable") ? "unreadable" : "blank" };
          else if (shown === figure.count) yield { kind: "pass" };
          else differing.push(statement);
        }
        if (differing.length > 1 && !isWitness) yield isAboutOther(differing);
        else yield* differing.map(differs);
      }
    },
    *facts(table, { tables, texts = [] }) {
      const stated = new Map<string, number>();
      for (const { statements, isWitness, source } of finish(testimoniesOn(table, tables, texts))) {
        for (const { figure, shown, cells } of isWitness ? statements : []) {
          const [cell] = cells;
          const place = a1(cell.at);
          // Two texts say it once; where they differ, the first was taken at its word.
          if (cells.length > 1 || COLUMNS_OF[figure.quantity].length > 1 || stated.has(place)) continue;
          stated.set(place, figure.count);
          yield { figure: cell, count: figure.count, source, ...(figure.count === shown ? { wrong: COPIED } : {}) };
        }
      }
    },
  };
}
