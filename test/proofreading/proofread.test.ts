import { proofread } from "../../src/core/proofreading/proofread";
import { reportText } from "../../src/core/proofreading/ReportText";
import { REPORT_WORDS } from "../../src/vocabulary/reportWords";

const read = (text: string) => proofread(reportText(text), REPORT_WORDS);

/** "error 25,01 → 25,25", finding by finding. */
const findings = (text: string): readonly string[] => read(text).findings.map(({ severity, stated, expected }) => `${severity} ${stated} → ${expected}`);
/** "ratio agrees", claim by claim. */
const claims = (text: string): readonly string[] => read(text).claims.map(({ kind, verdict }) => `${kind} ${verdict}`);
const figures = (text: string): readonly string[] => {
  const { text: report, figures: found } = read(text);
  return found.figures.map(({ kind, amount, start, end, noun }) => `${report.text.slice(start, end)}: ${kind} ${amount.low / 10_000}–${amount.high / 10_000}${noun === undefined ? "" : ` ${noun}`}`);
};

describe("figures", () => {
  it.each([
    ["Tiếp nhận 1.652 hồ sơ.", ["1.652: count 1652–1652 ho so"]],
    ["Tiếp nhận 4,52 ngàn hồ sơ.", ["4,52 ngàn: count 4515–4524.9999 ho so"]],
    ["đạt 57,56%", ["57,56: percent 57.555–57.5649"]],
    ["rút 08 hồ sơ, còn 00 hồ sơ", ["08: count 8–8 ho so", "00: count 0–0 ho so"]],
    ["đạt 1,8/2 điểm", ["1,8: score 1.75–1.8499 diem"]],
    ["thu 648.000đ", ["648.000: money 648000–648000 dong"]],
    ["có 24Ỏ TTHC/240 TTHC", ["24Ỏ: count 240–240 tthc"]],
    ["16 TTHC/02 lĩnh vực", ["16: count 16–16 tthc", "02: count 2–2 linh vuc"]],
  ])("%s", (text, expected) => expect(figures(text)).toEqual(expected));

  it.each([
    "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;",
    "Phú Mỹ, ngày 24 tháng 5 năm 2024",
    "Điều 13, khoản 2, Phụ lục 3, Chỉ số 4, mức độ 3, 4",
    "Quý I năm 2024, 6 tháng đầu năm 2024, tháng 9/2023, giai đoạn 2022-2025",
    "đường dây nóng 0944.594.088",
    "3. Công bố, công khai\n1.2. Rà soát",
    "thực hiện “4 tại chỗ”",
  ])("are not counted where they only refer: %s", (text) => expect(figures(text)).toEqual([]));

  it("stand where they stand in the text as handed over, composed or not", () => {
    const text = "Tổng số hồ sơ: 1.320/5.227 hồ sơ, đạt 25,01%.";
    for (const form of ["NFC", "NFD"] as const) {
      const given = text.normalize(form);
      const { text: report, findings: found } = read(given);
      expect(found.map(({ at }) => given.slice(...report.spanOf(at)))).toEqual(["25,01"]);
    }
  });

  it("that are no numbers are told as not read", () => expect(read("Tiếp nhận 1.65.2 hồ sơ.").figures).toMatchObject({ figures: [], unread: [{ why: "notation" }] }));
});

describe("sums", () => {
  const received = (online: number): string => `Số mới tiếp nhận trong kỳ: 1.652 hồ sơ (trực tuyến: ${online}, trực tiếp và qua dịch vụ bưu chính: 12).`;

  it("agree", () => expect(claims(received(1640))).toEqual(["sum agrees"]));
  it("differ, and the slip of the hand is to blame", () => expect(findings(received(1460))).toEqual(["error 1.460 → 1.640"]));
  it("of parts told after “trong đó” in the sentence that follows", () =>
    expect(findings("Đã giải quyết 96 hồ sơ. Trong đó giải quyết trước hạn: 74 hồ sơ; đúng hạn 23 hồ sơ; quá hạn 00 hồ sơ.")).toHaveLength(1));
  it("of a list", () => expect(findings("Đã tiếp nhận 1.640 hồ sơ trực tuyến, trong đó:\n\n+ Trực tuyến một phần: 695 hồ sơ\n\n+ Trực tuyến toàn trình: 951 hồ sơ")).toHaveLength(1));
  it("of rounded figures may be off by what was rounded", () =>
    expect(claims("Tiếp nhận 5,65 ngàn hồ sơ. Trong đó có 1,07 ngàn hồ sơ kỳ trước chuyển sang, tiếp nhận trực tiếp 3,19 ngàn hồ sơ, trực tuyến 1,25 ngàn hồ sơ, bưu chính 132 hồ sơ.")).toEqual(["sum agrees"]));
  it.each([
    ["some of the parts", "Công bố 415 TTHC (trong đó có 96 TTHC mới, 265 TTHC sửa đổi)."],
    ["parts that overlap", "Giải quyết 100 hồ sơ, trong đó 60 hồ sơ đất đai, 70 hồ sơ trực tuyến."],
    ["about so many", "Tiếp nhận gần 900 hồ sơ, trong đó có 40 hồ sơ một phần và gần 860 hồ sơ toàn trình."],
    ["examples in a row", "Các cơ quan có nhiều hồ sơ là Công an (590 hồ sơ), Sở Xây dựng (156 hồ sơ), Sở Y tế (209 hồ sơ)."],
  ])("are not asked of %s", (_, text) => expect(findings(text)).toEqual([]));
});

