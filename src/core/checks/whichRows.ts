import { answerKey } from "../figures/rowNames";
import type { Table, TableSum } from "../figures/Table";
import { both, type Language } from "../words/Phrase";
import type { CheckKind, RowsAsked, Verdict } from "./Check";
import { sayRow, sayRows } from "./columnWords";

/** What speaks against the rows that a row was read to add up. */
const WHY_NOT = {
  fails: ["phần lớn các cột không khớp", "most columns do not come out"],
  formulas: ["công thức của dòng cộng những dòng khác", "its formulas add up others"],
} as const;

type Asked = NonNullable<TableSum["asked"]>;

/** The question itself, with what may be answered. */
function askedOf(table: Table, place: number, { name, choices }: Asked): RowsAsked {
  return {
    key: answerKey(table, name),
    ask: {
      vi: `${sayRow(table, place, "vi")} là tổng của những dòng nào?`,
      en: `Which rows does ${sayRow(table, place, "en").toLowerCase()} add up?`,
    },
    choices: choices.map(({ rows, runs }) => {
      if (rows.length === 0) return { runs, name: { vi: "Không phải dòng tổng", en: "It adds up none" } };
      return { runs, name: both((language) => `${language === "vi" ? "Tổng các dòng" : "Rows"} ${sayRows(table, rows, language)}`) };
    }),
  };
}

/** Where it can be read in two ways which rows a row adds up, or in one that makes most of its figures wrong, somebody has to say: nothing is judged by it. */
export const whichRows: CheckKind = {
  role: "told",
  severity: "warning",
  title: { vi: "Rõ mỗi dòng cộng là tổng của những dòng nào", en: "It is clear which rows each sum adds up" },
  *judge(table): Iterable<Verdict> {
    for (const { row: place, doubt, asked } of table.sums) {
      if (!asked) continue;
      const say = (language: Language): string => {
        const [added, others] = asked.choices.map(({ rows }) => sayRows(table, rows, language)) as [string, string];
        const vi = language === "vi";
        const name = sayRow(table, place, language);
        if (doubt !== "rival") {
          const [why, because] = WHY_NOT[doubt!];
          return vi
            ? `${name} có vẻ là tổng các dòng ${added}, nhưng ${why}: dòng này cộng những dòng nào? Số liệu của dòng chưa được đối chiếu.`
            : `${name} seems to add up rows ${added}, but ${because}: which rows does it add up? Its figures were not compared.`;
        }
        const other = others === "" ? (vi ? "là một dòng số liệu riêng" : "is it a line of its own") : vi ? `là tổng các dòng ${others}` : `rows ${others}`;
        return vi
          ? `${name} là tổng các dòng ${added} hay ${other}? Số liệu của dòng chưa được đối chiếu.`
          : `${name}: does it add up rows ${added}, or ${other}? Its figures were not compared.`;
      };
      yield { kind: "fail", cells: [table.rows[place]!.labelAt], phrase: both(say), rowsAsked: askedOf(table, place, asked) };
    }
  },
};
