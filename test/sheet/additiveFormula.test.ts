import { a1Range, parseA1 } from "../../src/core/sheet/Address";
import { parseAdditiveFormula, timesAdded, precedents } from "../../src/core/sheet/readFormula";

/** "+D9 +E9 −[C9:C20]": what a formula adds; square brackets where SUM skips texts. */
function read(formula: string): string | undefined {
  return parseAdditiveFormula(formula)
    ?.map(({ sign, range, summed }) => `${sign === 1 ? "+" : "−"}${summed ? `[${a1Range(range)}]` : a1Range(range)}`)
    .join(" ");
}

describe("a formula that only adds up", () => {
  it.each([
    ["=D9+E9+F9", "+D9 +E9 +F9"],
    ["=D9", "+D9"],
    ["=+D9+E9", "+D9 +E9"],
    ["=-D9+E9", "−D9 +E9"],
    ["=C9-H9", "+C9 −H9"],
    ["= D9 + E9", "+D9 +E9"],
    ["=$D$9+E$9+$F9", "+D9 +E9 +F9"],
    ["=d9+e9", "+D9 +E9"],
    ["=SUM(C9:C20)", "+[C9:C20]"],
    ["=sum( C9:C20 )", "+[C9:C20]"],
    ["=SUM($C$9:$C$20)", "+[C9:C20]"],
    ["=SUM(C20:C9)", "+[C9:C20]"],
    ["=SUM(C9:C20,C22)", "+[C9:C20] +[C22]"],
    ["=SUM(C9;C10)", "+[C9] +[C10]"],
    ["=SUM(C9:C20)+C22", "+[C9:C20] +C22"],
    ["=SUM(C9:C20)-SUM(C15)", "+[C9:C20] −[C15]"],
    ["=SUM(C9+C10,C12)", "+[C9] +[C10] +[C12]"],
    ["=SUM(SUM(C9:C10),C12)", "+[C9:C10] +[C12]"],
    ["=D9+(E9+F9)", "+D9 +E9 +F9"],
    ["=D9-(E9-F9)", "+D9 −E9 +F9"],
    ["=D9-(E9+SUM(F9:G9))", "+D9 −E9 −[F9:G9]"],
    ["=SUM(-C9,C10)", "−[C9] +[C10]"],
    ["=-SUM(C9,C10)", "−[C9] −[C10]"],
    ["=SUM(C9-C10,C12)", "+[C9] −[C10] +[C12]"],
    ["=((D9))", "+D9"],
  ])("%s is read as %s", (formula, expected) => {
    expect(read(formula)).toBe(expected);
  });

  it.each([
    "D9+E9", "=", "=D9+", "=+", "=D9 E9", "=D9*2", "=D9/E9", "=D9+1", "=D9&E9", "=SUM()", "=SUM(C9:C20", "=SUM(C9:C20))", "=(D9", "=D9)",
    "=SUM(C9:C20,)", "=SUM(C:C)", "=SUM(9:9)", "=C9:C20", "=D9+C9:C20", "=SUM((C9,C10))", "=AVERAGE(C9:C20)", "=SUMIF(C9:C20,\">0\")", "=IF(TRUE,D9)",
    "=Sheet2!D9+E9", "='Tháng 1'!D9", "=D9:E9:F9", "=SUM(Bảng1[Tổng])", "=D9+#REF!", "=XFE1+A1", "=A1048577", "=total", "=SUBTOTAL(9,C9:C20)", "=D9--", "=SUM(C9,-C10)",
  ])("%s is left to Excel", (formula) => {
    expect(read(formula)).toBeUndefined();
  }); // prettier-ignore

  it("adds the cells of its blocks once each, some twice, takes some away, and no other", () => {
    const formula = parseAdditiveFormula("=SUM(C9:C20)+E9+C15-D9-C20")!;
    const times = (at: string) => timesAdded(formula, parseA1(at)!);
    expect(["C9", "C19", "E9", "C15", "D9", "C20"].map(times)).toEqual([1, 1, 1, 2, -1, 0]);
    expect(["C8", "C21", "E10"].map(times)).toEqual([0, 0, 0]);
  });
});

describe("the cells a formula names", () => {
  const named = (formula: string) => precedents(formula).map(a1Range);

  it.each([
    ["=D9+E9", ["D9", "E9"]],
    ["=IF(SUM(C9:C20)>0,$D$9/2,\"\")", ["C9:C20", "D9"]],
    ["=\"A1 và B2\"&C3", ["C3"]],
    ["=LOG10(A1)", ["A1"]],
    ["=Sheet2!D9+E9", ["E9"]],
    ["='Tháng 1'!D9+E9", ["E9"]],
    ["=#REF!+H9", ["H9"]],
    ["=1+2", []],
    ["=TY_LE1+XFE1", []],
  ])("of %s are %j", (formula, cells) => {
    expect(named(formula)).toEqual(cells);
  });
});
