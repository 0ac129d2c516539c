import { readTables } from "../../src/core/table/readTables";
import type { TableAsRead } from "../../src/core/table/TableAsRead";
import { columnsOf, drawn, placeOf, rowsRead, textsOf } from "../fixtures/drawnTable";

/** The only table on a sheet that is drawn so. */
function only(text: string): TableAsRead {
  const tables = readTables(drawn(text));
  expect(tables).toHaveLength(1);
  return tables[0]!;
}

describe("the header of a table", () => {
  it("may be one row, without groups or numbers", () => {
    const table = only(`
      Danh sách cơ sở in ấn
      TT | Tên cơ sở | Số máy | Doanh thu
      1 | In Hoa Sen | 4 | 120
      2 | In Bình Minh | 2 | 75
    `);
    expect(placeOf(table)).toBe("A2:D4, header 2–2");
    expect(columnsOf(table)).toEqual(["A TT", "B Tên cơ sở", "C Số máy", "D Doanh thu"]);
    expect([table.ordinalColumn, table.labelColumn]).toEqual([0, 1]);
  });

  it("may be three rows, as Word gives them: a group over the blank cells right of it that have words below", () => {
    const table = only(`
      STT | Tên trường | Học sinh    |     |    | Giáo viên | Ghi chú
          |            | Tổng số | Chia ra |    | |
          |            |         | Nam | Nữ | |
      1 | Tiểu học Lê Lợi | 310 | 160 | 150 | 18 |
      2 | Tiểu học Kim Đồng | 250 | 120 | 130 | 15 | mới sáp nhập
    `);
    expect(placeOf(table)).toBe("A1:G5, header 1–3");
    expect(columnsOf(table)).toEqual([
      "A STT", "B Tên trường", "C Học sinh › Tổng số", "D Học sinh › Chia ra › Nam", "E Học sinh › Chia ra › Nữ", "F Giáo viên", "G Ghi chú",
    ]); // prettier-ignore
  });

  it("may be five rows and a numbering row; the same words of two groups stay two labels", () => {
    const table = only(`
      STT | Loại rừng | Diện tích |  |  |  |  |
          |           | Đầu kỳ | Cuối kỳ | | | |
          |           |        | Tổng số | Chia theo chủ quản lý | | |
          |           |        |         | Nhà nước | | Tư nhân |
          |           |        |         | Tổng số | Ban quản lý | Tổng số | Hộ gia đình
      A | B | 1 | 2=3+5 | 3 | 4 | 5 | 6
      1 | Đặc dụng | 120 | 125 | 100 | 90 | 25 | 20
    `);
    expect(placeOf(table)).toBe("A1:H7, header 1–6, numbered 6");
    expect(columnsOf(table)).toEqual([
      "A A STT",
      "B B Loại rừng",
      "C 1 Diện tích › Đầu kỳ",
      "D 2=3+5 Diện tích › Cuối kỳ › Tổng số",
      "E 3 Diện tích › Cuối kỳ › Chia theo chủ quản lý › Nhà nước › Tổng số",
      "F 4 Diện tích › Cuối kỳ › Chia theo chủ quản lý › Nhà nước › Ban quản lý",
      "G 5 Diện tích › Cuối kỳ › Chia theo chủ quản lý › Tư nhân › Tổng số",
      "H 6 Diện tích › Cuối kỳ › Chia theo chủ quản lý › Tư nhân › Hộ gia đình",
    ]);
    const [state, own] = [table.columns[4]!, table.columns[6]!].map(({ path }) => path.at(-1)!);
    expect([state!.text === own!.text, state === own]).toEqual([true, false]);
  });

  it("takes merged cells at their word where a file gives them", () => {
    const sheet = drawn(`
      STT | Đơn vị | Vốn | chữ cũ | Nợ
      A | B | 1 | 2 | 3
      1 | Xã An | 5 | 6 | 7
    `);
    const [table] = readTables({ ...sheet, merges: [{ top: 0, bottom: 0, left: 2, right: 3 }] });
    expect(columnsOf(table!)).toEqual(["A A STT", "B B Đơn vị", "C 1 Vốn", "D 2 Vốn", "E 3 Nợ"]);
  });

  it("may stand below names of groups that are printed above the word STT", () => {
    const table = only(`
          |        | Tiếp nhận | | Giải quyết |
      STT | Đơn vị | Mới | Cũ | Đúng hạn | Trễ hạn
      1 | Xã An | 5 | 1 | 4 | 0
      2 | Xã Bình | 3 | 0 | 3 | 0
    `);
    expect(placeOf(table)).toBe("A1:F4, header 1–2");
    expect(columnsOf(table)).toEqual(["A STT", "B Đơn vị", "C Tiếp nhận › Mới", "D Tiếp nhận › Cũ", "E Giải quyết › Đúng hạn", "F Giải quyết › Trễ hạn"]);
  });

  it("may head columns with years, which are no figures", () => {
    expect(columnsOf(only("Chỉ tiêu | 2023 | 2024\nDân số | 9100 | 9250\nSố hộ | 2300 | 2340"))).toEqual(["A Chỉ tiêu", "B 2023", "C 2024"]);
  });

  it("is no letterhead, no field above the table and no signature", () => {
    const table = only(`
      UBND HUYỆN A | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Biểu số 03/TK | Kết quả trồng cây | Đơn vị báo cáo: Phòng Nông nghiệp
      Số xã: | 12
      | | Đơn vị tính: cây
      STT | Xã | Số cây
      1 | An | 500
      2 | Bình | 700
      | NGƯỜI LẬP BIỂU | THỦ TRƯỞNG ĐƠN VỊ
      | Nguyễn Văn A | Trần Thị B
    `);
    expect(placeOf(table)).toBe("A5:C7, header 5–5");
    expect(textsOf(table.above)).toEqual([
      "UBND HUYỆN A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Biểu số 03/TK", "Kết quả trồng cây", "Đơn vị báo cáo: Phòng Nông nghiệp", "Số xã:", "Đơn vị tính: cây",
    ]); // prettier-ignore
    expect(table.above[5]!.beside!.cell.value).toEqual({ kind: "number", number: 12 });
    expect(textsOf(table.below)).toEqual(["NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ", "Nguyễn Văn A", "Trần Thị B"]);
  });
});

