import type { Position, Rectangle } from "./Address";
import { BLANK, numberValue, textValue, type Value } from "./Cell";
import { readArea, splitSheet } from "./eachReference";
import { isOneCell, movedBlock, type Condition, type Formula, type Reading, type Skips, termsOf, type SumFormula, type Term, type Terms, type Test } from "./Formula";
import { parseFormula, type Node } from "./parseFormula";
import { resolveReference, type Block, type Reference, type Scope } from "./resolveReference";

/** Where a formula stands, and the block of the array formula it is part of. */
export interface FormulaPlace extends Scope {
  readonly block?: Rectangle;
}

/** Names that stand for names are followed so far. */
const DEEPEST_NAME = 8;
/** One part of a formula adds up no more blocks than this: it may go through as many sheets. */
const MOST_TERMS = 4_096;
/** Factors by which weights stay exact: whole numbers of halves up to here. */
const LARGEST_FACTOR = 1_000;
const ORIGIN: Position = { row: 0, column: 0 };

/** Reads the text of a formula, leading "=" included. The one door for all that works formulas out or follows them. */
export function readFormula(text: string, place: FormulaPlace = { at: ORIGIN }): Reading {
  const reader = new Reader(text, place);
  const formula = reader.whole();
  return { formula, reads: reader.reads(formula), readsUnknown: reader.readsUnknown, readsWorkbook: reader.readsWorkbook };
}

/** Whether a formula only reckons with numbers typed into it, as `=37+4` does. */
export function isArithmetic(text: string): boolean {
  const { root, references } = parseFormula(text);
  return root !== undefined && references.length === 0;
}

/** Which rows the functions of a formula pass over; undefined where they count all of them, or add up nothing. */
export function rowsPassedOver(text: string): Skips["rows"] {
  const open = [parseFormula(text).root];
  for (const node of open) {
    if (node?.kind !== "call") continue;
    const [which, option] = node.arguments.map((each) => (each.kind === "number" ? each.number : 0));
    const rows = skipsOf(node.name, which, option)?.rows;
    if (rows) return rows;
    open.push(...node.arguments);
  }
  return undefined;
}

/** What SUBTOTAL and AGGREGATE pass over where they add up; undefined where they do something else. */
function skipsOf(name: string, which: number | undefined, option: number | undefined): Skips | undefined {
  if (name === "SUBTOTAL") return which === 9 || which === 109 ? { nested: true, rows: which === 9 ? "filtered" : "hidden" } : undefined;
  return name === "AGGREGATE" && which === 9 ? OPTIONS[option ?? -1] : undefined;
}

/** A part of a formula that adds up: the sum of its terms and a number. */
interface Part {
  readonly terms: Terms;
  readonly constant: number;
  /** Rounded to so many decimals, whatever of it. */
  readonly digits?: number;
}

const NOTHING: Part = { terms: [], constant: 0 };

type Call = Extract<Node, { kind: "call" }>;
type Skipping = Pick<Term, "summed" | "skips">;

/** What AGGREGATE passes over, by its option. */
const OPTIONS: readonly Skips[] = [
  { nested: true },
  { nested: true, rows: "hidden" },
  { nested: true, errors: true },
  { nested: true, rows: "hidden", errors: true },
  {},
  { rows: "hidden" },
  { errors: true },
  { rows: "hidden", errors: true },
];

const isCall = (node: Node | undefined, name: string, count?: number): node is Call =>
  node?.kind === "call" && node.name === name && (count === undefined || node.arguments.length === count);

class Reader {
  private readonly root: Node | undefined;
  private readonly written: readonly string[];
  private readonly resolved: Reference[] = [];
  /** References worked out from others, by INDEX and OFFSET. */
  private readonly found: Block[] = [];
  readsUnknown = false;
  readsWorkbook = false;

  constructor(
    text: string,
    private readonly place: FormulaPlace,
    private readonly depth = 0,
  ) {
    const { root, references } = parseFormula(text);
    this.root = root;
    this.written = references;
  }

