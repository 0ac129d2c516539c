import { a1Range } from "../../src/core/sheet/Address";
import { meantUnits } from "../../src/core/figures/Reading";
import { rowSums } from "../../src/core/figures/derived";
import { totalRow, type Table } from "../../src/core/figures/Table";
import { addLeaves, FIELDS, HEADER, linesOf, REPORT, rowOf, sheetOf, tableIn, tablesIn, TITLE, totalOf, WORDS, type Cells, type Leaves } from "../fixtures/report";

/** "line 0 1 Đất đai 17": kind, section, ordinal, label and first figure of each row. */
const read = ({ rows }: Table): readonly string[] =>
  rows.map(({ kind, section, ordinal, label, figures }) => [kind, section, ordinal, label, meantUnits(figures[0]!.reading)].filter((word) => word !== "").join(" "));

const body = (rows: readonly Cells[]): Table => tableIn(sheetOf([...TITLE, ...HEADER, ...rows]));

const LINES = ["line -1 1 Chứng thực 360", "line -1 2 Hộ tịch 155", "line -1 3 Đất đai 150", "line -1 4 Bảo trợ xã hội 46"];
const EXPECTED = [...LINES, "total -1 TỔNG CỘNG TỔNG CỘNG 711"];

const LEAVES = FIELDS.map(([, leaves]) => leaves) as [Leaves, Leaves, Leaves, Leaves];
const ALL = addLeaves(LEAVES);

describe("the total row", () => {
  it.each([
    ["TỔNG CỘNG", ""],
    ["", "TỔNG CỘNG"],
    ["--", "-Tổng-"],
    ["", "Tổng số"],
    ["", "TỔNG SỐ"],
    ["", "Tổng"],
    ["", "Tổng cộng:"],
    ["", "TỔNG  CỘNG\n"],
    ["TỔNG CỘNG (I+II)", ""],
    ["", "Tổng số (1 + 2 + 3)"],
    ["", "Cộng"],
  ])("may be printed %j, %j", (ordinal, label) => {
    const table = body([...linesOf(), rowOf(ordinal, label, ALL)]);
    expect(table.rows.map(({ kind }) => kind)).toEqual(["line", "line", "line", "line", "total"]);
    expect(meantUnits(totalRow(table)!.figures[0]!.reading)).toBe(711);
  });

  it.each([
    ["TỔNG CỘNG TOÀN XÃ", ""],
    ["", "Tổng số hồ sơ"],
    ["", "Tổng cộng (4 lĩnh vực)"],
    ["", "Cộng toàn tỉnh"],
    ["TC", ""],
    ["", "Toàn xã"],
    ["", ""],
  ])("at the end may be named otherwise: %j, %j", (ordinal, label) => {
    const table = body([...linesOf(), rowOf(ordinal, label, ALL), [], ["", "NGƯỜI LẬP BIỂU"]]);
    expect(table.rows.map(({ kind }) => kind)).toEqual(["line", "line", "line", "line", "total"]);
  });

  it.each([
    ["a numbered field", rowOf("5", "Tổng số liệu", LEAVES[0])],
    ["a unit with a number", rowOf("5", "Toàn xã", LEAVES[1])],
    ["a unit that happens to be named so", rowOf("", "Tổng công ty Điện lực", LEAVES[0])],
    ["a field left unnumbered", rowOf("", "Tư pháp", LEAVES[0])],
  ])("is not %s at the end", (_, last) => {
    expect(body([...linesOf(), last]).rows.map(({ kind }) => kind)).toEqual(["line", "line", "line", "line", "line"]);
  });

  it("is no field whose name begins with the same word", () => {
    expect(read(body([rowOf("1", "Tổng hợp, thống kê", LEAVES[0]), rowOf("2", "Cộng đồng dân cư", LEAVES[1])]))).toEqual([
      "line -1 1 Tổng hợp, thống kê 360",
      "line -1 2 Cộng đồng dân cư 155",
    ]);
  });

  it("may be absent, or stand above the lines", () => {
    expect(read(body(linesOf()))).toEqual(LINES);
    expect(read(body([totalOf(), ...linesOf()]))).toEqual(["total -1 TỔNG CỘNG TỔNG CỘNG 711", ...LINES]);
  });
});

