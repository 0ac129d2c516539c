import { adds, parseAdditiveFormula, type AdditiveFormula } from "../sheet/additiveFormula";
import { a1, positionKey, type Position } from "../sheet/Address";
import { contentOf, numberValue } from "../sheet/Cell";
import { derivedCells, formulaOf, type DerivedCell } from "../table/derived";
import { meantCount } from "../table/Reading";
import type { Figure } from "../table/Table";
import type { Change, Check, Verdict } from "./Check";

/** Parts that the formula leaves out. */
function missed(formula: AdditiveFormula, { parts }: DerivedCell): readonly Figure[] {
  return parts.filter(({ at }) => !adds(formula, at));
}

/** Figures of the table that it adds although they are no part: another total, or itself. */
function surplus(formula: AdditiveFormula, { parts, figure }: DerivedCell, figures: ReadonlyMap<number, Figure>): readonly Figure[] {
  const own = new Set(parts.map(({ at }) => positionKey(at)));
  const self = positionKey(figure.at);
  const extra: Figure[] = [];
  for (const { range } of formula) {
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const key = positionKey({ row, column });
        const each = own.has(key) ? undefined : figures.get(key);
        if (each && (key === self || (meantCount(each.reading) ?? 0) !== 0)) extra.push(each);
      }
    }
  }
  return extra;
}

/** Texts that SUM passes over although they mean a number. */
function skippedTexts(formula: AdditiveFormula, { parts }: DerivedCell): readonly Figure[] {
  const summed = formula.filter((term) => term.summed);
  return parts.filter(
    ({ at, cell, reading }) => cell.value.kind === "text" && cell.formula === undefined && reading.kind === "count" && reading.count !== 0 && adds(summed, at),
  );
}

const list = (cells: readonly Position[]): string =>
  cells.length > 6 ? `${cells.slice(0, 5).map(a1).join(", ")}, … (${cells.length})` : cells.map(a1).join(", ");

function judgeFormula(derived: DerivedCell, formula: AdditiveFormula, figures: ReadonlyMap<number, Figure>): Verdict {
  const { figure, parts } = derived;
  const at = a1(figure.at);
  const text = figure.cell.formula!;
  const out = missed(formula, derived);
  const extra = surplus(formula, derived, figures);
  if (out.length > 0 || extra.length > 0) {
    const proper = formulaOf(derived);
    const sum = parts.reduce((total, { reading }) => total + (meantCount(reading) ?? 0), 0);
    const cells = list((out.length > 0 ? out : extra).map((each) => each.at));
    return {
      kind: "fail",
      cells: [figure.at],
      spoils: figure.at,
      phrase:
        out.length > 0
          ? { vi: `Công thức ở ô ${at} (${text}) bỏ sót ô ${cells}.`, en: `The formula in cell ${at} (${text}) leaves out ${cells}.` }
          : { vi: `Công thức ở ô ${at} (${text}) cộng thừa ô ${cells}.`, en: `The formula in cell ${at} (${text}) adds ${cells} as well.` },
      suggestions: [
        {
          changes: [{ at: figure.at, from: contentOf(figure.cell), to: { kind: "formula", formula: proper, value: numberValue(sum) } }],
          sure: "certain",
          why: { vi: `Sửa công thức thành ${proper}`, en: `Make the formula ${proper}` },
        },
      ],
    };
  }
  const texts = skippedTexts(formula, derived);
  if (texts.length === 0) return { kind: "pass" };
  const changes = texts.map(
    ({ at: place, cell, reading }): Change => ({ at: place, from: contentOf(cell), to: numberValue(meantCount(reading)!) }),
  );
  return {
    kind: "fail",
    cells: texts.map((each) => each.at) as [Position, ...Position[]],
    spoils: figure.at,
    phrase: {
      vi: `Công thức ở ô ${at} (${text}) không cộng ô ${list(texts.map((each) => each.at))} vì ở đó số được lưu ở dạng chữ.`,
      en: `The formula in cell ${at} (${text}) does not add ${list(texts.map((each) => each.at))}, where a number is stored as text.`,
    },
    suggestions: [
      {
        changes,
        sure: "certain",
        why: { vi: "Chuyển chữ thành số để công thức cộng đủ", en: "Turn the text into numbers so that the formula adds them" },
      },
    ],
  };
}

/** Sum formulas add up exactly their parts: no row left out, none twice, no text passed over. */
export function formulaRange({ id }: { readonly id: string }): Check {
  return {
    id,
    kind: "formula-range",
    severity: "error",
    title: { vi: "Công thức cộng đủ và đúng các ô thành phần", en: "Sum formulas add up exactly their parts" },
    *judge(table) {
      const figures = new Map(table.rows.flatMap((row) => row.figures).map((figure) => [positionKey(figure.at), figure]));
      const seen = new Map<number, DerivedCell[]>();
      for (const derived of derivedCells(table)) {
        if (derived.figure.cell.formula === undefined) continue;
        const key = positionKey(derived.figure.at);
        seen.set(key, [...(seen.get(key) ?? []), derived]);
      }
      for (const ways of seen.values()) {
        const formula = parseAdditiveFormula(ways[0]!.figure.cell.formula!);
        if (!formula) {
          yield { kind: "skip", cells: [ways[0]!.figure.at], why: "nothing-to-compare" };
          continue;
        }
        // A total may be added up down its column or across its row: either will do.
        const fits = ways.find((way) => missed(formula, way).length === 0);
        yield judgeFormula(fits ?? ways[0]!, formula, figures);
      }
    },
  };
}
