import { keysIn } from "../../src/core/form/Worked";
import type { Check, Verdict } from "../../src/core/checks/Check";
import type { Rule } from "../../src/core/form/Form";
import { a1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { formWith, ruleOf, tableWith } from "../fixtures/tableWith";

const COLUMNS = [
  { key: "unit", header: "Đơn vị", kind: "label" as const },
  { key: "amount", no: 1, header: "Số lượng", kind: { unit: "cái" } },
  { key: "price", no: 2, header: "Đơn giá", kind: { unit: "đồng" } },
  { key: "cost", no: 3, header: "Thành tiền", kind: { unit: "đồng" } },
  { key: "paid", no: 4, header: "Đã trả", kind: { unit: "đồng" } },
  { key: "share", no: 5, header: "Tỷ lệ", kind: { unit: "%", decimals: 1 } },
];

type Relation = Omit<Extract<Rule, { readonly kind: "relation" }>, "id" | "kind">;
type Cells = Readonly<Record<string, number | string>>;

const checkOf = (relation: Relation, ...rows: readonly Cells[]): readonly [Check, readonly Verdict[]] => {
  const form = formWith(COLUMNS, [{ id: "x", kind: "relation", ...relation }]);
  const table = tableWith(form, rows.map((cells, index) => [`Xã ${index + 1}`, cells]));
  const check = ruleOf(table, "x");
  return [check, [...check.judge(table, { tables: [table], answers: new Map() })]];
};

const told = (relation: Relation, ...rows: readonly Cells[]): readonly string[] =>
  checkOf(relation, ...rows)[1].map((verdict) => {
    if (verdict.kind !== "fail") return verdict.kind;
    const to = verdict.suggestions?.[0]?.changes[0]?.to;
    return `fail ${verdict.cells.map(a1).join(" ")}${to ? ` → ${plainText(to as never)}` : ""}`;
  });

const PRODUCT: Relation = { total: "cost", formula: { times: ["amount", "price"] }, printed: "3=1x2" };
const REST: Relation = { total: "share", formula: { plus: [{ constant: 100 }], minus: [{ times: ["paid", { constant: 100 }], over: ["cost"] }] }, printed: "5=100-4/3x100" };

describe("a relation that a form prints", () => {
  it("holds for a product, and offers what it comes to where it does not", () => {
    expect(told(PRODUCT, { amount: 3, price: 20, cost: 60 }, { amount: 3, price: 20, cost: 80 })).toEqual(["pass", "fail D11 B11 C11 → 60"]);
    expect(checkOf(PRODUCT)[0].role).toBe("heard");
  });

  it("says of a failing product what its total and its factors would be, as facts for finding the guilty cell", () => {
    const form = formWith(COLUMNS, [{ id: "x", kind: "relation", ...PRODUCT }]);
    const table = tableWith(form, [["A", { amount: 3, price: 20, cost: 80 }], ["B", { amount: 4, price: 20, cost: 80 }]]);
    const facts = [...ruleOf(table, "x").facts!(table, { tables: [table], answers: new Map() })];
    // 80/20 are four; no whole price makes 80 of three.
    expect(facts.map(({ figure, count }) => `${a1(figure.at)} ${count}`)).toEqual(["D10 60", "B10 4"]);
  });

  it("says nothing where the total is blank, or a figure cannot be read", () => {
    expect(told(PRODUCT, { amount: 3, price: 20 }, { amount: "ba", price: 20, cost: 60 })).toEqual(["skip", "skip"]);
  });

  it("takes a share rounded or cut to the digits it shows, and no other", () => {
    const third = { amount: 1, price: 1, cost: 300, paid: 100 };
    expect(told(REST, { ...third, share: 66.7 }, { ...third, share: 66.6 }, { ...third, share: 67 }, { ...third, share: 66.9 })).toEqual(["pass", "pass", "pass", "fail F13 E13 D13 → 66.7"]);
  });

  it("divides by nothing nowhere", () => expect(told(REST, { cost: 0, paid: 0, share: 10 })).toEqual(["skip"]));

  it("finds guilty cells by what only adds and takes away", () => {
    const [check, [verdict]] = checkOf({ total: "cost", formula: { plus: ["paid", "price"], minus: ["amount"] }, printed: "3=4+2-1" }, { amount: 1, price: 20, paid: 5, cost: 25 });
    expect(check.role).toBe("sum");
    expect(verdict).toMatchObject({ kind: "fail", balance: { total: { at: { column: 3 } }, parts: [{ at: { column: 4 } }, { at: { column: 2 } }], taken: [{ at: { column: 1 } }] } });
  });

  it("lets sums of rounded figures miss by their rounding", () => {
    const columns = ["a", "b", "c"].map((key, index) => ({ key, no: index + 1, header: key, kind: { unit: "ha", decimals: 1 } }));
    const form = formWith([COLUMNS[0]!, ...columns], [{ id: "x", kind: "relation", total: "a", formula: { plus: ["b", "c"] }, printed: "1=2+3", rounded: true }]);
    const table = tableWith(form, [["A", { a: 1.1, b: 0.5, c: 0.5 }], ["B", { a: 1.4, b: 0.5, c: 0.5 }]]);
    const check = ruleOf(table, "x");
    expect([...check.judge(table, { tables: [table], answers: new Map() })].map(({ kind }) => kind)).toEqual(["pass", "fail"]);
    expect(check.role).toBe("heard");
  });

  it("holds of lines in every column of figures", () => {
    const lines = ["01", "02", "10"].map((ordinal) => ({ key: `r${ordinal}`, ordinal, label: `Chỉ tiêu ${ordinal}` }));
    const form = formWith([COLUMNS[0]!, COLUMNS[1]!, COLUMNS[3]!], [{ id: "x", kind: "relation", total: "r10", formula: { plus: ["r01"], minus: ["r02"] }, printed: "10=01-02", along: "lines" }], { rows: { lines } });
    const table = tableWith(form, [["r01", { amount: 9, cost: 90 }], ["r02", { amount: 4, cost: 40 }], ["r10", { amount: 5, cost: 60 }]]);
    expect([...ruleOf(table, "x").judge(table, { tables: [table], answers: new Map() })].map((verdict) => (verdict.kind === "fail" ? verdict.cells.map(a1).join() : verdict.kind))).toEqual(["pass", "C12"]);
  });

  it("names its figures in their order", () => expect(keysIn(REST.formula)).toEqual(["paid", "cost"]));
});