describe("what stands below the table", () => {
  it.each<readonly [string, readonly Cells[]]>([
    ["a signature block", [[], ["", "NGƯỜI LẬP BIỂU", "", "", "", "", "", "", "UBND phường Phú Sơn, ngày 14 tháng 3 năm 2024."], ["", "(Ký, ghi rõ họ, tên)", "", "", "", "", "", "", "KT.THỦ TRƯỞNG ĐƠN VỊ"], ["", "", "", "", "", "", "", "", "PHÓ CHỦ TỊCH"]]],
    ["a signature block without a blank row", [["NGƯỜI LẬP BIỂU", "", "", "", "", "", "", "", "THỦ TRƯỞNG ĐƠN VỊ"], [], [], ["Nguyễn Văn A"]]],
    ["a date alone", [["", "", "", "", "", "", "", "", "Phú Mỹ, ngày 24 tháng 5 năm 2024"]]],
    ["receivers", [["Nơi nhận:"], ["- Như trên;"], ["- Lưu: VT."]]],
    ["a note", [["Ghi chú: số liệu lấy từ Hệ thống thông tin giải quyết TTHC."]]],
    ["a footnote", [["* Số liệu lấy từ hệ thống"]]],
    ["other figures", [[], ["", "Số cuộc kiểm tra", "3", "2"]]],
  ])("%s is not part of it", (_, below) => {
    const table = body([...linesOf(), totalOf(), ...below]);
    expect(read(table)).toEqual(EXPECTED);
    expect(a1Range(table.range)).toBe("A3:M11");
    if (_ !== "other figures") expect(read(body([...linesOf(), ...below]))).toEqual(LINES);
  });

  it("after many blank rows is not part of it", () => {
    const blanks = Array.from({ length: 10 }, (): Cells => []);
    expect(read(body([...linesOf(), ...blanks, rowOf("5", "Khác", LEAVES[0])]))).toEqual(LINES);
  });
});

describe("rows in the middle", () => {
  it("may be blank", () => {
    const [first, second, ...rest] = linesOf();
    const table = body([first!, [], [], second!, [], ...rest, [], totalOf()]);
    expect(read(table)).toEqual(EXPECTED);
  });

  it("keep their place when their figures are not filled in yet", () => {
    const table = body([["1", "Chứng thực"], ["2", "Xác nhận hộ khẩu"], ["3", "Đơn vị tỉnh"], totalOf()]);
    expect(table.rows.map(({ kind, ordinal }) => [kind, ordinal])).toEqual([["line", "1"], ["line", "2"], ["line", "3"], ["total", "TỔNG CỘNG"]]);
  });

  it("with figures but no name are lines", () => {
    expect(read(body([...linesOf().slice(0, 1), rowOf("", "", LEAVES[1])]))).toEqual(["line -1 1 Chứng thực 360", "line -1 155"]);
  });

  it("may be units instead of fields", () => {
    const header = HEADER.map((line) => line.map((cell) => (cell === "Lĩnh vực giải quyết" ? "Đơn vị" : cell)));
    const rows = [rowOf("1", "UBND xã Phú Thọ", LEAVES[0]), rowOf("2", "Văn phòng HĐND và UBND", LEAVES[1]), rowOf("3", "Đơn vị sự nghiệp", LEAVES[2])];
    expect(read(tableIn(sheetOf([...TITLE, ...header, ...rows])))).toEqual(["line -1 1 UBND xã Phú Thọ 360", "line -1 2 Văn phòng HĐND và UBND 155", "line -1 3 Đơn vị sự nghiệp 150"]);
  });
});

