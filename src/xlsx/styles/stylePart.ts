import { addContentType, removeContentType } from "../package/contentTypes";
import { freeNumber } from "../package/freeName";
import type { Package } from "../package/Package";
import { addRelationship, partOfKind, removeRelationship } from "../package/relationships";
import { XML_HEAD } from "../xml/text";
import { editionOf, type WorkbookPart } from "../workbook/WorkbookPart";

const STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** The text of the workbook's style sheet; a blank one where it has none. */
export function readStylePart(parts: Package, workbook: WorkbookPart): string {
  const styles = partOfKind(parts, workbook.path, "styles");
  return styles ? parts.text(styles.target)! : blankStyleSheet(editionOf(workbook).main);
}

/** The text of the workbook's theme, where it has one. */
export function readTheme(parts: Package, workbook: WorkbookPart): string | undefined {
  const theme = partOfKind(parts, workbook.path, "theme");
  return theme && parts.text(theme.target);
}

/**
 * Writes the style sheet. The few workbooks without one get one, and lose it again when nothing is left in it
 * but what we put there.
 */
export function writeStylePart(parts: Package, workbook: WorkbookPart, xml: string): void {
  const { main, relationships } = editionOf(workbook);
  const styles = partOfKind(parts, workbook.path, "styles");
  const blank = xml === blankStyleSheet(main);
  if (styles && blank && parts.text(styles.target) !== xml) {
    removeRelationship(parts, workbook.path, styles.id);
    removeContentType(parts, styles.target);
    parts.remove(styles.target);
  } else if (styles) parts.write(styles.target, xml);
  else if (!blank) {
    const stem = `${workbook.path.slice(0, workbook.path.lastIndexOf("/") + 1)}styles`;
    const named = (number: number): string => `${stem}${number === 1 ? "" : number}.xml`;
    const path = named(freeNumber(parts, 1, (number) => [named(number)]));
    parts.write(path, xml);
    addContentType(parts, path, STYLES);
    addRelationship(parts, workbook.path, `${relationships}/styles`, path);
  }
}

/** A style sheet with nothing but what Excel insists on. The comment tells it from one that a user has, of the same words. */
export const blankStyleSheet = (mainNamespace: string): string =>
  `${XML_HEAD}<!--kstt--><styleSheet xmlns="${mainNamespace}">` +
  '<fonts count="1"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  "</styleSheet>";
