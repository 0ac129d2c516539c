import type { Chance } from "../localisation/chance";
import type { Layout } from "./Layout";
import { added, hasFigures, rowFigures, type Row, type RowKind } from "./Row";
import { SHAPES, type TableShape } from "./TableShape";
import {
  GRAND_WORDS, GROUP_NAMES, LINE_NAMES, MEMO_NAMES, NOTES, PART_NAMES, ROMAN, SECTION_NAMES, SUM_WORDS, UNIT_NAMES, UNKNOWN_GRAND_WORDS, UNKNOWN_SUM_WORDS,
} from "./words"; // prettier-ignore

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
const letters = "abcdefghijklmnopqrstuvwxyz";

/** How many lines a table has, over all its sections. */
const lineCount = (size: Layout["size"], draw: Chance): number =>
  size === "three rows" ? 3 : size === "small" ? draw.whole(4, 7) : size === "long" ? draw.whole(120, 300) : draw.whole(8, 26);

/** Draws the rows of one table. */
class RowMaker {
  private readonly shape: TableShape;
  private readonly names: string[];
  private readonly sumWords: string;
  private readonly grandWords: string;
  private readonly inFirstColumn: boolean;

  constructor(
    private readonly layout: Layout,
    private readonly withOrdinals: boolean,
    private readonly draw: Chance,
  ) {
    this.shape = SHAPES[layout.form];
    const known = layout.words === "known";
    this.names = draw.shuffled(layout.form === "II.06a" ? LINE_NAMES : UNIT_NAMES);
    this.sumWords = draw.pick(known ? SUM_WORDS : UNKNOWN_SUM_WORDS);
    this.grandWords = draw.pick(known ? GRAND_WORDS : UNKNOWN_GRAND_WORDS);
    this.inFirstColumn = draw.hit(0.3);
  }

  private nameOf(index: number): string {
    const round = Math.floor(index / this.names.length);
    return this.names[index % this.names.length]! + (round === 0 ? "" : ` (${round + 1})`);
  }

  private figures(): readonly number[] {
    return this.shape.draw(this.layout.figures, this.draw);
  }

  /** `index` counts within the section, `through` through the table. */
  private lineOrdinal(index: number, through: number, section: string): string | number | undefined {
    const { sections, numbering } = this.layout;
    if (!this.withOrdinals || numbering === "none") return undefined;
    if (sections === "1") return `${section}.${index + 1}`;
    return (numbering === "through" ? through : index) + 1;
  }

  /** Marks a part by the table's way: what stands in its first column, and its label. */
  private partWords(index: number, line: string | number | undefined, name: string): Pick<Row, "ordinal" | "label" | "indent"> {
    const mark = this.layout.breakdown;
    const inLabel = this.inFirstColumn;
    const marked = (sign: string): Pick<Row, "ordinal" | "label"> => (inLabel ? { label: `${sign} ${name}` } : { ordinal: sign, label: name });
    if (!this.withOrdinals && mark !== "-" && mark !== "+" && mark !== "*")
      return { label: `${index === 0 && mark.includes("label") ? "Trong đó: " : ""}${name}`, indent: 1 };
    switch (mark) {
      case "-":
      case "+":
      case "*":
        return marked(mark);
      case "a)":
        return marked(`${letters[index]})`);
      case "a.":
        return marked(`${letters[index]}.`);
      case "2a":
        return line === undefined ? marked(`${letters[index]})`) : { ordinal: `${line}${letters[index]}`, label: name };
      case "2.1":
        return line === undefined ? marked(`${letters[index]})`) : { ordinal: `${line}.${index + 1}`, label: name };
      case "parts of parts":
        return { ordinal: "-", label: name };
      case "Trong đó in the label":
        return { label: index === 0 ? `Trong đó: ${name}` : name, indent: 1 };
      default:
        return { label: name, indent: 1 };
    }
  }

  /** A line, whole or broken down, with the rows under it. */
  private line(index: number, through: number, section: string): readonly Row[] {
    const { draw, layout } = this;
    const ordinal = this.lineOrdinal(index, through, section);
    const label = this.nameOf(through);
    const head = { kind: "line" as const, label, ...(ordinal === undefined ? {} : { ordinal }) };
    const roll = draw.real();
    if (layout.breakdown !== "none" && roll < 0.3) {
      const parts = draw
        .shuffled(PART_NAMES)
        .slice(0, draw.whole(2, 4))
        .map((name, at): readonly Row[] => {
          const words = this.partWords(at, ordinal, name);
          if (layout.breakdown !== "parts of parts" || !draw.hit(0.5)) return [{ kind: "part", ...words, figures: this.figures() }];
          const inner = ["hồ sơ giấy", "hồ sơ điện tử"].map((part): Row => ({ kind: "part", ordinal: "+", label: part, indent: 2, figures: this.figures() }));
          return [{ kind: "part", ...words, members: inner }, ...inner];
        });
      const lead: readonly Row[] = layout.breakdown.endsWith("lines") ? [{ kind: "lead", label: "Trong đó:" }] : [];
      return [{ ...head, members: parts.map(([first]) => first!) }, ...lead, ...parts.flat()];
    }
    if (layout.memo === "under a line" && roll < 0.5) {
      const [some, rest] = [this.figures(), this.figures()];
      return [
        { ...head, figures: added([some, rest]) },
        { kind: "memo", label: draw.pick(MEMO_NAMES), indent: draw.whole(0, 1), figures: some },
      ];
    }
    return [{ ...head, figures: this.figures() }];
  }

