import { statedFigures } from "../fixtures/atOnce";
import type { StatedFigure } from "../../src/core/stated/StatedFigure";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";

/** "received 96", "received 54 of lĩnh vực Hộ tịch", "received 300 of a part" */
const say = ({ quantity, count, scope }: StatedFigure): string => `${quantity} ${count}${scope.kind === "whole" ? "" : scope.kind === "part" ? " of a part" : ` of ${scope.name}`}`;
const read = (text: string): readonly string[] => statedFigures(text, VOCABULARY).map(say);
const wholes = (text: string): readonly string[] => statedFigures(text, VOCABULARY).flatMap((figure) => (figure.scope.kind === "part" ? [] : [say(figure)]));

describe("what localities write of their files", () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      "a total that only heads its parts",
      "- Tổng số hồ sơ đã tiếp nhận trong kỳ, trong đó: Số mới tiếp nhận: 1.652 (trực tuyến: 1640, trực tiếp, bưu chính: 12); từ kỳ trước chuyển sang: 0.",
      ["receivedInPeriod 1652", "online 1640", "inPerson 12", "carriedOver 0"],
    ],
    [
      "received and resolved in one breath, with short words",
      "Trong quý I.2024, UBND phường đã tiếp nhận và giải quyết 96 hồ sơ tại Bộ phận Một cửa. Trong đó đã giải quyết trước hạn: 74HS (đạt 77%); đúng hạn 22 HS (đạt 23%); quá hạn 00 hồ sơ.",
      ["received 96", "resolved 96", "early 74", "onTime 22", "late 0"],
    ],
    [
      "fields after the totals, one divided further",
      "UBND xã đã tiếp nhận 96 hồ sơ. Trong đó, lĩnh vực Hộ tịch 54 hồ sơ, lĩnh vực Phòng, chống tệ nạn xã hội 42 hồ sơ (trực tuyến 33HS; điện tử 09 HS).",
      ["received 96", "received 54 of lĩnh vực Hộ tịch", "received 42 of lĩnh vực Phòng, chống tệ nạn xã hội"],
    ],
    [
      "on time meaning all that is not late",
      "Tổng số hồ sơ trong quý tiếp nhận là 3.133 hồ sơ (tiếp nhận mới 2.777 hồ sơ, số kỳ trước chuyển sang là 356 hồ sơ). Giải quyết 2.637 hồ sơ (đúng hạn 2.463 hồ sơ, trễ hạn 174 hồ sơ), 106 hồ sơ dừng xử lý và người dân rút. Tồn 390 hồ sơ (chưa đến hạn 279 hồ sơ, quá hạn 111 hồ sơ). Tỷ lệ đúng hẹn đạt: 91%.",
      ["received 3133", "receivedInPeriod 2777", "carriedOver 356", "resolved 2637", "notLate 2463", "late 174", "withdrawn 106", "pending 390", "pendingOnTime 279", "pendingLate 111"],
    ],
    ["on time that does not add up with what is late, and is left alone", "Tổng số hồ sơ tiếp nhận là 90 hồ sơ. Đã giải quyết 80 hồ sơ (đúng hạn 60 hồ sơ, trễ hạn 5 hồ sơ).", ["received 90", "resolved 80", "late 5"]],
    ["counts before their words", "Tổng số hồ sơ tiếp nhận: 100 hồ sơ, trong đó có 16 hồ sơ từ kỳ trước chuyển qua. Đã giải quyết 82 hồ sơ, trong đó 70 hồ sơ trước hạn, 10 hồ sơ đúng hạn, 2 hồ sơ quá hạn.", [
      "received 100", "carriedOver 16", "resolved 82", "early 70", "onTime 10", "late 2",
    ]],
    ["one bullet for each total", "- Tổng số hồ sơ đã tiếp nhận: 96 hồ sơ\n- Đã giải quyết: 90 hồ sơ\n- Đang giải quyết: 06 hồ sơ", ["received 96", "resolved 90", "pending 6"]],
    ["sub-bullets", "- Tổng số hồ sơ tiếp nhận: 96 hồ sơ, trong đó:\n+ Trực tuyến: 90 hồ sơ\n+ Trực tiếp và qua dịch vụ bưu chính công ích: 5 hồ sơ\n+ Từ kỳ trước chuyển qua: 1 hồ sơ", ["received 96", "online 90", "inPerson 5", "carriedOver 1"]],
    ["a period with nothing", "Trong quý II năm 2024, không phát sinh hồ sơ.", ["received 0", "resolved 0", "pending 0"]],
    ["nothing pending, nothing late", "Tổng số hồ sơ tiếp nhận là 5 hồ sơ. Giải quyết 5 hồ sơ (trước hạn 3 hồ sơ, đúng hạn 2 hồ sơ, không có hồ sơ quá hạn). Không có hồ sơ tồn.", [
      "received 5", "resolved 5", "early 3", "onTime 2", "late 0", "pending 0",
    ]],
    ["marked-up text, broken off at the end of printed lines", "**- Tổng số hồ sơ tiếp nhận** trong kỳ\nlà 3.133 hồ\nsơ (tiếp nhận mới\n\n2.777 hồ sơ). Giải quyết 2.637\nhồ sơ.", ["received 3133", "receivedInPeriod 2777", "resolved 2637"]],
    ["decomposed letters", "Tổng số hồ sơ đã tiếp nhận trong kỳ báo cáo: 85.".normalize("NFD"), ["received 85"]],
    ["letters that a scanner misread", "Tổng sô hồ sơ tỉếp nhận là 85 hô sơ.".replace("ỉ", "i"), ["received 85"]],
  ])("%s", (_, text, expected) => {
    expect(wholes(text)).toEqual(expected);
  });
});