  /** The cells that a formula goes by which is understood; of any other, all that are named. */
  reads(formula: Formula | undefined): readonly Block[] {
    if (formula) {
      const terms = termsOf(formula);
      const conditions = terms.flatMap(({ where = [] }) => where.flatMap(({ block, key }) => (typeof key === "object" ? [block, key] : [block])));
      return conditions.length > 0 ? [...terms, ...conditions] : terms;
    }
    const blocks: Block[] = [];
    for (let place = 0; place < this.written.length; place++) {
      const reference = this.referenceAt(place);
      if (reference.kind === "blocks") for (const block of reference.blocks) blocks.push(block);
      else if (reference.kind === "workbook") this.readsWorkbook = true;
      else if (reference.kind === "unknown") this.readsUnknown = true;
      else {
        const named = this.named(reference.formula);
        if (!named) this.readsUnknown = true;
        else {
          for (const block of named.reads(undefined)) blocks.push(block);
          this.readsUnknown ||= named.readsUnknown;
          this.readsWorkbook ||= named.readsWorkbook;
        }
      }
    }
    this.follow(this.root);
    for (const block of this.found) blocks.push(block);
    return blocks;
  }

  /** What functions that make references of numbers and texts lead to, wherever they stand. */
  private follow(root: Node | undefined): void {
    this.found.length = 0;
    const open = [root];
    for (const node of open) {
      if (node?.kind !== "call") continue;
      if (node.name === "OFFSET" || node.name === "INDIRECT") this.blocks(node);
      open.push(...node.arguments);
    }
  }

  whole(): Formula | undefined {
    if (!this.root) {
      this.readsUnknown = true;
      return undefined;
    }
    return this.wrapped(this.root) ?? this.share(this.root);
  }

  private referenceAt(place: number): Reference {
    return (this.resolved[place] ??= resolveReference(this.written[place]!, this.place));
  }

  /** The formula a name stands for; undefined where it would read other cells from every cell. */
  private named(formula: string): Reader | undefined {
    if (this.depth >= DEEPEST_NAME) return undefined;
    const reader = new Reader(formula, this.place, this.depth + 1);
    const isFixed = reader.written.every((written) => readArea(splitSheet(written)[1])?.fixed.every(Boolean) ?? true);
    return isFixed ? reader : undefined;
  }

  /** A sum with what is wrapped around it. */
  private wrapped(node: Node): SumFormula | undefined {
    if (isCall(node, "IFERROR", 2)) {
      const [inside, otherwise] = [this.wrapped(node.arguments[0]!), valueOf(node.arguments[1])];
      return inside && otherwise && !inside.otherwise ? { ...inside, otherwise } : undefined;
    }
    if (isCall(node, "IF")) return this.guarded(node);
    const part = this.part(node, false);
    return part && { kind: "sum", ...part };
  }

  /** `IF(D9="","",…)`: a sum that shows something else where there is nothing to add up. */
  private guarded({ arguments: [condition, then, otherwise] }: Call): SumFormula | undefined {
    for (const [isNegated, shown, sum] of [[false, then, otherwise], [true, otherwise, then]] as const) {
      const shows = valueOf(shown);
      const tests = shows && condition ? this.tests(condition, isNegated) : undefined;
      const inside = tests && sum ? this.wrapped(sum) : undefined;
      if (inside && !inside.unless) return { ...inside, unless: { ...tests!, shows: shows! } };
    }
    return undefined;
  }

  private tests(node: Node, isNegated: boolean): { readonly tests: readonly Test[]; readonly all: boolean } | undefined {
    const isAnd = isCall(node, "AND");
    const parts = isAnd || isCall(node, "OR") ? node.arguments : [node];
    const tests = parts.map((part) => this.test(part, isNegated));
    // Not both: either is not.
    return tests.every((test) => test !== undefined) ? { tests, all: isAnd !== isNegated } : undefined;
  }

