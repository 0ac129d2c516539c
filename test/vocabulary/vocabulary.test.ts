import { figureColumns, footKey } from "../../src/core/form/Form";
import { columnUnder } from "../../src/core/figures/closingRows";
import { decimalsOf } from "../../src/core/figures/readFigure";
import { FORMS } from "../../src/forms/forms";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";

const { quantities, words } = VOCABULARY;
const byId = new Map(quantities.map((each) => [each.id, each]));

it("is data that survives JSON", () => {
  expect(JSON.parse(JSON.stringify(VOCABULARY))).toEqual(VOCABULARY);
});

it("names each quantity once, in both languages", () => {
  expect(byId.size).toBe(quantities.length);
  for (const { name } of quantities) expect([name.vi, name.en].every((each) => each.trim().length > 3)).toBe(true);
  expect(new Set(quantities.map(({ name }) => name.vi)).size).toBe(quantities.length);
});

it("speaks only of quantities it has", () => {
  const spoken = quantities.flatMap(({ splits = [], atMost = [], beside = [], rate = [] }) => [
    ...splits.flat(), ...atMost, ...beside, ...rate.flatMap(({ above, below }) => [...above, ...below]),
  ]);
  expect(spoken.filter((id) => !byId.has(id))).toEqual([]);
});

it("splits what is counted into parts of its own unit, and never in a circle", () => {
  const parts = (id: string): readonly string[] => byId.get(id)!.splits?.flat() ?? [];
  for (const { id, unit, decimals } of quantities) {
    for (const part of parts(id)) expect([byId.get(part)!.unit, byId.get(part)!.decimals]).toEqual([unit, decimals]);
    let within = parts(id);
    for (let depth = 0; depth < 5; depth++) {
      expect(within).not.toContain(id);
      within = within.flatMap(parts);
    }
    expect(within).toEqual([]);
  }
});

it("adds up no shares, and works each of them out anew", () => {
  for (const { unit, overUnits, overPeriods, rate } of quantities) {
    if (unit === "%") expect([overUnits, overPeriods]).toEqual(["anew", "anew"]);
    else expect(rate).toBeUndefined();
  }
});

it("names quantities by words it has, and has no words that name nothing", () => {
  const kinds = new Set(words.map(({ kind }) => kind));
  const used = quantities.flatMap(({ words: own = [], loosely }) => (loosely ? [...own, loosely.word] : own));
  expect(used.filter((kind) => !kinds.has(kind))).toEqual(["loosePeriod"]);
  expect([...kinds].filter((kind) => !used.includes(kind))).toEqual(["place", "field", "files"]);
});

describe.each(FORMS.map((form) => [form.id, form] as const))("what form %s counts", (_, { quantities: bindings = [], tables }) => {
  it("is in the vocabulary, in columns of its unit and decimals", () => {
    for (const binding of bindings) {
      const known = byId.get(binding.quantity)!;
      if ("lines" in binding) {
        expect(known.decimals ?? 0).toBe(0);
        continue;
      }
      const { table, columns, row } = binding;
      const layout = tables.find(({ key }) => key === (table ?? tables[0].key))!;
      const bound = columns.map((key) => figureColumns(layout.columns).find((column) => column.key === key)!);
      const feet = (layout.foot ?? []).filter((foot) => footKey(foot) === row);
      const held = bound.map((column) => columnUnder(column, feet, layout));
      expect(held.map((column) => [column.kind.unit, decimalsOf(column)])).toEqual(columns.map(() => [known.unit, known.decimals ?? 0]));
      const lines = "lines" in layout.rows ? layout.rows.lines.map(({ key }) => key) : [];
      if (row !== undefined) expect([...lines, ...(layout.foot ?? []).map(footKey)]).toContain(row);
    }
  });

  it("is bound once", () => {
    const ids = bindings.map(({ quantity }) => quantity);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
