import type { CellStyle } from "../../core/sheet/SheetPlan";
import { childrenOf, localName, openTag, outerXml, placeFor, prefixOf, rootOf, spliced, type Element, type Splice } from "../xml/elements";
import { asOpen, attribute, escapeAttribute, isOn, withAttribute } from "../xml/text";
import { BUILT_IN_FORMATS, builtInFormat, FIRST_OWN_FORMAT } from "./numberFormats";
import { alignmentXml, borderXml, fillXml, fontXml } from "./styleXml";

/** The order of the elements of styles.xml (CT_Stylesheet). */
export const STYLE_SHEET_ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

type CollectionName = "numFmts" | "fonts" | "fills" | "borders" | "cellXfs";

interface Collection {
  readonly element: Element | undefined;
  readonly items: string[];
  readonly had: number;
}

/**
 * The workbook's cell styles. New ones are put behind those that stand, so that every number in the sheets keeps its meaning.
 */
export class StyleSheet {
  private readonly prefix: string;
  private readonly root: Element;
  private readonly children: readonly Element[];
  private readonly collections = new Map<CollectionName, Collection>();
  private readonly derived = new Map<string, number>();
  /** Most cells share their style with others as one object. */
  private readonly named = new WeakMap<CellStyle, string>();
  private readonly formats = new Map<number, string>();
  private readonly codes: (string | undefined)[] = [];

  /** Throws `BrokenXml`. */
  constructor(private readonly xml: string) {
    this.root = rootOf(xml);
    this.prefix = prefixOf(this.root.name);
    this.children = childrenOf(xml, this.root);
    for (const name of ["numFmts", "fonts", "fills", "borders", "cellXfs"] as const) {
      const element = this.children.find((child) => localName(child.name) === name);
      const items = element ? childrenOf(xml, element).map((child) => outerXml(xml, child)) : [];
      this.collections.set(name, { element, items, had: items.length });
    }
    for (const item of this.items("numFmts")) {
      const tag = firstTag(item);
      this.formats.set(Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") ?? "");
    }
    this.items("cellXfs").forEach((xf, style) => {
      const number = Number(attribute(firstTag(xf), "numFmtId") ?? 0);
      const code = this.formats.get(number) ?? BUILT_IN_FORMATS.get(number);
      this.codes[style] = code === "General" || code === "" ? undefined : code;
    });
  }

  /** The number format code of a cell style; undefined for General. */
  numberFormat(style: number): string | undefined {
    return this.codes[style];
  }

  /** What all cell styles come to: the same for as long as none is another. */
  get wording(): string {
    return [...this.collections.values()].map(({ items }) => items.join("")).join("\n");
  }

  /** Whether cells of the style may not be edited once their sheet is locked. */
  locks(style: number): boolean {
    const xf = this.items("cellXfs")[style];
    const protection = xf && /<(?:[\w.-]+:)?protection\b[^<>]*>/.exec(xf)?.[0];
    const locked = protection ? attribute(protection, "locked") : undefined;
    return locked === undefined || isOn(locked);
  }

  /** The style that is like `base` but for what `style` says; made where it is not there yet. */
  derive(base: number, style: CellStyle): number {
    const key = `${base} ${this.nameOf(style)}`;
    const known = this.derived.get(key);
    if (known !== undefined) return known;
    const index = this.add("cellXfs", this.deriveXf(this.items("cellXfs")[base] ?? `<${this.prefix}xf/>`, style));
    this.derived.set(key, index);
    if (style.numberFormat !== undefined) this.codes[index] = style.numberFormat === "General" ? undefined : style.numberFormat;
    else this.codes[index] = this.codes[base];
    return index;
  }

  /** The part with what was added. */
  toXml(): string {
    const splices: Splice[] = [];
    for (const [name, { element, items, had }] of this.collections) {
      const added = items.slice(had).join("");
      if (added === "") continue;
      const count = String(items.length);
      if (!element) {
        const place = placeFor(name, STYLE_SHEET_ORDER, this.children, this.root.openEnd);
        splices.push({ start: place, end: place, text: `<${this.prefix}${name} count="${count}">${added}</${this.prefix}${name}>` });
        continue;
      }
      const tag = withAttribute(asOpen(openTag(this.xml, element)), "count", count);
      splices.push({ start: element.start, end: element.openEnd, text: element.empty ? `${tag}${added}</${element.name}>` : tag });
      if (!element.empty) splices.push({ start: element.closeStart, end: element.closeStart, text: added });
    }
    return spliced(this.xml, splices);
  }

  /** The same for styles that say the same. */
  private nameOf(style: CellStyle): string {
    const known = this.named.get(style);
    if (known !== undefined) return known;
    const name = JSON.stringify(Object.entries(style).sort());
    this.named.set(style, name);
    return name;
  }

  private deriveXf(base: string, style: CellStyle): string {
    const own = firstTag(base);
    let tag = withAttribute(asOpen(own), "xfId", attribute(own, "xfId") ?? "0");
    const part = (name: CollectionName, id: string, flag: string, make: (old: string) => string): void => {
      const old = this.items(name)[Number(attribute(tag, id) ?? 0)] ?? "";
      tag = withAttribute(withAttribute(tag, id, String(this.add(name, make(old)))), flag, "1");
    };
    const { fontName, fontSize, bold, italic, fill, border, numberFormat, horizontal, vertical, wrap } = style;
    if ([fontName, fontSize, bold, italic].some((each) => each !== undefined)) {
      part("fonts", "fontId", "applyFont", (old) => fontXml(old, style, this.prefix));
    }
    if (fill !== undefined) part("fills", "fillId", "applyFill", () => fillXml(fill, this.prefix));
    if (border !== undefined) part("borders", "borderId", "applyBorder", () => borderXml(border, this.prefix));
    if (numberFormat !== undefined) {
      tag = withAttribute(withAttribute(tag, "numFmtId", String(this.formatNumber(numberFormat))), "applyNumberFormat", "1");
    }
    let inside = base.endsWith("/>") && base === own ? "" : base.slice(own.length, base.lastIndexOf("</"));
    if ([horizontal, vertical, wrap].some((each) => each !== undefined)) {
      tag = withAttribute(tag, "applyAlignment", "1");
      inside = alignmentXml(inside, style, this.prefix);
    }
    return inside === "" ? tag.replace(/>$/, "/>") : `${tag}${inside}</${this.prefix}xf>`;
  }

  private formatNumber(code: string): number {
    const builtIn = builtInFormat(code);
    if (builtIn !== undefined) return builtIn;
    for (const [number, known] of this.formats) if (known === code) return number;
    const number = Math.max(FIRST_OWN_FORMAT - 1, ...this.formats.keys()) + 1;
    this.formats.set(number, code);
    this.add("numFmts", `<${this.prefix}numFmt numFmtId="${number}" formatCode="${escapeAttribute(code)}"/>`);
    return number;
  }

  private items(name: CollectionName): string[] {
    return this.collections.get(name)!.items;
  }

  private add(name: CollectionName, item: string): number {
    const items = this.items(name);
    const known = items.indexOf(item);
    return known >= 0 ? known : items.push(item) - 1;
  }
}

/** The opening tag an element's text begins with. */
const firstTag = (xml: string): string => xml.slice(0, xml.indexOf(">") + 1);