  private sumRow(kind: "sum" | "total", words: string, members: readonly Row[]): Row {
    const where = this.inFirstColumn ? { ordinal: words } : { label: words };
    return { kind, ...where, members, strong: true };
  }

  private said(words: string, ordinal: string, name: string, list: string): string {
    const said = words.replace("{n}", ordinal).replace("{NAME}", name.toUpperCase()).replace("{name}", name).replace("{list}", list);
    return capital(said.replace("()", "").replace(" :", ":").trim());
  }

  /** Encloses rows in a section: its heading, the rows, and its sum, each where the layout has it. `adders` are the rows that its sum adds up. */
  private section(
    ordinal: string | undefined,
    name: string,
    rows: readonly Row[],
    adders: readonly Row[],
  ): { readonly rows: readonly Row[]; readonly stated: readonly Row[] } {
    const { sums } = this.layout;
    const shown = this.withOrdinals ? ordinal : undefined;
    const inFirst = shown === undefined && this.inFirstColumn;
    const heading: Row = {
      kind: "heading",
      ...(inFirst ? { ordinal: capital(name) } : { label: capital(name), ...(shown === undefined ? {} : { ordinal: shown }) }),
      strong: true,
      ...(sums === "before" || sums === "both" ? { members: adders } : {}),
    };
    const list =
      adders.every(({ ordinal: each }) => typeof each === "number") && adders.length < 5 ? adders.map(({ ordinal: each }) => each).join("+") : "1+2+…";
    const closing = sums === "after" || sums === "both" ? [this.sumRow("sum", this.said(this.sumWords, shown ?? "", name, list), adders)] : [];
    const stated = closing.length > 0 ? closing : hasFigures(heading) ? [heading] : adders;
    return { rows: [heading, ...rows, ...closing], stated };
  }

  private sections(count: number): { readonly rows: readonly Row[]; readonly stated: readonly Row[]; readonly list: string } {
    const { layout, draw } = this;
    const lines = lineCount(layout.size, draw);
    const names = draw.shuffled(SECTION_NAMES);
    let made = 0;
    const ordinalOf = (index: number): string | undefined =>
      layout.sections === "I" || layout.sections === "A over I"
        ? ROMAN[index]
        : layout.sections === "A"
          ? "ABCDEFGH"[index]
          : layout.sections === "1"
            ? String(index + 1)
            : undefined;
    const one = (index: number, ordinal: string | undefined): ReturnType<RowMaker["section"]> => {
      const rest = lines - made;
      const own = Math.max(1, index === count - 1 ? rest : Math.min(rest, draw.whole(1, Math.max(1, Math.ceil((2 * lines) / count) - 1))));
      const groups = Array.from({ length: own }, (_, at) => this.line(at, made + at, ordinal ?? ""));
      made += own;
      return this.section(
        ordinal,
        names[index]!,
        groups.flat(),
        groups.map(([first]) => first!),
      );
    };
    if (layout.sections !== "A over I") {
      const all = Array.from({ length: count }, (_, index) => one(index, ordinalOf(index)));
      return {
        rows: all.flatMap(({ rows }) => rows),
        stated: all.flatMap(({ stated }) => stated),
        list: all.map((_, index) => ordinalOf(index) ?? index + 1).join("+"),
      };
    }
    const groups = draw
      .shuffled(GROUP_NAMES)
      .slice(0, 2)
      .map((name, group) => {
        const inside = Array.from({ length: count >> 1 }, (_, at) => one(group * (count >> 1) + at, ROMAN[at]));
        return this.section(
          "AB"[group],
          name,
          inside.flatMap(({ rows }) => rows),
          inside.flatMap(({ stated }) => stated),
        );
      });
    return { rows: groups.flatMap(({ rows }) => rows), stated: groups.flatMap(({ stated }) => stated), list: "A+B" };
  }

