import { a1 } from "../../core/sheet/Address";
import type { Content, Value } from "../../core/sheet/Cell";
import { encodeExcelString, escapeText } from "../xml/text";
import { writeFormula } from "./formulaText";

/** Excel holds no longer text in a cell. */
const LONGEST_TEXT = 32_767;

/** A cell as files write it; "" for a blank without a style. Texts stand in the cell itself, not among the shared ones. */
export function cellXml(prefix: string, row: number, column: number, style: number, content: Content): string {
  const head = `${prefix}c r="${a1({ row, column })}"${style > 0 ? ` s="${style}"` : ""}`;
  const element = (name: string, inside: string): string => `<${prefix}${name}>${inside}</${prefix}${name}>`;
  const whole = (type: string, inside: string): string => `<${head}${type && ` t="${type}"`}>${inside}</${prefix}c>`;
  switch (content.kind) {
    case "blank":
      return style > 0 ? `<${head}/>` : "";
    case "text": {
      const text = escapeText(encodeExcelString(content.text.slice(0, LONGEST_TEXT)));
      return whole("inlineStr", element("is", `<${prefix}t xml:space="preserve">${text}</${prefix}t>`));
    }
    case "formula": {
      const result = resultXml(prefix, content.value);
      return whole(result.type, element("f", writeFormula(content.formula)) + result.xml);
    }
    default: {
      const result = resultXml(prefix, content);
      return whole(result.type, result.xml);
    }
  }
}

/** A `v` element and the type its cell must have. A formula without a result has none: Excel works it out on opening. */
export function resultXml(prefix: string, value: Value): { readonly type: string; readonly xml: string } {
  const v = (inside: string): string => `<${prefix}v>${inside}</${prefix}v>`;
  switch (value.kind) {
    case "blank":
      return { type: "", xml: "" };
    case "number":
      return { type: "", xml: v(String(value.number)) };
    case "text":
      return { type: "str", xml: v(escapeText(encodeExcelString(value.text))) };
    case "error":
      return { type: "e", xml: v(escapeText(value.code)) };
  }
}
