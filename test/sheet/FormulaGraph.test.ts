import { a1, parseA1, type Position } from "../../src/core/sheet/Address";
import { numberValue, plainText, type Value } from "../../src/core/sheet/Cell";
import { FormulaGraph } from "../../src/core/sheet/FormulaGraph";
import { formulaResults, recalculate } from "../../src/core/sheet/recalculate";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { finish } from "../../src/core/steps";
import { sheetFromText, withCells } from "../fixtures/sheetFromText";

type Cells = Readonly<Record<string, string>>;

const sheetOf = (cells: Cells): Sheet => withCells(sheetFromText(""), cells);
const graphOf = (cells: Cells): FormulaGraph => new FormulaGraph(sheetOf(cells));
const at = (cell: string): Position => parseA1(cell)!;
const names = (graph: FormulaGraph, formulas: Iterable<number>): readonly string[] => [...formulas].map((formula) => a1(graph.at(formula)));
const numberOf = (graph: FormulaGraph, cell: string): number => graph.numberAt(at(cell).row, at(cell).column)!;

describe("the formulas of a sheet", () => {
  it("are numbered in reading order, whatever they are", () => {
    const graph = graphOf({ B2: "=A1", A1: "=NOW()", C1: "=B1", A2: "7" });
    expect(names(graph, Array.from({ length: graph.size }, (_, formula) => formula))).toEqual(["A1", "C1", "B2"]);
    expect(graph.numberAt(1, 0)).toBeUndefined();
    expect(graph.formulaOf(numberOf(graph, "A1"))).toBeUndefined();
    expect(graph.formulaOf(numberOf(graph, "C1"))).toMatchObject({ kind: "sum" });
  });

  it("are found within a block, and the cells of a block only in rows that hold anything", () => {
    const graph = graphOf({ A1: "1", B1: "=A1", A90000: "=B1", C90000: "2" });
    expect(names(graph, graph.formulasIn({ top: 0, left: 0, bottom: 1_048_575, right: 0 }))).toEqual(["A90000"]);
    const seen: string[] = [];
    graph.eachCell(graph.sumAt(at("B1"))!, (_cell, row, column) => seen.push(a1({ row, column })) > 0);
    graph.eachCell([{ times: 1, range: { top: 0, left: 0, bottom: 1_048_575, right: 16_383 }, summed: true }], (_cell, row, column) => seen.push(a1({ row, column })) > 0);
    expect(seen).toEqual(["A1", "A1", "B1", "C1", "A90000", "B90000", "C90000"]);
  });

  it("are known by who reads a cell: along rows, down columns, in whole columns and rows, in formulas of any shape", () => {
    const graph = graphOf({ A1: "1", B1: "=A1+A2", C1: "=SUM(A1:A3)", D1: "=MAX(A:A)", E1: "=COUNT(1:2)", F1: '=IF(A1=0,"A1","")', G1: '=LEN("A1")' });
    const readersOf = finish(graph.readers());
    expect(names(graph, readersOf(at("A1"))).toSorted()).toEqual(["B1", "C1", "D1", "E1", "F1"]);
    expect(names(graph, readersOf(at("A3"))).toSorted()).toEqual(["C1", "D1"]);
  });

  it("rest on a cell through others, as far as these are followed", () => {
    const graph = graphOf({ A1: "1", B1: "=A1", C1: "=MAX(B1)", D1: "=C1", E1: "=A2" });
    expect(names(graph, finish(graph.restingOn([at("A1")])))).toEqual(["B1", "C1", "D1"]);
    expect(names(graph, finish(graph.restingOn([at("A1")], (formula) => graph.formulaOf(formula) !== undefined)))).toEqual(["B1"]);
  });

  it("come each after those it reads, and circles are known", () => {
    const graph = graphOf({ A1: "=B1+C1", B1: "=C1", C1: "1", D1: "=E1", E1: "=D1", F1: "=F1", G1: "=E1" });
    const order = finish(graph.inOrder(new Set([0, 1, 2, 3, 4, 5])));
    expect(names(graph, order)).toEqual(["B1", "A1", "E1", "D1", "F1", "G1"]);
    const depths = finish(graph.depths());
    expect(names(graph, order).map((name, index) => `${name} ${depths[order[index]!]}`)).toEqual(["B1 1", "A1 2", "E1 0", "D1 1", "F1 0", "G1 1"]);
  });
});

