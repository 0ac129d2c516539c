import { fold } from "../sheet/fold";
import type { TableAsRead } from "../table/TableAsRead";
import type { ColumnNature } from "./ColumnNature";
import { shapeOf, termsOf, type Formula, type Relation, type Term } from "./Relation";
import { withoutEnd } from "../words/withoutEnd";

/** Words that tell nothing of a column among others. */
const EMPTY: ReadonlySet<string> = new Set(["so", "ho", "cac", "cua", "tong", "va"]);
/** A text names a column if they share so much of their words (Dice). */
const LEAST_ALIKE = 0.75;
/** Longer sentences are no formulas. */
const LONGEST = 300;

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .filter((word) => word !== "" && !EMPTY.has(word));

function likeness(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  const shared = one.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return one.length + other.length === 0 ? 0 : (2 * shared.length) / (one.length + other.length);
}

/** The column that words name, if one is more like them than any other. */
function columnFinder({ columns }: TableAsRead, natures: readonly ColumnNature[]): (text: string) => Term | undefined {
  const known = columns.flatMap(({ path }, place) => {
    if (natures[place]!.holds !== "figure" || path.length === 0) return [];
    const name = path.at(-1)!.text.replace(/\s+/g, " ").trim();
    return [{ name, place, ways: [wordsOf(name), wordsOf(path.map(({ text }) => text).join(" "))] }];
  });
  return (text) => {
    const words = wordsOf(text);
    const ranked = known.map((each) => ({ ...each, like: Math.max(...each.ways.map((way) => likeness(words, way))) })).sort((one, other) => other.like - one.like);
    const [first, second] = ranked;
    return first && first.like >= LEAST_ALIKE && (second === undefined || second.like < first.like) ? { name: first.name, at: first.place } : undefined;
  };
}

/** The operands of one level of brackets, with the sign before each. */
function split(text: string, signs: string): readonly (readonly [sign: string, operand: string])[] {
  const found: [string, string][] = [];
  let [depth, sign, from] = [0, "", 0];
  for (let at = 0; at <= text.length; at++) {
    const each = text[at] ?? "";
    if ("([{".includes(each) && each !== "") depth++;
    else if (")]}".includes(each) && each !== "") depth--;
    else if (depth === 0 && (each === "" || (signs.includes(each) && text.slice(from, at).trim() !== ""))) {
      found.push([sign, text.slice(from, at).trim()]);
      [sign, from] = [each, at + 1];
    }
  }
  return found;
}

const PERCENT = /^100\s*%?$/;
const WRAPPED = /^[([{](.*)[)\]}]$/su;
const DEEPEST = 4;

/** What words between signs come to; undefined where one operand names no column. */
function formulaOf(text: string, find: (text: string) => Term | undefined, depth: number): Formula | undefined {
  if (PERCENT.test(text)) return { kind: "constant", value: 100 };
  const term = find(text);
  if (term) return { kind: "term", term };
  const wrapped = WRAPPED.exec(text)?.[1];
  if (depth > DEEPEST) return undefined;
  const added = split(text, "+-−–");
  if (added.length > 1) {
    const items = added.map(([sign, operand]) => ({ sign: sign === "" || sign === "+" ? 1 : -1, of: formulaOf(operand, find, depth + 1) }) as const);
    return items.every((item) => item.of !== undefined) ? { kind: "sum", items: items as Extract<Formula, { kind: "sum" }>["items"] } : undefined;
  }
  const factors = split(text.replace(/\s[xX×]\s/g, " * "), "*/:");
  if (factors.length > 1) {
    const read = factors.map(([sign, operand]) => [sign, formulaOf(operand, find, depth + 1)] as const);
    if (read.some(([, each]) => each === undefined)) return undefined;
    const side = (isBelow: boolean): readonly Formula[] => read.filter(([sign]) => (sign === "/" || sign === ":") === isBelow).map(([, each]) => each!);
    return { kind: "product", above: side(false), below: side(true) };
  }
  return wrapped === undefined ? undefined : formulaOf(wrapped.trim(), find, depth + 1);
}

/** Relations said in the words of the headings: "Cần xử lý = Đã tiếp nhận + Tồn kỳ trước". Every operand must name a column, or nothing is read. */
export function wordRelations(note: string, table: TableAsRead, natures: readonly ColumnNature[]): readonly Relation[] {
  if (!note.includes("=")) return [];
  const find = columnFinder(table, natures);
  return note.split(/[\n;]/).flatMap((sentence): readonly Relation[] => {
    const [left = "", right, ...more] = sentence.split("=");
    if (right === undefined || more.length > 0 || sentence.length > LONGEST) return [];
    const total = find(left.replace(/^[^:]*:/, "").replace(/^\s*[-+*•]/, ""));
    const formula = total && formulaOf(withoutEnd(right, /[.,\s]/).trim(), find, 0);
    if (!formula || termsOf(formula).some(({ at }) => at === total.at) || termsOf(formula).length === 0) return [];
    return [{ axis: "columns", total, formula, shape: shapeOf(formula), printed: sentence.replace(/\s+/g, " ").trim() }];
  });
}
