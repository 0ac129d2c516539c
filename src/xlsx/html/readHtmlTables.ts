import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from "parse5";
import { LAST_COLUMN, type Position, type Rectangle } from "../../core/sheet/Address";
import { withoutEnd } from "../../core/words/withoutEnd";

/** A cell of a table, at the place a spreadsheet gives it. */
export interface HtmlCell {
  readonly at: Position;
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** The font it names, where it names one. */
  readonly font: string | undefined;
  readonly border: boolean;
  readonly align: "left" | "center" | "right" | undefined;
}

/** A page laid out on one sheet: tables and the words between them, one below the other. */
export interface HtmlSheet {
  /** The name the exporting program gave the sheet. */
  readonly name: string | undefined;
  readonly cells: readonly HtmlCell[];
  readonly merges: readonly Rectangle[];
  /** Zero-based rows that the page does not show. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly tables: number;
}

/** What browsers allow (HTML, 4.9.11). */
const MOST_COLUMNS_SPANNED = 1000;

/** Browsers nest elements no deeper, however a page is written; no program exports one that goes as deep. Bounds all that follows the tree. */
const DEEPEST = 512;

/** A page whose elements are nested deeper than any browser shows. */
export class TooDeep extends Error {
  override readonly name = "TooDeep";
}

/** The tree of a page. Throws `TooDeep` before it becomes so. */
function treeOf(html: string): DefaultTreeAdapterMap["document"] {
  let depth = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: (): void => {
      if (++depth > DEEPEST) throw new TooDeep();
    },
    onItemPop: (): void => void depth--,
  };
  return parse(html, { treeAdapter });
}

/**
 * Reads a page however untidy, as browsers do. Nested tables that are there for layout are laid out; others become text.
 * Throws `TooDeep` where elements are nested beyond all measure.
 */
export function readHtmlTables(html: string): HtmlSheet {
  const layout = new Layout();
  const page = treeOf(html).childNodes.find((node) => isElement(node)) as HtmlElement | undefined;
  layout.flow(page?.childNodes ?? []);
  const name = /<x:Name>([^<]*)<\/x:Name>/i.exec(html)?.[1]?.trim();
  return { name: name || undefined, cells: layout.cells, merges: layout.merges, hiddenRows: layout.hiddenRows, tables: layout.tables };
}

/** A cell that reaches down into the rows below: its columns, both ends included, and its last row. */
interface Reaching {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

class Layout {
  readonly cells: HtmlCell[] = [];
  readonly merges: Rectangle[] = [];
  readonly hiddenRows = new Set<number>();
  tables = 0;
  /** The first row nothing stands in. */
  private row = 0;

  /** Lays out nodes that stand below one another: tables as grids, words between them a row each. */
  flow(nodes: readonly HtmlNode[]): void {
    let words: HtmlNode[] = [];
    const writeWords = (): void => {
      for (const line of visibleText(words).split("\n")) if (line.trim() !== "") this.write(this.row++, 0, line.trim(), undefined, false);
      words = [];
    };
    for (const node of nodes) {
      const holdsTable = isElement(node) && (node.tagName === "table" || contains(node, "table"));
      if (!holdsTable) {
        if (isText(node) || (isElement(node) && !isUnseen(node))) words.push(node);
        continue;
      }
      writeWords();
      if (node.tagName === "table") this.table(node);
      else if (isBlock(node) || !isUnseen(node)) this.flow(node.childNodes);
    }
    writeWords();
  }

  private table(table: HtmlElement): void {
    this.tables++;
    const lined = !["", "0", undefined].includes(attributeOf(table, "border"));
    let reaching: readonly Reaching[] = [];
    const rows = rowsOf(table);
    for (const [index, row] of rows.entries()) {
      const cells = row.childNodes.filter(isElement).filter(({ tagName }) => tagName === "td" || tagName === "th");
      const [only, ...others] = cells.filter((cell) => contains(cell, "table") || visibleText(cell.childNodes) !== "");
      if (row.tagName === "caption") this.write(this.row++, 0, visibleText(row.childNodes), row, false);
      else if (only && others.length === 0 && contains(only, "table")) this.flow(only.childNodes);
      else {
        if (/display\s*:\s*none/i.test(attributeOf(row, "style") ?? "")) this.hiddenRows.add(this.row);
        reaching = this.line(cells, rows.length - index, reaching, lined);
        this.row++;
      }
    }
  }

