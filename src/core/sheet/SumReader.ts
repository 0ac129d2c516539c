import type { Rectangle } from "./Address";
import { isOneCell, type Comparison, type Condition, type Skips, type Term, type Terms } from "./Formula";
import { scanFormula, type Node } from "./parseFormula";
import { isCall, ReferenceReader, type Call } from "./ReferenceReader";
import type { Block } from "./resolveReference";

/** One part of a formula adds up no more blocks than this: it may go through as many sheets. */
const MOST_TERMS = 4_096;
/** Factors by which weights stay exact: whole numbers of halves up to here. */
const LARGEST_FACTOR = 1_000;

/** A part of a formula that adds up: the sum of its terms and a number. */
export interface Part {
  readonly terms: Terms;
  readonly constant: number;
  /** Rounded to so many decimals, whatever of it. */
  readonly digits?: number;
}

type Kind = Extract<Condition, { readonly is: unknown }>["is"];
type Asked = { readonly is: Kind } | Pick<Comparison, "compare" | "key">;

const KINDS: Readonly<Record<string, Kind>> = { ISNUMBER: "number", ISTEXT: "text", ISBLANK: "blank" };

const NOTHING: Part = { terms: [], constant: 0 };

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

/** What SUBTOTAL and AGGREGATE pass over where they add up; undefined where they do something else. */
export function skipsOf(name: string, which: number | undefined, option: number | undefined): Skips | undefined {
  if (name === "SUBTOTAL") return which === 9 || which === 109 ? { nested: true, rows: which === 9 ? "filtered" : "hidden" } : undefined;
  return name === "AGGREGATE" && which === 9 ? OPTIONS[option ?? -1] : undefined;
}

/** Reads what the parts of a formula add up. */
export class SumReader extends ReferenceReader {
  protected override readerOf(formula: string): SumReader {
    return new SumReader(scanFormula(formula), this.place, this.depth + 1, this.spent);
  }

  protected override named(formula: string): SumReader | undefined {
    return super.named(formula) as SumReader | undefined;
  }

  protected cell(node: Node): Term | undefined {
    const blocks = this.blocks(node);
    return blocks?.length === 1 && isOneCell(blocks[0]!.range) ? { ...blocks[0]!, times: 1, summed: false } : undefined;
  }

  /** What a part of the formula adds up. @param summed Whether it stands right inside SUM(…). */
  part(node: Node, summed: boolean): Part | undefined {
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
  protected added(nodes: readonly Node[], skipping: Skipping): Part | undefined {
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

  private criterion(node: Node): Asked | undefined {
    const number = this.number(node);
    if (number !== undefined) return { compare: "=", key: number };
    if (node.kind !== "text") {
      const cell = this.cell(node);
      return cell && { compare: "=", key: cell.sheet === undefined ? { range: cell.range } : { sheet: cell.sheet, range: cell.range } };
    }
    const [, compare = "", key = ""] = /^(<>|<=|>=|=|<|>)?(.*)$/su.exec(node.text) ?? [];
    // A star stands for any characters; what stands for one, or for itself, is left to Excel.
    if (/[?~]/.test(key) || (key.includes("*") && /[<>]=?$/.test(compare) && compare !== "<>")) return undefined;
    if (key === "") return compare === "<>" ? { is: "filled" } : compare === "=" || compare === "" ? { is: "blank" } : undefined;
    return { compare: (compare || "=") as Comparison["compare"], key: key !== "" && Number.isFinite(Number(key)) ? Number(key) : key };
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
    if (node.kind !== "call") return undefined;
    const kind = this.kindAsked(node);
    if (kind) return kind;
    if (!/^(?:=|<>|<=?|>=?)$/.test(node.name)) return undefined;
    const [looked, key] = [this.blocks(node.arguments[0]!), node.arguments[1]!];
    const number = this.number(key);
    const cell = number === undefined && key.kind !== "text" ? this.cell(key) : undefined;
    const to = number ?? (key.kind === "text" ? key.text : cell && { ...(cell.sheet === undefined ? {} : { sheet: cell.sheet }), range: cell.range });
    return looked?.length === 1 && to !== undefined ? { block: looked[0]!, compare: node.name as Comparison["compare"], key: to, strict: true } : undefined;
  }

  /** `ISNUMBER(A9:A20)`, `NOT(ISBLANK(A9:A20))`, `A9:A20<>""`, `LEN(A9:A20)>0`: what kind of thing must stand there. */
  private kindAsked({ name, arguments: [first, second] }: Call): Condition | undefined {
    let [of, is]: [Node | undefined, Kind | undefined] = [first, KINDS[name]];
    if (isCall(first, "ISBLANK") && name === "NOT") [of, is] = [first.arguments[0], "filled"];
    else if (second?.kind === "text" && second.text === "") is = name === "=" ? "blank" : name === "<>" ? "filled" : undefined;
    else if (isCall(first, "LEN", 1) && second && this.number(second) === 0) [of, is] = [first.arguments[0], name === "=" ? "blank" : name === ">" || name === "<>" ? "filled" : undefined];
    const looked = of && is && this.blocks(of);
    return looked?.length === 1 ? { block: looked[0]!, is: is! } : undefined;
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
}

/** Whether a number may be how many decimals are kept. */
export const isDigits = (number: number | undefined): number is number => number !== undefined && Number.isInteger(number) && number >= 0 && number < 10;

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
