import { determinationsOf } from "../../src/core/checks/determinationsOf";
import { lintForm } from "../../src/core/checks/lintForm";
import type { Form, Rule, TableForm } from "../../src/core/form/Form";
import { FORMS } from "../../src/forms/forms";
import { visitsForm } from "../scaffold/visitsForm";

const [table] = visitsForm.tables;
const faults = (form: Form): readonly string[] => lintForm(form, [...FORMS, form]);
const withTable = (changes: Partial<TableForm>): Form => ({ ...visitsForm, tables: [{ ...table, ...changes }] });
const withRule = (rule: object): Form => withTable({ rules: [{ id: "x", ...rule } as Rule] });
const scores: TableForm = {
  key: "scores",
  columns: [
    { key: "name", header: "Tên", kind: "label" },
    { key: "most", header: "Điểm chuẩn", kind: { unit: "điểm", decimals: 1, max: 2 } },
    { key: "own", header: "Tự chấm", kind: { unit: "điểm", decimals: 1, max: 2 } },
    { key: "remark", header: "Ghi chú", kind: "text" },
  ],
  rows: { lines: [{ key: "one", label: "Một", given: { most: 2 } }, { key: "two", label: "Hai", given: { most: 2 } }] },
  foot: [{ labels: ["Cộng"], at: "last" }],
  rules: [{ id: "band", kind: "band", of: { row: "total", column: "own" }, into: { row: "total", column: "remark" }, from: [["2,5", "Tốt"], [0, "Yếu"]] }],
};

describe("a form that builds", () => {
  it.each(FORMS.map((form) => [form.id, form] as const))("%s has no fault", (_, form) => {
    expect(lintForm(form, FORMS)).toEqual([]);
  });

  it("is any that says what it needs", () => {
    expect(faults(visitsForm)).toEqual([]);
    expect(faults({ ...visitsForm, tables: [scores] })).toEqual([]);
  });
});

describe("a form does not build", () => {
  it.each<readonly [string, Form, RegExp]>([
    ["with a key nobody knows", { ...visitsForm, tittle: "x" } as unknown as Form, /unknown “tittle”/],
    ["with a function in it", { ...visitsForm, note: { vi: "", en: () => "" } } as unknown as Form, /does not survive JSON/],
    ["with a column that knows no such key", withTable({ columns: [...table.columns, { key: "x", header: "X", kind: "text", wide: 3 } as never] }), /column has an unknown “wide”/],
    ["with one column twice", withTable({ columns: [...table.columns, table.columns[0]] as TableForm["columns"] }), /column ordinal is there twice/],
    ["with a sum over columns of another unit", withTable({ columns: [...table.columns, { key: "x", header: "X", kind: { unit: "giờ" }, sum: ["walkIn", "booked"] }] }), /column x adds up columns of unlike units/],
    ["with a sum over finer figures", withTable({ columns: [...table.columns, { key: "x", header: "X", kind: { unit: "lượt" }, sum: ["y"] }, { key: "y", header: "Y", kind: { unit: "lượt", decimals: 1 } }] }), /unlike units/],
    ["with a balance of unlike units", withTable({ columns: [...table.columns, { key: "x", header: "X", kind: { unit: "giờ" } }], rules: [{ id: "r", kind: "balance", total: "x", plus: ["walkIn"], gap: { likelihood: 0.1 } as never }] }), /rule r adds up columns of unlike units/],
    ["with a rule of no kind", withRule({ kind: "guess" }), /of no known kind/],
    ["with a rule that names no column", withRule({ kind: "at-most", less: "walkIn", more: "nobody" }), /more names no column/],
    ["with a rule that can never fail", withRule({ kind: "at-most", less: "walkIn", more: "walkIn" }), /can never fail/],
    ["with a rule that leaves something out", withRule({ kind: "target", result: "walkIn" }), /target is missing/],
    ["with a rule that says more than its kind takes", withRule({ kind: "at-most", less: "walkIn", more: "all", unless: "x" }), /rule has an unknown “unless”/],
    ["with bands that leave a gap", withTable({ ...scores, rules: [{ ...scores.rules![0]!, from: [[2, "Tốt"], [1, "Yếu"]] } as Rule] }), /leaves a gap/],
    ["with a value no cell can hold", withTable({ ...scores, rows: { lines: [{ key: "one", label: "Một", given: { most: "2,55" } }] } }), /cannot hold/],
    ["with a value above the most", withTable({ ...scores, rows: { lines: [{ key: "one", label: "Một", given: { most: 3 } }] } }), /more than column most can hold/],
    ["with a cell in a line that is none", withTable({ ...scores, rules: [{ ...scores.rules![0]!, of: { row: "three", column: "own" } } as Rule] }), /of names no cell/],
    ["with a figure compared with an unknown form", withTable({ ...scores, rules: [{ id: "r", kind: "equal", one: { row: "one", column: "own" }, other: { form: "x-99", row: "one", column: "own" } }] }), /other names no cell/],
    ["with a quantity in a column of words", { ...visitsForm, quantities: [{ quantity: "visits", columns: ["field"] }] }, /quantity visits stands in no column/],
    ["with a mark on a mere proposal", { ...visitsForm, grade: "C" }, /prints no mark/],
    ["that ends before it begins", { ...visitsForm, to: "2019-12-31" }, /dates/],
  ])("%s", (_, form, fault) => {
    expect(faults(form).join("\n")).toMatch(fault);
  });
});

describe("what the rules of a form say of its cells", () => {
  const by = (layout: TableForm, cell: string) => determinationsOf(layout).find((each) => each.cell === cell)?.by;

  it("is which one is wrong where a row and a column cross", () => {
    expect(by(table, "*.walkIn")).toBe("rules");
    expect(by(table, "total.all")).toBe("rules");
  });

  it("is only that something is wrong where a column alone speaks", () => {
    expect(by(table, "*.settled")).toBe("choice");
    expect(by(scores, "one.own")).toBe("choice");
    expect(by(scores, "total.own")).toBe("choice");
  });

  it("is everything where the form prints the figure, or a rating follows", () => {
    expect(by(scores, "one.most")).toBe("rules");
    expect(by(scores, "total.remark")).toBe("rules");
  });

  it("is nothing of a cell that no rule touches", () => {
    const { foot: _, rules: __, ...bare } = scores;
    expect(by(bare, "one.own")).toBe("nothing");
  });
});
