import { removeContentType } from "../package/contentTypes";
import type { Package } from "../package/Package";
import { partOfKind, removeRelationship } from "../package/relationships";
import type { WorkbookPart } from "./WorkbookPart";

/** The chain lists every formula cell; one that lists others makes Excel repair the file. Excel makes it anew. */
export function dropCalculationChain(parts: Package, workbook: WorkbookPart): void {
  const chain = partOfKind(parts, workbook.path, "calcChain");
  if (!chain) return;
  removeRelationship(parts, workbook.path, chain.id);
  removeContentType(parts, chain.target);
  parts.remove(chain.target);
}
