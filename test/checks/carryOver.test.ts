import { a1 } from "../../src/core/sheet/Address";
import type { Table } from "../../src/core/figures/Table";
import { checkOf, failsOf, FIELDS, HEADER, linesOf, rowOf, sheetOf, tableIn, tally, totalOf, verdictsOf, type Cells, type Leaves } from "../fixtures/report";

const carryOver = checkOf("carried-over");

/** What the first quarter leaves pending: 16, 5, 38 and 3. */
const quarter = (name: string, period: string, unit: string, fields = FIELDS): Table =>
  tableIn(sheetOf([["Biểu số II.06a/VPCP/KSTT", "", "", "", "", "", "", "", unit], ["", "", period], ...HEADER, ...linesOf(fields), totalOf(fields)], name));

const FIRST = "(Từ ngày 15/12/2023 đến ngày 14/3/2024)";
const SECOND = "(Từ ngày 15/3/2024 đến ngày 14/6/2024)";

/** The fields with what came over from before set to these counts. */
const carried = (...counts: readonly number[]): readonly (readonly [string, Leaves])[] =>
  FIELDS.map(([label, leaves], index) => [label, leaves.map((count, at) => (at === 2 ? (counts[index] ?? count) : count)) as unknown as Leaves]);

const judge = (now: Table, ...others: readonly Table[]) => verdictsOf(carryOver, now, { tables: [...others, now] });

const first = quarter("Quý I", FIRST, "UBND XÃ PHÚ MỸ");

describe("what is carried over equals what the period before left pending", () => {
  it("row by row and in the total", () => {
    expect(tally(judge(quarter("Quý II", SECOND, "UBND XÃ PHÚ MỸ", carried(16, 5, 38, 3)), first))).toEqual({ pass: 5 });
  });

  it("or the row is told, with both sheets", () => {
    const fails = failsOf(judge(quarter("Quý II", SECOND, "UBND XÃ PHÚ MỸ", carried(16, 5, 35, 3)), first));
    expect(fails.map(({ cells }) => a1(cells[0]))).toEqual(["F9"]);
    expect(fails[0]!.phrase.vi).toBe("“Đất đai”: từ kỳ trước chuyển sang 35 (ô F9), nhưng biểu kỳ trước (trang “Quý I”, ô K9) còn đang giải quyết 38.");
  });

  it("or the total is told, where its lines do not account for it", () => {
    const wrong = sheetOf([["", "", "", "", "", "", "", "", "UBND XÃ PHÚ MỸ"], ["", "", SECOND], ...HEADER, ...linesOf(carried(16, 5, 35, 3)), rowOf("TỔNG CỘNG", "", [533, 136, 60, 560, 73, 16, 53, 9])], "Quý II");
    expect(failsOf(judge(tableIn(wrong), first)).map(({ cells }) => a1(cells[0]))).toEqual(["F9", "F11"]);
  });

  it("whatever the letters and case of the field's name, and wherever it stands", () => {
    const moved = carried(16, 5, 38, 3).toReversed().map(([label, leaves]) => [label.toUpperCase().normalize("NFD"), leaves] as const);
    expect(tally(judge(quarter("Quý II", SECOND, "UBND xã Phú Mỹ".toUpperCase(), moved), first))).toEqual({ pass: 5 });
  });

  it("also of a field that only changed its name, once the reporter has said so", () => {
    const renamed = (count: number) => quarter("Quý II", SECOND, "UBND XÃ PHÚ MỸ", carried(16, 5, count, 3).map(([label, leaves]) => [label === "Đất đai" ? "Quản lý đất đai" : label, leaves]));
    const judged = (now: Table, former: string) => verdictsOf(carryOver, now, { tables: [first, now], renamed: new Map([["ii-06a:main||Quản lý đất đai", former]]) });
    expect(tally(judged(renamed(38), "Đất đai"))).toEqual({ pass: 5 });
    expect(failsOf(judged(renamed(35), "Đất đai")).map(({ cells }) => a1(cells[0]))).toEqual(["F9"]);
    // Not of one that still stands under its own name.
    expect(failsOf(judged(renamed(38), "Hộ tịch"))).toEqual([]);
  });

  it("is not asked of a field that was not there before", () => {
    const grown = [...carried(16, 5, 38, 3), ["Tư pháp", [1, 0, 0, 1, 0, 0, 0, 0]]] as const;
    expect(tally(judge(quarter("Quý II", SECOND, "UBND XÃ PHÚ MỸ", grown as typeof FIELDS), first))).toEqual({ pass: 5 });
  });

  it("is not judged where a figure cannot be read", () => {
    const now = tableIn(sheetOf([["", "", SECOND], ...HEADER, ["1", "Đất đai", "9", "9", "0", "chưa rõ", "9", "9", "0", "0", "0", "0", "0"]]));
    expect(tally(judge(now, first))).toEqual({ skip: 1 });
  });
});

