import { statedFigures } from "../fixtures/atOnce";
import type { StatedText } from "../../src/core/stated/StatedFigure";
import { a1 } from "../../src/core/sheet/Address";
import { checkOf, failsOf, liveWith, reportWith, tally, verdictsOf } from "../fixtures/report";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";

const check = checkOf("stated-in-text");
const saying = (text: string, name = "a"): StatedText => ({ source: { vi: `tệp ${name}`, en: `file ${name}` }, figures: statedFigures(text, VOCABULARY), vocabulary: VOCABULARY });

/** The totals of the fixture's report, 711 received, as a ward would write them. */
const TEXT =
  "Trong quý I năm 2024, UBND xã đã tiếp nhận 711 hồ sơ (trực tuyến: 533, trực tiếp và qua dịch vụ bưu chính: 136), " +
  "đã giải quyết 649 hồ sơ. Trong đó, giải quyết trước hạn: 560 hồ sơ; đúng hạn: 73 hồ sơ; quá hạn: 16 hồ sơ. Đang giải quyết 62 hồ sơ.";

describe("a written text held against the table", () => {
  it("passes figure by figure where both say the same", () => {
    expect(tally(verdictsOf(check, reportWith(), { texts: [saying(TEXT)] }))).toEqual({ pass: 8 });
  });

  it("says nothing where there is no text, so that no table is counted as held against one", () => {
    expect(verdictsOf(check, reportWith())).toEqual([]);
    expect(verdictsOf(check, reportWith(), { texts: [saying("Trong kỳ không có phản ánh, kiến nghị nào.")] })).toEqual([]);
  });

  it("names the cell and the words of both sides where one figure differs, and accuses neither", () => {
    const [fail, ...more] = failsOf(verdictsOf(check, reportWith(), { texts: [saying(TEXT.replace("711", "717"))] }));
    expect(more).toEqual([]);
    expect(fail!.cells.map(a1)).toEqual(["C11"]);
    expect(fail!.phrase.vi).toBe("Lời văn (tệp a) ghi 717 hồ sơ tiếp nhận, còn bảng ghi 711 ở ô C11; một trong hai cần sửa.");
    expect(fail!.phrase.en).toBe("The text (file a) states 717 files received, but the table has 711 in cell C11; one of them needs mending.");
    expect(fail!.suggestions).toBeUndefined();
  });

  it("adds up the two columns of what is new in the period, and of what is not late", () => {
    const text = "Tổng số hồ sơ tiếp nhận là 711 hồ sơ (tiếp nhận mới 660 hồ sơ, số kỳ trước chuyển sang là 42 hồ sơ). Giải quyết 649 hồ sơ (đúng hạn 633 hồ sơ, trễ hạn 16 hồ sơ).";
    const verdicts = verdictsOf(check, reportWith(), { texts: [saying(text)] });
    expect(failsOf(verdicts).map(({ cells, phrase }) => [cells.map(a1).join("+"), phrase.vi])).toEqual([
      ["D11+E11", "Lời văn (tệp a) ghi 660 hồ sơ mới tiếp nhận trong kỳ, còn bảng ghi 669 ở ô D11 và E11; một trong hai cần sửa."],
    ]);
    expect(tally(verdicts)).toEqual({ pass: 5, fail: 1 });
  });

  it("holds a field's count against its line", () => {
    const text = `${TEXT} Số hồ sơ tiếp nhận gồm: lĩnh vực Hộ tịch 155 hồ sơ, lĩnh vực Đất đai 151 hồ sơ, lĩnh vực Lâm nghiệp 3 hồ sơ.`;
    const verdicts = verdictsOf(check, reportWith(), { texts: [saying(text)] });
    expect(failsOf(verdicts).map(({ phrase }) => phrase.vi)).toEqual(["Lời văn (tệp a) ghi 151 hồ sơ tiếp nhận của lĩnh vực Đất đai, còn bảng ghi 150 ở ô C9; một trong hai cần sửa."]);
    expect(tally(verdicts)).toEqual({ pass: 9, fail: 1 });
  });

  it("is one question where most of it differs: it is about another period or part", () => {
    const other = "UBND xã đã tiếp nhận 96 hồ sơ, đã giải quyết 90 hồ sơ. Trong đó, giải quyết trước hạn: 74 hồ sơ; đúng hạn: 16 hồ sơ; quá hạn: 00 hồ sơ.";
    const fails = failsOf(verdictsOf(check, reportWith(), { texts: [saying(other)] }));
    expect(fails).toHaveLength(1);
    expect(fails[0]!.phrase.vi).toMatch(/^Lời văn \(tệp a\) khác bảng ở 5 số: 96 hồ sơ tiếp nhận \(bảng ghi 711 ở ô C11\); .*Có thể lời văn viết cho kỳ khác, phạm vi khác/);
    expect([...check.facts!(reportWith(), { tables: [reportWith()], answers: new Map(), texts: [saying(other)] })]).toEqual([]);
  });

  it.each([
    ["another quarter", TEXT.replace("quý I ", "quý II ")],
    ["another year", TEXT.replace("2024", "2023")],
    ["other dates", TEXT.replace("Trong quý I năm 2024", "Từ ngày 15/12/2023 đến ngày 20/3/2024")],
    ["no period that ends with the table's", TEXT.replace("Trong quý I năm 2024", "Từ đầu năm đến nay")],
    ["another unit", TEXT.replace("UBND xã", "Sở Xây dựng")],
  ])("is not compared where the text speaks of %s", (_, text) => {
    expect(statedFigures(text, VOCABULARY).length).toBeGreaterThan(0);
    expect(verdictsOf(check, reportWith(), { texts: [saying(text)] })).toEqual([]);
  });

  it("does not use what a text states twice and differently", () => {
    const twice = `${TEXT}\n- Tổng số hồ sơ đã tiếp nhận: 771 hồ sơ.`;
    expect(tally(verdictsOf(check, reportWith(), { texts: [saying(twice)] }))).toEqual({ pass: 7 });
  });

  it("does not use a whole that follows parts of the same kind: it may be the last of them", () => {
    const parts = `- Hồ sơ thuộc thẩm quyền cấp huyện: Tổng số hồ sơ tiếp nhận là 300 hồ sơ.\n\n- Tổng số hồ sơ tiếp nhận là 411 hồ sơ.`;
    expect(statedFigures(parts, VOCABULARY).map(({ count, scope }) => [count, scope.kind])).toEqual([
      [300, "part"],
      [411, "whole"],
    ]);
    expect(verdictsOf(check, reportWith(), { texts: [saying(parts)] })).toEqual([]);
  });

  it("is about neither of two tables that it may be about", () => {
    const [one, other] = [reportWith(), reportWith()];
    expect(verdictsOf(check, one, { tables: [one, other], texts: [saying(TEXT)] })).toEqual([]);
  });

  it("leaves a total unjudged that is blank or cannot be read", () => {
    expect(tally(verdictsOf(check, reportWith({ C11: "" }), { texts: [saying(TEXT)] }))).toEqual({ pass: 7, skip: 1 });
    expect(tally(verdictsOf(check, reportWith({ G11: "nhiều" }), { texts: [saying(TEXT)] }))).toEqual({ pass: 7, skip: 1 });
  });
});

describe("what a text weighs as a fact", () => {
  const factsOn = (table = reportWith(), ...texts: readonly string[]) => [...check.facts!(table, { tables: [table], answers: new Map(), texts: texts.map((text, index) => saying(text, String(index))) })];

  it("bears little out where it repeats what the cell shows, for it may have been copied from it", () => {
    expect(factsOn(reportWith(), TEXT).map(({ figure, count, wrong }) => [a1(figure.at), count, wrong])).toEqual([
      ["C11", 711, 0.75],
      ["D11", 533, 0.75],
      ["E11", 136, 0.75],
      ["G11", 649, 0.75],
      ["H11", 560, 0.75],
      ["I11", 73, 0.75],
      ["J11", 16, 0.75],
      ["K11", 62, 0.75],
    ]);
  });

  it("weighs fully where the cell shows something else: nobody copied that", () => {
    const [fact] = factsOn(liveWith({ C11: "=SUM(C7:C10) -> 701" }), TEXT);
    expect([a1(fact!.figure.at), fact!.count, fact!.wrong]).toEqual(["C11", 711, undefined]);
  });

  it("is told once by two texts", () => {
    expect(factsOn(reportWith(), TEXT, TEXT)).toHaveLength(8);
  });
});
