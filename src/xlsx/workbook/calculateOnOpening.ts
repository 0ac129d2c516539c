import type { Package } from "../package/Package";
import { childrenOf, localName, openTag, placeFor, prefixOf, rootOf, spliced } from "../xml/elements";
import { withAttribute } from "../xml/text";
import { WORKBOOK_ORDER } from "./addSheetPart";
import type { WorkbookPart } from "./WorkbookPart";

/** Has Excel calculate all when it opens the workbook: by itself it believes the results that a file holds, and shows 0 where there is none. */
export function calculateOnOpening(parts: Package, { path }: WorkbookPart): void {
  const xml = parts.text(path)!;
  const root = rootOf(xml);
  const children = childrenOf(xml, root);
  const known = children.find(({ name }) => localName(name) === "calcPr");
  const place = known?.start ?? placeFor("calcPr", WORKBOOK_ORDER, children, root.openEnd);
  const tag = known ? openTag(xml, known) : `<${prefixOf(root.name)}calcPr/>`;
  parts.write(path, spliced(xml, [{ start: place, end: known?.openEnd ?? place, text: withAttribute(tag, "fullCalcOnLoad", "1") }]));
}
