import { numberValue, textValue, type Cell } from "../../src/core/sheet/Cell";
import type { Rectangle } from "../../src/core/sheet/Address";
import type { Sheet } from "../../src/core/sheet/Sheet";

/** A relation of a drawn table, in its columns' printed numbers. */
export type DrawnRelation =
  | { readonly kind: "sum"; readonly total: string; readonly plus: readonly string[]; readonly minus: readonly string[] }
  | { readonly kind: "product"; readonly total: string; readonly factors: readonly string[] }
  | { readonly kind: "ratio"; readonly total: string; readonly above: readonly string[]; readonly below: readonly string[] };

/** A sheet drawn at random with a table that prints relations of its columns, in one of the notations that official forms use. */
export interface DrawnTable {
  readonly sheet: Sheet;
  readonly relations: readonly DrawnRelation[];
  /** Zero-based columns of the sheet by their printed numbers. */
  readonly columns: ReadonlyMap<string, number>;
  /** Zero-based rows with figures, without that of the total. */
  readonly rows: readonly number[];
}

/** Numbers from 0 up to below 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Draw = <Item>(items: readonly Item[]) => Item;

const GROUPS = ["Trường học", "Cơ sở y tế", "Lao động", "Vốn đầu tư", "Diện tích đất", "Vụ việc", "Hộ nghèo", "Phương tiện"];
const PARTS = ["Thành thị", "Nông thôn", "Nam", "Nữ", "Công lập", "Ngoài công lập", "Trung ương", "Địa phương", "Mới phát sinh", "Tồn kỳ trước", "Khác", "Dân tộc"];
const LETTERS = ["A", "B", "C"];

interface Leaf {
  readonly number: string;
  readonly path: readonly string[];
}

/** Columns in groups, each with its total, and what they come to. */
function drawColumns(next: () => number, pick: Draw): { readonly leaves: readonly Leaf[]; readonly relations: readonly DrawnRelation[] } {
  const leaves: Leaf[] = [];
  const relations: DrawnRelation[] = [];
  const suffixes = next() < 0.15;
  let number = 0;
  const add = (...path: readonly string[]): string => {
    const own = suffixes && leaves.length > 2 && next() < 0.1 ? `${number}a` : String(++number);
    const name = leaves.some((leaf) => leaf.number === own) ? String(++number) : own;
    leaves.push({ number: name, path });
    return name;
  };
  for (let group = 0, groups = 1 + Math.floor(next() * 3); group < groups; group++) {
    const name = `${pick(GROUPS)} ${group + 1}`;
    const total = add(name, "Tổng số");
    const plus: string[] = [];
    for (let part = 0, parts = 2 + Math.floor(next() * 5); part < parts; part++) {
      if (next() < 0.2) {
        const inner = `${pick(PARTS)} nhóm ${part + 1}`;
        const sum = add(name, inner, "Cộng");
        const members = Array.from({ length: 2 + Math.floor(next() * 3) }, (_, index) => add(name, inner, `${pick(PARTS)} (${index + 1}.)`));
        relations.push({ kind: "sum", total: sum, plus: members, minus: [] });
        plus.push(sum);
      } else plus.push(add(name, `${pick(PARTS)} ${String.fromCharCode(97 + part)}`));
    }
    relations.push({ kind: "sum", total, plus, minus: [] });
    if (next() < 0.4) {
      const [one, two] = [add("Tồn đầu kỳ", `Số đầu ${group}`), add("Xuất trong kỳ", `Số xuất ${group}`)];
      const minus = next() < 0.3 ? [two, plus[0]!] : [two];
      relations.push({ kind: "sum", total: add(`Còn lại ${group + 1}`), plus: [total, one], minus });
    }
    if (next() < 0.25) relations.push({ kind: "product", total: add(`Thành tiền ${group + 1}`), factors: [total, add(`Hệ số nhân ${group + 1}`)] });
    if (next() < 0.25) relations.push({ kind: "ratio", total: add(`Tỷ lệ ${group + 1} (%)`), above: [plus[0]!], below: [total] });
  }
  return { leaves, relations };
}

