import { readFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../../src/core/audit";
import { describeSheet } from "../../src/core/described/describeSheet";
import { sayRelation } from "../../src/core/described/sayDescription";
import type { Finding } from "../../src/core/findings/Finding";
import { a1 } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { finish } from "../../src/core/steps";
import { LIBRARY } from "../../src/library";
import { sheetFromText, withCells } from "../fixtures/sheetFromText";

/** Forms of other fields: headers and numbering rows as issued, figures invented. */
const sheetOf = (name: string): Sheet => sheetFromText(readFileSync(join(__dirname, "fields", `${name}.tsv`), "utf8"), "Biểu 01");

const read = (sheet: Sheet): readonly string[] => finish(describeSheet(sheet)).flatMap(({ relations }) => relations.map((relation) => `${relation.standing}: ${sayRelation(relation).vi}`));

async function findingsIn(sheet: Sheet): Promise<readonly Finding[]> {
  const { tables, sheets } = await audit([sheet], LIBRARY);
  expect(tables.map(({ table }) => table.form.id)).toEqual(["described"]);
  return [...tables, ...sheets].flatMap(({ findings }) => findings);
}

const RELATIONS: Readonly<Record<string, readonly string[]>> = {
  "compensation": [
    "used: Cột 1 phải bằng tổng các cột từ 2 đến 9: đúng ở cả 7 dòng",
    "used: Cột 10 phải bằng tổng các cột từ 11 đến 14: đúng ở cả 7 dòng",
    "used: Cột 16 phải bằng tổng các cột từ 17 đến 20: đúng ở cả 7 dòng",
  ],
  "denunciations": [
    "used: Cột 1 phải bằng cột 2 cộng cột 3: đúng ở cả 7 dòng",
    "used: Cột 6 phải bằng tổng các cột từ 7 đến 10: đúng ở cả 7 dòng",
    "told: Cột 6 phải bằng cột 24 cộng cột 26 cộng cột 28: chưa có số liệu để đối chiếu",
    "told: Cột 6 phải bằng cột 30 cộng cột 31: chưa có số liệu để đối chiếu",
    "told: Cột 8 phải bằng cột 25 cộng cột 27 cộng cột 29: chưa có số liệu để đối chiếu",
    "told: Cột 1 phải bằng “Cột (20) thuộc Biểu 01/XLD”",
    "told: Cột 4 phải bằng “Cột (26) thuộc Biểu 03/XLD”",
  ],
  "education": [
    "used: Cột 3 phải bằng cột 4 cộng cột 5: đúng ở cả 6 dòng",
    "used: Cột 6 phải bằng cột 3 chia cho cột 2: đúng ở cả 6 dòng (6 dòng lệch do làm tròn)",
  ],
  "employment": [
    "used: Cột 3 phải bằng cột 1 cộng cột 2: đúng ở cả 7 dòng",
    "used: Cột 6 phải bằng cột 3 trừ cột 4 trừ cột 5: đúng ở cả 7 dòng",
    "used: Cột 7 phải bằng cột 4 chia cho cột 3 nhân 100: đúng ở cả 7 dòng",
  ],
  "land": [
    "used: Cột 4 phải bằng cột 5 cộng cột 9: đúng ở cả 11 dòng",
    "used: Cột 5 phải bằng cột 6 cộng cột 7 cộng cột 8: đúng ở cả 11 dòng",
    "used: Cột 9 phải bằng cột 10 cộng cột 11: đúng ở cả 11 dòng",
  ],
  "payments": [
    "used: Cột 3 phải bằng cột 1 nhân cột 2: đúng ở cả 6 dòng",
    "used: Cột 6 phải bằng cột 4 cộng cột 5: đúng ở cả 6 dòng",
    "used: Cột 7 phải bằng cột 3 trừ cột 6: đúng ở cả 6 dòng",
    "used: Cột 13 phải bằng cột 11 cộng cột 12: đúng ở cả 6 dòng",
  ],
  "population": [
    "used: Cột 1 phải bằng cột 2 cộng cột 3: đúng ở cả 6 dòng",
    "used: Cột 1 phải bằng cột 4 cộng cột 5: đúng ở cả 6 dòng",
  ],
  "profit-and-loss": [
    "used: Dòng 10 phải bằng dòng 01 trừ dòng 02: đúng ở cả 2 cột",
    "used: Dòng 20 phải bằng dòng 10 trừ dòng 11: đúng ở cả 2 cột",
    "used: Dòng 30 phải bằng dòng 20 cộng dòng 21 trừ dòng 22 trừ dòng 25 trừ dòng 26: đúng ở cả 2 cột",
    "used: Dòng 40 phải bằng dòng 31 trừ dòng 32: đúng ở cả 2 cột",
    "used: Dòng 50 phải bằng dòng 30 cộng dòng 40: đúng ở cả 2 cột",
    "used: Dòng 60 phải bằng dòng 50 trừ dòng 51 trừ dòng 52: đúng ở cả 2 cột",
  ],
  "purchases": [
    "used: Cột 3 phải bằng cột 1 cộng cột 2: đúng ở cả 7 dòng",
    "used: Cột 7 phải bằng cột 5 cộng cột 6: đúng ở cả 6 dòng",
    "used: Cột 9 phải bằng cột 7 nhân cột 8: đúng ở cả 6 dòng",
    "used: Cột 12 phải bằng cột 10 cộng cột 11: đúng ở cả 7 dòng",
    "used: Cột 13 phải bằng cột 9 trừ cột 12: đúng ở cả 6 dòng",
    "used: Cột 17 phải bằng cột 14 trừ cột 13: đúng ở cả 7 dòng",
  ],
  "reserve-plan": [
    "used: Cột 11 phải bằng cột 10 trừ cột 8: đúng ở cả 7 dòng",
  ],
  "sales": [
    "used: Cột 11 phải bằng cột 9 cộng cột 10: đúng ở cả 7 dòng",
    "used: Cột 14 phải bằng cột 12 cộng cột 13: đúng ở cả 7 dòng",
    "used: Cột 15 phải bằng cột 11 cộng cột 14: đúng ở cả 7 dòng",
    "used: Cột 16 phải bằng cột 5 trừ cột 6 trừ cột 12: đúng ở cả 7 dòng",
  ],
  "stamps": [
    "used: Cột 7 phải bằng cột 8 cộng cột 9 cộng cột 10: đúng ở cả 6 dòng",
    "used: Cột 11 phải bằng cột 5 cộng cột 6 trừ cột 7: đúng ở cả 6 dòng",
  ],
  "vaccination": [
    "used: Cột 2 phải bằng cột 3 cộng cột 4: đúng ở cả 6 dòng",
    "used: Cột 5 phải bằng cột 1 trừ cột 2: đúng ở cả 6 dòng",
    "used: Cột 6 phải bằng cột 2 chia cho cột 1 nhân 100: đúng ở cả 6 dòng",
    "used: Cột 9 phải bằng cột 7 nhân cột 8: đúng ở cả 5 dòng",
  ],
  "wage-budget": [
    "used: Cột 2 phải bằng cột 3 cộng cột 7: đúng ở cả 7 dòng",
    "used: Cột 3 phải bằng cột 4 cộng cột 5 cộng cột 6: đúng ở cả 7 dòng",
    "used: Cột 15 phải bằng cột 16 cộng cột 20: đúng ở cả 7 dòng",
    "used: Cột 16 phải bằng cột 17 cộng cột 18 cộng cột 19: đúng ở cả 7 dòng",
    "used: Cột 26 phải bằng cột 27 cộng cột 31: đúng ở cả 7 dòng",
    "used: Cột 27 phải bằng cột 28 cộng cột 29 cộng cột 30: đúng ở cả 7 dòng",
  ],
};

describe("a form of another field that prints its own formulas", () => {
  it.each(Object.entries(RELATIONS))("is read: %s", (name, relations) => expect(read(sheetOf(name))).toEqual(relations));

  it.each(Object.keys(RELATIONS).map((name) => [name]))("is not accused where it is right: %s", async (name) => expect(await findingsIn(sheetOf(name))).toEqual([]));

  it.each([
    ["compensation", "C9", 1641, 1647],
    ["compensation", "R10", 1010, 1016],
    ["denunciations", "B9", 329, 325],
    ["denunciations", "G10", 877, 873],
    ["denunciations", "B12", 277, 273],
    ["education", "E9", 879, 875],
    ["education", "E10", 1317, 1313],
    ["education", "C11", 18, 14],
    ["employment", "C9", 60, 66],
    ["employment", "D10", 92, 98],
    ["employment", "E11", 193, 199],
    ["land", "D9", 705, 701],
    ["land", "F14", 61.5, 61.1],
    ["land", "F17", 72.3, 72.9],
    ["payments", "F9", 154, 150],
    ["payments", "H11", 608, 604],
    ["population", "B9", 104.6, 104.2],
    ["population", "F10", 39.8, 39.4],
    ["population", "B12", 15.6, 15.2],
    ["profit-and-loss", "D9", 8091, 8097],
    ["profit-and-loss", "D18", -590, -596],
    ["purchases", "D9", 263, 269],
    ["purchases", "D11", 15, 11],
    ["purchases", "D13", 75, 71],
    ["reserve-plan", "M10", 318, 314],
    ["sales", "O9", 104, 100],
    ["sales", "L11", 461, 467],
    ["stamps", "G9", 358, 354],
    ["stamps", "H10", 58, 54],
    ["vaccination", "C9", 312, 318],
    ["vaccination", "F10", 6, 2],
    ["vaccination", "G11", 16, 12],
    ["wage-budget", "C9", 791, 797],
    ["wage-budget", "AG11", 106, 102],
    ["wage-budget", "AG15", 264, 260],
    // A slip in a product is told once, though its column's total fails with it.
    ["vaccination", "K9", 83264, 83260],
    ["vaccination", "I9", 909, 905],
  ] as const)("%s: has %s, in which %d was typed, found and put back to %d", async (name, at, typed, right) => {
    const [finding, ...others] = await findingsIn(withCells(sheetOf(name), { [at]: String(typed) }));
    expect(others).toEqual([]);
    const [best] = finding!.suggestions;
    expect(best!.changes.map((change) => [a1(change.at), change.to])).toContainEqual([at, { kind: "number", number: right }]);
  });
});