describe("which table is the period before", () => {
  const second = quarter("Quý II", SECOND, "UBND XÃ PHÚ MỸ", carried(0, 0, 0, 0));
  const nothing = [{ kind: "skip", cells: [], why: "nothing-to-compare" }];

  it.each<readonly [string, readonly Table[]]>([
    ["there is no other", []],
    ["it is another unit's", [quarter("Quý I", FIRST, "UBND XÃ PHÚ THỌ")]],
    ["it ends earlier", [quarter("Năm", "(Từ ngày 15/12/2022 đến ngày 14/12/2023)", "UBND XÃ PHÚ MỸ")]],
    ["it ends within this one", [quarter("6 tháng", "(Từ ngày 15/12/2023 đến ngày 14/6/2024)", "UBND XÃ PHÚ MỸ")]],
    ["it is the period after", [quarter("Quý III", "(Từ ngày 15/6/2024 đến ngày 14/9/2024)", "UBND XÃ PHÚ MỸ")]],
    ["nobody filled it in", [tableIn(sheetOf([["Biểu số II.06a/VPCP/KSTT", "", "", "", "", "", "", "", "UBND XÃ PHÚ MỸ"], ["", "", FIRST], ...HEADER, ...FIELDS.map(([label]) => ["1", label])]))]],
    ["it prints no period", [quarter("Quý I", "Quý I/2024", "UBND XÃ PHÚ MỸ")]],
    ["two would do", [first, quarter("Quý I (2)", FIRST, "UBND XÃ PHÚ MỸ")]],
    ["it is of another form", [{ ...first, form: { ...first.form, id: "ii-06b", family: "ii-06b" } }]],
  ])("none, when %s", (_, others) => {
    expect(judge(second, ...others)).toEqual(nothing);
  });

  it("one of another edition of the form is it all the same", () => {
    const edition = { ...first, form: { ...first.form, id: "another-edition" } };
    expect(tally(judge(quarter("Quý II", SECOND, "UBND XÃ PHÚ MỸ", carried(16, 5, 38, 3)), edition))).toEqual({ pass: 5 });
  });

  it("none, when this one prints no period", () => {
    expect(judge(quarter("Quý II", "Quý II/2024", "UBND XÃ PHÚ MỸ"), first)).toEqual(nothing);
  });

  it("the one that ends the day before, also over the turn of a month", () => {
    const march = quarter("T3", "(Từ ngày 01/3/2024 đến ngày 31/3/2024)", "UBND XÃ PHÚ MỸ");
    const april = quarter("T4", "(Từ ngày 01/4/2024 đến ngày 30/4/2024)", "UBND XÃ PHÚ MỸ", carried(16, 5, 38, 3));
    expect(tally(judge(april, march))).toEqual({ pass: 5 });
  });

  it("the one without a unit's name, when no other says otherwise", () => {
    expect(failsOf(judge(second, quarter("Quý I", FIRST, "")))).toHaveLength(4);
  });
});

it("fields of one name in two sections are compared within their section", () => {
  const [one, two] = FIELDS.map(([, leaves]) => leaves) as [Leaves, Leaves];
  const pendingOf = (leaves: Leaves, pending: number): Leaves => [...leaves.slice(0, 6), pending, 0] as unknown as Leaves;
  const carriedOf = (leaves: Leaves, over: number): Leaves => [leaves[0], leaves[1], over, ...leaves.slice(3)] as unknown as Leaves;
  const sheet = (period: string, upper: Leaves, lower: Leaves): Table =>
    tableIn(sheetOf([["", "", period], ...HEADER, ["I", "Cấp tỉnh"], rowOf("1", "Đất đai", upper), ["II", "Cấp xã"], rowOf("1", "Đất đai", lower)] as readonly Cells[], period.slice(0, 20)));
  const before = sheet(FIRST, pendingOf(one, 7), pendingOf(two, 9));
  const now = sheet(SECOND, carriedOf(one, 7), carriedOf(two, 9));
  expect(failsOf(judge(now, before))).toEqual([]);
});

it("two lines of one name are compared each with its own", () => {
  const twice = (over: readonly [number, number], pending: readonly [number, number]): typeof FIELDS =>
    over.map((count, index) => ["Lâm nghiệp", [1, 0, count, 0, 0, 0, pending[index]!, 0]] as const);
  const before = quarter("Quý I", FIRST, "", twice([0, 0], [7, 9]));
  expect(failsOf(judge(quarter("Quý II", SECOND, "", twice([7, 9], [0, 0])), before))).toEqual([]);
  expect(failsOf(judge(quarter("Quý II", SECOND, "", twice([7, 8], [0, 0])), before)).map(({ cells }) => a1(cells[0]))).toEqual(["F8"]);
});

