import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openIndex } from "../../src/core/form/packedIndex";
import { recogniser, type Candidate, type Recognition } from "../../src/core/form/recognise";
import { sayDoubt } from "../../src/core/form/sayDoubt";
import { isGroup, leafColumns, type ColumnNode, type Form } from "../../src/core/form/Form";
import { indexForms } from "../../src/core/form/indexForms";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { readTables } from "../../src/core/table/readTables";
import { FORMS } from "../../src/forms/forms";
import { ii06a } from "../../src/forms/ii-06a";
import packed from "../../src/forms/formIndex.json";
import { FORM_IDS, loadForm } from "../../src/forms/loadForm";
import { HEADER, linesOf, NUMBERING, REPORT, sheetOf, TITLE, WORDS, type Cells } from "../fixtures/report";
import { chanceFrom } from "../fixtures/chance";
import { sheetFromText } from "../fixtures/sheetFromText";
import { validReport, validSheet } from "../fixtures/validReports";

const recognise = recogniser(openIndex(packed));

const sample = (file: string): Sheet => sheetFromText(readFileSync(join(__dirname, "../forms", `${file}.tsv`), "utf8"), "Trang 1");

/** A sheet of these lines whose name says nothing. */
const sheet = (lines: readonly Cells[], name = "Trang 1"): Sheet => sheetOf(lines, name);

const recognised = (on: Sheet): readonly Recognition[] => recognise(readTables(on));

/** "ii-06a main", "? columns ii-06a main", "unknown". */
const say = (recognition: Recognition): string => {
  const name = ({ form, table }: Candidate) => `${form} ${table}`;
  if (recognition.kind === "form") return name(recognition);
  return recognition.kind === "question" ? `? ${recognition.doubt} ${recognition.candidates.map(name).join(", ")}` : "unknown";
};

const said = (on: Sheet): readonly string[] => recognised(on).map(say);

const familyOf = (id: string): string => FORMS.find((form) => form.id === id)!.family;

/** Each form's sample sheets, and what their tables are. */
const SAMPLES: readonly (readonly [file: string, is: readonly string[]])[] = [
  ["ii-06a/phu-my", ["ii-06a main"]],
  ["ii-06a/phu-son", ["ii-06a main"]],
  ["ii-07b/tinh", ["ii-07b main"]],
  ["ii-07b/hai-cap", ["ii-07b main"]],
  ["danh-gia-mau-01/phieu", ["danh-gia-mau-01 main"]],
  ["danh-gia-mau-02/nam-muc", ["danh-gia-mau-02 scores", "danh-gia-mau-02 satisfaction"]],
  ["danh-gia-mau-02/ba-muc", ["danh-gia-mau-02 scores", "danh-gia-mau-02 satisfaction-of-three"]],
  ["danh-gia-mau-02/so-phieu", ["danh-gia-mau-02 scores", "danh-gia-mau-02 satisfaction-in-counts"]],
  ["danh-gia-mau-03/cac-don-vi", ["danh-gia-mau-03 main"]],
  ["qd-766/xa", ["qd-766 main"]],
  ["nq-01-2024/xa", ["nq-01-2024 main"]],
  ["nq-01-2024/chi-tieu-tinh", ["nq-01-2024 main"]],
  ["nq-02-2024/xa", ["nq-02-2024 main"]],
  ["nq-01-2024/ca-hai", ["nq-01-2024 main", "nq-02-2024 main"]],
];

