import { strToU8, zipSync } from "fflate";
import { a1, parseA1 } from "../../src/core/sheet/Address";
import { describedValue, type CellDescription, type SheetDescription } from "../ports/SheetDescription";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The parts of a workbook as Excel writes them: shared strings, a style sheet with number formats, a theme left out. */
export function craftParts(sheets: readonly SheetDescription[]): Record<string, string> {
  const strings: string[] = [];
  const formats: string[] = [];
  const stringNumber = (text: string): number => {
    const known = strings.indexOf(text);
    return known >= 0 ? known : strings.push(text) - 1;
  };
  const styleOf = (format: string | undefined): string => {
    if (format === undefined) return "";
    if (!formats.includes(format)) formats.push(format);
    return ` s="${formats.indexOf(format) + 1}"`;
  };
  const cellXml = (address: string, cell: CellDescription): string => {
    const full = typeof cell === "object" ? cell : undefined;
    const style = styleOf(full?.numberFormat);
    const c = (type: string, inside: string): string => `<c r="${address}"${style}${type && ` t="${type}"`}>${inside}</c>`;
    if (typeof cell === "boolean") return c("b", `<v>${cell ? 1 : 0}</v>`);
    if (typeof cell === "string" && cell.startsWith("=")) return c("", `<f>${escape(cell.slice(1))}</f>`);
    const value = describedValue(full ? ("formula" in full ? full.result : full.value) : (cell as string | number));
    const f = full && "formula" in full ? `<f>${escape(full.formula.slice(1))}</f>` : "";
    if (value.kind === "number") return c("", `${f}<v>${value.number}</v>`);
    if (value.kind === "error") return c("e", `${f}<v>${value.code}</v>`);
    if (value.kind === "blank") return c("", f);
    return f ? c("str", `${f}<v>${escape(value.text)}</v>`) : c("s", `<v>${stringNumber(value.text)}</v>`);
  };
  const sheetXml = ({ cells, merges = [], locked, hiddenRows = [], filtered }: SheetDescription): string => {
    const rows = new Map<number, [number, string][]>();
    for (const [address, cell] of Object.entries(cells)) {
      const { row, column } = parseA1(address)!;
      rows.set(row, [...(rows.get(row) ?? []), [column, cellXml(a1({ row, column }), cell)]]);
    }
    const data = [...rows].sort(([first], [second]) => first - second).map(([row, line]) => {
      const ordered = line.sort(([first], [second]) => first - second);
      const hidden = hiddenRows.includes(row + 1) ? ' hidden="1"' : "";
      return `<row r="${row + 1}"${hidden} spans="${ordered[0]![0] + 1}:${ordered.at(-1)![0] + 1}">${ordered.map(([, xml]) => xml).join("")}</row>`;
    });
    const places = Object.keys(cells).map((address) => parseA1(address)!);
    const last = { row: Math.max(0, ...places.map(({ row }) => row)), column: Math.max(0, ...places.map(({ column }) => column)) };
    const conditions = '<filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn>';
    const filter = filtered === undefined ? "" : `<autoFilter ref="${filtered}">${conditions}</autoFilter>`;
    const merged = merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.map((merge) => `<mergeCell ref="${merge}"/>`).join("")}</mergeCells>` : "";
    return (
      `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><dimension ref="A1:${a1(last)}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="15"/><sheetData>${data.join("")}</sheetData>${locked ? '<sheetProtection sheet="1" objects="1" scenarios="1"/>' : ""}${filter}${merged}` +
      '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
    );
  };
  const written = sheets.map(sheetXml);
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
      sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join("") +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000"/></bookViews><sheets>` +
      sheets.map(({ name, hidden }, index) => `<sheet name="${escape(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`).join("") +
      '</sheets><calcPr calcId="191029"/></workbook>',
    "xl/_rels/workbook.xml.rels":
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("") +
      `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>` +
      `<Relationship Id="rId${sheets.length + 2}" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  };
  written.forEach((xml, index) => (parts[`xl/worksheets/sheet${index + 1}.xml`] = xml));
  parts["xl/styles.xml"] =
    `${HEAD}<styleSheet xmlns="${MAIN}">` +
    (formats.length > 0 ? `<numFmts count="${formats.length}">${formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escape(code).replace(/"/g, "&quot;")}"/>`).join("")}</numFmts>` : "") +
    '<fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    formats.map((_, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join("") +
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>';
  parts["xl/sharedStrings.xml"] =
    `${HEAD}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">` +
    strings.map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join("") +
    "</sst>";
  return parts;
}

/** Parts as a zip; texts in UTF-8. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part])), { level: 1 });
}

/** The bytes of a workbook with the sheets described. */
export const craftWorkbook = (...sheets: readonly SheetDescription[]): Uint8Array => zipParts(craftParts(sheets));
