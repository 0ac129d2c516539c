import { dependsOnOthers } from "../../src/core/sheet/dependsOnOthers";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { finish } from "../../src/core/steps";
import { namesWith } from "../fixtures/namesWith";
import { sheetFromText } from "../fixtures/sheetFromText";

const depends = (formula: string, more: Partial<Sheet> = {}): boolean => finish(dependsOnOthers({ ...sheetFromText(`1\t=A1\n2\t${formula}`), ...more }));

describe("a sheet", () => {
  it.each(["=Nguồn!B2", "='Quý I'!B2+1", "=SUM(Table1[Cột])", "=Tổng+1", "=SUM(so_lieu)", '=INDIRECT("Nguồn"&"!B2")', "=OFFSET(A1,B1,1)", "=ROUND(tỷ.lệ,2)", "=SUM('Xã A:Xã C'!D9)", "=[1]Sheet1!A1"])(
    "with %s may take figures from elsewhere",
    (formula) => expect(depends(formula)).toBe(true),
  );

  it.each(["=D9+E9+F9", "=SUM(D9:F9)", "=SUM($D$9:$F9)", '=IF(C9=0,"!không có",TRUE)', "=SUM(C:C)", '=IFERROR(ROUND(J9/(J9+K9)*100,2),"")', "=1E5+2", "='II.06a'!A1", "=OFFSET(A1,1,1)"])(
    "with %s stands for itself",
    (formula) => expect(depends(formula)).toBe(false),
  );

  it("knows what its names stand for, where the workbook tells", () => {
    const names = namesWith({ defined: { SO_LIEU: "='II.06a'!$A$1:$A$2", NGUON: "=Khác!$A$1" } });
    expect([depends("=SUM(so_lieu)", { names }), depends("=SUM(nguon)", { names })]).toEqual([false, true]);
  });
});
