import { textValue, type Cell, type Content, type Value } from "../core/sheet/Cell";

/**
 * A cell from what Excel says of it; undefined when it is blank. Blanks are told from empty texts by their type,
 * formulas from texts that begin with "=" by the text being the value too.
 */
export function cellFrom(value: unknown, type: unknown, formula: unknown, numberFormat: unknown): Cell | undefined {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && !(type === "String" && value === formula);
  if (type === "Empty" && !isFormula) return undefined;
  const held = valueFrom(value, type);
  if (held.kind === "blank" && !isFormula) return undefined;
  return {
    value: held,
    ...(isFormula ? { formula } : {}),
    ...(typeof numberFormat === "string" && numberFormat !== "General" ? { numberFormat } : {}),
  };
}

function valueFrom(value: unknown, type: unknown): Value {
  if (type === "Error") return { kind: "error", code: String(value) };
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "boolean") return textValue(value ? "TRUE" : "FALSE");
  return textValue(typeof value === "string" ? value : "");
}

/** What Excel might read as a number, date, formula, error or truth value if it were typed. "(4)" would become −4. */
const INTERPRETED = /\d|^\s*['=+\-@#]|^\s*(?:true|false)\s*$/i;

/** What to write into `formulas` so that the cell holds the content. Texts keep being texts by the apostrophe typed before them. */
export function inputFor(content: Content): string | number {
  switch (content.kind) {
    case "blank":
      return "";
    case "number":
      return content.number;
    case "text":
      return INTERPRETED.test(content.text) ? `'${content.text}` : content.text;
    case "error":
      return content.code;
    case "formula":
      return content.formula;
  }
}
