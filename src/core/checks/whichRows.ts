import type { Table } from "../figures/Table";
import { both, type Language } from "../words/Phrase";
import type { CheckKind, Verdict } from "./Check";
import { rowName } from "./columnWords";

/** So many runs of rows are named. */
const MOST_RUNS = 4;

/** "10–13, 15": rows of the sheet, runs of them by their ends. */
function sayRows({ rows }: Table, places: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && place === last[1] + 1) last[1] = place;
    else runs.push([place, place]);
  }
  const at = (place: number): number => rows[place]!.row + 1;
  const shown = runs.slice(0, MOST_RUNS).map(([from, to]) => (from === to ? `${at(from)}` : `${at(from)}–${at(to)}`));
  return `${shown.join(", ")}${runs.length > shown.length ? ", …" : ""}`;
}

/** Where it can be read in two ways which rows a row adds up, or in one that makes most of its figures wrong, somebody has to say: nothing is judged by it. */
export const whichRows: CheckKind = {
  role: "told",
  severity: "warning",
  title: { vi: "Rõ mỗi dòng cộng là tổng của những dòng nào", en: "It is clear which rows each sum adds up" },
  *judge(table): Iterable<Verdict> {
    for (const { row: place, parts, doubt, otherwise = [] } of table.sums) {
      if (!doubt) continue;
      const row = table.rows[place]!;
      const [added, others] = [sayRows(table, parts), sayRows(table, otherwise)];
      const say = (language: Language): string => {
        const vi = language === "vi";
        const name = `${vi ? "Dòng" : "Row"} ${row.row + 1} ${rowName(row, language)}`;
        if (doubt === "fails") {
          return vi
            ? `${name} có vẻ là tổng các dòng ${added}, nhưng phần lớn các cột không khớp: dòng này cộng những dòng nào? Số liệu của dòng chưa được đối chiếu.`
            : `${name} seems to add up rows ${added}, but most columns do not come out: which rows does it add up? Its figures were not compared.`;
        }
        const other = others === "" ? (vi ? "là một dòng số liệu riêng" : "is it a line of its own") : vi ? `là tổng các dòng ${others}` : `rows ${others}`;
        return vi
          ? `${name} là tổng các dòng ${added} hay ${other}? Số liệu của dòng chưa được đối chiếu.`
          : `${name}: does it add up rows ${added}, or ${other}? Its figures were not compared.`;
      };
      yield { kind: "fail", cells: [row.labelAt], phrase: both(say) };
    }
  },
};