describe("the numbering row", () => {
  const marks = (row: string): readonly (string | undefined)[] =>
    only(`STT | Xã | Tổng | Lúa | Ngô | Sắn\n${row}\n1 | An | 60 | 30 | 20 | 10\n2 | Bình | 6 | 3 | 2 | 1`).columns.map(({ mark }) => mark);

  it.each([
    ["with what columns add up", "(1) | (2) | (3)=(4)+(5)+(6) | (4) | (5) | (6)", ["(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)"]],
    ["that Excel made negative", "-1 | -2 | (3)=(4)+…+(6) | -4 | -5 | -6", ["(1)", "(2)", "(3)=(4)+…+(6)", "(4)", "(5)", "(6)"]],
    ["with letters over the first columns", "A | B | 1=2+3+4 | 2 | 3 | 4", ["A", "B", "1=2+3+4", "2", "3", "4"]],
    ["in bare numbers", "1 | 2 | 3 | 4 | 5 | 6", ["1", "2", "3", "4", "5", "6"]],
    ["with parts of a number", "1 | 2 | 3 | 3a | 3b | 4=3/2", ["1", "2", "3", "3a", "3b", "4=3/2"]],
    ["not over every column", "| | (1) | (2) | (3) | (4)", [undefined, undefined, "(1)", "(2)", "(3)", "(4)"]],
  ])("%s is kept as printed", (_, row, expected) => expect(marks(row)).toEqual(expected));

  it.each([
    ["a line of figures that go up", "1 | An | 3 | 4 | 5 | 6"],
    ["a line that begins a list", "1 | An | 1 | 2 | 3 | 4"],
    ["codes", "01 | Xã Bắc | 02 | 03 | 04 | 05"],
  ])("is not %s", (_, row) => {
    const table = only(`STT | Xã | Tổng | Lúa | Ngô | Sắn\n${row}\n2 | Bình | 6 | 3 | 2 | 1`);
    expect([table.numberingRow, table.rows.length]).toEqual([undefined, 2]);
  });

  it("may be followed by a second one that says where figures come from", () => {
    const table = only("STT | Xã | Tổng | Lúa | Ngô\n1 | 2 | 3=4+5 | 4 | 5\nA | B | (1) | (2) | (3)\n1 | An | 50 | 30 | 20");
    expect([placeOf(table), table.rows.length]).toEqual(["A1:E4, header 1–3, numbered 2", 1]);
  });

  it("of a template is found over columns still without a line", () => {
    expect(placeOf(only("STT | Xã | Tổng | Lúa\n(1) | (2) | (3) | (4)"))).toBe("A1:D2, header 1–2, numbered 2");
  });
});

