import { describeSheet } from "../../src/core/described/describeSheet";
import type { Term } from "../../src/core/described/Relation";
import type { JudgedRelation } from "../../src/core/described/TableDescription";
import { finish } from "../../src/core/steps";
import { drawTable, type DrawnRelation } from "./drawTable";

const names = (terms: readonly Term[]): string => terms.map(({ name }) => name).join("+");
const said = (relation: DrawnRelation): string => {
  switch (relation.kind) {
    case "sum":
      return `${relation.total}=${relation.plus.join("+")}${relation.minus.map((each) => `-${each}`).join("")}`;
    case "product":
      return `${relation.total}=${relation.factors.join("*")}`;
    case "ratio":
      return `${relation.total}=${relation.above.join("+")}/${relation.below.join("+")}`;
  }
};

function read({ total, shape }: JudgedRelation): string {
  switch (shape.kind) {
    case "sum":
      return `${total.name}=${names(shape.plus)}${shape.minus.map(({ name }) => `-${name}`).join("")}`;
    case "product":
      return `${total.name}=${shape.factors.map(({ name }) => name).join("*")}`;
    case "ratio":
      return `${total.name}=${names(shape.above)}/${names(shape.below)}`;
    case "expression":
      return `${total.name}=?`;
  }
}

/** How many tables are drawn: a few hundred, or as many as asked for. */
const TABLES = Number(process.env["DRAWN_TABLES"] ?? 300);

it("reads back every relation of drawn tables, in all the notations that forms print them, and finds them obeyed", () => {
  const faults: string[] = [];
  for (let seed = 1; seed <= TABLES; seed++) {
    const { sheet, relations } = drawTable(seed);
    const tables = finish(describeSheet(sheet));
    const found = tables.flatMap((table) => table.relations);
    const [wanted, got] = [relations.map(said).sort(), found.map(read).sort()];
    if (wanted.join() !== got.join()) faults.push(`${seed}: ${wanted.filter((each) => !got.includes(each)).join(" ")} is not read, ${got.filter((each) => !wanted.includes(each)).join(" ")} is invented`);
    for (const relation of found) if (relation.standing !== "used" || relation.evidence.breaks > 0) faults.push(`${seed}: ${read(relation)} is ${relation.standing}`);
  }
  expect(faults).toEqual([]);
});