  private test(node: Node, isNegated: boolean): Test | undefined {
    if (node.kind !== "call") return undefined;
    const [left, right] = node.arguments;
    const cell = left ? this.cell(left) : undefined;
    if (node.name === "ISBLANK" && !isNegated && cell) return { terms: [cell], is: "blank" };
    if (node.name !== (isNegated ? "<>" : "=") || !left || !right) return undefined;
    if (right.kind === "text") return right.text === "" && cell ? { terms: [cell], is: "blank" } : undefined;
    if (right.kind !== "number" || right.number !== 0) return undefined;
    if (isCall(left, "COUNT") || isCall(left, "COUNTA")) {
      const part = this.added(left.arguments, { summed: true });
      return part && { terms: part.terms, is: left.name === "COUNT" ? "without numbers" : "blank" };
    }
    const part = this.part(left, false);
    return part?.constant === 0 && part.digits === undefined ? { terms: part.terms, is: "nought" } : undefined;
  }

  private cell(node: Node): Term | undefined {
    const blocks = this.blocks(node);
    return blocks?.length === 1 && isOneCell(blocks[0]!.range) ? { ...blocks[0]!, times: 1, summed: false } : undefined;
  }

  /** `IF(G9=0,"",ROUND((H9+I9)*100/G9,2))`. */
  private share(node: Node): Formula | undefined {
    if (!isCall(node, "IF", 3)) return undefined;
    const [guard, blank, rounded] = node.arguments;
    const product = isCall(rounded, "ROUND", 2) ? rounded.arguments[0] : undefined;
    const decimals = isCall(rounded, "ROUND", 2) ? this.number(rounded.arguments[1]!) : undefined;
    const hundredfold = isCall(product, "/", 2) ? product.arguments[0] : undefined;
    const isHundredfold = isCall(hundredfold, "*", 2) && this.number(hundredfold.arguments[1]!) === 100;
    if (!isCall(guard, "=", 2) || this.number(guard.arguments[1]!) !== 0 || valueOf(blank) !== BLANK || !isHundredfold || !isDigits(decimals)) return undefined;
    const [guarded, numerator, denominator] = [guard.arguments[0]!, hundredfold.arguments[0]!, (product as Call).arguments[1]!].map((part) => this.part(part, false));
    const parts = [guarded, numerator, denominator];
    // A guard on other cells than the divisor would blank other rows: that is not this shape.
    if (!numerator || !denominator || !parts.every((part) => part?.constant === 0 && part.digits === undefined) || JSON.stringify(guarded) !== JSON.stringify(denominator)) return undefined;
    return { kind: "share", numerator: numerator.terms, denominator: denominator.terms, decimals };
  }

  /** What a part of the formula adds up. @param summed Whether it stands right inside SUM(…). */
  private part(node: Node, summed: boolean): Part | undefined {
    switch (node.kind) {
      case "nothing":
        return NOTHING;
      case "text":
        return undefined;
      case "number":
        return { terms: [], constant: node.number };
      case "reference":
        return this.referred(node, { summed });
      case "call":
        return this.called(node, summed);
    }
  }

  private called(node: Call, summed: boolean): Part | undefined {
    const { name, arguments: nodes } = node;
    const [first, second] = nodes;
    switch (name) {
      case "+":
        return together(nodes.map((each) => this.part(each, false)));
      case "-":
        return nodes.length === 1 ? scaled(this.part(first!, false), -1) : undefined;
      case "*": {
        const [before, behind] = [this.number(first!), this.number(second!)];
        return before === undefined ? scaled(this.part(first!, false), behind) : scaled(this.part(second!, false), before);
      }
      case "/": {
        const divisor = this.number(second!);
        return divisor ? scaled(this.part(first!, false), 1 / divisor) : undefined;
      }
      case "SUM":
        return this.added(nodes, { summed: true });
      case "SUBTOTAL":
      case "AGGREGATE":
        return this.skipping(name, nodes);
      case "SUMIF":
        return first && second ? this.conditional(nodes[2] ?? first, [first, second]) : undefined;
      case "SUMIFS":
        return first ? this.conditional(first, nodes.slice(1)) : undefined;
      case "SUMPRODUCT":
        return this.product(nodes);
      case "ROUND": {
        const [part, digits] = [first && this.part(first, false), second && this.number(second)];
        return part && isDigits(digits) ? { ...part, digits: Math.min(digits, part.digits ?? digits) } : undefined;
      }
      case "VALUE":
        return nodes.length === 1 ? this.part(first!, false) : undefined;
      case "N":
        return nodes.length === 1 && this.cell(first!) ? this.referred(first!, { summed: true }) : undefined;
      default:
        return this.referred(node, { summed });
    }
  }