  /** One row of a table, of which `rows` are left with this one; gives back what reaches further down. */
  private line(cells: readonly HtmlElement[], rows: number, above: readonly Reaching[], lined: boolean): readonly Reaching[] {
    const reaching = above.filter(({ bottom }) => bottom >= this.row);
    const own: Reaching[] = [];
    let column = 0;
    let next = 0;
    for (const cell of cells) {
      for (; next < reaching.length && reaching[next]!.left <= column; next++) column = Math.max(column, reaching[next]!.right + 1);
      if (column > LAST_COLUMN) break;
      const bottom = this.row + span(cell, "rowspan", rows) - 1;
      const right = column + span(cell, "colspan", MOST_COLUMNS_SPANNED) - 1;
      if (bottom > this.row) own.push({ left: column, right, bottom });
      if (bottom > this.row || right > column) this.merges.push({ top: this.row, left: column, bottom, right });
      this.write(this.row, column, visibleText(cell.childNodes), cell, lined);
      column = right + 1;
    }
    return own.length === 0 ? reaching : merged([...reaching, ...own].sort((one, other) => one.left - other.left));
  }

  private write(row: number, column: number, text: string, cell: HtmlElement | undefined, lined: boolean): void {
    const style = (cell && attributeOf(cell, "style")) ?? "";
    const align = /text-align\s*:\s*(left|center|right)/i.exec(style)?.[1] ?? (cell && attributeOf(cell, "align"));
    this.cells.push({
      at: { row, column },
      text,
      bold: cell !== undefined && (cell.tagName === "th" || /font-weight\s*:\s*(bold|[6-9]00)/i.test(style) || contains(cell, "b") || contains(cell, "strong")),
      italic: cell !== undefined && (/font-style\s*:\s*italic/i.test(style) || contains(cell, "i") || contains(cell, "em")),
      font: /font-family\s*:\s*["']?([^;,"']+)/i.exec(style)?.[1]?.trim(),
      border: lined || /border(?!-(?:collapse|spacing))[\w-]{0,40}\s*:\s*(?!0|none)/i.test(style),
      align: (["left", "center", "right"] as const).find((each) => each === align?.toLowerCase()),
    });
  }
}

/** Cells that reach down as far beside one another, as one. */
function merged(reaching: readonly Reaching[]): readonly Reaching[] {
  const all: Reaching[] = [];
  for (const each of reaching) {
    const last = all.at(-1);
    if (last && last.bottom === each.bottom && each.left <= last.right + 1) all[all.length - 1] = { ...last, right: Math.max(last.right, each.right) };
    else all.push(each);
  }
  return all;
}

/** How far a cell reaches; a rowspan of 0 reaches to the end. */
function span(cell: HtmlElement, name: "rowspan" | "colspan", most: number): number {
  const wanted = Number.parseInt(attributeOf(cell, name) ?? "1", 10);
  return wanted === 0 && name === "rowspan" ? most : Math.min(Math.max(wanted || 1, 1), most);
}

/** The rows of a table in document order, not those of tables within it. */
function rowsOf(table: HtmlElement): readonly HtmlElement[] {
  return table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === "caption" || child.tagName === "tr") return [child];
    return ["thead", "tbody", "tfoot"].includes(child.tagName) ? rowsOf(child) : [];
  });
}

type HtmlNode = DefaultTreeAdapterMap["childNode"];
type HtmlElement = DefaultTreeAdapterMap["element"];

const isElement = (node: HtmlNode): node is HtmlElement => "tagName" in node;

const isText = (node: HtmlNode): node is DefaultTreeAdapterMap["textNode"] => node.nodeName === "#text";

const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Elements whose words nobody sees. */
const UNSEEN = new Set(["head", "script", "style", "template", "title", "xml", "noscript", "colgroup"]);

const isUnseen = (element: HtmlElement): boolean => UNSEEN.has(element.tagName);

/** Elements that begin and end a line. */
const BLOCKS = new Set(["address", "article", "blockquote", "center", "div", "dd", "dl", "dt", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul", "caption"]);

const isBlock = (element: HtmlElement): boolean => BLOCKS.has(element.tagName);

function contains(element: HtmlElement, tagName: string): boolean {
  return element.childNodes.some((node) => isElement(node) && (node.tagName === tagName || contains(node, tagName)));
}

/** What a person reads in the nodes: white space folded, a line for each `br` and block, cells of a nested row side by side. */
function visibleText(nodes: readonly HtmlNode[]): string {
  const pieces: string[] = [];
  let last = "";
  const add = (piece: string): void => {
    pieces.push(piece);
    last = piece.at(-1) ?? last;
  };
  const breakLine = (): void => {
    if (last !== "" && last !== "\n") add("\n");
  };
  const walk = (node: HtmlNode): void => {
    if (isText(node)) {
      const folded = node.value.replace(/[ \t\n\r\f]+/g, " ");
      add(last === "" || last === "\n" || last === " " ? folded.replace(/^ /, "") : folded);
    } else if (isElement(node) && !isUnseen(node)) {
      if (node.tagName === "br") add("\n");
      else if (isBlock(node)) {
        breakLine();
        node.childNodes.forEach(walk);
        breakLine();
      } else {
        node.childNodes.forEach(walk);
        if (node.tagName === "td" || node.tagName === "th") add(" ");
      }
    }
  };
  nodes.forEach(walk);
  const lines = pieces.join("").split("\n");
  return lines.map((line) => withoutEnd(line, / /)).join("\n").trim();
}