type Notation = "bracketed" | "bare" | "spaced" | "broken" | "worded" | "negative" | "heading" | "note" | "sentence" | "second-row" | "wrapped";
const NOTATIONS: readonly Notation[] = ["bracketed", "bare", "spaced", "broken", "worded", "negative", "heading", "note", "sentence", "second-row", "wrapped"];

const isRun = (terms: readonly string[]): boolean => terms.length > 2 && terms.every((term, index) => /^\d+$/.test(term) && (index === 0 || Number(term) === Number(terms[index - 1]) + 1));

/** The right side of a relation as it is printed. */
function printed(relation: DrawnRelation, ref: (name: string) => string, gap: string, next: () => number, pick: Draw): string {
  const join = (terms: readonly string[]): string => {
    const [first, last] = [terms[0]!, terms.at(-1)!];
    if (isRun(terms) && next() < 0.5) {
      const dots = pick(["…", "...", "..", "…."]);
      return pick([`${ref(first)}${gap}+${gap}${dots}${gap}+${gap}${ref(last)}`, `${ref(first)}+${dots}${ref(last)}`, `${ref(first)}+${ref(terms[1]!)}+${dots}+${ref(last)}`]);
    }
    return terms.map(ref).join(`${gap}+${gap}`);
  };
  switch (relation.kind) {
    case "sum":
      return join(relation.plus) + relation.minus.map((term) => `${gap}${pick(["-", "–", "−"])}${gap}${ref(term)}`).join("");
    case "product":
      return relation.factors.map(ref).join(`${gap}${pick(["x", "*", "×"])}${gap}`);
    case "ratio":
      return `${ref(relation.above[0]!)}${gap}${pick(["/", ":"])}${gap}${ref(relation.below[0]!)}${pick([`${gap}x${gap}100`, `${gap}*${gap}100%`, ""])}`;
  }
}

/** What every figure of a row is: what nothing gives is drawn, the others are worked out. Shares are rounded to two decimals. */
function drawFigures(leaves: readonly Leaf[], relations: readonly DrawnRelation[], next: () => number, most: number): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  const given = new Map(relations.map((relation) => [relation.total, relation]));
  const figureOf = (name: string): number => {
    const known = figures.get(name);
    if (known !== undefined) return known;
    const relation = given.get(name);
    const figure = ((): number => {
      if (!relation) return Math.floor(next() * most);
      if (relation.kind === "sum") return relation.plus.reduce((sum, each) => sum + figureOf(each), 0) - relation.minus.reduce((sum, each) => sum + figureOf(each), 0);
      if (relation.kind === "product") return relation.factors.reduce((product, each) => product * figureOf(each), 1);
      const [above, below] = [figureOf(relation.above[0]!), figureOf(relation.below[0]!)];
      return below === 0 ? 0 : Math.floor((2 * above * 10_000 + below) / (2 * below)) / 100;
    })();
    figures.set(name, figure);
    return figure;
  };
  for (const { number } of leaves) figureOf(number);
  return figures;
}