describe("shares", () => {
  it.each([
    ["of a fraction", "1.320/5.227 hồ sơ, đạt 25,25%", []],
    ["of a fraction, wrong", "1.320/5.227 hồ sơ, đạt 25,01%", ["error 25,01 → 25,25"]],
    ["before their fraction", "đạt 13,57% (33/240 TTHC)", ["error 13,57 → 13,75"]],
    ["cut off instead of rounded", "951/1.652 hồ sơ, đạt 57,56%", ["warning 57,56 → 57,57"]],
    ["of a part in its whole", "Đã giải quyết 904.298 hồ sơ, trong đó trả trước và đúng hạn 904.225 hồ sơ, đạt tỷ lệ 99,99%, quá hạn 73 hồ sơ, chiếm tỷ lệ 0,01%.", []],
    ["of a part in its whole, wrong", "Đã giải quyết 96 hồ sơ, trong đó trước hạn 74 hồ sơ (đạt 87%), đúng hạn 22 hồ sơ (đạt 23%).", ["error 87 → 77"]],
    ["of a base told elsewhere in the paragraph", "Có 4.169 hồ sơ đến hạn. Đã trả đúng hạn 4.157 hồ sơ (đạt 99,71%).", []],
    ["of a base told before, mistyped", "Tiếp nhận 14.101 hồ sơ. Đã trả kết quả đúng hạn 14.064 hồ sơ (đạt 79,74%).", ["error 79,74 → 99,74"]],
    ["of a base that may be another", "Tiếp nhận 14.101 hồ sơ. Đã trả kết quả đúng hạn 14.064 hồ sơ (đạt 96,31%).", []],
    ["of what the text does not tell", "Đã giải quyết đúng hạn 470.208 hồ sơ, đạt tỷ lệ 98,96%.", []],
    ["that are a growth", "Số hồ sơ tăng 6.844 hồ sơ (bằng 22%) so với cùng kỳ.", []],
  ])("%s", (_, text, expected) => expect(findings(text)).toEqual(expected));
});

describe("balances", () => {
  const story = (pending: number, withdrawn = ", 106 hồ sơ dừng xử lý và người dân rút"): string =>
    `Tổng số hồ sơ tiếp nhận là 3.133 hồ sơ. Giải quyết 2.637 hồ sơ${withdrawn}. Tồn ${pending} hồ sơ.`;

  it("hold with what was withdrawn", () => expect(claims(story(390))).toEqual(["balance agrees"]));
  it.each([
    [1358, ["balance agrees"]],
    [1538, ["balance differs"]],
  ])("hold for a total that only heads its parts: %d pending", (pending, expected) =>
    expect(claims(`Tổng số hồ sơ đã tiếp nhận, trong đó: Số mới tiếp nhận trong kỳ: 3.838; số từ kỳ trước chuyển qua: 1.247.\n\n- Số lượng hồ sơ đã giải quyết: 3.727.\n\n- Số lượng hồ sơ đang giải quyết: ${pending}.`)).toEqual(expected));
  it("leave alone what is yet to be resolved", () =>
    expect(findings("Tiếp nhận 512 hồ sơ; sau khi trừ 12 hồ sơ rút, còn 500 hồ sơ phải giải quyết. Hiện đang giải quyết 20 hồ sơ.")).toEqual([]));
  it("do not hold", () => expect(findings(story(930))).toEqual(["error 930 → 390"]));
  it("may lack what was withdrawn, where nothing says so", () => expect(findings(story(390, ""))).toEqual(["warning 3.133 → "]));
});

describe("parts of what was told before", () => {
  const late = (count: number): string => `Tồn 616 hồ sơ (chưa đến hạn 595 hồ sơ, quá hạn 21 hồ sơ). Trong đó, hồ sơ đất đai quá hạn là ${count} hồ sơ.`;
  it("are no greater", () => expect(findings(late(21))).toEqual([]));
  it("are greater", () => expect(findings(late(69))).toEqual(["error 69 → "]));
});

describe("points", () => {
  const points = (total: string): string => `Chỉ số 1: 1,8/2 điểm.\n\nChỉ số 2: 2/2 điểm.\n\nTổng điểm tự đánh giá là: ${total}/4 điểm`;
  it("add up", () => expect(findings(points("3,8"))).toEqual([]));
  it("do not", () => expect(findings(points("3,7"))).toEqual(["error 3,7 → 3,8"]));
  it("are at most what can be had", () => expect(findings("Chỉ số 1: 2,8/2 điểm.")).toEqual(["error 2,8 → "]));
});

