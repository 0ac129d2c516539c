import { decoded, drawsCapitals, encodingOfFont, isSyllable, testimonyOf } from "../../src/core/words/oldEncoding";

describe("texts of old encodings", () => {
  it.each([
    ["TCVN3", "Sè l­îng hå s¬ tiÕp nhËn", "Số lượng hồ sơ tiếp nhận"],
    ["TCVN3", "§óng h¹n; Kú b¸o c¸o: Quý II/N¨m 2024", "Đúng hạn; Kỳ báo cáo: Quý II/Năm 2024"],
    ["TCVN3", "Trùc tiÕp, dÞch vô b­u chÝnh", "Trực tiếp, dịch vụ bưu chính"],
    ["VNI", "Soá löôïng hoà sô tieáp nhaän", "Số lượng hồ sơ tiếp nhận"],
    ["VNI", "Ñuùng haïn; Kyø baùo caùo; TOÅNG COÄNG", "Đúng hạn; Kỳ báo cáo; TỔNG CỘNG"],
    ["VNI", "Tröïc tieáp, dòch vuï böu chính", "Trực tiếp, dịch vụ bưu chính"],
    ["VNI", "Ủy ban phöôøng, Lónh vöïc", "Ủy ban phường, Lĩnh vực"],
  ] as const)("%s: %s", (encoding, text, unicode) => expect(decoded(text, encoding)).toBe(unicode));

  it.each([
    [".VnTime", "TCVN3", false],
    [".VnArialH", "TCVN3", true],
    ["VNI-Times", "VNI", false],
    ["Times New Roman", undefined, false],
    ["Vnunicode", undefined, false],
    [undefined, undefined, false],
  ] as const)("are known by the font %s", (font, encoding, capitals) => expect([encodingOfFont(font), drawsCapitals(font)]).toEqual([encoding, capitals]));

  it("are heard where they are syllables only once decoded", () => {
    expect(testimonyOf("Sè l­îng hå s¬", "TCVN3")).toEqual({ words: 4, asWritten: 1, decoded: 4 });
    expect(testimonyOf("löôïng hoà sô", "VNI")).toMatchObject({ words: 3, decoded: 3 });
  });

  it.each(["Các xã và thị trấn", "Số lượng hồ sơ", "Số lượng hồ sơ".normalize("NFD"), "naïve café, Zürich", "Préfecture des Côtes", "m² × 5 µ", "Total 2024", "1.652"])("%s speaks for none", (text) => {
    for (const encoding of ["TCVN3", "VNI"] as const) {
      const { asWritten, decoded: read, words } = testimonyOf(text, encoding);
      expect(read > asWritten && read === words).toBe(false);
    }
  });
});

describe("a syllable", () => {
  it.each("nghiệp quyển khuyến người giải uỷ hoà khoẻ xuyên yêu được ngoằng gì quốc".split(" "))("%s", (word) => expect(isSyllable(word)).toBe(true));
  it.each("cỏc cảch qualitộ strung aìb nghiễp café".split(" "))("%s is none", (word) => expect(isSyllable(word)).toBe(false));
});
