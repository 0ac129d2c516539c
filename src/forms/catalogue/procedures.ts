import type { Binding, ColumnNode, Rule, TableForm } from "../../core/form/Form";
import { counting, group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./columns";
import { atTwoLevels } from "./gaps";

const procedures = counting("TTHC", 10);
const processes = counting("quy trình", 10);
type Level = "Province" | "District" | "Commune";
const NAMES: Readonly<Record<Level, string>> = { Province: "Cấp tỉnh", District: "Cấp huyện", Commune: "Cấp xã" };
export const THREE_TIERS: readonly Level[] = ["Province", "District", "Commune"];
export const TWO_TIERS: readonly Level[] = ["Province", "Commune"];

function columnsOf(levels: readonly Level[]): readonly ColumnNode[] {
  const each = (key: string): readonly string[] => levels.map((level) => `${key}${level}`);
  // Where a form has a column for districts, sheets of provinces without any may lack it.
  const more = (level: Level) => (level === "District" ? { optional: true } : {});
  return numbered([
    ORDINAL,
    named("unit", "Đơn vị", ["Tên đơn vị", "Cơ quan, đơn vị"]),
    group(
      "Tổng số TTHC thuộc thẩm quyền giải quyết của địa phương",
      [
        procedures("procedures", "Tổng số TTHC", { ...sumOf("procedures-by-level", ...each("procedures")), width: 11 }),
        ...levels.map((level) => procedures(`procedures${level}`, NAMES[level], more(level))),
      ],
      ["Tổng số TTHC thuộc thẩm quyền giải quyết"],
    ),
    group(
      "TTHC được thực hiện theo CCMC, MCLT",
      [
        procedures("oneStop", "Tổng số TTHC", { width: 11 }),
        ...levels.map((level) => procedures(`oneStop${level}`, `Tại BPMC ${NAMES[level].toLocaleLowerCase("vi")}`, more(level))),
      ],
      ["TTHC được thực hiện theo cơ chế một cửa, một cửa liên thông"],
    ),
    group(
      "Quy trình nội bộ giải quyết TTHC theo CCMC, MCLT được ban hành",
      [
        processes("processes", "Tổng số quy trình", { ...sumOf("processes-by-level", ...each("processes")), width: 11 }),
        ...levels.map((level) => processes(`processes${level}`, NAMES[level], more(level))),
      ],
      ["Quy trình nội bộ giải quyết TTHC theo cơ chế một cửa, một cửa liên thông được ban hành"],
    ),
  ]);
}

function rulesOf(levels: readonly Level[]): readonly Rule[] {
  const first = levels.length + 4;
  const parts = levels.map((_, index) => `(${first + 1 + index})`);
  return [
    {
      id: "one-stop-by-level", kind: "balance", total: "oneStop", plus: levels.map((level) => `oneStop${level}`), severity: "warning",
      basis: `Quan hệ giữa cột (${first}) và các cột ${parts.join(", ")}`,
      title: {
        vi: `TTHC theo CCMC, MCLT bằng tổng các cấp, trừ TTHC được tiếp nhận ở nhiều cấp: (${first}) = ${parts.join("+")}`,
        en: `Procedures at one-stop shops are those of all levels, but for any taken at several levels: (${first}) = ${parts.join("+")}`,
      },
      gap: atTwoLevels,
    },
    { id: "one-stop-of-all", kind: "at-most", less: "oneStop", more: "procedures", severity: "warning", basis: `Cột (${first}) là một phần của cột (3)` },
  ]; // prettier-ignore
}

/** Procedures, those at one-stop shops, and their internal processes, unit by unit and level by level. */
export const proceduresTable = (levels: readonly Level[]): TableForm => ({
  key: "main",
  numbering: "plain",
  sumBasis: "Tiêu đề các cột; mẫu không in công thức",
  columns: columnsOf(levels),
  rows: { each: "unit" },
  ...TOTAL_ROW,
  rules: rulesOf(levels),
});

/** The quantities that its columns hold. */
export const proceduresBound = (levels: readonly Level[]): readonly Binding[] =>
  ["procedures", "oneStop", "processes"].flatMap((all) => ["", ...levels].map((level) => ({ quantity: all + level, columns: [all + level] })));
