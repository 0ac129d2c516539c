import { a1, a1Range, columnLetters, contains } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import type { SheetPlan } from "../../src/core/sheet/SheetPlan";

/** A plan as lines a person can read: a line a cell that says something, with its merge, in reading order. */
export function printPlan(plan: SheetPlan): string {
  const said = plan.cells.filter(({ content }) => content.kind !== "blank");
  const lines = said.map(({ at, content, style }) => {
    const merge = plan.merges.find((each) => contains(each, at));
    const text = content.kind === "formula" ? `${content.formula} → ${plainText(content.value)}` : plainText(content);
    const looks = [style.bold && "bold", style.italic && "italic", style.border && "border"].filter(Boolean).join(" ");
    return `${(merge ? a1Range(merge) : a1(at)).padEnd(9)}${text}${looks ? `   [${looks}]` : ""}`;
  });
  return [
    `sheet ${plan.name}, start ${a1(plan.start)}, frozen ${plan.frozen.rows} rows ${plan.frozen.columns} columns`,
    `prints ${a1Range(plan.print.area)}, repeats rows ${plan.print.repeatedRows.map((row) => row + 1).join("–")}`,
    `whole numbers in ${plan.validations.flatMap(({ cells }) => cells.map(a1Range)).join(" ")}`,
    `widths ${[...plan.columnWidths].map(([column, width]) => `${columnLetters(column)} ${width}`).join(", ")}`,
    ...lines,
  ].join("\n");
}