describe("rows", () => {
  it("lie as deep as their ordinals: I, 1, 1.1, a", () => {
    const table = only(`
      STT | Tiêu chí | Điểm tối đa | Điểm đạt
      I   | Cải cách thể chế | 10 | 8
      1   | Ban hành văn bản | 6 | 5
      "1.1" | Đúng hạn | 4 | 3
      a)  | Nghị quyết | 2 | 2
      "1.2" | Đúng trình tự | 2 | 2
      2   | Rà soát | 4 | 3
      II  | Cải cách thủ tục | 5 | 5
          | Cộng | 15 | 13
    `);
    expect(rowsRead(table)).toEqual([
      "0 section I Cải cách thể chế", "1 1 Ban hành văn bản", "2 1.1 Đúng hạn", "3 a) Nghị quyết", "2 1.2 Đúng trình tự", "1 2 Rà soát", "0 section II Cải cách thủ tục", "sum Cộng",
    ]); // prettier-ignore
  });

  it("keep the blanks before their names, and what is merged across the first columns is a name", () => {
    const table = only(`
      STT | Nghề | Số hộ
      1 | Mộc | 12
        | "   Trong đó: nữ" | 5
      Xã Bình
      1 | Rèn | 4
      TỔNG CỘNG | | 16
    `);
    expect(rowsRead(table)).toEqual(["0 1 Mộc", "Trong đó: nữ", "Xã Bình", "0 1 Rèn", "total TỔNG CỘNG"]);
    expect(table.rows.map(({ indent }) => indent)).toEqual([0, 3, 0, 0, 0]);
    expect(table.rows[2]!.labelAt).toEqual({ row: 3, column: 0 });
  });

  it("may begin with the total, and end with it in each section", () => {
    const first = only("STT | Xã | Số cây\n | Tổng số | 12\n1 | An | 5\n2 | Bình | 7");
    expect(rowsRead(first)).toEqual(["total Tổng số", "0 1 An", "0 2 Bình"]);
    const sections = only("STT | Xã | Số cây\nI | Vùng cao | \n1 | An | 5\n | Tổng | 5\nII | Vùng thấp |\n1 | Bình | 7\n | Tổng | 7\n | Tổng cộng | 12\n | Trồng lại | 3");
    expect(rowsRead(sections)).toEqual(["0 section I Vùng cao", "1 1 An", "total Tổng", "0 section II Vùng thấp", "1 1 Bình", "total Tổng", "total Tổng cộng"]);
  });

  it("of words and dates are rows, too, and codes number none", () => {
    const table = only(`
      STT | Mã hồ sơ | Người nộp | Ngày nhận | Kết quả
      1 | H12.34-0001 | Lê Văn Tám | 02/01/2024 | Đã trả
      2 | H12.34-0002 | Võ Thị Sáu | 05/01/2024 | Đang xử lý
    `);
    expect([table.ordinalColumn, table.labelColumn, rowsRead(table)]).toEqual([0, 2, ["0 1 Lê Văn Tám", "0 2 Võ Thị Sáu"]]);
  });

  it("of figures alone have no names", () => {
    const table = only("Rất hài lòng | Hài lòng | Bình thường | Không hài lòng\n78.6 | 21.4 | 0 | 0");
    expect([table.ordinalColumn, table.labelColumn, table.rows.length]).toEqual([undefined, undefined, 1]);
  });

  it("go on below the head of the next page, printed whole", () => {
    const head = `
      Biểu số 07/TH
      TÌNH HÌNH, KẾT QUẢ TRỒNG RỪNG
      (Từ ngày 01/01/2024 đến ngày 31/3/2024)
      STT | Xã | Diện tích |
          |    | Trồng mới | Chăm sóc
      (1) | (2) | (3) | (4)`;
    const table = only(`${head}
      1 | An | 5 | 6
      2 | Bình | 7 | 8
      | | 2 |
      ${head}
      3 | Chí | 9 | 10
      | Tổng cộng | 21 | 24`);
    expect(rowsRead(table)).toEqual(["0 1 An", "0 2 Bình", "0 3 Chí", "total Tổng cộng"]);
  });
});

