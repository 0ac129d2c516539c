import type { Change } from "../../src/core/checks/Check";
import { a1, parseA1, type Position } from "../../src/core/sheet/Address";
import { numberValue, plainText, textValue } from "../../src/core/sheet/Cell";
import { editsTogether, type Chosen } from "../../src/core/suggestions/editsTogether";

const at = (address: string): Position => parseA1(address)!;
const words = { vi: "", en: "" };
const change = (address: string, from: number | string, to: number): Change => ({ at: at(address), from: typeof from === "number" ? numberValue(from) : textValue(from), to: numberValue(to) });

const chosen = (changes: readonly Change[], follows: readonly string[] = [], sheet = "A"): Chosen => ({
  finding: { id: "", sheet, form: "ii-06a", severity: "error", cells: [changes[0]!.at], follows: follows.map(at), message: words, reasons: [{ check: "balance", phrase: words }], suggestions: [] },
  suggestion: { changes, sure: "certain", why: words },
});

const made = (...all: readonly Chosen[]) => {
  const { edits, taken } = editsTogether(all);
  return [edits.map(({ sheet, at: cell, to }) => `${sheet}!${a1(cell)}=${to.kind === "formula" ? to.formula : plainText(to)}`).join(" "), all.map((each) => taken.includes(each))];
};

describe("suggestions made together", () => {
  it("are made one beside the other where they touch different cells, or sheets", () => {
    expect(made(chosen([change("C9", 657, 675)]), chosen([change("C9", 994, 949)], [], "B"))).toEqual(["A!C9=675 B!C9=949", [true, true]]);
  });

  it("mend a sum that follows two wrong cells by both of their differences", () => {
    const one = chosen([change("C9", 657, 675), change("C16", 1679, 1697)], ["C16"]);
    const other = chosen([change("C10", 994, 949), change("C16", 1679, 1634)], ["C16"]);
    expect(made(one, other)).toEqual(["A!C9=675 A!C16=1652 A!C10=949", [true, true]]);
  });

  it("do so where the sum is text, as the form prints it", () => {
    const one = chosen([change("C9", "657", 675), change("C16", "1.679", 1697)], ["C16"]);
    const other = chosen([change("C10", "994", 949), change("C16", "1.679", 1634)], ["C16"]);
    expect(made(one, other)).toEqual(["A!C9=675 A!C16=1652 A!C10=949", [true, true]]);
  });

  it("leave out with all its changes one that contradicts an earlier one", () => {
    const one = chosen([change("D9", 1, 2)]);
    const other = chosen([change("E9", 5, 6), change("D9", 1, 3)]);
    expect(made(one, other)).toEqual(["A!D9=2", [true, false]]);
  });

  it("leave out one that blames a cell for what another says it only follows", () => {
    const one = chosen([change("D9", 1, 2), change("D16", 10, 11)], ["D16"]);
    const other = chosen([change("D16", 10, 12)]);
    expect(made(one, other)).toEqual(["A!D9=2 A!D16=11", [true, false]]);
  });

  it("take a change that two of them ask for once", () => {
    expect(made(chosen([change("D9", 1, 2)]), chosen([change("D9", 1, 2), change("E9", 3, 4)]))).toEqual(["A!D9=2 A!E9=4", [true, true]]);
  });
});