  /** The arguments of a function that adds up. */
  private added(nodes: readonly Node[], skipping: Skipping): Part | undefined {
    return nodes.length === 0 ? undefined : together(nodes.map((node) => (this.isReference(node) ? this.referred(node, skipping) : skipping.skips ? undefined : this.part(node, true))));
  }

  private skipping(name: "SUBTOTAL" | "AGGREGATE", [which, ...nodes]: readonly Node[]): Part | undefined {
    const [option] = nodes;
    const skips = skipsOf(name, which && this.number(which), option && (option.kind === "nothing" ? 0 : this.number(option)));
    return skips && this.added(name === "SUBTOTAL" ? nodes : nodes.slice(1), { summed: true, skips });
  }

  /** SUMIF and SUMIFS: a block, of whose rows those count that answer to the criteria. */
  private conditional(sum: Node, criteria: readonly Node[]): Part | undefined {
    const [of] = this.blocks(criteria[0]!) ?? [];
    const [block] = this.blocks(sum) ?? [];
    if (!of || !block || criteria.length % 2 !== 0) return undefined;
    const height = of.range.bottom - of.range.top;
    // The block to be added up is as high as the one looked through, whatever is written of it.
    const range = { ...block.range, bottom: block.range.top + height };
    if (range.left !== range.right) return undefined;
    const where: Condition[] = [];
    for (let place = 0; place < criteria.length; place += 2) {
      const [looked, key] = [this.blocks(criteria[place]!)?.[0], this.criterion(criteria[place + 1]!)];
      if (!looked || !key || looked.range.left !== looked.range.right || looked.range.bottom - looked.range.top !== height) return undefined;
      where.push({ block: looked, ...key });
    }
    return { terms: [{ ...block, range, times: 1, summed: true, where }], constant: 0 };
  }

  private criterion(node: Node): Pick<Condition, "compare" | "key"> | undefined {
    const number = this.number(node);
    if (number !== undefined) return { compare: "=", key: number };
    if (node.kind !== "text") {
      const cell = this.cell(node);
      return cell && { compare: "=", key: cell.sheet === undefined ? { range: cell.range } : { sheet: cell.sheet, range: cell.range } };
    }
    const [, compare = "", key = ""] = /^(<>|<=|>=|=|<|>)?(.*)$/su.exec(node.text) ?? [];
    // What stands for any characters is left to Excel.
    if (/[*?~]/.test(key)) return undefined;
    return { compare: (compare || "=") as Condition["compare"], key: key !== "" && Number.isFinite(Number(key)) ? Number(key) : key };
  }

  /** SUMPRODUCT over one block, perhaps with comparisons of other columns as factors. */
  private product(nodes: readonly Node[]): Part | undefined {
    const factors = nodes.flatMap(factorsOf);
    const where: Condition[] = [];
    let block: Block | undefined;
    for (const factor of factors) {
      const condition = this.comparison(factor);
      if (condition) where.push(condition);
      else {
        const blocks = this.blocks(factor);
        if (block || blocks?.length !== 1) return undefined;
        block = blocks[0];
      }
    }
    const { top = 0, bottom = -1, left = 0, right = 0 } = block?.range ?? {};
    const isAlike = where.every(({ block: { range } }) => range.left === range.right && range.bottom - range.top === bottom - top);
    if (!block || !isAlike || (where.length > 0 && left !== right)) return undefined;
    // Among factors of a product a text would make an error of it.
    const summed = where.length === 0 || nodes.length > 1;
    return { terms: [{ ...block, times: 1, summed, ...(where.length > 0 ? { where } : {}) }], constant: 0 };
  }

