import { fold, foldTight } from "../../src/core/sheet/fold";

describe("a folded text", () => {
  it.each([
    ["Số lượng\n hồ sơ  TIẾP NHẬN ", "so luong ho so tiep nhan"],
    ["Đúng hạn", "dung han"],
    ["ĐẤT ĐAI", "dat dai"],
    ["Lĩnh\u00a0vực\tgiải\u2028quyết", "linh vuc giai quyet"],
    ["Ưu tiên, ưỡn ẹo", "uu tien, uon eo"],
    ["", ""],
    [" \n ", ""],
  ])("%j is %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("is the same for composed and decomposed letters", () => {
    const text = "Tỷ lệ đúng hẹn của Trung tâm Phục vụ hành chính công";
    expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
  });
});

describe("a tightly folded text", () => {
  it.each([
    ["ST T", "STT"],
    ["-Tổng-", "Tổng"],
    ["TỔNG CỘNG:", "tổng  cộng"],
    ["Trực tiếp, dịch vụ\nbưu chính", "Trực tiếp dịch vụ bưu chính"],
  ])("makes %j and %j meet", (one, other) => {
    expect(foldTight(one)).toBe(foldTight(other));
  });

  it("keeps words apart that differ in a letter or digit", () => {
    expect(foldTight("Trong kỳ")).not.toBe(foldTight("Trong kỳ 2"));
    expect(foldTight("--")).toBe("");
  });
});
