import { audit } from "../../src/core/audit";
import { a1, parseA1 } from "../../src/core/sheet/Address";
import { cellAt } from "../../src/core/sheet/Sheet";
import { recalculate } from "../../src/core/sheet/recalculate";
import { LIBRARY } from "../../src/library";
import { withCells } from "../fixtures/sheetFromText";
import { namedSheet } from "../fixtures/workbookOf";

const live = namedSheet("live");

const sums = [...live.rows].flatMap(([row, cells]) => cells.flatMap((cell, column) => (cell?.formula === undefined ? [] : [a1({ row, column })])));

describe("a wrong number typed over a live sum, with everything else calculated anew", () => {
  it.each(sums)("%s is the one guilty cell, and its formula is offered back", async (at) => {
    const { formula, value } = cellAt(live, parseA1(at)!);
    for (const slip of [1, 90]) {
      const count = value.kind === "number" ? value.number + slip : slip;
      const { tables } = await audit([recalculate(withCells(live, { [at]: String(count) }), "all")], LIBRARY);
      const [{ findings } = { findings: [] }] = tables;
      expect(findings.map(({ severity, cells }) => `${severity} ${cells.map(a1).join(" ")}`)).toEqual([`error ${at}`]);
      const [first] = findings[0]!.suggestions;
      expect(first).toMatchObject({ sure: "certain", changes: [{ to: { kind: "formula", formula } }] });
    }
  });
});
