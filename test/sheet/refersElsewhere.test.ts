import { dependsOnOthers, refersElsewhere } from "../../src/core/sheet/readFormula";
import { finish } from "../../src/core/steps";
import { sheetFromText } from "../fixtures/sheetFromText";

describe("a formula", () => {
  it.each(["=Nguồn!B2", "='Quý I'!B2+1", "=SUM(Table1[Cột])", "=Tổng+1", "=SUM(so_lieu)", '=INDIRECT("Nguồn"&"!B2")', "=OFFSET(A1,1,1)", "=ROUND(tỷ.lệ,2)"])(
    "%s may take figures from elsewhere",
    (formula) => expect(refersElsewhere(formula)).toBe(true),
  );

  it.each(["=D9+E9+F9", "=SUM(D9:F9)", "=SUM($D$9:$F9)", '=IF(C9=0,"!không có",TRUE)', "=SUM(C:C)", "=IFERROR(ROUND(J9/(J9+K9)*100,2),\"\")", "=1E5+2"])(
    "%s stays on its sheet",
    (formula) => expect(refersElsewhere(formula)).toBe(false),
  );
});

it("a sheet depends on others when one of its formulas does", () => {
  expect(finish(dependsOnOthers(sheetFromText("1\t=A1+1")))).toBe(false);
  expect(finish(dependsOnOthers(sheetFromText("1\t=A1+1\n2\t=Khác!A1")))).toBe(true);
});