  body(): readonly Row[] {
    const { layout, draw } = this;
    const flat = (): { readonly rows: readonly Row[]; readonly stated: readonly Row[]; readonly list: string } => {
      const groups = Array.from({ length: lineCount(layout.size, draw) }, (_, index) => this.line(index, index, ""));
      return { rows: groups.flat(), stated: groups.map(([first]) => first!), list: "1+2+…" };
    };
    const count = layout.sections === "A over I" ? 4 : layout.size === "three rows" ? 2 : draw.whole(2, 4);
    const { rows, stated, list } = layout.sections === "flat" ? flat() : this.sections(count);
    const total = this.sumRow("total", this.said(this.grandWords, "", "", list), stated);
    const first = layout.grand === "first" || layout.grand === "both" ? [total] : [];
    const last = layout.grand === "last" || layout.grand === "both" ? [first.length > 0 ? { ...total } : total] : [];
    const memos = (under: readonly Row[]): readonly Row[] =>
      under.length > 0 && layout.memo === "under the total" ? [{ kind: "memo", label: draw.pick(MEMO_NAMES), figures: rowFigures(stated[0]!) }] : [];
    const unit: readonly Row[] =
      layout.unit === "heading"
        ? [
            this.inFirstColumn
              ? { kind: "unit", ordinal: "UBND phường An Bình", strong: true }
              : { kind: "unit", label: "Trung tâm Phục vụ hành chính công", strong: true },
          ]
        : [];
    const memo = memos([...first, ...last]);
    return [...unit, ...first, ...(last.length === 0 ? memo : []), ...rows, ...last, ...(last.length > 0 ? memo : [])];
  }
}

/** Puts in what people put between the rows: notes, blank rows, headers printed again, page numbers. */
function interrupted(body: readonly Row[], layout: Layout, draw: Chance): readonly Row[] {
  const { header, title, unitOfMeasure } = SHAPES[layout.form];
  const between: (readonly Row[])[] = [];
  const again = (cells: readonly (readonly string[])[]): readonly Row[] => cells.map((line) => ({ kind: "header", cells: line }));
  const headers: Readonly<Record<Exclude<Layout["again"], "none">, readonly (readonly string[])[]>> = {
    "numbering row": header.slice(-1),
    "first header row": header.slice(0, 1),
    "two header rows": header.slice(0, 2),
    "whole header": header,
    title: title.slice(1).map((words) => [words]),
    "unit of measure": [[unitOfMeasure]],
  };
  if (layout.again !== "none") for (let times = draw.whole(1, 2); times > 0; times--) between.push(again(headers[layout.again]));
  if (layout.notes !== "none")
    for (let times = draw.whole(1, 2); times > 0; times--)
      between.push([draw.hit(0.5) ? { kind: "note", ordinal: draw.pick(NOTES) } : { kind: "note", label: draw.pick(NOTES) }]);
  if (layout.blanks !== "none") for (let times = draw.whole(1, 3); times > 0; times--) between.push([{ kind: "blank" }]);
  if (layout.pages !== "none") between.push([{ kind: "page", ...(draw.hit(0.5) ? { cells: ["", "", "", "", "", "Trang 1/2"] } : { cells: ["Trang 2"] }) }]);
  const rows = [...body];
  for (const some of between) rows.splice(draw.whole(1, Math.max(1, rows.length - 1)), 0, ...some);
  return rows;
}

const UNDER_A_LINE: readonly (RowKind | undefined)[] = ["part", "memo", "lead"];

/** Hides some lines, each with what is under it. */
function withHidden(rows: readonly Row[], { rowsShown }: Layout, draw: Chance): readonly Row[] {
  if (rowsShown === "all") return rows;
  const starts = rows.flatMap(({ kind }, at) => (kind === "line" ? [at] : []));
  const chosen = draw.shuffled(starts).slice(0, Math.min(draw.whole(1, 3), starts.length - 1));
  const hidden = new Set<Row>();
  for (const start of chosen) for (let at = start; at === start || UNDER_A_LINE.includes(rows[at]?.kind); at++) hidden.add(rows[at]!);
  const made = new Map<Row, Row>();
  const hide = (row: Row): Row => {
    const known = made.get(row);
    if (known) return known;
    const next: Row = { ...row, ...(hidden.has(row) ? { isHidden: true } : {}), ...(row.members ? { members: row.members.map(hide) } : {}) };
    made.set(row, next);
    return next;
  };
  return rows.map(hide);
}

/** Draws the body of a table. */
export function makeRows(layout: Layout, draw: Chance, withOrdinals: boolean): readonly Row[] {
  const rows = new RowMaker(layout, withOrdinals, draw).body();
  return interrupted(withHidden(rows, layout, draw), layout, draw);
}
