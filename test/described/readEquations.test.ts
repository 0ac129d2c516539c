import type { Equation, Expression } from "../../src/core/described/Expression";
import { readEquation, readEquations, readImplied } from "../../src/core/described/readEquations";

/** An expression in one plain notation: runs as "6..17", percentages as "100%". */
function plain(expression: Expression): string {
  switch (expression.kind) {
    case "ref":
      return expression.ref;
    case "constant":
      return `${expression.value}%`;
    case "sum":
      return expression.items
        .map((item, index) => {
          const sign = item.sign < 0 ? "-" : index > 0 ? "+" : "";
          if ("from" in item) return `${sign}${item.from}..${item.to ?? ""}${item.step > 1 ? `/${item.step}` : ""}`;
          return sign + (item.of.kind === "sum" ? `(${plain(item.of)})` : plain(item.of));
        })
        .join("");
    case "product": {
      const factor = (each: Expression): string => (each.kind === "sum" ? `(${plain(each)})` : plain(each));
      return `${expression.above.map(factor).join("*")}${expression.below.map((each) => `/${factor(each)}`).join("")}${expression.isPercent ? "%" : ""}`;
    }
  }
}

const say = ({ sides, subject }: Equation): string => sides.map(({ of, other }) => (other === undefined ? plain(of) : `{${other}}`)).join("=") + (subject === undefined ? "" : ` of ${subject}`);

const cell = (text: string): string => {
  const equation = readEquation(text);
  return equation ? say(equation) : "nothing";
};

const prose = (text: string): readonly string[] => readEquations(text).map(say);

describe("a cell of the numbering row", () => {
  it.each([
    ["(4)=(5)+(18)", "4=5+18"],
    ["12 = 10+11", "12=10+11"],
    ["(7)=\n(8)+(9)\n+(10)", "7=8+9+10"],
    ["Cột 5 = cột 3 - cột 4", "5=3-4"],
    ["11=10–8", "11=10-8"],
    ["(3a)=(3b)+(3c)", "3a=3b+3c"],
    ["6=5đ+2", "6=5đ+2"],
    ["9=7x8", "9=7*8"],
    ["3=1 X 2", "3=1*2"],
    ["3=1х2", "3=1*2"],
    ["4=3/2", "4=3/2"],
    ["5 = 3 : 2", "5=3/2"],
    ["4=3/2 (%)", "4=3/2%"],
    ["(14)=(8)/(7)*100%", "14=8*100%/7"],
    ["8=(5-6)*100/5", "8=(5-6)*100/5"],
    ["7=100-6", "7=100-6"],
    ["(5)=(6)+…+(17)", "5=6..17"],
    ["(5)=(6)+...+(17)", "5=6..17"],
    ["6=7+..+10=24+26+28=30+31", "6=7..10=24+26+28=30+31"],
    ["4=6+8+…+36", "4=6+8..36/2"],
    ["5 = 6 đến 9", "5=6..9"],
    ["(4)=(5)+…", "4=5.."],
    ["9=11+12+13=14+15+16+17", "9=11+12+13=14+15+16+17"],
    ["(1=2+3)", "1=2+3"],
    ["4=1+2-3.", "4=1+2-3"],
    ["10=(4+5)-(6+7)", "10=(4+5)-(6+7)"],
    ["[3]=[1]+[2]", "3=1+2"],
  ])("says %j", (text, said) => expect(cell(text)).toBe(said));

  it.each(["", "(3)", "4", "A", "Ghi chú", "=", "4=", "4=năm 2023", "Tổng số (1)=(2)+(3)", "x=y", "2023=2022+1 năm", "((((((((((1))))))))))=2"])("says nothing in %j", (text) => expect(cell(text)).toBe("nothing"));
});