describe("what is not a count of all files", () => {
  it.each([
    ["feedback, which is told in the same words", "- Số mới tiếp nhận trong kỳ: 03; số từ kỳ trước chuyển sang: 03.\n- Tổng số đã giải quyết: 04; đang giải quyết: 02."],
    ["feedback under its own total", "Tổng số phản ánh, kiến nghị đã tiếp nhận trong kỳ báo cáo, trong đó: Số tiếp nhận mới trong kỳ: 0; số từ kỳ trước chuyển qua: 0."],
    ["files of one service", "Kết quả thực hiện dịch vụ công trực tuyến: Tiếp nhận và giải quyết trong kỳ được 1.646 hồ sơ, trong đó: Trực tuyến một phần: 695 hồ sơ."],
    ["files by post", "Từ đầu năm đến nay trả kết quả qua dịch vụ bưu chính công ích được: 07 hồ sơ."],
    ["files of one level", "- Số hồ sơ ngành dọc và cấp tỉnh: Tổng số hồ sơ trong quý tiếp nhận 8.504 hồ sơ (tiếp nhận mới 7.894 hồ sơ)."],
    ["files under a decision", "Thực hiện Quyết định số 1032/QĐ-UBND ngày 17/5/2021: đã tiếp nhận, giải quyết 1.652 hồ sơ, trong đó: Trước hạn: 1.642 hồ sơ."],
    ["files of one field", "Lĩnh vực đất đai: đã tiếp nhận 111 hồ sơ."],
    ["files that a word restricts", "Số hồ sơ đất đai đã tiếp nhận 12 hồ sơ. UBND xã đã tiếp nhận 45 hồ sơ chứng thực điện tử. UBND xã qua Cổng dịch vụ công đã tiếp nhận 30 hồ sơ."],
    ["files below a heading that restricts", "b) Kết quả giải quyết hồ sơ tại UBND các xã, phường:\n\nTổng số hồ sơ tiếp nhận là 5.227 hồ sơ."],
    ["shares", "Tiếp nhận 897/3.133 hồ sơ, đạt 28,63%. Tỷ lệ hồ sơ: 3.133/3.133 hồ sơ, đạt 100%. Tỷ lệ đúng hẹn đạt: 91%."],
    ["percentages and decimals", "Tổng số hồ sơ tiếp nhận đạt 95%. Tổng số hồ sơ đã tiếp nhận tăng 12,5% so với cùng kỳ. Tổng số hồ sơ tiếp nhận: 1,652."],
    ["procedures, areas, points", "Tổng số TTHC đã tiếp nhận: 219 thủ tục. Phòng tiếp nhận: 40m². Tiếp nhận hồ sơ: 2/2 điểm."],
    ["nothing of one decision", "+ Danh mục TTHC liên thông (Quyết định: 3012/QĐ-UBND ngày 17/12/2021): Không phát sinh hồ sơ."],
    ["numbers of documents and dates", "Quyết định số 61/2018/NĐ-CP ngày 23/4/2018 về tiếp nhận hồ sơ số 12."],
    ["another period's", "Cùng kỳ năm trước đã tiếp nhận 80 hồ sơ."],
    ["dots to be filled in", "- Tổng số hồ sơ TTHC đã tiếp nhận trong kỳ báo cáo: ……, trong đó: số mới tiếp nhận trong kỳ: …… (trực tuyến: ……)."],
    ["words that only differ in their accents from harmless ones", "Tổng số hồ sơ tiếp nhận: 12 hồ sơ đất đai.\n\nTổng số hồ sơ tỉnh đã tiếp nhận: 12 hồ sơ."],
    ["ranges, and numbers that spaces part", "Tổng số hồ sơ tiếp nhận là 100-120 hồ sơ.\n\nTổng số hồ sơ tiếp nhận là 1 652 hồ sơ."],
    ["months, targets, refusals", "Tổng số hồ sơ tiếp nhận trong tháng 3 là 45 hồ sơ.\n\nChỉ tiêu: Tổng số hồ sơ tiếp nhận là 1.000 hồ sơ.\n\nSố hồ sơ không tiếp nhận: 5 hồ sơ."],
    ["running totals", "Lũy kế từ đầu năm, tổng số hồ sơ tiếp nhận là 900 hồ sơ.\n\nKỳ trước đã tiếp nhận 80 hồ sơ."],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(wholes(text)).toEqual([]);
  });

  it("keeps a part apart from the whole that was told before it", () => {
    const text = "Tổng số hồ sơ tiếp nhận là 100 hồ sơ. Đã giải quyết 90 hồ sơ; quá hạn 5 hồ sơ. Trong đó, hồ sơ đất đai quá hạn là 4 hồ sơ.";
    expect(read(text)).toEqual(["received 100", "resolved 90", "late 5"]);
  });

  it("leaves a number alone that two parts share, and a channel that the others do not complete", () => {
    expect(read("Tổng số hồ sơ tiếp nhận là 100 hồ sơ; đã giải quyết 90 hồ sơ, trong đó đúng hạn, trước hạn 88 hồ sơ, quá hạn 2 hồ sơ.")).toEqual(["received 100", "resolved 90", "late 2"]);
    expect(read("Tổng số hồ sơ tiếp nhận 100 hồ sơ, trực tuyến 80 hồ sơ, trực tiếp 15 hồ sơ, qua bưu chính 5 hồ sơ.")).toEqual(["received 100", "online 80"]);
    expect(read("Tổng số hồ sơ tiếp nhận 100 hồ sơ, trực tuyến 80 hồ sơ, trực tiếp 20 hồ sơ.")).toEqual(["received 100", "online 80", "inPerson 20"]);
    expect(read("Tổng số hồ sơ tiếp nhận 100 hồ sơ, trực tuyến mức độ 4: 80 hồ sơ, trực tiếp 20 hồ sơ.")).toEqual(["received 100"]);
  });

  it("tells two periods of one sentence apart", () => {
    const figures = statedFigures("Trong năm 2023, đơn vị tiếp nhận 1.200 hồ sơ; quý I năm 2024, đơn vị tiếp nhận 300 hồ sơ.", VOCABULARY);
    expect(figures.map(({ count, period }) => [count, period])).toEqual([
      [1200, { kind: "named", name: "year", year: 2023 }],
      [300, { kind: "named", name: "quarter-1", year: 2024 }],
    ]);
  });

  it("ends a list of fields where totals go on", () => {
    expect(read("Tổng số hồ sơ tiếp nhận: 100 hồ sơ, gồm: lĩnh vực Hộ tịch: 60 hồ sơ (quá hạn 2 hồ sơ); Chứng thực: 40 hồ sơ; đã giải quyết 80 hồ sơ.")).toEqual([
      "received 100",
      "received 60 of lĩnh vực Hộ tịch",
      "received 40 of Chứng thực",
      "resolved 80",
    ]);
  });

  it("does not carry a total over to a paragraph after others", () => {
    expect(read("- Tổng số hồ sơ tiếp nhận là 100 hồ sơ.\n\n- Về phản ánh, kiến nghị: không có.\n\n- Giải quyết 3 hồ sơ khiếu nại. Đang giải quyết: 2 hồ sơ.")).toEqual(["received 100"]);
  });
});

