import { failsOf, tally, verdictsOf } from "../fixtures/report";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const SHARE = { unit: "%", decimals: 2, max: 100 };
const FORM = formWith(
  [
    { key: "name", header: "Chỉ tiêu", kind: "label" },
    { key: "aim", header: "Giao", kind: SHARE },
    { key: "result", header: "Đạt", kind: SHARE },
  ],
  [{ id: "met", kind: "target", result: "result", target: "aim" }],
  { rows: { lines: [{ key: "online", label: "online" }, { key: "hospitals", label: "hospitals", notApplicableAt: ["commune"] }] } },
);
const judged = (key: string, aim: string | number, result: string | number, unit?: string) => {
  const table = tableWith(FORM, [[key, { aim, ...(result === "" ? {} : { result }) }]], unit === undefined ? {} : { unit });
  return verdictsOf(ruleOf(table, "met"), table);
};

describe("a result reaches its target", () => {
  it.each([
    ["Tối thiểu 80", "98,8%"],
    ["Tối thiểu 80", "80"],
    [100, 100],
    ["≥ 45%", "84,39%"],
  ] as const)("%s with %s", (aim, result) => {
    expect(tally(judged("online", aim, result))).toEqual({ pass: 1 });
  });

  it("or that it does not is worth knowing", () => {
    const table = tableWith(FORM, [["online", { aim: "Tối thiểu 80", result: "2,17%" }]]);
    const [fail] = failsOf(verdictsOf(ruleOf(table, "met"), table));
    expect(ruleOf(table, "met").severity).toBe("info");
    expect(fail!.phrase.vi).toBe("“online”: kết quả 2,17% (ô C10) chưa đạt chỉ tiêu Tối thiểu 80.");
  });

  it("is no affair of a unit at whose level it is not set", () => {
    expect(tally(judged("hospitals", "Tối thiểu 50", 0, "UBND THỊ TRẤN A"))).toEqual({ notApplicable: 1 });
    expect(tally(judged("hospitals", "Tối thiểu 50", "", "UBND xã B"))).toEqual({ notApplicable: 1 });
    expect(tally(judged("hospitals", "Tối thiểu 50", 0))).toEqual({ notApplicable: 1 });
  });

  it("but is where the unit has it, or has some result", () => {
    expect(tally(judged("hospitals", "Tối thiểu 50", 0, "UBND tỉnh C"))).toEqual({ fail: 1 });
    expect(tally(judged("hospitals", "Tối thiểu 50", 12, "UBND xã B"))).toEqual({ fail: 1 });
    expect(tally(judged("online", "Tối thiểu 50", 0, "UBND xã B"))).toEqual({ fail: 1 });
  });

  it("is not judged while nothing is filled in", () => {
    expect(tally(judged("online", "Tối thiểu 50", "", "UBND xã B"))).toEqual({ skip: 1 });
  });
});