describe("a note, a heading, the name of a row", () => {
  it.each([
    ["Ghi chú: Cột 4 = Cột 5 + cột 6, Cột 7 = cột 8 + cột 9", ["4=5+6", "7=8+9"]],
    ["Cột 1 = 2 + 3 + 4; cột 5 = 6 - 7.", ["1=2+3+4", "5=6-7"]],
    ["Cột 9 bằng cột 7 cộng cột 8 trừ cột 3", ["9=7+8-3"]],
    ["Cột 5 bằng cột 3 chia cho cột 2 nhân 100", ["5=3*100/2"]],
    ["Cột 4 bằng tổng các cột từ cột 5 đến cột 8", ["4=5..8"]],
    ["Cột 4 bằng tổng các cột 5, 6 và 7; cột 8 = cột 9 + cột 10", ["4=5+6+7", "8=9+10"]],
    ["Tổng số (1)=(2)+(3)", ["1=2+3"]],
    ["3. Doanh thu thuần (10 = 01 - 02)", ["10=01-02"]],
    ["10. Lợi nhuận thuần {30 = 20 + (21 - 22) - (25 + 26)}", ["30=20+(21-22)-(25+26)"]],
    ["Cột (1) = Cột (2) + (3) = Cột (20) thuộc Biểu 01/XLD", ["1=2+3={Cột (20) thuộc Biểu 01/XLD}"]],
    ["Cột 6 = Cột 11 kỳ trước", ["6={Cột 11 kỳ trước}"]],
    ["Cột 6 = Cột 11 của báo cáo kỳ trước; Cột 7 = Cột 8 + Cột 9", ["6={Cột 11 của báo cáo kỳ trước}", "7=8+9"]],
  ])("says %j", (text, said) => expect(prose(text)).toEqual(said));

  it.each([
    ["* Cột 4 ghi tổng số đơn. Cột 4 = Cột 2 + Cột 3.", ["4=2+3 of 4"]],
    ["- Cột 4 = cột 5 + cột 6\n- Cột 7 = Cột 8 + Cột 9\n+ Cột 10 = cột 11", ["4=5+6", "7=8+9", "10=11"]],
    ["Cột 7 = Cột 5 + Cột 6 * Cột 8: ghi số đơn còn lại", ["7=5+6"]],
    ["Cột 12 = Cột 9 + Cột 10 - Cột 11 + Cột 13: ghi số đơn", ["12=9+10-11"]],
    ["Cột 7 = Cột 5 + Cột 6: ghi số đơn", ["7=5+6"]],
    ["Cột 4 = Cột 2 + Cột 3 + Cột 5 = Cột 1 - Cột 2", ["4=2+3", "5=1-2"]],
    ["Cột 10 = Cột 11 + Cột 12 + Cột 13: ghi tổng số", ["10=11+12+13"]],
  ])("takes a bullet before a column for no sign: %j", (text, said) => expect(prose(text)).toEqual(said));

  it("names the column that a misprinted sentence is about", () => {
    expect(prose("+ Cột 9 ghi tổng số vụ phải giải quyết (Cột 7 = Cột 3 + Cột 5 - Cột 7);")).toEqual(["7=3+5-7 of 9"]);
  });

  it.each([
    "Từ ngày 15/3/2024 đến ngày 14/6/2024", "Nghị định số 61/2018/NĐ-CP = 5", "Số: 12/BC-UBND", "ngày 15/3=nghỉ", "+ Cột 9 ghi tổng số", "Dự toán điều chỉnh (+ tăng) (- giảm)",
    "Ghi chú: số liệu bằng số liệu kỳ trước", "NQ01=NQ02+NQ03",
  ])("says nothing in %j", (text) => expect(prose(text)).toEqual([])); // prettier-ignore
});

describe("a heading or a total that says what it adds up", () => {
  it.each([
    ["Tổng số (=4+5)", "4+5"],
    ["Tổng cộng (I+II+III)", "I+II+III"],
    ["=(2)+(3)", "2+3"],
  ])("says %j", (text, said) => expect(plain(readImplied(text)!)).toBe(said));

  it.each(["Tổng số (người)", "Tổng cộng (1)", "Diện tích (ha)"])("says nothing in %j", (text) => expect(readImplied(text)).toBeUndefined());
});

it("reads a long text in one go, whatever brackets and signs it has", () => {
  for (const part of ["(", "1+", "1=", "cột ", "((1)", "1+…", "tổng các ", "1:", "(="]) expect(readEquations(`${part.repeat(20_000)} = `).length).toBeGreaterThanOrEqual(0);
});
