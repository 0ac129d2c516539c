import type { Column, ColumnNode, Form, TableForm } from "../../src/core/form/Form";
import { plainText } from "../../src/core/sheet/Cell";
import { locate } from "../fixtures/locate";
import { meantUnits } from "../../src/core/figures/Reading";
import { rowSums } from "../../src/core/figures/derived";
import type { Table } from "../../src/core/figures/Table";
import { drawn } from "../fixtures/drawnTable";

const ordinal: Column = { key: "ordinal", header: "STT", kind: "ordinal" };
const named = (header: string): Column => ({ key: "name", header, kind: "label" });
const counted = (key: string, header: string): Column => ({ key, header, kind: { unit: "cây" } });

const layoutOf = (columns: readonly ColumnNode[], more: Partial<TableForm> = {}): TableForm => ({ key: "main", columns, rows: { each: "unit" }, ...more });

function formOf(title: string, ...tables: readonly [TableForm, ...TableForm[]]): Form {
  const id = title.toLowerCase();
  return { id, family: id, title, basis: "", from: "2024-01-01", grade: "C", note: { vi: "", en: "" }, tables };
}

/** The tables of a form on a sheet drawn as text. */
function tablesOf(form: Form, text: string): readonly Table[] {
  const { tables, why } = locate(drawn(text), [form]);
  if (why) throw new Error(why.vi);
  return tables;
}

/** "line -1 2 Bình: 7 3": kind, section, ordinal, label, then key and figures of each row. */
const read = ({ rows }: Table): readonly string[] =>
  rows.map(({ kind, section, ordinal: number, label, key, figures }) => `${[kind, section, number, label, key].filter((word) => word !== undefined && word !== "").join(" ")}: ${figures.map(({ reading }) => meantUnits(reading)).join(" ")}`);

const planted = formOf("KẾT QUẢ TRỒNG CÂY", layoutOf([ordinal, named("Xã"), counted("all", "Tổng số cây"), counted("pine", "Cây thông"), counted("teak", "Cây tếch"), counted("acacia", "Cây keo")]));

it("a form without groups has its columns by their words, whatever stands beside them", () => {
  const [table] = tablesOf(
    planted,
    `
    KẾT QUẢ TRỒNG CÂY
    STT | Xã | Tổng số cây | Cây thông | Cây tếch | Cây keo | Ghi chú
    1 | An | 12 | 5 | 4 | 3 | đủ
    2 | Bình | 7 | 3 | 2 | 2 |
    `,
  );
  expect(table!.columns.map(({ column, at }) => [column.key, at])).toEqual([["all", 2], ["pine", 3], ["teak", 4], ["acacia", 5]]);
  expect(read(table!)).toEqual(["line -1 1 An: 12 5 4 3", "line -1 2 Bình: 7 3 2 2"]);
});

it("columns of words and dates are read beside the figures", () => {
  const dossiers = formOf(
    "DANH SÁCH HỒ SƠ TRỄ HẠN",
    layoutOf([ordinal, named("Người nộp"), { key: "code", header: "Mã hồ sơ", kind: "code" }, { key: "due", header: "Ngày hẹn trả", kind: "date" }, counted("days", "Số ngày trễ"), { key: "why", header: "Lý do", kind: "text" }]),
  );
  const [table] = tablesOf(
    dossiers,
    `
    DANH SÁCH HỒ SƠ TRỄ HẠN
    STT | Người nộp | Mã hồ sơ | Ngày hẹn trả | Số ngày trễ | Lý do
    1 | Lê Văn Tám | H12-0001 | 02/01/2024 | 3 | Chờ bổ sung
    2 | Võ Thị Sáu | H12-0002 | 05/01/2024 | 1 |
    `,
  );
  expect(table!.texts.map(({ column, at }) => [column.key, at])).toEqual([["code", 2], ["due", 3], ["why", 5]]);
  expect(table!.rows.map(({ label, texts, figures }) => [label, ...texts!.map(({ value }) => plainText(value)), meantUnits(figures[0]!.reading)])).toEqual([
    ["Lê Văn Tám", "H12-0001", "02/01/2024", "Chờ bổ sung", 3],
    ["Võ Thị Sáu", "H12-0002", "05/01/2024", "", 1],
  ]);
});