describe("each form's own sheets", () => {
  it.each(SAMPLES)("%s is recognised", (file, is) => expect(said(sample(file))).toEqual(is));

  // Five columns are found in many tables: a title has to say that these are points of the index.
  it.each(SAMPLES.filter(([file]) => file !== "qd-766/xa"))("%s is recognised without captions", (file, is) => {
    const bare = readTables(sample(file)).map((table) => ({ ...table, above: [] }));
    expect(recognise(bare).map(say)).toEqual(is);
  });

  it.each(SAMPLES)("%s is recognised before any figure is typed", (file, is) => {
    const empty = readTables(sample(file)).map((table) => ({ ...table, rows: [] }));
    expect(recognise(empty).map(say)).toEqual(is);
  });

  it.each(SAMPLES)("%s has every column of the form in its place", async (file) => {
    for (const recognition of recognised(sample(file))) {
      if (recognition.kind !== "form") throw new Error(say(recognition));
      const table = (await loadForm(recognition.form))!.tables.find(({ key }) => key === recognition.table)!;
      const there = leafColumns(table.columns).flatMap(({ optional }, index) => (optional && recognition.columns[index] === undefined ? [] : [recognition.columns[index]]));
      expect(there).toEqual(there.map((_, index) => index));
    }
  });

  it.each(SAMPLES)("no other form comes near on %s", (file, is) => {
    const tables = readTables(sample(file));
    recognise(tables).forEach((recognition, index) => {
      if (recognition.kind !== "form") throw new Error(say(recognition));
      for (const other of FORM_IDS.filter((id) => id !== recognition.form)) {
        const [next] = recognise([tables[index]!], () => other);
        // The two resolutions share a header, and six of their lines; what exports and other forms tell of files goes by the same words.
        const margin = is[index]!.startsWith("nq-") ? 0.3 : is[index]!.startsWith("danh-gia") ? 0.45 : 0.15;
        if (familyOf(other) === familyOf(recognition.form)) continue;
        if (next!.kind === "form") expect([other, recognition.score - next!.score > margin]).toEqual([other, true]);
        else expect(next!.kind).toMatch(/unknown|question/);
      }
    });
  });
});

describe("a table that differs from the form", () => {
  const without = (column: number): readonly Cells[] => {
    const wide = HEADER.map((line) => Array.from({ length: 13 }, (_, at) => line[at] ?? ""));
    const words = wide.map((line) => line.filter((_, at) => at !== column));
    // The heading of a group stands over its first column.
    if ([2, 6, 10].includes(column)) words[0]![column] = HEADER[0]![column]!;
    if (column === 3) words[1]![3] = "Trong kỳ";
    return [...words, ...linesOf().map((line) => line.filter((_, at) => at !== column))];
  };

  it.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])("is asked for without its column at %i, and that column is named", (column) => {
    const [recognition] = recognised(sheet(without(column)));
    expect(recognition).toMatchObject({ kind: "question", doubt: "columns", candidates: expect.arrayContaining([expect.objectContaining({ form: "ii-06a", missing: [column], foreign: [] })]) as unknown });
  });

  it("is asked for with a column more among them, and that column is named", () => {
    const wide = [...TITLE, ...HEADER, ...linesOf()].map((line) => Array.from({ length: 13 }, (_, at) => line[at] ?? ""));
    const lines = wide.map((line, row) => [...line.slice(0, 9), row === 3 ? "Trả lại" : row > 5 ? "0" : "", ...line.slice(9)]);
    expect(recognised(sheet(lines))[0]).toMatchObject({ kind: "question", doubt: "columns", candidates: expect.arrayContaining([expect.objectContaining({ form: "ii-06a", missing: [], foreign: [9] })]) as unknown });
  });

  it("is taken if the user says so, with the columns it has", () => {
    const tables = readTables(sheet(without(9)));
    expect(recognise(tables, () => "ii-06a")[0]).toMatchObject({ kind: "form", form: "ii-06a", missing: [9] });
    expect(recognise(tables, () => "nq-01-2024")[0]).toEqual({ kind: "unknown" });
  });

  it("says in both languages which columns differ", async () => {
    const words: Cells = ["", "", "Tổng số", "Trực tuyến toàn trình", "Trực tuyến một phần", "Trực tiếp", ...HEADER[1]!.slice(6)];
    const tables = readTables(sheet([...TITLE, HEADER[0]!, words, NUMBERING, ...linesOf()]));
    const [recognition] = recognise(tables);
    if (recognition?.kind !== "question") throw new Error("no question");
    expect(sayDoubt(tables[0]!, recognition, [(await loadForm("ii-06a"))!])).toEqual({
      vi: "Có bảng gần giống Biểu số II.06a/VPCP/KSTT nhưng số cột hoặc tên cột khác mẫu (thiếu “Số lượng hồ sơ tiếp nhận – Từ kỳ trước”; ngoài mẫu: cột D “Trực tuyến toàn trình”) nên không kiểm tra. Hãy đối chiếu phần đầu bảng với mẫu.",
      en: "A table resembles Biểu số II.06a/VPCP/KSTT, but its columns differ from the form (missing: “Số lượng hồ sơ tiếp nhận – Từ kỳ trước”; not in the form: D “Trực tuyến toàn trình”), so it was not checked. Compare its header with the form.",
    });
  });

  it("two tiers of government are no difference", () => {
    const [recognition] = recognised(sample("ii-07b/hai-cap"));
    expect(recognition).toMatchObject({ kind: "form", missing: [], columns: [0, 1, 2, 3, undefined, 4, 5, 6, undefined, 7, 8, 9, undefined, 10] });
  });

  it("columns beside it and remarks are no difference", () => {
    const wide = REPORT.map((line) => Array.from({ length: 13 }, (_, at) => line[at] ?? ""));
    const lines = wide.map((line, row) => [...line, ...(row === 2 ? ["Tỷ lệ trước hạn, đúng hạn (%) = ((8)+(9))/(7)", "Ghi chú"] : row > 5 ? ["98.5", "đã đối chiếu"] : [])]);
    expect(said(sheet(lines))).toEqual(["ii-06a main"]);
  });
});