describe("periods", () => {
  it.each([
    ["a regular quarter", "Từ ngày 15/3/2023 đến ngày 14/6/2023", []],
    ["a wrong year", "Từ ngày 15/3/2022 đến ngày 14/6/2023", ["error 15/3/2022 → 15/3/2023"]],
    ["the calendar's beginning with the cut-off's end", "Từ ngày 01/01/2024 đến ngày 14/03/2024", ["warning 01/01/2024 → 15/12/2023"]],
    ["a local period", "Từ ngày 15/12/2023 đến ngày 19/5/2024", []],
    ["a quarter no year has, told once", "Trong quý 11/2023. Kết quả quý 11/2023.", ["warning 11 → II"]],
    ["no quarter", "Kỳ báo cáo: Quý.../Năm 2024", ["warning ... → "]],
  ])("%s", (_, text, expected) => expect(findings(text)).toEqual(expected));
});

describe("citations", () => {
  it.each([
    ["right", "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ", []],
    ["of another code, told once", "Nghị định số 61/2018/QĐ-TTg ngày 23/4/2018; theo Nghị định số 61/2018/QĐ-TTg ngày 23/4/2018", ["error 61/2018/QĐ-TTg → 61/2018/NĐ-CP"]],
    ["of another day", "Nghị định số 61/2018/NĐ-CP ngày 24/4/2018", ["error 24/4/2018 → 23/4/2018"]],
    ["of another year", "Thông tư số 01/2021/TT-VPCP ngày 21/10/2021", ["error 01/2021/TT-VPCP → 01/2020/TT-VPCP"]],
    ["of other documents", "Nghị quyết số 61/2018/NQ-HĐND ngày 01/12/2018; Quyết định số 148/QĐ-UBND ngày 29/01/2023", []],
  ])("%s", (_, text, expected) => expect(findings(text)).toEqual(expected));
});

describe("figures told twice", () => {
  const twice = (first: number, second: number): string =>
    `1. Kết quả\n\nTrong kỳ đã tiếp nhận 1.652 hồ sơ (trực tuyến: ${first}, trực tiếp và qua dịch vụ bưu chính: 12).\n\n2. Dịch vụ công\n\nĐã tiếp nhận và giải quyết trực tuyến ${second} hồ sơ.`;

  it("agree", () => expect(claims(twice(1640, 1640))).toContain("restated agrees"));
  it("differ", () => expect(findings(twice(1640, 1646))).toEqual(["error 1.646 → 1.640"]));
  it("differ by a slip, where only the same words name them", () =>
    expect(findings("1. Cấp xã\n\n- TTHC ngành dọc đóng tại địa phương: 07 TTHC.\n\n2. Cấp xã\n\n- TTHC ngành dọc tại địa phương: 08 TTHC.")).toEqual(["error 8 → 7"]));
  it.each([
    ["of two periods", "Tháng 9/2021, Trung tâm tiếp nhận 4.131 hồ sơ.\n\nQuý III/2021, Trung tâm tiếp nhận 4.143 hồ sơ."],
    ["of two levels", "a) Bộ phận một cửa thành phố:\n\n- TTHC ngành dọc: 08 TTHC.\n\nb) Bộ phận một cửa cấp xã:\n\n- TTHC ngành dọc: 07 TTHC."],
    ["of two groups, each with words of its own", "- Hồ sơ ngành dọc: tiếp nhận 850 hồ sơ. Giải quyết 700 hồ sơ.\n\n- Hồ sơ cấp thành phố: tiếp nhận 950 hồ sơ. Giải quyết 800 hồ sơ."],
  ])("are left alone %s", (_, text) => expect(findings(text)).toEqual([]));

  it("as wholes of fractions: the mistyped one is told with the share that follows from it", () =>
    expect(findings("Tổng số tiếp nhận là 5.227 hồ sơ.\n\n- Trên Hệ thống: 5.277/5.277 hồ sơ, đạt 100%.\n\n+ Trực tuyến 685/5.227 hồ sơ, đạt 13,11%.\n\n+ Toàn trình 1.320/5.227 hồ sơ, đạt 25,01%.")).toEqual([
      "error 5.277 → 5.227",
    ]));
});

describe("what cannot be more than another", () => {
  const online = (count: number): string => `1. Kết quả\n\nĐã tiếp nhận 96 hồ sơ.\n\n2. Trực tuyến\n\nTổng số hồ sơ tiếp nhận qua dịch vụ công trực tuyến: ${count} hồ sơ.`;
  it("is not", () => expect(findings(online(90))).toEqual([]));
  it("is", () => expect(findings(online(102))).toEqual(["error 102 → "]));
});

describe("what is bounded by a plan", () => {
  it("is asked about where it is more", () =>
    expect(findings("- Tổng số TTHC cần rà soát, đơn giản hóa theo Kế hoạch: 06 TTHC.\n\n- Tổng số TTHC đã được rà soát, thông qua phương án đơn giản hóa: 68")).toEqual(["warning 68 → "]));
});