it("the mark of a form printed in the middle, on the next page, is no row", () => {
  expect(rowsRead(only("STT | Xã | Số cây\n1 | An | 5\nBiểu số 07/TH\n2 | Bình | 7\n | Tổng cộng | 12"))).toEqual(["0 1 An", "0 2 Bình", "total Tổng cộng"]);
});

describe("several tables on a sheet", () => {
  it("one below the other, each with the texts above it", () => {
    const tables = readTables(
      drawn(`
      Bảng 1. Trồng trọt
      STT | Cây | Diện tích
      1 | Lúa | 40
      2 | Ngô | 25

      Bảng 2. Chăn nuôi
      STT | Con | Số đầu | Sản lượng
      1 | Bò | 300 | 12
      Nguồn: Phòng Nông nghiệp
    `),
    );
    expect(tables.map(placeOf)).toEqual(["A2:C4, header 2–2", "A7:D8, header 7–7"]);
    expect(tables.map(({ above, below }) => [textsOf(above), textsOf(below)])).toEqual([
      [["Bảng 1. Trồng trọt"], ["Bảng 2. Chăn nuôi"]],
      [["Bảng 2. Chăn nuôi"], ["Nguồn: Phòng Nông nghiệp"]],
    ]);
  });

  it("side by side under the same rows, with an empty column between or none", () => {
    for (const gap of [" | ", ""]) {
      const tables = readTables(
        drawn(`
        Kết quả năm 2024
        Thu | | ${gap} | Chi
        STT | Khoản thu | Số tiền ${gap} | STT | Khoản chi | Số tiền
        1 | Phí | 30 ${gap} | 1 | Lương | 25
        2 | Lệ phí | 10 ${gap} |
      `),
      );
      expect(tables.map(columnsOf)).toEqual([
        ["A STT", "B Khoản thu", "C Số tiền"],
        gap ? ["E STT", "F Khoản chi", "G Số tiền"] : ["D STT", "E Khoản chi", "F Số tiền"],
      ]);
      expect(tables.map((table) => rowsRead(table))).toEqual([["0 1 Phí", "0 2 Lệ phí"], ["0 1 Lương"]]);
      expect(tables.map(({ above }) => textsOf(above))).toEqual([["Kết quả năm 2024", "Thu"], ["Kết quả năm 2024", "Chi"]]);
    }
  });

  it("side by side, the second further down", () => {
    const tables = readTables(
      drawn(`
      STT | Thôn | Số hộ
      1 | Đông | 30 | | STT | Tổ | Số hộ
      2 | Tây | 20 | | 1 | Một | 12
      3 | Nam | 10 | | 2 | Hai | 8
    `),
    );
    expect(tables.map(placeOf)).toEqual(["A1:C4, header 1–1", "E2:G4, header 2–2"]);
  });

  it("none on a sheet of prose, and none that is empty", () => {
    expect(readTables(drawn("BÁO CÁO\nI. Tình hình\nTrong quý, tiếp nhận 12 hồ sơ.\nII. Kiến nghị\nKhông"))).toEqual([]);
    expect(readTables(drawn(""))).toEqual([]);
  });
});
