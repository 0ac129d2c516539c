import { totalFoot } from "../form/Form";
import { a1 } from "../sheet/Address";
import { contentOf, textValue } from "../sheet/Cell";
import { shownText } from "../sheet/shownText";
import { sayFigure, valueIn } from "../figures/figureValue";
import { readFigure } from "../figures/readFigure";
import { meantUnits } from "../figures/Reading";
import type { Table } from "../figures/Table";
import { both } from "../words/Phrase";
import type { CheckKind } from "./Check";
import { rowName } from "./columnWords";

/** The form itself, as a source of what a cell must hold. */
const FORM = { vi: "mẫu biểu in sẵn", en: "as the form prints it" };

/** Nobody fills in what is printed already: one in a million such cells holds something else for a good reason. */
const OTHERWISE = 1e-6;

/** The figures that a table's form prints in its lines and its foot, in units of their columns. */
function* givenIn({ layout, rows }: Table) {
  if (!("lines" in layout.rows)) return;
  const lines = new Map(layout.rows.lines.map((line) => [line.key, line.given]));
  for (const row of rows) {
    const given = row.kind === "total" ? totalFoot(layout)?.given : lines.get(row.key ?? "");
    for (const figure of given ? row.figures : []) {
      const printed = given![figure.column.key];
      const units = printed === undefined ? undefined : meantUnits(readFigure({ value: textValue(String(printed)) }, figure.column));
      if (units !== undefined) yield { row, figure, units, printed: String(printed) };
    }
  }
}

/** Cells that a form prints hold what it prints: the points an indicator can have, the target of a year. */
export const asIssued: CheckKind = {
  role: "fault",
  severity: "warning",
  title: { vi: "Số in sẵn trong mẫu được giữ nguyên", en: "What the form prints stands as printed" },
  *judge(table) {
    for (const { row, figure, units, printed } of givenIn(table)) {
      const { at, cell, column, reading } = figure;
      if (reading.kind === "blank") yield { kind: "skip", cells: [at], why: "blank" };
      else if (meantUnits(reading) === units) yield { kind: "pass" };
      else if (reading.kind === "unreadable" && reading.why !== "beyond") yield { kind: "skip", cells: [at], why: "unreadable" };
      else {
        const to = sayFigure(units, column, "vi") === printed.replace(".", ",") ? valueIn(figure, units) : textValue(printed);
        yield {
          kind: "fail",
          cells: [at],
          phrase: both((language) => {
            const shown = shownText(cell, language);
            return language === "vi"
              ? `${rowName(row, "vi")}: ô ${a1(at)} ghi ${shown}, mẫu in sẵn ${printed}.`
              : `${rowName(row, "en")}: cell ${a1(at)} says ${shown}, where the form prints ${printed}.`;
          }),
          suggestions: [{ changes: [{ at, from: contentOf(cell), to }], sure: "certain", why: { vi: `Ghi lại ${printed} như mẫu`, en: `Write ${printed} as the form has it` } }],
        };
      }
    }
  },
  *facts(table) {
    for (const { figure, units } of givenIn(table)) yield { figure, count: units, source: FORM, wrong: OTHERWISE };
  },
};
