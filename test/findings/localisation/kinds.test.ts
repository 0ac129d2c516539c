import { added, kindsIn, localised, named, RIGHT, spoilt, type Value } from "./typedTable";

const TOTAL = added(RIGHT);

interface Case {
  readonly kind: string;
  readonly spoilt: Readonly<Record<string, Value>>;
  /** What must be put right. */
  readonly right: readonly string[];
}

const CASES: readonly Case[] = [
  { kind: "typed-slip", spoilt: { "1|7": 161 }, right: ["1|7=116"] },
  { kind: "typed-slip", spoilt: { "8|4": 55 }, right: ["8|4=555"] },
  { kind: "left-blank", spoilt: { "5|6": null }, right: ["5|6=19"] },
  { kind: "blank-parts", spoilt: { "3|8": 0, "3|9": 0 }, right: ["3|8=301", "3|9=76"] },
  { kind: "exchanged-cells", spoilt: { "3|8": 76, "3|9": 301 }, right: ["3|8=301", "3|9=76"] },
  { kind: "exchanged-cells", spoilt: { "7|7": 46, "7|9": 79 }, right: ["7|7=79", "7|9=46"] },
  { kind: "exchanged-cells", spoilt: { "7|4": 118, "5|4": 41 }, right: ["5|4=118", "7|4=41"] },
  { kind: "shifted-value", spoilt: { "1|5": null, "1|6": 63 }, right: ["1|5=63", "1|6=0"] },
  { kind: "shifted-value", spoilt: { "4|6": 21, "4|5": null }, right: ["4|5=21", "4|6=2"] },
  { kind: "stale-subtotal", spoilt: { "8|3": 768 }, right: ["8|3=740"] },
  { kind: "wrong-total", spoilt: { "0|9": TOTAL[6]! - 4 }, right: [`0|9=${TOTAL[6]}`] },
  {
    kind: "stale-total",
    spoilt: { "0|3": TOTAL[0]! - 7, "0|5": TOTAL[2]! - 7, "0|7": TOTAL[4]! - 7, "0|8": TOTAL[5]! - 7 },
    right: [`0|3=${TOTAL[0]}`, `0|5=${TOTAL[2]}`, `0|7=${TOTAL[4]}`, `0|8=${TOTAL[5]}`],
  },
  { kind: "arbitrary-change", spoilt: { "3|5": 9470 }, right: ["3|5=152"] },
];