  private comparison(node: Node): Condition | undefined {
    if (node.kind !== "call" || !/^(?:=|<>|<=?|>=?)$/.test(node.name)) return undefined;
    const [looked, key] = [this.blocks(node.arguments[0]!), node.arguments[1]!];
    const number = this.number(key);
    const cell = number === undefined && key.kind !== "text" ? this.cell(key) : undefined;
    const to = number ?? (key.kind === "text" ? key.text : cell && { ...(cell.sheet === undefined ? {} : { sheet: cell.sheet }), range: cell.range });
    return looked?.length === 1 && to !== undefined ? { block: looked[0]!, compare: node.name as Condition["compare"], key: to, strict: true } : undefined;
  }

  private isReference(node: Node): boolean {
    return node.kind === "reference" || (node.kind === "call" && [":", "INDEX", "OFFSET", "INDIRECT"].includes(node.name));
  }

  /** The cells named, each once. */
  private referred(node: Node, skipping: Skipping): Part | undefined {
    if (node.kind === "reference") {
      const reference = this.referenceAt(node.place);
      if (reference.kind === "formula") {
        const named = this.named(reference.formula);
        if (!named?.root || named.isReference(named.root) === false) return skipping.skips || !named?.root ? undefined : named.part(named.root, skipping.summed);
      }
    }
    const blocks = this.blocks(node);
    if (!blocks || blocks.length > MOST_TERMS) return undefined;
    const terms: Term[] = [];
    for (const block of blocks) {
      // A bare block outside SUM spills or intersects; in an array formula each cell takes its own.
      const range = skipping.summed || isOneCell(block.range) ? block.range : this.ofArray(block.range);
      if (!range) return undefined;
      terms.push({ ...block, range, times: 1, ...skipping });
    }
    return { terms, constant: 0 };
  }

  private ofArray({ top, left, bottom, right }: Rectangle): Rectangle | undefined {
    const { block, at } = this.place;
    if (!block) return undefined;
    const row = top === bottom ? top : top + at.row - block.top;
    const column = left === right ? left : left + at.column - block.left;
    return row <= bottom && column <= right ? { top: row, left: column, bottom: row, right: column } : undefined;
  }

  /** The blocks that a reference stands for; undefined where it is none, or that depends on what cells hold. */
  private blocks(node: Node): readonly Block[] | undefined {
    if (node.kind === "reference") {
      const reference = this.referenceAt(node.place);
      if (reference.kind === "blocks") return reference.blocks;
      const named = reference.kind === "formula" ? this.named(reference.formula) : undefined;
      return named?.root && named.blocks(named.root);
    }
    if (node.kind !== "call") return undefined;
    const worked = this.workedOut(node);
    if (worked) this.found.push(worked);
    else if (node.name === "OFFSET" || node.name === "INDIRECT") this.readsUnknown = true;
    return worked && [worked];
  }

