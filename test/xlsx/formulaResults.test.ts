import { parseA1 } from "../../src/core/sheet/Address";
import { numberValue, plainText } from "../../src/core/sheet/Cell";
import { FormulaGraph } from "../../src/core/sheet/FormulaGraph";
import { formulaResults } from "../../src/core/sheet/recalculate";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { finish } from "../../src/core/steps";
import { cellFromText } from "../fixtures/sheetFromText";
import { calculatedCells } from "../libreoffice";
import type { CellDescription } from "../ports/SheetDescription";
import { craftWorkbook } from "./craftWorkbook";

/** Ten rows: an ordinal, a level, and figures; one blank, one of words, some decimals, a section's sum at D6. Rows 4 and 8 are hidden. */
const ROWS = 10;
const FIGURES: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: ROWS }, (_, row): readonly (readonly [string, string])[] => [
    [`A${row + 1}`, String(row + 1)],
    [`B${row + 1}`, row % 3 === 0 ? "I" : "II"],
    [`C${row + 1}`, row === 4 ? "" : String((row * 37) % 23)],
    [`D${row + 1}`, row === 5 ? "=SUBTOTAL(9,D1:D5)" : row === 7 ? "không" : String(row * 3)],
    [`E${row + 1}`, String(((row * 7) % 10) / 10)],
  ]).flat().filter(([, written]) => written !== ""),
);

const GENERATED = ["C", "D", "E"].flatMap((column) =>
  [1, 3, 6].flatMap((from) =>
    [4, 8, 10].filter((to) => to > from).flatMap((to) => {
      const block = `${column}${from}:${column}${to}`;
      return [`=SUM(${block})`, `=SUBTOTAL(9,${block})`, `=SUBTOTAL(109,${block})`, `=_xlfn.AGGREGATE(9,5,${block})`, `=SUM(${block})-SUM(${column}${from})`, `=SUMIF(B${from}:B${to},"I",${block})`, `=ROUND(SUM(${block}),1)`];
    }),
  ),
);

const FORMULAS: readonly string[] = [
  ...GENERATED,
  "=C1+C2-C3", "=-C2+C1", "=C5+1", "=37+4", "=C1*2", "=SUM(C1:C10)/2", "=SUM(C:C)", "=SUM(3:3)", "=SUM(C$1:INDEX(C:C,ROW(C4)-1))", "=INDEX(C1:C10,3)", "=SUM(INDEX(C1:E10,2,0))",
  "=SUM(OFFSET(C10,-3,0,3,1))", "=SUM(C1:OFFSET(C5,-1,0))", "=_xlfn.AGGREGATE(9,4,D1:D10)", "=_xlfn.AGGREGATE(9,0,D1:D10)", '=IF(C5="","",C5+C6)', '=IF(C5=0,"",C6)', '=IF(C1<>"",C1+C2,"")',
  '=IF(AND(C5="",C6=""),"",SUM(C5:C6))', '=IF(COUNT(C5:D5)=0,"",SUM(C5:D5))', "=N(D8)+N(C2)", "=VALUE(C2)", "=SUM(D7:D9)", "=E1+E2+E3", "=SUM(E1:E10)", "=C1-E2",
  '=SUMIFS(C1:C10,B1:B10,"II",A1:A10,">=4")', "=SUMIF(A1:A10,\"<>3\",C1:C10)", "=SUMIF(B1:B10,B2,C1:C10)", '=SUMPRODUCT((B1:B10="I")*C1:C10)', "=SUMPRODUCT(C1:C10)", '=SUMPRODUCT(--(A1:A10<5),C1:C10)',
  '=IF(C2=0,"",ROUND(C1*100/C2,2))', "=C1--C2", "=SUM(C1,,C2)", "=SUM(C1+C2,C3)",
]; // prettier-ignore

describe("what formulas come to", () => {
  it("is the same by LibreOffice, wherever we claim to know", async () => {
    const formulas = Object.fromEntries(FORMULAS.map((formula, row) => [`H${row + 1}`, formula]));
    const cells: Record<string, CellDescription> = {};
    for (const [at, written] of Object.entries({ ...FIGURES, ...formulas })) cells[at] = /^[\d.]+$/.test(written) ? Number(written) : written;
    const judged = await calculatedCells(craftWorkbook({ name: "Số liệu", cells, hiddenRows: [4, 8] }));
    const rows = new Map<number, (ReturnType<typeof cellFromText> | undefined)[]>();
    for (const [at, written] of Object.entries({ ...FIGURES, ...formulas })) {
      const { row, column } = parseA1(at)!;
      (rows.get(row) ?? rows.set(row, []).get(row)!)[column] = cellFromText(written);
    }
    const hiddenRows: Sheet["hiddenRows"] = new Map([[3, "hidden"], [7, "hidden"]]);
    const graph = new FormulaGraph({ name: "Số liệu", rows: new Map([...rows].sort(([one], [other]) => one - other)), hiddenRows });
    const results = finish(formulaResults(graph, new Set(Array.from({ length: graph.size }, (_, formula) => formula)), (cell) => cell?.value ?? { kind: "blank" }));
    const ours = FORMULAS.map((formula, row) => [formula, results[graph.numberAt(row, 7)!]] as const);
    expect(ours.filter(([, value]) => value === undefined).map(([formula]) => formula)).toEqual([]);
    const shown = ours.map(([formula, value]) => `${formula} → ${plainText(value ?? numberValue(NaN))}`);
    expect(shown).toEqual(FORMULAS.map((formula, row) => `${formula} → ${judged[row]?.[7] ?? ""}`));
  });
});
