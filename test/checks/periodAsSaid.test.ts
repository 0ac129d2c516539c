import { parsePeriod } from "../../src/core/words/Period";
import { checkOf, failsOf, reportWith, verdictsOf } from "../fixtures/report";

const check = checkOf("period-as-said");
const said = (text: string) => ({ info: { texts: {}, period: parsePeriod(text)! } });

describe("the period that a form prints, beside that of the workbook", () => {
  it("passes where both are the same", () => {
    expect(verdictsOf(check, reportWith(), said("15/12/2023 - 14/3/2024"))).toEqual([{ kind: "pass" }]);
  });

  it("is told where they differ", () => {
    const [fail] = failsOf(verdictsOf(check, reportWith(), said("15/3/2024 - 14/6/2024")));
    expect(fail!.phrase.vi).toBe(
      "Ô C2 ghi kỳ báo cáo 15/12/2023 – 14/3/2024, còn trang “Thông tin báo cáo” ghi 15/3/2024 – 14/6/2024. Hãy xem số liệu của biểu thuộc kỳ nào.",
    );
  });

  it("is not judged where one of them is not there", () => {
    expect(verdictsOf(check, reportWith())).toEqual([]);
    expect(verdictsOf(check, reportWith({ C2: "Quý I/2024" }), said("15/3/2024 - 14/6/2024"))).toEqual([]);
  });
});

it("a period that the reporter chose for the workbook is no question, whatever its dates", () => {
  const own = { C2: "(Từ ngày 11/3/2023 đến ngày 10/6/2023)" };
  expect(failsOf(verdictsOf(checkOf("period-start"), reportWith(own), said("11/3/2023 - 10/6/2023")))).toEqual([]);
  expect(failsOf(verdictsOf(checkOf("period-start"), reportWith(own), said("15/3/2023 - 14/6/2023")))).toHaveLength(1);
});
