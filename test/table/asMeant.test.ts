import { contentOf, textValue } from "../../src/core/sheet/Cell";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { finish } from "../../src/core/steps";
import { asMeant, formulaInText } from "../../src/core/table/asMeant";
import { a1, parseA1 } from "../../src/core/sheet/Address";
import { sheetFromText } from "../fixtures/sheetFromText";

const cellOf = (sheet: Sheet, at: string) => {
  const { row, column } = parseA1(at)!;
  return sheet.rows.get(row)?.[column];
};

describe("a formula kept as text", () => {
  const sheet = sheetFromText(['5\t7\t"=A1+B1"\t"\'=SUM(A1;C1)"', '"=VLOOKUP(A1,B:C,2)"\t"=C1+D1"\t"=A2+1"\t"=4+5+6"'].join("\n"));
  const meant = finish(asMeant(sheet)).sheet;

  it.each([
    ["C1", 12],
    ["D1", 17],
    ["B2", 29],
  ])("in %s is what it would come to", (at, number) => {
    const cell = cellOf(meant, at)!;
    expect(cell.value).toEqual({ kind: "number", number });
    expect(contentOf(cell)).toEqual(cellOf(sheet, at)!.value);
    expect(cell.formula).toBeUndefined();
  });

  it("stays text where only Excel can tell, and where it marks a column", () => {
    for (const at of ["A2", "D2"]) expect(cellOf(meant, at)).toBe(cellOf(sheet, at));
  });

  it("leaves a sheet without any as it is", () => {
    const plain = sheetFromText("5\t7\tTổng = 12");
    expect(finish(asMeant(plain)).sheet).toBe(plain);
  });

  it.each([
    [" =D9+E9", "=D9+E9"],
    ["'=SUM(D9;D11)", "=SUM(D9,D11)"],
    ["= D9 + E9", "= D9 + E9"],
    ["D9+E9", undefined],
  ])("%j is the formula %j", (text, formula) => expect(formulaInText(text)).toBe(formula));
});

describe("texts of an old encoding", () => {
  it("are given in Unicode, and kept as they stand", () => {
    const sheet = sheetFromText("Sè hå s¬\tTiÕp nhËn\t12 hå s¬\tLÜnh vùc\tTrễ hạn");
    const { sheet: meant, encoding } = finish(asMeant(sheet));
    expect(encoding).toEqual({ encoding: "TCVN3", fonts: [] });
    expect(meant.rows.get(0)!.map((cell) => cell!.value)).toEqual(["Số hồ sơ", "Tiếp nhận", "12 hồ sơ", "Lĩnh vực", "Trễ hạn"].map(textValue));
    for (const [column, cell] of meant.rows.get(0)!.entries()) expect([a1({ row: 0, column }), contentOf(cell!)]).toEqual([a1({ row: 0, column }), sheet.rows.get(0)![column]!.value]);
  });

  it.each([
    ["Unicode", "Các xã\tHà Nội\tSố lượng\tToán\tHoà Bình\tCà Mau"],
    ["one odd word", "Số hồ sơ\tl­îng\tTiếp nhận"],
    ["French", "Préfecture\tqualité\tété\tCôte d'Ivoire\tdéjà vu"],
    ["German", "für\tGröße\tMünchen\tüber"],
    ["numbers", "5 × 3\t2µm\t§ 4\t12²\t½"],
  ])("are none in %s", (_, text) => expect(finish(asMeant(sheetFromText(text))).encoding).toBeUndefined());
});
