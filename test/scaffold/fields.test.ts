import { COMMON_FIELDS, FIELD_CATALOGUE, fieldsFromText, findField } from "../../src/forms/fields";

describe("the catalogue of fields", () => {
  it("holds 52 different names", () => {
    expect(FIELD_CATALOGUE).toHaveLength(52);
    expect(new Set(FIELD_CATALOGUE.map(({ name }) => name)).size).toBe(52);
    expect(COMMON_FIELDS).toHaveLength(7);
  });

  it("never takes one field for another", () => {
    for (const field of FIELD_CATALOGUE) {
      for (const words of [field.name, field.label, ...field.aliases]) expect(findField(words)).toBe(field);
    }
  });

  it.each([
    ["Lĩnh vực TĐ-KT", "Thi đua, khen thưởng"],
    ["TĐKT", "Thi đua, khen thưởng"],
    ["Lĩnh vực BTXH", "Bảo trợ xã hội"],
    ["NCC", "Người có công"],
    ["Lĩnh Vực phòng chống thiên tai", "Phòng, chống thiên tai"],
    ["Tiếp dân và xử lý đơn thư", "Tiếp công dân và xử lý đơn thư"],
    ["Lĩnh vực Dân số - KHHGD", "Dân số - Kế hoạch hóa gia đình"],
  ])("knows %s for %s", (words, name) => {
    expect(findField(words)?.name).toBe(name);
  });
});

describe("the user's own list", () => {
  it("is read without numbers, marks and empty lines", () => {
    const list = fieldsFromText("1. Hộ tịch\r\n\n  02) Chứng thực  \n- Đất đai\n• Người có công\n4\tLĩnh vực Văn hóa\t12\t0\n5 Y tế\n6.Lâm nghiệp");
    expect(list.labels).toEqual(["Hộ tịch", "Chứng thực", "Đất đai", "Người có công", "Lĩnh vực Văn hóa", "Y tế", "Lâm nghiệp"]);
    expect(list.duplicates).toEqual([]);
  });

  it("keeps the user's words and reports a field named twice, by its abbreviation too", () => {
    const list = fieldsFromText("BTXH\nHộ tịch\nLĩnh vực Bảo trợ xã hội\nlĩnh vực hộ tịch");
    expect(list.labels).toEqual(["BTXH", "Hộ tịch"]);
    expect(list.duplicates).toEqual([
      { label: "Lĩnh vực Bảo trợ xã hội", line: 3, firstLine: 1 },
      { label: "lĩnh vực hộ tịch", line: 4, firstLine: 2 },
    ]);
  });

  it("of nothing is empty", () => {
    expect(fieldsFromText(" \n\t\n12\n").labels).toEqual([]);
  });
});
