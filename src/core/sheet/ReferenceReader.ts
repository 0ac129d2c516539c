import type { Rectangle } from "./Address";
import { splitSheet } from "./eachReference";
import { readArea } from "./readArea";
import { movedBlock, termsOf, type Formula } from "./Formula";
import { parseShape, scanFormula, type Node, type Scanned } from "./parseFormula";
import { resolveReference, type Block, type Reference, type Scope } from "./resolveReference";

/** Where a formula stands, and the block of the array formula it is part of. */
export interface FormulaPlace extends Scope {
  readonly block?: Rectangle;
}

/** Names that stand for names are followed so far. */
const DEEPEST_NAME = 8;
/** So many names are followed in all of one formula: nine names that each name the next forty times would be more than there are atoms. */
const MOST_NAMES = 256;

/** How many names were followed; one for all readers of a formula. */
interface Spent {
  names: number;
}

export type Call = Extract<Node, { kind: "call" }>;

export const isCall = (node: Node | undefined, name: string, count?: number): node is Call =>
  node?.kind === "call" && node.name === name && (count === undefined || node.arguments.length === count);

/** Reads what a formula names: the cells its references stand for, and numbers that no cell has a say in. */
export class ReferenceReader {
  readonly root: Node | undefined;
  private readonly resolved: Reference[] = [];
  /** References worked out from others, by INDEX and OFFSET. */
  private readonly found: Block[] = [];
  readsUnknown = false;
  readsWorkbook = false;

  constructor(
    private readonly scanned: Scanned,
    protected readonly place: FormulaPlace,
    protected readonly depth = 0,
    protected readonly spent: Spent = { names: 0 },
  ) {
    this.root = parseShape(scanned.shape);
  }

  /** The cells that a formula goes by which is understood; of any other, all that are named. */
  reads(formula: Formula | undefined): readonly Block[] {
    if (formula) {
      const terms = termsOf(formula);
      const conditions = terms.flatMap(({ where = [] }) => where.flatMap((each) => ("key" in each && typeof each.key === "object" ? [each.block, each.key] : [each.block])));
      return conditions.length > 0 ? [...terms, ...conditions] : terms;
    }
    const blocks: Block[] = [];
    for (let place = 0; place < this.scanned.references.length; place++) {
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

  protected referenceAt(place: number): Reference {
    const area = this.scanned.areas[place];
    return (this.resolved[place] ??= area ? { kind: "blocks", blocks: [{ range: area.range }] } : resolveReference(this.scanned.references[place]!, this.place));
  }

  protected readerOf(formula: string): ReferenceReader {
    return new ReferenceReader(scanFormula(formula), this.place, this.depth + 1, this.spent);
  }

  /** The formula a name stands for; undefined where it would read other cells from every cell. */
  protected named(formula: string): ReferenceReader | undefined {
    if (this.depth >= DEEPEST_NAME || ++this.spent.names > MOST_NAMES) return undefined;
    const reader = this.readerOf(formula);
    const isFixed = reader.scanned.references.every((written) => readArea(splitSheet(written)[1])?.fixed.every(Boolean) ?? true);
    return isFixed ? reader : undefined;
  }

  isReference(node: Node): boolean {
    return node.kind === "reference" || (node.kind === "call" && [":", "INDEX", "OFFSET", "INDIRECT"].includes(node.name));
  }

  /** The blocks that a reference stands for; undefined where it is none, or that depends on what cells hold. */
  blocks(node: Node): readonly Block[] | undefined {
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
    if (name === "INDIRECT" && first?.kind === "text" && nodes.length === 1) {
      const reference = resolveReference(first.text, this.place);
      return reference.kind === "blocks" && reference.blocks.length === 1 ? reference.blocks[0] : undefined;
    }
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
  number(node: Node): number | undefined {
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