describe("words of the header", () => {
  const columnsOf = (lines: readonly Cells[]) => {
    const [recognition] = recognised(sheet(lines));
    return recognition?.kind === "form" ? recognition.columns : say(recognition!);
  };
  const IN_ORDER = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

  it("may be broken over rows, groups too", () => {
    const broken: readonly Cells[] = [
      ["STT", "Lĩnh vực", "Số lượng hồ sơ", "", "", "", "Số lượng hồ sơ", "", "", "", "Số lượng hồ sơ"],
      ["", "giải quyết", "tiếp nhận", "", "", "", "đã giải quyết", "", "", "", "đang giải quyết"],
      ["", "", "Tổng", "Trong kỳ", "", "Từ kỳ", "Tổng", "Trước", "Đúng", "Quá", "Tổng", "Trong", "Quá"],
      ["", "", "số", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "trước", "số", "hạn", "hạn", "hạn", "số", "hạn", "hạn"],
    ];
    expect(columnsOf([...broken, ...linesOf()])).toEqual(IN_ORDER);
  });

  const changed = (change: (text: string, row: number, column: number) => string): readonly Cells[] => WORDS.map((line, row) => Array.from({ length: 13 }, (_, column) => change(line[column] ?? "", row, column)));
  const NOTE = "bao gồm hồ sơ nhận trực tiếp, qua bưu chính công ích, trực tuyến và hồ sơ bổ sung (nếu có)";

  it.each([
    ["with long notes in brackets", (text: string) => `${text}\n(${NOTE})`],
    ["with long notes on their next line", (text: string) => `${text}\nLưu ý: ${NOTE.replace(/[()]/g, "")}`],
    ["with footnote marks", (text: string) => `${text}¹`],
    ["with footnotes by number", (text: string) => `${text} [2]`],
    ["with a line break after every word", (text: string) => text.replaceAll(" ", "\n")],
    ["with spaces that nobody sees", (text: string) => text.replaceAll(" ", "\u00a0\u200b")],
  ] as const)("are known %s", (_, change) => expect(columnsOf([...TITLE, ...changed((text) => (text === "" ? "" : change(text))), NUMBERING, ...linesOf()])).toEqual(IN_ORDER));

  it.each(["Column", "Cột"])("are known where an Excel table filled the blanks with %s1, %s2 …", (word) => {
    let filled = 0;
    const lines = changed((text, row) => (row === 0 && text === "" ? `${word}${++filled}` : text));
    expect(columnsOf([...TITLE, ...lines, ...linesOf()])).toEqual(IN_ORDER);
  });

  it("are known with a group's name and a column's in one cell", () => {
    const names = ["Tổng số", "Trong kỳ - Trực tuyến", "Trong kỳ - Trực tiếp, dịch vụ bưu chính", "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"];
    const groups = ["tiếp nhận", "đã giải quyết", "đang giải quyết"];
    const words = names.map((name, at) => `Số lượng hồ sơ ${groups[at < 4 ? 0 : at < 8 ? 1 : 2]!} - ${name}`);
    expect(columnsOf([...TITLE, ["STT", "Lĩnh vực giải quyết", ...words], ...linesOf()])).toEqual(IN_ORDER);
  });

  it.each([1, 7, 9, 12])("left out over column %d are told by its place", (column) => {
    expect(columnsOf([...TITLE, ...changed((text, _, at) => (at === column ? "" : text)), NUMBERING, ...linesOf()])).toEqual(IN_ORDER);
  });

  it.each(["Kiểm tra", "Người nhập"])("of columns beside the numbered ones, “%s”, are none of the form's", (helper) => {
    for (const low of [0, 1, 2]) {
      const lines = changed((text) => text).map((line, row) => [...line, row === low ? helper : ""]);
      expect(columnsOf([...TITLE, ...lines, NUMBERING, ...linesOf().map((line) => [...line, "7"])])).toEqual(IN_ORDER);
      const right = changed((text) => text).map((line, row) => [row === low ? helper : "", ...line]);
      expect(columnsOf([...TITLE, ...right, ["", ...NUMBERING], ...linesOf().map((line) => ["x", ...line])])).toEqual(IN_ORDER.map((at) => at + 1));
    }
  });

  it("of a table beside it are none of the form's", () => {
    const beside = [["Đơn vị", "Số phiếu"], ["", ""], ["", ""], ["", ""], ["Xã A", "5"], ["Xã B", "4"]];
    const lines = [...changed((text) => text), NUMBERING, ...linesOf()].map((line, row) => [...line, "", ...(beside[row] ?? [])]);
    expect(columnsOf([...TITLE, ...lines])).toEqual(IN_ORDER);
  });

  it("tell which column is which when columns have changed places", () => {
    const order = [0, 1, 5, 2, 3, 4, 8, 7, 9, 6, 12, 10, 11];
    const moved: readonly Cells[] = [
      WORDS[0]!,
      ["", "", "Từ kỳ trước", "Tổng số", "Trong kỳ", "", "Đúng hạn", "Trước hạn", "Quá hạn", "Tổng số", "Quá hạn", "Tổng số", "Trong hạn"],
      ["", "", "", "", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính"],
    ];
    expect(columnsOf([...moved, ...linesOf()])).toEqual(IN_ORDER.map((column) => order.indexOf(column)));
  });

  it("never seen do not matter where the column stands in its place", () => {
    const renamed = HEADER.map((line, row) => line.map((cell, at) => (row === 1 && at === 8 ? "Đúng thời gian" : row === 0 && at === 1 ? "Tên cơ quan thực hiện" : cell)));
    expect(columnsOf([...renamed, ...linesOf()])).toEqual(IN_ORDER);
  });
});

describe("marks and titles", () => {
  const marked = (mark: string, name?: string): readonly string[] => said(sheet([[mark], ...REPORT.slice(1)], name));

  it.each(["Biểu số II.06e/VPCP/KSTT", "Biểu số 06g/VPCP/KSTT", "Biểu số II.07b/VPCP/KSTT", "Biểu số 07a/BTP"])("“%s” over the columns of II.06a is asked for", (mark) =>
    expect(marked(mark)).toEqual(["? mark ii-06a main"]),
  );

  it.each([["Biểu số II.06b/VPCP/KSTT", "ii-06b main"], ["Biểu số 06c/VPCP/KSTT", "ii-06c main"], ["Biểu số II.06d/VPCP/KSTT", "ii-06d main"]])("“%s” over them is an aggregate", (mark, is) =>
    expect(marked(mark)).toEqual([is]),
  );

  it.each(["Biểu số II.06a/VPCP/KSTT", "Biểu số 06 /VPCP/KSTT", "Biểu mẫu số II.06a", "Phụ lục II", "Biểu số 1", "(Kèm theo Nghị quyết số 02/NQ-CP)"])("“%s” over the columns of II.06a is no other form", (mark) =>
    expect(marked(mark)).toEqual(["ii-06a main"]),
  );

  it.each([["II.06e", "? mark ii-06a main"], ["06g", "? mark ii-06a main"], ["06b", "ii-06b main"], ["II.06a (2)", "ii-06a main"], ["Tháng 6", "ii-06a main"], ["2a", "ii-06a main"]])(
    "a sheet named “%s” without captions",
    (name, is) => expect(said(sheet([...HEADER, ...linesOf()], name))).toEqual([is]),
  );

  it("says what the sheet calls itself", async () => {
    const tables = readTables(sheet([["Biểu số II.06e/VPCP/KSTT"], ...REPORT.slice(1)]));
    const [recognition] = recognise(tables);
    if (recognition?.kind !== "question") throw new Error("no question");
    expect(sayDoubt(tables[0]!, recognition, [(await loadForm("ii-06a"))!]).vi).toBe(
      "Bảng ở A3:M11 có các cột của Biểu số II.06a/VPCP/KSTT, nhưng trang tính ghi “Biểu số II.06e/VPCP/KSTT” nên không kiểm tra. Đây là biểu nào?",
    );
  });

  it("the title of one resolution over the lines of the other is asked for", () => {
    const lines = readTables(sample("nq-01-2024/xa"));
    const above = [{ text: "16.2. Chỉ tiêu giao tại Nghị quyết số 02/NQ-CP", at: { row: 2, column: 0 } }];
    expect(recognise([{ ...lines[0]!, above }]).map(say)).toEqual(["? close nq-02-2024 main, nq-01-2024 main"]);
  });

  it("lines that both resolutions have tell neither", () => {
    const both = readTables(sample("nq-01-2024/xa")).map((table) => ({ ...table, above: [], rows: table.rows.slice(0, 5) }));
    expect(recognise(both).map(say)).toEqual(["? close nq-01-2024 main, nq-02-2024 main"]);
  });
});

describe("several tables on a sheet", () => {
  it("two forms are both found", () => {
    const targets = readFileSync(join(__dirname, "../forms/nq-01-2024/xa.tsv"), "utf8").split("\n").slice(2).map((line) => line.split("\t"));
    const lines = [...REPORT, [], ...targets];
    expect(said(sheet(lines))).toEqual(["ii-06a main", "nq-01-2024 main"]);
  });

  it("how satisfied people are is not told from its columns alone", () => {
    const alone: readonly Cells[] = [["Không hài lòng", "Hài lòng", "Rất hài lòng"], ["1", "20", "79"]];
    expect(said(sheet(alone))).toEqual(["? little danh-gia-mau-02 satisfaction-of-three"]);
    expect(said(sheet([["II. Đánh giá mức độ hài lòng"], ...alone]))).toEqual(["danh-gia-mau-02 satisfaction-of-three"]);
    // A survey of patients counts its answers under the same five.
    const survey: readonly Cells[] = [["KHẢO SÁT NGƯỜI BỆNH"], ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"], ["3", "5", "12", "40", "55"]];
    expect(said(sheet(survey))).toEqual(["? little danh-gia-mau-02 satisfaction"]);
  });
});

describe("forms that share a header", () => {
  const other = (changes: Partial<Form>): Form => ({ ...ii06a, ...changes });
  const among = (forms: readonly Form[], lines: readonly Cells[], name?: string) => recogniser(indexForms(forms))(readTables(sheet(lines, name))).map(say);
  const ii06b = other({ id: "ii-06b", family: "ii-06b", mark: "Biểu số II.06b/VPCP/KSTT", markVariants: [], title: "TỔNG HỢP TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", titleVariants: [] });

  it("are told by their marks", () => {
    expect(among([ii06a, ii06b], REPORT)).toEqual(["ii-06a main"]);
    expect(among([ii06a, ii06b], [["Biểu số II.06b/VPCP/KSTT"], ...REPORT.slice(1)])).toEqual(["ii-06b main"]);
  });

  it("are asked for where no mark and no title says which", () =>
    expect(among([ii06a, ii06b], [...HEADER, ...linesOf()])).toEqual(["? close ii-06a main, ii-06b main"]));

  it("and a family are one, and the period chooses among its editions", () => {
    const editions = [other({ to: "2025-06-30" }), other({ id: "ii-06a-2025", from: "2025-07-01" })];
    const until = (date: string): readonly Cells[] => [[TITLE[0]![0]!], [`(Từ ngày 15/12/2023 đến ngày ${date})`], ...HEADER, ...linesOf()];
    expect(among(editions, until("14/3/2024"))).toEqual(["ii-06a main"]);
    expect(among(editions, until("14/9/2025"))).toEqual(["ii-06a-2025 main"]);
  });
});

it("forty forms more do not make another of a table", () => {
  const words = "vốn đất nước rừng trường lớp thuốc giường xe tàu cầu đường chợ thuế nợ hàng".split(" ");
  const more = Array.from({ length: 40 }, (_, index): Form => {
    const say = (text: string) => text.split(" ").map((word, at) => (at % 2 === index % 2 ? words[(index + at) % words.length]! : word)).join(" ");
    const renamed = (node: ColumnNode): ColumnNode => (isGroup(node) ? { ...node, header: say(node.header), variants: [], children: node.children.map(renamed) } : { ...node, header: say(node.header), variants: [] });
    return { ...ii06a, id: `x-${index}`, family: `x-${index}`, mark: `Biểu số X.${index + 10}c/BX`, markVariants: [], title: say(ii06a.title), titleVariants: [], tables: [{ ...ii06a.tables[0], columns: ii06a.tables[0].columns.map(renamed) }] };
  });
  const among = recogniser(indexForms([...FORMS, ...more]));
  for (const [file, is] of SAMPLES) expect(among(readTables(sample(file))).map(say)).toEqual(is);
});

/** Headers of other tables that officials keep. */
const FOREIGN: readonly (readonly [name: string, lines: readonly Cells[]])[] = [
  ["a list of staff", [["Danh sách cán bộ"], ["STT", "Họ tên", "Chức vụ"], ["1", "Nguyễn Văn A", "Văn thư"]]],
  ["a table of points for administrative reform", [["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự đánh giá", "Điểm thẩm định", "Ghi chú"], ["1", "Công tác chỉ đạo", "10", "9", "9"], ["1.1", "Kế hoạch", "2", "2", "2"]]],
  ["a budget", [["STT", "Nội dung", "Dự toán năm", "Thực hiện", "", "So sánh (%)"], ["", "", "", "Trong kỳ", "Lũy kế"], ["1", "Chi thường xuyên", "100", "25", "50", "50"]]],
  ["land by use", [["Thứ tự", "Loại đất", "Mã", "Tổng số", "Diện tích theo đối tượng sử dụng", ""], ["", "", "", "", "Hộ gia đình", "Tổ chức"], ["1", "Đất nông nghiệp", "NNP", "10", "8", "2"]]],
]; // prettier-ignore

it.each(FOREIGN)("%s is no form of ours", (_, lines) => expect(said(sheet(lines))).toEqual(["unknown"]));

it("an evaluation of all units by three indicators is asked for: the form has nine", () => {
  const lines: readonly Cells[] = [
    ["TT", "Tên cơ quan", "Số phiếu", "Điểm chỉ số thành phần", "", "", "Tổng điểm", "Xếp loại", "Xếp hạng", "Mức độ hài lòng (%)"],
    ["", "", "", "Chỉ số 1", "Chỉ số 2", "Chỉ số 3", "", "", "", "Không hài lòng", "Hài lòng", "Rất hài lòng"],
    ["1", "UBND xã An Khánh", "25", "2", "2", "1.9", "5.9", "Tốt", "1", "0", "20", "80"],
  ];
  expect(said(sheet(lines))[0]).toMatch(/^\? columns danh-gia-mau-03 main/);
});

it("tables of the same office with other columns are not taken for it", () => {
  const words: readonly Cells[] = [
    ["STT", "Đơn vị", "Tiếp nhận", "", "", "", "", "", "Đã xử lý", "", "", "", "Đang xử lý"],
    ["", "", "Tổng số", "Kỳ trước chuyển sang", "Trong kỳ", "", "", "", "Tổng số", "Trước hạn", "Trong hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"],
    ["", "", "", "", "Tổng số", "Trực tuyến", "Trực tiếp", "BCCI"],
    ["1", "UBND xã A", "10", "1", "9", "5", "3", "1", "8", "4", "4", "0", "2", "2", "0"],
  ];
  expect(said(sheet(words))).toEqual(["xuat-tien-do-766 main"]);
  const further = words.map((line, row) => [...line.slice(0, 12), ["", "Bị từ chối", "", "0"][row]!, ...line.slice(12)]);
  expect(said(sheet(further))).toEqual([expect.stringMatching(/^\? columns xuat-tien-do-766 main/)]);
});

describe("whatever else is known, a form that was made and filled in is itself", () => {
  it.each(FORMS.map((form) => [form.id, form] as const))("%s", async (id, form) => {
    const filled = await validSheet(form, validReport(form, chanceFrom(1)));
    const tables = form.tables.filter(({ instead }) => instead === undefined);
    expect(said({ ...filled, name: "Trang 1" })).toEqual(tables.map(({ key }) => `${id} ${key}`));
  });
});