describe("what a figure knows of itself", () => {
  it("its words, and its place in the text", () => {
    const text = "Năm 2024, đơn vị đã tiếp nhận 1.652 hồ sơ tại Trung tâm Phục vụ hành chính công.";
    const [figure] = statedFigures(text, VOCABULARY);
    expect(figure!.words).toBe("đã tiếp nhận 1.652 hồ sơ");
    expect(text.slice(figure!.start, figure!.end)).toBe("1.652");
  });

  it.each([
    ["Từ ngày 15/12/2023 đến ngày 14/3/2024, ", { kind: "dates", period: { from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 3, day: 14 } } }],
    ["Từ 15/12/2023 - 14/3/2024, ", { kind: "dates", period: { from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 3, day: 14 } } }],
    ["Từ ngày 15 tháng 12 năm 2023 đến ngày 14 tháng 3 năm 2024, ", { kind: "dates", period: { from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 3, day: 14 } } }],
    ["Tính đến ngày 14/3/2024, ", { kind: "until", to: { year: 2024, month: 3, day: 14 } }],
    ["Quý I/2024, ", { kind: "named", name: "quarter-1", year: 2024 }],
    ["Trong 6 tháng đầu năm 2024, ", { kind: "named", name: "first-half", year: 2024 }],
    ["Năm 2024, ", { kind: "named", name: "year", year: 2024 }],
    ["Từ đầu năm đến nay, ", { kind: "other" }],
    ["Trong kỳ báo cáo, ", undefined],
    ["", undefined],
  ])("its period: “%s”", (opening, period) => {
    expect(statedFigures(`${opening}UBND xã đã tiếp nhận 12 hồ sơ.`, VOCABULARY)[0]!.period).toEqual(period);
  });

  it("the period of the whole report, where its sentence names none", () => {
    const text = "(Thời gian chốt số liệu từ ngày 15/12/2023 - 19/5/2024)\n\nTổng số hồ sơ đã tiếp nhận: 12 hồ sơ.";
    expect(statedFigures(text, VOCABULARY)[0]!.period).toEqual({ kind: "dates", period: { from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 5, day: 19 } } });
  });

  it("who received them", () => {
    expect(statedFigures("UBND phường 12 đã tiếp nhận 85 hồ sơ.", VOCABULARY)[0]!.unit).toBe("UBND phường 12");
  });
});

it("ten thousand lines of other prose are read in a moment and say nothing", () => {
  const line = "UBND thị trấn thực hiện tốt công tác tiếp nhận và trả kết quả đúng theo quy định, trong đó có 06 biểu mẫu theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.";
  expect(read(Array.from({ length: 10_000 }, () => line).join("\n\n"))).toEqual([]);
});