describe("a page head printed again in the middle", () => {
  const head: readonly Cells[] = [
    ["Biểu số 06a/VPCP/KSTT", "", "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC", "", "", "", "", "", "UBND PHƯỜNG PHÚ SƠN"],
    ["Ban hành theo Thông tư số", "", "(Từ ngày 01/01/2024 đến ngày 14/03/2024 )"],
    ["01/2020/TT-VPCP ngày 21/10/2020"],
    [],
    ["", "", "", "", "", "", "", "", "", "", "Đơn vị tính: Số hồ sơ TTHC"],
  ];
  const motto: readonly Cells[] = [["UBND PHƯỜNG PHÚ SƠN", "", "", "", "", "", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["", "", "", "", "", "", "", "", "Độc lập - Tự do - Hạnh phúc"], ...head.slice(1)];

  it.each<readonly [string, readonly Cells[]]>([
    ["with the numbering row", HEADER],
    ["without the numbering row", WORDS],
    ["with mark and title", [...head, ...HEADER]],
    ["with mark and title, without the numbering row", [...head, ...WORDS]],
    ["with the national motto", [...motto, ...HEADER]],
    ["below a page number", [["", "", "", "", "", "", "2"], ...HEADER]],
    ["below a page number and blank rows", [[], ["", "", "", "", "", "", "2"], [], [], ...head, ...HEADER]],
  ])("%s is no row of the table", (_, again) => {
    const [first, second, ...rest] = linesOf();
    expect(read(body([first!, ...again, second!, ...again, ...rest, totalOf()]))).toEqual(EXPECTED);
    expect(read(body([totalOf(), first!, ...again, second!, ...rest]))).toEqual([EXPECTED.at(-1), ...LINES]);
  });

  it("may stand between the last line and the total", () => {
    expect(read(body([...linesOf(), ...head, ...HEADER, totalOf()]))).toEqual(EXPECTED);
  });

  it("may come right after a section's heading", () => {
    const rows: readonly Cells[] = [["I", "Cấp tỉnh"], ...linesOf().slice(0, 2), ["II", "Cấp xã"], ...head, ...HEADER, rowOf("1", "Đất đai", LEAVES[2])];
    expect(read(body(rows))).toEqual(["section 0 I Cấp tỉnh 0", "line 0 1 Chứng thực 360", "line 0 2 Hộ tịch 155", "section 1 II Cấp xã 0", "line 1 1 Đất đai 150"]);
  });

  it("is another table's when sections begin anew under it", () => {
    const rows: readonly Cells[] = [["I", "Cấp tỉnh"], ...linesOf().slice(0, 2)];
    const again: readonly Cells[] = [["I", "Cấp tỉnh"], rowOf("1", "Đất đai", LEAVES[2])];
    expect(tablesIn([...TITLE, ...HEADER, ...rows, ...head, ...HEADER, ...again])).toHaveLength(2);
  });

  it("is another table's when a total follows in a table that began with its total", () => {
    const rows: readonly Cells[] = [totalOf(), ...linesOf()];
    expect(tablesIn([...TITLE, ...HEADER, ...rows, [], ...HEADER, ...rows]).map(read)).toEqual([[EXPECTED.at(-1), ...LINES], [EXPECTED.at(-1), ...LINES]]);
  });

  it("is another table's when a signature block stands before it", () => {
    const tables = tablesIn([...TITLE, ...HEADER, ...linesOf(), ["NGƯỜI LẬP BIỂU"], [], ...head, ...HEADER, rowOf("5", "Khác", LEAVES[0])]);
    expect(tables.map(read)).toEqual([LINES, ["line -1 5 Khác 360"]]);
  });
});

describe("sections in other numbers", () => {
  const kinds = (rows: readonly Cells[]) => body(rows).rows.map(({ kind, section, ordinal }) => `${kind} ${section} ${ordinal}`);

  it("are lines counted below their own number, beside lines that stand alone", () => {
    const rows = [
      rowOf("1", "Sở Tư pháp", addLeaves([LEAVES[0], LEAVES[1]])), rowOf('"1.1"', "Chứng thực", LEAVES[0]), rowOf('"1.2"', "Hộ tịch", LEAVES[1]),
      rowOf("2.", "Sở Xây dựng", LEAVES[2]), rowOf('"2.1"', "Xây dựng", LEAVES[2]),
      rowOf("3", "Thanh tra", LEAVES[3]), totalOf(),
    ]; // prettier-ignore
    expect(kinds(rows)).toEqual(["subtotal 0 1", "line 0 1.1", "line 0 1.2", "subtotal 1 2.", "line 1 2.1", "line -1 3", "total -1 TỔNG CỘNG"]);
    expect(rowSums(body(rows)).map(({ parts }) => parts.length)).toEqual([2, 1, 3]);
  });

  it("stand under a part of the table, which adds them up", () => {
    const rows = [
      rowOf("A", "Cấp tỉnh", addLeaves([LEAVES[0], LEAVES[1]])), rowOf("I", "Sở Tư pháp", addLeaves([LEAVES[0], LEAVES[1]])), rowOf("1", "Chứng thực", LEAVES[0]), rowOf("2", "Hộ tịch", LEAVES[1]),
      rowOf("B", "Cấp xã", addLeaves([LEAVES[2], LEAVES[3]])), rowOf("I", "UBND xã", addLeaves([LEAVES[2], LEAVES[3]])), rowOf("1", "Đất đai", LEAVES[2]), rowOf("2", "Bảo trợ xã hội", LEAVES[3]), totalOf(),
    ]; // prettier-ignore
    expect(kinds(rows)).toEqual(["subtotal 0 A", "subtotal 1 I", "line 1 1", "line 1 2", "subtotal 2 B", "subtotal 3 I", "line 3 1", "line 3 2", "total -1 TỔNG CỘNG"]);
    expect(rowSums(body(rows)).map(({ parts }) => parts.length)).toEqual([1, 2, 1, 2, 2]);
  });

  it("are rows like any other where they follow one another without lines", () => {
    expect(kinds([rowOf("I", "Cấp tỉnh", LEAVES[0]), rowOf("II", "Cấp huyện", LEAVES[1]), rowOf("III", "Cấp xã", LEAVES[2]), totalOf(FIELDS.slice(0, 3))])).toEqual([
      "line -1 I", "line -1 II", "line -1 III", "total -1 TỔNG CỘNG",
    ]); // prettier-ignore
  });
});

describe("sections", () => {
  const [one, two, three, four] = LEAVES;
  const upper = [rowOf("1", "Đất đai", one), rowOf("2", "Xây dựng", two)];
  const lower = [rowOf("1", "Hộ tịch", three), rowOf("2", "Chứng thực", four)];
  const total = rowOf("", "TỔNG CỘNG", ALL);
  const parts = (table: Table) => rowSums(table).map(({ sum, parts: added }) => [sum.label, added.map(({ label }) => label)]);
  const lines = (section: number, names: readonly string[]) => names.map((name) => expect.stringMatching(new RegExp(`^line ${section} \\d ${name}`)));

  it.each<readonly [string, Cells, Cells]>([
    ["numbered with their figures", rowOf("I", "Sở ban ngành", addLeaves([one, two])), rowOf("II", "Xã, phường, thị trấn", addLeaves([three, four]))],
    ["on the national systems, with their figures", rowOf("I", "Trên Hệ thống các Bộ", addLeaves([one, two])), rowOf("II", "Trên Hệ thống thành phố", addLeaves([three, four]))],
    ["lettered with their figures", rowOf("A.", "Cấp tỉnh", addLeaves([one, two])), rowOf("B.", "Cấp xã", addLeaves([three, four]))],
    ["known by name with their figures", rowOf("", "Sở, ban, ngành", addLeaves([one, two])), rowOf("", "Xã, phường, thị trấn", addLeaves([three, four]))],
  ])("%s add up their lines", (_, first, second) => {
    const table = body([first, ...upper, second, ...lower, total]);
    expect(table.rows.map(({ kind }) => kind)).toEqual(["subtotal", "line", "line", "subtotal", "line", "line", "total"]);
    expect(parts(table)).toEqual([
      [first[1], ["Đất đai", "Xây dựng"]],
      [second[1], ["Hộ tịch", "Chứng thực"]],
      ["TỔNG CỘNG", [first[1], second[1]]],
    ]);
  });

  it.each<readonly [string, Cells, Cells]>([
    ["numbered", ["I", "Sở ban ngành"], ["II", "Xã, phường, thị trấn"]],
    ["known by name", ["", "Sở ban ngành"], ["", "Xã, phường, thị trấn"]],
    ["without number or known name", ["", "Cấp sở"], ["", "Cấp xã"]],
    ["merged across the first columns", ["I. Sở ban ngành"], ["II. Xã, phường, thị trấn"]],
    ["followed by a blank row", ["I", "Cấp tỉnh"], ["II", "Cấp xã"]],
  ])("%s without figures only part the lines", (how, first, second) => {
    const gap: readonly Cells[] = how.includes("blank") ? [[]] : [];
    const table = body([first, ...gap, ...upper, second, ...gap, ...lower, total]);
    expect(read(table)).toEqual([
      expect.stringContaining(`section 0`),
      ...lines(0, ["Đất đai", "Xây dựng"]),
      expect.stringContaining(`section 1`),
      ...lines(1, ["Hộ tịch", "Chứng thực"]),
      expect.stringContaining("total -1"),
    ]);
    expect(parts(table)).toEqual([["TỔNG CỘNG", ["Đất đai", "Xây dựng", "Hộ tịch", "Chứng thực"]]]);
  });

  it("with their figures keep lines without numbers that hold nothing", () => {
    const bare = (label: string, leaves: Leaves) => rowOf("", label, leaves);
    const table = body([
      ...[rowOf("I", "Cấp tỉnh", addLeaves([one, two])), bare("Đất đai", one), ["", "Người có công"], bare("Xây dựng", two)],
      ...[rowOf("II", "Cấp xã", addLeaves([three, four])), bare("Hộ tịch", three), ["", "Môi trường"], bare("Chứng thực", four), total],
    ]);
    expect(parts(table)).toEqual([
      ["Cấp tỉnh", ["Đất đai", "Người có công", "Xây dựng"]],
      ["Cấp xã", ["Hộ tịch", "Môi trường", "Chứng thực"]],
      ["TỔNG CỘNG", ["Cấp tỉnh", "Cấp xã"]],
    ]);
  });

  it.each(["Cộng mục", "Cộng mục I", "Cộng", "Cộng I", "Tổng mục I"])("may be closed by a row “%s”", (closing) => {
    const close = (leaves: readonly Leaves[]) => rowOf("", closing, addLeaves(leaves));
    const table = body([["I", "Cấp tỉnh"], ...upper, close([one, two]), ["II", "Cấp xã"], ...lower, close([three, four]), total]);
    expect(table.rows.map(({ kind }) => kind)).toEqual(["section", "line", "line", "subtotal", "section", "line", "line", "subtotal", "total"]);
    expect(parts(table)).toEqual([
      [closing, ["Đất đai", "Xây dựng"]],
      [closing, ["Hộ tịch", "Chứng thực"]],
      ["TỔNG CỘNG", [closing, closing]],
    ]);
  });

  it("with their figures leave “Cộng” to mean the whole table", () => {
    const table = body([rowOf("I", "Cấp tỉnh", addLeaves([one, two])), ...upper, rowOf("II", "Cấp xã", addLeaves([three, four])), ...lower, rowOf("", "Cộng", ALL)]);
    expect(parts(table).at(-1)).toEqual(["Cộng", ["Cấp tỉnh", "Cấp xã"]]);
  });

  it("without a line of their own are lines, or nothing", () => {
    const table = body([rowOf("I", "Cấp tỉnh", one), ["II", "Cấp huyện"], rowOf("III", "Cấp xã", addLeaves([three, four])), ...lower, rowOf("", "TỔNG CỘNG", addLeaves([one, three, four]))]);
    expect(table.rows.map(({ kind, label }) => [kind, label])).toEqual([["line", "Cấp tỉnh"], ["subtotal", "Cấp xã"], ["line", "Hộ tịch"], ["line", "Chứng thực"], ["total", "TỔNG CỘNG"]]);
    expect(parts(table).at(-1)).toEqual(["TỔNG CỘNG", ["Cấp tỉnh", "Cấp xã"]]);
  });
});

it("ten thousand lines on two hundred pages are read in order", () => {
  const pages = Array.from({ length: 200 }, (_, page): readonly Cells[] => [
    ...(page === 0 ? [] : HEADER),
    ...Array.from({ length: 50 }, (_each, line) => rowOf(String(page * 50 + line + 1), `Lĩnh vực ${page * 50 + line + 1}`, LEAVES[0])),
  ]);
  const table = body(pages.flat());
  expect(table.rows).toHaveLength(10_000);
  expect(table.rows.every(({ ordinal, label }, index) => ordinal === String(index + 1) && label === `Lĩnh vực ${index + 1}`)).toBe(true);
});

it("the fixture report is what these tests take it for", () => expect(read(tableIn(sheetOf(REPORT)))).toEqual(EXPECTED));