  private workedOut({ name, arguments: nodes }: Call): Block | undefined {
    const [first, ...rest] = nodes;
    const from = first && name !== "INDIRECT" ? this.blocks(first) : undefined;
    const base = from?.length === 1 ? from[0] : undefined;
    if (!base) return undefined;
    const { top, left, bottom, right } = base.range;
    if (name === ":") {
      const to = rest[0] && this.blocks(rest[0]);
      const [end] = to?.length === 1 ? to : [];
      if (!end || end.sheet !== base.sheet) return undefined;
      const { range } = end;
      return { ...base, range: { top: Math.min(top, range.top), left: Math.min(left, range.left), bottom: Math.max(bottom, range.bottom), right: Math.max(right, range.right) } };
    }
    const numbers = rest.map((each) => (each.kind === "nothing" ? 0 : this.number(each)));
    if (!numbers.every((number) => number !== undefined && Number.isInteger(number))) return undefined;
    const [height, width] = [bottom - top + 1, right - left + 1];
    if (name === "OFFSET") {
      const [down = 0, across = 0, tall = 0, wide = 0] = numbers as number[];
      const range = movedBlock(base.range, down, across, tall || height, wide || width);
      return range && { ...base, range };
    }
    if (name !== "INDEX" || numbers.length === 0 || numbers.length > 2) return undefined;
    // Along a single row the only number counts columns.
    const [row = 0, column = 0] = numbers.length === 1 && height === 1 ? [1, numbers[0]] : (numbers as number[]);
    if (row < 0 || row > height || column < 0 || column > width) return undefined;
    const range = movedBlock(base.range, Math.max(0, row - 1), Math.max(0, column - 1), row === 0 ? height : 1, column === 0 ? width : 1);
    return range && { ...base, range };
  }

  /** A number that no cell has a say in. */
  private number(node: Node): number | undefined {
    if (node.kind === "number") return node.number;
    if (node.kind === "reference") {
      const reference = this.referenceAt(node.place);
      const named = reference.kind === "formula" ? this.named(reference.formula) : undefined;
      return named?.root && named.number(named.root);
    }
    if (node.kind !== "call") return undefined;
    const { name, arguments: nodes } = node;
    if (name === "ROW" || name === "COLUMN") {
      const [of] = nodes.length === 1 ? (this.blocks(nodes[0]!) ?? []) : [];
      const at = of ? { row: of.range.top, column: of.range.left } : this.place.at;
      return nodes.length > 0 && !of ? undefined : (name === "ROW" ? at.row : at.column) + 1;
    }
    const numbers = nodes.map((each) => this.number(each));
    if (numbers.length === 0 || !numbers.every((number) => number !== undefined)) return undefined;
    const [one = 0, other = 0] = numbers;
    if (name === "+") return numbers.reduce((sum, number) => sum + number, 0);
    if (name === "-") return -one;
    if (name === "*") return one * other;
    return name === "%" ? one / 100 : undefined;
  }
}

const isDigits = (number: number | undefined): number is number => number !== undefined && Number.isInteger(number) && number >= 0 && number < 10;

/** A text or number shown instead of a sum. */
function valueOf(node: Node | undefined): Value | undefined {
  if (node?.kind === "nothing") return numberValue(0);
  if (node?.kind === "text") return textValue(node.text);
  return node?.kind === "number" ? numberValue(node.number) : undefined;
}

function together(parts: readonly (Part | undefined)[]): Part | undefined {
  const terms: Term[] = [];
  let constant = 0;
  let digits: number | undefined;
  for (const part of parts) {
    if (!part || terms.length > MOST_TERMS) return undefined;
    for (const term of part.terms) terms.push(term);
    constant += part.constant;
    if (part.digits !== undefined) digits = Math.min(digits ?? part.digits, part.digits);
  }
  return { terms, constant, ...(digits === undefined ? {} : { digits }) };
}

function scaled(part: Part | undefined, factor: number | undefined): Part | undefined {
  if (!part || factor === undefined) return undefined;
  // Weights are added up again: only those that stay exact.
  if (part.terms.length > 0 && (!Number.isInteger(factor * 2) || factor === 0 || Math.abs(factor) > LARGEST_FACTOR)) return undefined;
  return { ...part, terms: part.terms.map((term) => ({ ...term, times: term.times * factor })), constant: part.constant * factor };
}

/** The factors of a product; `--(…)` only makes numbers of truth values. */
function factorsOf(node: Node): readonly Node[] {
  if (node.kind !== "call") return [node];
  const [first] = node.arguments;
  if (isCall(node, "*", 2)) return node.arguments.flatMap(factorsOf);
  return isCall(node, "-", 1) && isCall(first, "-", 1) ? factorsOf(first.arguments[0]!) : [node];
}
