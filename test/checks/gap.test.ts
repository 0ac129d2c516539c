import { a1 } from "../../src/core/sheet/Address";
import { answerKey, answerKeyAt } from "../../src/core/figures/rowNames";
import type { Table } from "../../src/core/figures/Table";
import { addLeaves, checkOf, failsOf, FIELDS, HEADER, reportWith, rowOf, sheetOf, tableIn, tally, TITLE, verdictsOf, type Leaves } from "../fixtures/report";

const flow = checkOf("received-resolved-pending");

/** A report in which fields resolve fewer files than came in. */
function withGaps(gaps: Readonly<Record<string, number>>, extra = 0): Table {
  const fields = FIELDS.map(([label, leaves]): readonly [string, Leaves] => [label, leaves.map((count, at) => (at === 3 ? count - (gaps[label] ?? 0) : count)) as unknown as Leaves]);
  const sum = addLeaves(fields.map(([, leaves]) => leaves)).map((count, at) => (at === 3 ? count - extra : count)) as unknown as Leaves;
  return tableIn(sheetOf([...TITLE, ...HEADER, ...fields.map(([label, leaves], index) => rowOf(String(index + 1), label, leaves)), rowOf("", "TỔNG CỘNG", sum)]));
}

const answers = (table: Table, told: Readonly<Record<string, number>>) => ({ answers: new Map([["withdrawn", new Map(Object.entries(told).map(([label, count]) => [answerKey(table, label), count]))]]) });

describe("received is resolved plus pending", () => {
  it("on every line and in the total", () => {
    expect(tally(verdictsOf(flow, reportWith()))).toEqual({ pass: 5 });
  });

  it("or a question is asked, once, on the line where files are unaccounted for", () => {
    const fails = failsOf(verdictsOf(flow, withGaps({ "Đất đai": 7 })));
    expect(fails).toHaveLength(1);
    expect(fails[0]!.cells.map(a1)).toEqual(["C9", "G9", "K9"]);
    expect(fails[0]!.question).toMatchObject({ question: "withdrawn" });
    expect(fails[0]!.phrase.vi).toMatch(/còn 7 hồ sơ chưa rõ/);
  });

  it("and the total is only questioned for what its lines do not explain", () => {
    const fails = failsOf(verdictsOf(flow, withGaps({ "Đất đai": 7 }, 5)));
    expect(fails.map(({ cells }) => a1(cells[0]))).toEqual(["C9", "C11"]);
  });

  it("and more resolved and pending than came in is no question", () => {
    const [fail, ...others] = failsOf(verdictsOf(flow, withGaps({ "Hộ tịch": -2 })));
    expect(others).toEqual([]);
    expect(fail!.question).toBeUndefined();
    expect(fail!.phrase.en).toMatch(/2 more than were received/);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, number>>]>([
    ["is not judged on a blank line", { C7: "", G7: "", K7: "" }, { pass: 4, skip: 1 }],
    ["is not judged where a figure cannot be read", { G7: "chưa rõ" }, { pass: 4, skip: 1 }],
    ["takes a blank figure for nothing", { K8: "", G8: "155" }, { pass: 5 }],
  ])("%s", (_, cells, expected) => {
    expect(tally(verdictsOf(flow, reportWith(cells)))).toEqual(expected);
  });
});

describe("files told to be withdrawn", () => {
  it("of one line say nothing of another of the same name", () => {
    const twice = reportWith({ B8: "Đất đai", C8: "157", D8: "122", C9: "152", D9: "82" });
    const named = (row: number): string => answerKeyAt(twice, row);
    expect([named(7), named(8)]).toEqual(["II.06a|Đất đai", "II.06a|Đất đai (2)"]);
    const asked = (withdrawn: ReadonlyMap<string, number>) => failsOf(verdictsOf(flow, twice, { answers: new Map([["withdrawn", withdrawn]]) })).map(({ cells }) => a1(cells[0])).filter((cell) => /C[89]$/.test(cell));
    expect(asked(new Map())).toEqual(["C8", "C9"]);
    expect(asked(new Map([[named(7), 2]]))).toEqual(["C9"]);
    expect(asked(new Map([[named(8), 2]]))).toEqual(["C8"]);
  });

  const table = withGaps({ "Đất đai": 7 });

  it("close the gap when they are as many", () => {
    expect(tally(verdictsOf(flow, table, answers(table, { "Đất đai": 7 })))).toEqual({ pass: 5 });
    expect(tally(verdictsOf(flow, table, answers(table, { "Đất đai": 7, "TỔNG CỘNG": 7 })))).toEqual({ pass: 5 });
  });

  it.each([0, 5, 8])("do not when they are %d of 7", (count) => {
    const fails = failsOf(verdictsOf(flow, table, answers(table, { "Đất đai": count })));
    expect(fails.map(({ cells }) => a1(cells[0]))).toEqual(["C9"]);
  });

  it("of another line do not close it, and open a gap there", () => {
    const fails = failsOf(verdictsOf(flow, table, answers(table, { "Hộ tịch": 7 })));
    expect(fails.map(({ cells }) => a1(cells[0]))).toEqual(["C8", "C9"]);
  });

  it("of another sheet do not close it", () => {
    const other = { ...table, sheet: "Quý II" };
    expect(failsOf(verdictsOf(flow, table, answers(other, { "Đất đai": 7 })))).toHaveLength(1);
  });

  it("must balance each line: gaps of two lines do not cancel out", () => {
    const both = withGaps({ "Đất đai": 7, "Hộ tịch": -7 });
    expect(failsOf(verdictsOf(flow, both)).map(({ cells }) => a1(cells[0]))).toEqual(["C8", "C9"]);
  });
});

it("a section's gap is explained by its own lines only", () => {
  const [one, two] = FIELDS.map(([, leaves]) => leaves) as [Leaves, Leaves];
  const less = (leaves: Leaves, by: number) => leaves.map((count, at) => (at === 3 ? count - by : count)) as unknown as Leaves;
  const table = tableIn(
    sheetOf([
      ...HEADER,
      rowOf("I", "Cấp tỉnh", less(one, 7)), rowOf("1", "Đất đai", less(one, 7)),
      rowOf("II", "Cấp xã", less(two, 7)), rowOf("1", "Hộ tịch", two),
    ]), // prettier-ignore
  );
  expect(failsOf(verdictsOf(flow, table)).map(({ cells }) => a1(cells[0]))).toEqual(["C6", "C7"]);
});

describe("a line half typed", () => {
  it("is told which columns are missing, and not asked about files withdrawn", () => {
    const [fail] = failsOf(verdictsOf(flow, reportWith({ G9: "", H9: "", I9: "", J9: "" })));
    expect(fail!.cells.map(a1)).toEqual(["H9", "I9", "J9"]);
    expect(fail!.question).toBeUndefined();
    expect(fail!.phrase.vi).toBe("“Đất đai”: chưa nhập cột (8) Trước hạn, (9) Đúng hạn, (10) Quá hạn; nếu không phát sinh hãy ghi 0.");
  });

  it("is one whose noughts are typed no more: what is unaccounted for may be withdrawn", () => {
    const [fail] = failsOf(verdictsOf(flow, reportWith({ G9: "0", H9: "0", I9: "0", J9: "0" })));
    expect(fail!.question).toMatchObject({ question: "withdrawn" });
  });
});