/** Draws a table. The same seed draws the same. */
export function drawTable(seed: number): DrawnTable {
  const next = random(seed);
  const pick: Draw = (items) => items[Math.floor(next() * items.length)]!;
  const { leaves, relations } = drawColumns(next, pick);
  const notation = pick(NOTATIONS);
  const letters = LETTERS.slice(0, pick([0, 2, 2, 3]));
  const left = 2 + Math.max(0, letters.length - 2);
  const columns = new Map(leaves.map(({ number }, index) => [number, left + index]));
  const cells: (Cell | undefined)[][] = [];
  const put = (row: number, column: number, content: string | number): void => {
    (cells[row] ??= [])[column] = { value: typeof content === "number" ? numberValue(content) : textValue(content) };
  };
  put(0, 0, "BIỂU TỔNG HỢP SỐ LIỆU");
  const top = 3;
  const depth = Math.max(...leaves.map(({ path }) => path.length));
  const merges: Rectangle[] = [];
  const isMerged = next() < 0.6;
  const heads = ["STT", "Tên đơn vị", "Mã số"].slice(0, left);
  heads.forEach((text, column) => {
    put(top, column, text);
    merges.push({ top, left: column, bottom: top + depth - 1, right: column });
  });
  const byTotal = new Map(relations.map((relation) => [relation.total, relation]));
  const isBracketed = notation === "bracketed" || notation === "negative" || notation === "heading" || next() < 0.5;
  const ref = (name: string): string => (notation === "worded" ? `cột ${name}` : isBracketed ? `(${name})` : name);
  const gap = notation === "spaced" || notation === "worded" ? " " : notation === "broken" ? "\n" : "";
  const equation = (relation: DrawnRelation): string => `${notation === "worded" ? "Cột " + relation.total : ref(relation.total)}${gap}=${gap}${printed(relation, ref, gap, next, pick)}`;
  for (const [index, { path, number }] of leaves.entries()) {
    path.forEach((label, level) => {
      const isLeaf = level === path.length - 1;
      const isFirst = index === 0 || leaves[index - 1]!.path.slice(0, level + 1).join("|") !== path.slice(0, level + 1).join("|");
      const relation = byTotal.get(number);
      if (isFirst) put(top + level, left + index, isLeaf && notation === "heading" ? `${label} ${relation ? equation(relation) : ref(number)}` : label);
      if (!isLeaf && isFirst) {
        let end = index;
        while (leaves[end + 1]?.path.slice(0, level + 1).join("|") === path.slice(0, level + 1).join("|")) end++;
        merges.push({ top: top + level, left: left + index, bottom: top + level, right: left + end });
      }
      if (isLeaf) merges.push({ top: top + level, left: left + index, bottom: top + depth - 1, right: left + index });
    });
  }
  let row = top + depth;
  const isInRow = !["heading", "note", "sentence", "second-row"].includes(notation);
  if (notation !== "heading") {
    letters.forEach((letter, column) => put(row, column, letter));
    for (const { number } of leaves) {
      const relation = byTotal.get(number);
      const plain = notation === "negative" && /^\d+$/.test(number) ? -Number(number) : !isBracketed && next() < 0.5 && /^\d+$/.test(number) ? Number(number) : isBracketed ? `(${number})` : number;
      const told = relation && isInRow ? equation(relation) : plain;
      put(row, columns.get(number)!, relation && notation === "wrapped" ? `(${equation(relation)})` : told);
    }
    row++;
    if (notation === "second-row") {
      for (const relation of relations) put(row, columns.get(relation.total)!, equation(relation));
      row++;
    }
  }
  const lines = 4 + Math.floor(next() * 6);
  const isTotalFirst = next() < 0.3;
  const figures = Array.from({ length: lines }, () => drawFigures(leaves, relations, next, pick([30, 400, 9000])));
  const isRated = new Set(relations.flatMap((relation) => (relation.kind === "sum" ? [] : [relation.total, ...(relation.kind === "product" ? [relation.factors[1]!] : [])])));
  const putTotal = (): void => {
    put(row, 1, "Tổng cộng");
    for (const { number } of leaves) if (!isRated.has(number)) put(row, columns.get(number)!, figures.reduce((sum, line) => sum + line.get(number)!, 0));
    row++;
  };
  const rows: number[] = [];
  if (isTotalFirst) putTotal();
  for (const [index, line] of figures.entries()) {
    put(row, 0, index + 1);
    put(row, 1, `Xã ${String.fromCharCode(65 + index)}`);
    if (left > 2) put(row, 2, `X${index + 1}`);
    for (const [number, figure] of line) put(row, columns.get(number)!, figure);
    rows.push(row++);
  }
  if (!isTotalFirst && next() < 0.7) putTotal();
  row++;
  const said = (relation: DrawnRelation): string => `Cột ${relation.total} = ${printed(relation, (name) => `Cột ${name}`, " ", next, pick)}`;
  if (notation === "note") for (const relation of relations) put(row++, 1, `${pick(["", "- ", "+ ", "* ", "Ghi chú: "])}${said(relation)}${pick(["", ".", ";"])}`);
  if (notation === "sentence") put(row++, 1, `Ghi chú: ${relations.map(said).join("; ")}.`);
  const sheet: Sheet = {
    name: "Biểu 01",
    visible: true,
    locked: false,
    rows: new Map(cells.flatMap((line, at) => (line ? [[at, line] as const] : []))),
    merges: isMerged ? merges.filter((each) => each.top !== each.bottom || each.left !== each.right) : [],
  };
  return { sheet, relations, columns, rows };
}