describe("what formulas come to", () => {
  const shown = (cells: Cells, cell: string): string => {
    const { value, uncalculated } = cellAt(recalculate(sheetOf(cells), "all"), at(cell));
    return uncalculated ? "?" : plainText(value);
  };

  it.each([
    [{ A1: "1.8", A2: "17.4", B1: "=A1+A2" }, "19.2"],
    [{ A1: "0.1", A2: "0.2", B1: "=SUM(A1:A2)" }, "0.3"],
    [{ A1: "17.4", A2: "1.8", B1: "=A1-A2" }, "15.6"],
    [{ A1: "1.1", A2: "1.1", B1: "=A1-A2" }, "0"],
    [{ A1: "-0.7", A2: "0.6", B1: "=A1+A2" }, "-0.1"],
    [{ A1: "9007199254740991", A2: "1", A3: "0.5", B1: "=SUM(A1:A3)" }, "9007199254740990"],
  ])("%j is %s, as Excel shows it and not as binary fractions have it", (cells, result) => {
    expect(shown(cells, "B1")).toBe(result);
  });

  it.each([
    ['=SUMIF(A1:A4,"cộng*",B1:B4)', 5],
    ['=SUMIF(A1:A4,"<>*I*",B1:B4)', 10],
    ['=SUMIF(A1:A4,"<>",B1:B4)', 7],
    ['=SUMPRODUCT((A1:A4="")*B1:B4)', 8],
    ['=SUMPRODUCT(--ISTEXT(A1:A4),B1:B4)', 7],
    ['=SUMPRODUCT((A1:A4>0)*B1:B4)', 7],
  ])("counts the rows that answer: %s is %d", (formula, result) => {
    const sheet = sheetOf({ A1: "Cộng I", B1: "1", A2: "Xây dựng", B2: "2", A3: "CỘNG II", B3: "4", B4: "8", C1: `${formula} -> 0` });
    expect(numberValue(result)).toEqual(cellAt(recalculate(sheet, "all"), at("C1")).value);
  });

  it("is left to Excel where it cannot be told which rows count", () => {
    const graph = graphOf({ A1: "1", B1: "2", C1: '=SUMIF(A1:A1,"<b",B1:B1)' });
    expect(graph.formulaOf(0)).toBeUndefined();
  });

  it("takes a result that binary fractions carried off for what it shows", () => {
    expect(shown({ A1: "17.400000000000002", B1: "=A1" }, "B1")).toBe("17.4");
    expect(shown({ A1: "0.0000001", A2: "0.2", B1: "=A1+A2" }, "B1")).toBe("0.2000001");
  });

  it("divides decimals exactly, too", () => {
    const share = '=IF(B1=0,"",ROUND(A1*100/B1,1))';
    expect(shown({ A1: "17.4", B1: "20", C1: share }, "C1")).toBe("87");
    expect(shown({ A1: "0.15", B1: "0.8", C1: share }, "C1")).toBe("18.8");
    expect(shown({ A1: "0.3", A2: "0.3", B1: "=A1-A2", C1: share }, "C1")).toBe("");
  });

  it("is worked out for chains longer than calls could go deep", () => {
    const chain = Object.fromEntries(Array.from({ length: 20_000 }, (_, row) => [`A${row + 1}`, row === 19_999 ? "1.5" : `=A${row + 2}+B1`]));
    expect(shown(chain, "A1")).toBe("1.5");
  });

  it("may be asked as if cells held something else", () => {
    const graph = graphOf({ A1: "1", A2: "2", A3: "=SUM(A1:A2) -> 3", A4: "=A3+A1 -> 4" });
    const changed = (cell: { readonly value: Value } | undefined, row: number): Value => (row === 0 ? numberValue(1.5) : cell!.value);
    const results = finish(formulaResults(graph, finish(graph.restingOn([at("A1")])), changed));
    expect(results.map((value) => plainText(value!))).toEqual(["3.5", "5"]);
  });

  it("is not known of more brackets in brackets than Excel takes, and nothing breaks", () => {
    const deep = `${"(".repeat(4_000)}A1${")".repeat(4_000)}`;
    expect(shown({ A1: "3", B1: `=${deep}` }, "B1")).toBe("?");
    expect(shown({ A1: "3", B1: `=${deep})` }, "B1")).toBe("?");
  });
});