describe("a line that carries over what two lines left, while the other is gone", () => {
  /** The fields of the second quarter without those of these names. */
  const without = (fields: typeof FIELDS, ...names: readonly string[]): typeof FIELDS => fields.filter(([label]) => !names.includes(label));
  const second = (fields: typeof FIELDS): Table => quarter("Quý II", SECOND, "UBND XÃ PHÚ MỸ", fields);
  const told = (now: Table, before = first) => failsOf(judge(now, before)).map(({ cells, phrase }) => [cells.map(a1).join(" "), phrase.vi] as const);

  it("is told as two lines merged, with the figures that say so", () => {
    const fails = failsOf(judge(second(without(carried(16, 5, 41, 3), "Bảo trợ xã hội")), first));
    expect(fails.map(({ cells }) => cells.map(a1).join(" "))).toEqual(["F9"]);
    expect(fails[0]!.phrase).toEqual({
      vi: "Số liệu của hai dòng “Đất đai” và “Bảo trợ xã hội” có lẽ đã gộp vào một dòng: “Đất đai” từ kỳ trước chuyển sang 41 (ô F9), đúng bằng số đang giải quyết của cả hai dòng trong biểu kỳ trước, 38 + 3 (trang “Quý I”, ô K9 và K10), còn “Bảo trợ xã hội” kỳ này không có dòng nào. Nếu hai lĩnh vực không sáp nhập, hãy tách lại thành hai dòng.",
      en: "The figures of “Đất đai” and “Bảo trợ xã hội” seem to have been merged into one row: “Đất đai” carries over 41 (cell F9), just what both rows of the period before left pending, 38 + 3 (sheet “Quý I”, cells K9 and K10), while “Bảo trợ xã hội” has no row in this one. Unless the two fields became one, take them apart again.",
    });
  });

  it("also where the other still stands, without files: once, not as two wrong figures", () => {
    const emptied = carried(16, 5, 41, 0).map(([label, leaves]) => [label, label === "Bảo trợ xã hội" ? ([0, 0, 0, 0, 0, 0, 0, 0] as const) : leaves] as const);
    const [merge, ...others] = told(second(emptied));
    expect(others).toEqual([]);
    expect(merge![0]).toBe("F9 F10");
    expect(merge![1]).toContain("còn “Bảo trợ xã hội” kỳ này không có số liệu.");
  });

  it.each<readonly [string, typeof FIELDS]>([
    ["it carries over another count", without(carried(16, 5, 42, 3), "Bảo trợ xã hội")],
    ["the other has files of its own", carried(16, 5, 41, 0)],
    ["two lines would do", without(carried(19, 5, 41, 3), "Bảo trợ xã hội")],
  ])("is a plain difference where %s", (_, fields) => {
    const phrases = told(second(fields)).map(([, vi]) => vi);
    expect(phrases.length).toBeGreaterThan(0);
    expect(phrases.filter((vi) => vi.includes("gộp"))).toEqual([]);
  });

  it("is a plain difference where two lines that are gone would do", () => {
    const before = quarter("Quý I", FIRST, "UBND XÃ PHÚ MỸ", [...FIELDS, ["Tư pháp", [3, 0, 0, 0, 0, 0, 3, 0]]]);
    const fails = failsOf(judge(second(without(carried(16, 5, 41, 3), "Bảo trợ xã hội")), before));
    expect(fails.map(({ phrase }) => phrase.en.includes("merged")).filter(Boolean)).toEqual([]);
    expect(fails.map(({ cells }) => a1(cells[0]))).toContain("F9");
  });

  it("states for other checks what both left, so that no sum is blamed on it", () => {
    const now = second(without(carried(16, 5, 41, 3), "Bảo trợ xã hội"));
    const facts = [...carryOver.facts!(now, { tables: [first, now], answers: new Map() })].map(({ figure, count }) => `${a1(figure.at)}=${count}`);
    expect(facts).toEqual(["F7=16", "F8=5", "F9=41"]);
  });
});

describe("two lines in one row of cells", () => {
  const both = (over: string): Table =>
    tableIn(sheetOf([["", "", "", "", "", "", "", "", "UBND XÃ PHÚ MỸ"], ["", "", SECOND], ...HEADER, ...linesOf(carried(16, 5).slice(0, 2)), ["3\n4", "Đất đai\nBảo trợ xã hội", '"150\n46"', '"80\n33"', "0", over]], "Quý II"));

  it("carry over what both left", () => {
    expect(tally(judge(both('"38\n3"'), first))).toEqual({ pass: 3 });
  });

  it("or are told by both", () => {
    expect(failsOf(judge(both('"38\n4"'), first)).map(({ phrase }) => phrase.vi)).toEqual([
      "“Đất đai” + “Bảo trợ xã hội”: từ kỳ trước chuyển sang 42 (ô F9), nhưng biểu kỳ trước (trang “Quý I”, ô K9 và K10) còn đang giải quyết 41.",
    ]);
  });
});