it("the total may be the first row, in the form's own words", () => {
  const first = { ...planted, tables: [{ ...planted.tables[0], foot: [{ labels: ["TOÀN HUYỆN"], at: "first" }] }] } as const satisfies Form;
  const [table] = tablesOf(
    first,
    `
    KẾT QUẢ TRỒNG CÂY
    STT | Xã | Tổng số cây | Cây thông | Cây tếch | Cây keo
    | Toàn huyện | 19 | 8 | 6 | 5
    1 | An | 12 | 5 | 4 | 3
    2 | Bình | 7 | 3 | 2 | 2
    `,
  );
  expect(read(table!)).toEqual(["total -1 Toàn huyện: 19 8 6 5", "line -1 1 An: 12 5 4 3", "line -1 2 Bình: 7 3 2 2"]);
});

it("sections may lie three levels deep, each with the sum of those in it", () => {
  const [table] = tablesOf(
    planted,
    `
    KẾT QUẢ TRỒNG CÂY
    STT | Xã | Tổng số cây | Cây thông | Cây tếch | Cây keo
    I | Vùng cao | 19 | 8 | 6 | 5
    1 | Cụm Bắc | 12 | 5 | 4 | 3
    "1.1" | An | 7 | 3 | 2 | 2
    "1.2" | Bình | 5 | 2 | 2 | 1
    2 | Cụm Nam | 7 | 3 | 2 | 2
    "2.1" | Chí | 7 | 3 | 2 | 2
    II | Vùng thấp | 4 | 4 | 0 | 0
    1 | Ven sông | 4 | 4 | 0 | 0
    "1.1" | Dân | 4 | 4 | 0 | 0
    | Tổng cộng | 23 | 12 | 6 | 5
    `,
  );
  expect(read(table!).map((row) => row.split(":")[0])).toEqual([
    "subtotal 0 I Vùng cao", "subtotal 1 1 Cụm Bắc", "line 1 1.1 An", "line 1 1.2 Bình", "subtotal 2 2 Cụm Nam", "line 2 2.1 Chí",
    "subtotal 3 II Vùng thấp", "subtotal 4 1 Ven sông", "line 4 1.1 Dân", "total -1 Tổng cộng",
  ]); // prettier-ignore
  expect(rowSums(table!).map(({ sum, parts }) => [sum.label, parts.map(({ label }) => label)])).toEqual([
    ["Vùng cao", ["Cụm Bắc", "Cụm Nam"]],
    ["Cụm Bắc", ["An", "Bình"]],
    ["Cụm Nam", ["Chí"]],
    ["Vùng thấp", ["Ven sông"]],
    ["Ven sông", ["Dân"]],
    ["Tổng cộng", ["Vùng cao", "Vùng thấp"]],
  ]);
});

it("a section closed by a row “Tổng” is not the end of the table", () => {
  const [table] = tablesOf(
    planted,
    `
    KẾT QUẢ TRỒNG CÂY
    STT | Xã | Tổng số cây | Cây thông | Cây tếch | Cây keo
    I | Vùng cao
    1 | An | 12 | 5 | 4 | 3
    | Tổng | 12 | 5 | 4 | 3
    II | Vùng thấp
    1 | Bình | 7 | 3 | 2 | 2
    | Tổng | 7 | 3 | 2 | 2
    | Tổng cộng | 19 | 8 | 6 | 5
    `,
  );
  expect(table!.rows.map(({ kind, section }) => `${kind} ${section}`)).toEqual(["section 0", "line 0", "subtotal 0", "section 1", "line 1", "subtotal 1", "total -1"]);
});

