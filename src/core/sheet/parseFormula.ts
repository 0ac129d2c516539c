import { tokenize, type Token } from "excel-formula-tokenizer";
import { eachReference } from "./eachReference";
import type { Area } from "./readArea";

/** A formula taken apart. Operators are calls by their sign: "+" of any number of addends, "-" of one or two, ":" of two references. */
export type Node =
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "text"; readonly text: string }
  /** By its place among the references as written. */
  | { readonly kind: "reference"; readonly place: number }
  /** By its name in capitals, without the prefixes that files put before newer functions. */
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Node[] }
  /** An argument left out. */
  | { readonly kind: "nothing" };

/** A formula as written, without what it refers to, and that from left to right. */
export interface Scanned {
  /** Undefined where it is no formula. Formulas that differ in their references only are of one shape. */
  readonly shape: string | undefined;
  readonly references: readonly string[];
  /** Those that are cells or blocks and nothing besides, as read. */
  readonly areas: readonly (Area | undefined)[];
}

/** Stands for each reference in a shape. No formula holds it. */
const REFERENCE = "\u25a1";
/** Excel takes no longer formulas. */
const LONGEST = 8192;
/** Excel nests no deeper. */
const DEEPEST = 64;
/** A workbook has few shapes; one with more is read anew now and then. */
const MOST_SHAPES = 5_000;

const shapes = new Map<string, Node | null>();

/** Tells a formula, leading "=" included, from what it refers to. */
export function scanFormula(formula: string): Scanned {
  const [references, areas]: [string[], (Area | undefined)[]] = [[], []];
  if (!formula.startsWith("=") || formula.length > LONGEST) return { shape: undefined, references, areas };
  const shape = eachReference(formula, (written, area) => {
    references.push(written);
    areas.push(area);
    return REFERENCE;
  });
  return { shape, references, areas };
}

/** Takes a shape apart; undefined where it is no formula, or goes deeper than Excel lets it. */
export function parseShape(shape: string | undefined): Node | undefined {
  if (shape === undefined) return undefined;
  let root = shapes.get(shape);
  if (root === undefined) {
    if (shapes.size >= MOST_SHAPES) shapes.clear();
    root = parsed(shape.slice(1)) ?? null;
    shapes.set(shape, root);
  }
  return root ?? undefined;
}

function parsed(shape: string): Node | undefined {
  try {
    const english = shape.includes("{") ? shape : shape.replaceAll(";", ",");
    return new Parser(tokenize(english.replace(/[\t\r\n]/g, " "))).whole();
  } catch {
    // The tokenizer throws where brackets do not match.
    return undefined;
  }
}

/** The operators of two sides, by how tightly they bind. */
const BINDING: Readonly<Record<string, number>> = { "=": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "<>": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5 };

const call = (name: string, ...nodes: readonly Node[]): Node => ({ kind: "call", name, arguments: nodes });

class Parser {
  private at = 0;
  private depth = 0;
  private places = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens.flatMap(apart);
  }

  /** The formula; undefined where it is none. */
  whole(): Node | undefined {
    const root = this.operation(1);
    return this.at === this.tokens.length ? root : undefined;
  }

  private get token(): Token | undefined {
    return this.tokens[this.at];
  }

  private operation(least: number): Node | undefined {
    if (++this.depth > DEEPEST) return undefined;
    let left = this.operand();
    let factors = 0;
    for (let binding = this.binding(); left && binding >= least; binding = this.binding()) {
      const { value } = this.tokens[this.at++]!;
      if (binding !== BINDING["+"] && ++factors > DEEPEST) return undefined;
      const right = this.operation(binding + 1);
      left = right && joined(value, left, right);
    }
    this.depth--;
    return left;
  }

  /** How tightly the operator that comes next binds; 0 where none comes. */
  private binding(): number {
    return this.token?.type === "operator-infix" ? (BINDING[this.token.value] ?? 0) : 0;
  }

  private operand(): Node | undefined {
    let isNegative = false;
    for (; this.token?.type === "operator-prefix"; this.at++) isNegative = !isNegative;
    let node = this.single();
    let around = 0;
    for (; node && this.token?.value === ":" && this.token.type === "range"; ) {
      this.at++;
      if (++around > DEEPEST) return undefined;
      const last = this.single();
      node = last && call(":", node, last);
    }
    for (; node && this.token?.type === "operator-postfix"; this.at++) node = ++around > DEEPEST ? undefined : call("%", node);
    return node && isNegative ? call("-", node) : node;
  }

  private single(): Node | undefined {
    const { type, subtype, value } = this.token ?? {};
    this.at++;
    if (type === "operand") {
      if (value === REFERENCE) return { kind: "reference", place: this.places++ };
      // Excel takes no number beyond its own largest: such a formula is none.
      if (subtype === "number") return Number.isFinite(Number(value)) ? { kind: "number", number: Number(value) } : undefined;
      if (subtype === "text") return { kind: "text", text: value! };
      return subtype === "logical" ? call(value!) : undefined;
    }
    if (subtype !== "start") return undefined;
    if (type === "subexpression") {
      const inside = this.operation(1);
      return this.token?.subtype === "stop" && this.at++ ? inside : undefined;
    }
    return type === "function" ? this.called(value!) : undefined;
  }

  private called(name: string): Node | undefined {
    const nodes: Node[] = [];
    while (this.token && this.token.subtype !== "stop") {
      const isMissing = this.token.type === "argument";
      const node = isMissing ? ({ kind: "nothing" } as const) : this.operation(1);
      if (!node) return undefined;
      nodes.push(node);
      if (this.token?.type === "argument") {
        this.at++;
        if (this.token?.subtype === "stop") nodes.push({ kind: "nothing" });
      }
    }
    if (!this.token) return undefined;
    this.at++;
    return call(name.toUpperCase().replace(/^_XL(?:FN|WS)\.(?:_XLWS\.)?/, ""), ...nodes);
  }
}

/** The tokenizer leaves the colon before or behind a function with its name. */
function apart(token: Token): readonly Token[] {
  const { value, type } = token;
  if (!value.includes(":") || (type !== "operand" && type !== "function") || token.subtype === "text") return [token];
  return value.split(/(:)/).flatMap((part, place, parts): readonly Token[] => {
    if (part === "") return [];
    if (part === ":") return [{ value: part, type: "range", subtype: "" }];
    return [place === parts.length - 1 ? { ...token, value: part } : { value: part, type: "operand", subtype: "range" }];
  });
}

/** Long sums are one call, so that what reads them need not go as deep as they are long. */
function joined(operator: string, left: Node, right: Node): Node {
  const isSum = operator === "+" || operator === "-";
  if (!isSum) return call(operator, left, right);
  const before = left.kind === "call" && left.name === "+" ? left.arguments : [left];
  return call("+", ...before, operator === "-" ? call("-", right) : right);
}