describe("what may have happened", () => {
  it.each(CASES)("$kind: $spoilt is found and put right", ({ kind, spoilt: cells, right }) => {
    const found = localised(spoilt(RIGHT, TOTAL, cells));
    expect([...named(found.wholes[0]!.repairs)].sort()).toEqual([...right].sort());
    expect(kindsIn(found)).toEqual([kind]);
    expect(found.complete).toBe(true);
  });

  it("a row's sum that was not added up again, and the total made from it, go together", () => {
    const found = localised(spoilt(RIGHT, TOTAL, { "8|3": 768, "0|3": TOTAL[0]! + 28 }));
    expect(named(found.wholes[0]!.repairs)).toEqual(["8|3=740", `0|3=${TOTAL[0]}`]);
    // Whether the total was typed from it or followed it, the numbers cannot tell.
    expect(kindsIn(found)[0]).toMatch(/^stale-subtotal/);
  });

  it("a total row that leaves a whole row out is one event", () => {
    const without = added(RIGHT.filter((_, index) => index !== 4));
    const found = localised({ rows: RIGHT, total: without });
    expect(kindsIn(found)).toEqual(["missed-row"]);
    expect([...named(found.wholes[0]!.repairs)].sort()).toEqual(TOTAL.flatMap((count, at) => (count === without[at] ? [] : [`0|${at + 3}=${count}`])).sort());
  });

  it("a row pasted twice is told from a row that the total leaves out: its second copy goes", () => {
    const twice = [...RIGHT.slice(0, 5), RIGHT[2]!, ...RIGHT.slice(5)];
    const found = localised({ rows: twice, total: TOTAL }, undefined, (index) => `Dòng ${index === 5 ? 3 : index + 1}`);
    expect(kindsIn(found)).toEqual(["repeated-row"]);
    expect(named(found.wholes[0]!.repairs, twice.length).every((name) => name.startsWith("6|") && name.endsWith("=0"))).toBe(true);
  });

  it("a row typed one column off is moved back as a whole, and what fell out of the table is worked out", () => {
    const row = RIGHT[2]!;
    const cells = Object.fromEntries([0, ...row.slice(0, -1)].map((count, at) => [`3|${at + 3}`, count]));
    const found = localised(spoilt(RIGHT, TOTAL, cells));
    expect(kindsIn(found)).toEqual(["shifted-line"]);
    expect(named(found.wholes[0]!.repairs)).toEqual(row.flatMap((count, at) => (count === cells[`3|${at + 3}`] ? [] : [`3|${at + 3}=${count}`])));
  });

  it("two parts left blank under a total whose columns followed are known by their sum only", () => {
    const { rows } = spoilt(RIGHT, TOTAL, { "3|8": 0, "3|9": 0 });
    const found = localised({ rows, total: added(rows as number[][]) });
    const answers = found.causes.flatMap(({ options }) => options.flatMap(({ events }) => events));
    expect(answers.some(({ unknown }) => unknown?.sum === 377 && unknown.figures.length === 2)).toBe(true);
  });

  it("parts left blank in a table that writes its noughts were left out together, the one that held nothing too", () => {
    const { rows } = spoilt(RIGHT, TOTAL, { "3|8": null, "3|9": null, "3|10": null });
    const found = localised({ rows, total: added(rows.map((row) => row.map(Number))) });
    expect(kindsIn(found)).toEqual(["blank-parts"]);
    expect(found.causes[0]!.options[0].events[0]!.unknown).toMatchObject({ sum: 377, figures: { length: 2 } });
  });

  it("parts left blank are one event, too, where one of their columns is out for another reason, which hides it", () => {
    const found = localised(spoilt(RIGHT, TOTAL, { "6|8": 0, "6|9": 0, "0|8": TOTAL[5]! - 2 }));
    const events = found.causes.flatMap(({ options }) => options.flatMap((option) => option.events));
    expect(events.filter(({ kind }) => kind === "blank-parts").map(({ repairs }) => named(repairs))).toContainEqual(["6|8=2", "6|9=6"]);
  });

  it("parts left blank are found where a value in the wrong column of another row hides what two of them held", () => {
    const found = localised(spoilt(RIGHT, TOTAL, { "5|4": 0, "5|5": 0, "5|6": 0, "7|5": 0, "7|6": 45 }));
    expect(named(found.wholes[0]!.repairs)).toEqual(["5|4=118", "5|5=131", "5|6=19", "7|5=45", "7|6=0"]);
    expect([...kindsIn(found)].sort()).toEqual(["blank-parts", "shifted-value"]);
  });

  it("beside a part left blank a nought that was written is meant", () => {
    const { rows } = spoilt(RIGHT, TOTAL, { "2|5": null, "2|4": 0 });
    const found = localised({ rows, total: added(rows.map((row) => row.map(Number))) });
    const unknown = found.causes.flatMap(({ options }) => options.flatMap(({ events }) => events.flatMap((event) => event.unknown?.figures ?? [])));
    expect(unknown).toEqual([]);
  });

  it("mistakes that hide each other in a column are both found", () => {
    // 26 became 62; in the next row the 36 of the same column were typed one column off. The column comes out.
    const rows = [[67, 32, 35, 0, 49, 23, 26, 0, 18, 13, 5], [56, 20, 31, 5, 48, 12, 36, 0, 8, 8, 0], ...RIGHT.slice(2)];
    const found = localised(spoilt(rows, added(rows), { "1|9": 62, "2|9": 0, "2|10": 36 }));
    expect(named(found.wholes[0]!.repairs)).toEqual(["1|9=26", "2|9=36", "2|10=0"]);
  });

  it.each<readonly [string, Readonly<Record<string, Value>>, readonly string[]]>([
    ["two exchanges", { "3|8": 76, "3|9": 301, "7|8": 46, "7|9": 33 }, ["3|8=301", "3|9=76", "7|8=33", "7|9=46"]],
    ["an exchange and a value one column off", { "8|4": 164, "8|5": 555, "4|4": 21, "4|5": null }, ["8|4=555", "8|5=164", "4|4=0", "4|5=21"]],
  ])("%s under the same two columns, of which neither shows by itself, are both found", (_, cells, right) => {
    const found = localised(spoilt(RIGHT, TOTAL, cells));
    expect([...named(found.wholes[0]!.repairs)].sort()).toEqual([...right].sort());
    expect(kindsIn(found).every((kind) => kind === "exchanged-cells" || kind === "shifted-value")).toBe(true);
  });

  it("two columns out by a little, opposite ways, are two totals sooner than four cells of the body", () => {
    const found = localised(spoilt(RIGHT, TOTAL, { "0|8": TOTAL[5]! + 2, "0|9": TOTAL[6]! - 2 }));
    expect([...named(found.wholes[0]!.repairs)].sort()).toEqual([`0|8=${TOTAL[5]}`, `0|9=${TOTAL[6]}`]);
  });

  it("live sums that passed over text are put right without anything else having happened, be their nought shown or not", () => {
    for (const nought of [0, null]) {
      const cells = { "6|12": "01", "6|11": nought, "0|11": TOTAL[8]! - 1, "0|12": TOTAL[9]! - 1 };
      const found = localised(spoilt(RIGHT, TOTAL, cells));
      expect(named(found.wholes[0]!.repairs)).toEqual(["6|11=1", `0|11=${TOTAL[8]}`, `0|12=${TOTAL[9]}`]);
      expect(found.causes).toEqual([]);
    }
  });

  it("in a table of thousands of rows two figures that changed places are found by the two columns that speak of them", () => {
    const unlike = [9_412, 260, 9_152, 0, 9_377, 8_301, 1_076, 0, 35, 31, 4];
    const rows = Array.from({ length: 2_100 }, (_, index) => (index === 1_000 ? unlike : RIGHT[index % RIGHT.length]!));
    const found = localised(spoilt(rows, added(rows), { "1001|8": 1_076, "1001|9": 8_301 }));
    expect(kindsIn(found)).toEqual(["exchanged-cells"]);
    expect(named(found.wholes[0]!.repairs, rows.length)).toEqual(["1001|8=8301", "1001|9=1076"]);
  });

  it("nothing is said of a right table", () => {
    const { wholes, causes, complete } = localised({ rows: RIGHT, total: TOTAL });
    expect(wholes.map(({ repairs }) => repairs)).toEqual([[]]);
    expect(causes).toEqual([]);
    expect(complete).toBe(true);
  });

  it("withdrawn files in one row leave the table right", () => {
    const rows = RIGHT.map((row, index) => (index === 7 ? [740, 555, 164, 21, 700, 431, 260, 9, 38, 38, 0] : row));
    const found = localised({ rows, total: added(rows) });
    expect(found.wholes[0]!.repairs).toEqual([]);
  });
});