describe("two tables of a form", () => {
  const costs = layoutOf([ordinal, named("Khoản chi"), counted("planned", "Dự toán chi"), counted("spent", "Đã chi")], { key: "costs", caption: "Chi" });
  const income = layoutOf([ordinal, named("Khoản thu"), counted("due", "Phải thu"), counted("paid", "Đã thu")], { key: "income", caption: "Thu" });
  const budget = formOf("CÂN ĐỐI THU CHI", income, costs);

  it("may stand side by side, the shorter one with nothing below it", () => {
    const tables = tablesOf(
      budget,
      `
      CÂN ĐỐI THU CHI
      Thu | | | | | Chi
      STT | Khoản thu | Phải thu | Đã thu | | STT | Khoản chi | Dự toán chi | Đã chi
      1 | Phí | 30 | 25 | | 1 | Lương | 20 | 20
      2 | Lệ phí | 10 | 10 |
      `,
    );
    expect(tables.map(({ layout }) => layout.key)).toEqual(["income", "costs"]);
    expect(tables.map(read)).toEqual([["line -1 1 Phí: 30 25", "line -1 2 Lệ phí: 10 10"], ["line -1 1 Lương: 20 20"]]);
  });

  it("may stand one below the other, and share the head of the report", () => {
    const tables = tablesOf(
      budget,
      `
      UBND XÃ AN
      CÂN ĐỐI THU CHI
      (Từ ngày 01/01/2024 đến ngày 31/3/2024)
      Thu
      STT | Khoản thu | Phải thu | Đã thu
      1 | Phí | 30 | 25

      Chi
      STT | Khoản chi | Dự toán chi | Đã chi
      1 | Lương | 20 | 20
      `,
    );
    expect(tables.map(({ layout, unit, period }) => [layout.key, unit, period?.period.to.month])).toEqual([
      ["income", "UBND XÃ AN", 3],
      ["costs", "UBND XÃ AN", 3],
    ]);
  });
});

describe("lines that a form gives", () => {
  const lines = [
    { key: "green", ordinal: "1", label: "Tỷ lệ che phủ rừng" },
    { key: "water", ordinal: "2", label: "Tỷ lệ hộ dùng nước sạch", heading: true },
    { key: "town", ordinal: "2.1", label: "Tại thị trấn", variants: ["Ở thị trấn"] },
    { key: "village", ordinal: "2.2", label: "Tại các xã" },
  ];
  const share: Column = { key: "share", header: "Kết quả đạt được", kind: { unit: "%", decimals: 2 } };
  const goal: Column = { key: "goal", header: "Chỉ tiêu giao", kind: { unit: "%", decimals: 2 } };
  const goals = formOf("CHỈ TIÊU MÔI TRƯỜNG", layoutOf([ordinal, named("Tên chỉ tiêu"), goal, share], { rows: { lines } }));

  it("are known by their words, in other spelling and with a remark, and in order", () => {
    const [table] = tablesOf(
      goals,
      `
      CHỈ TIÊU MÔI TRƯỜNG
      STT | Tên chỉ tiêu | Chỉ tiêu giao | Kết quả đạt được
      1 | TỶ LỆ CHE PHỦ RỪNG (%) | "Tối thiểu 42" | "42,5%"
      2 | Tỷ lệ hộ dùng nước sạch
      "2.1" | Ở thị trấn | 95 | "98,75%"
      "2.2" | Tại các xã: | 80 | 81
      `,
    );
    expect(read(table!)).toEqual(["line -1 1 TỶ LỆ CHE PHỦ RỪNG (%) green: 4200 4250", "section 0 2 Tỷ lệ hộ dùng nước sạch water: 0 0", "line 0 2.1 Ở thị trấn town: 9500 9875", "line 0 2.2 Tại các xã: village: 8000 8100"]);
  });

  it("may be one without a name, as a row of shares alone", () => {
    const shares = ["Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng"].map((header, index): Column => ({ key: `s${index}`, header, kind: { unit: "%", decimals: 1 } }));
    const survey = formOf("MỨC ĐỘ HÀI LÒNG", layoutOf(shares, { rows: { lines: [{ key: "all", label: "" }] } }));
    const head = { fields: [{ key: "sheets", label: "Số phiếu khảo sát", kind: { unit: "phiếu" } }] };
    for (const ballots of ["Số phiếu khảo sát: 103", "Số phiếu khảo sát: | | 103"]) {
      const [table] = tablesOf({ ...survey, head }, `MỨC ĐỘ HÀI LÒNG\n${ballots}\nRất hài lòng | Hài lòng | Bình thường | Không hài lòng\n"78,6" | "21,4" | 0 | 0`);
      expect(read(table!)).toEqual(["line -1 all: 786 214 0 0"]);
      expect(meantUnits(table!.fields!.get("sheets")!.reading)).toBe(103);
    }
  });
});
