import { KEPT_NAMESPACE, keptText, keptXml } from "../core/justifications/Kept";
import type { Steps } from "../core/steps";
import { addContentType, removeContentType } from "./package/contentTypes";
import { freeNumber } from "./package/freeName";
import type { Package } from "./package/Package";
import { addRelationship, kindOf, relationshipsOf, relationshipsPath, removeRelationship, type Relationship } from "./package/relationships";
import { editionOf, type WorkbookPart } from "./workbook/WorkbookPart";
import { BrokenXml } from "./xml/TagCursor";
import { XML_HEAD } from "./xml/text";

const DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
const PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
/** Tells our part from all others of a workbook (ISO/IEC 29500-1, 22.5); there is one at most, so it may be the same everywhere. */
const ITEM_ID = "{6F2B1D0E-8C55-4B0B-9C0A-3A7E5D1C4F26}";

interface Found {
  /** The part that points to ours. */
  readonly owner: string;
  readonly relationship: Relationship;
  readonly text: string;
}

/**
 * Our custom XML part, where the workbook has one: among all that carry the namespace the first that can be read.
 * LibreOffice, when it saves, hangs custom XML under the package instead of the workbook.
 */
function findKept(parts: Package, workbook: WorkbookPart): Found | undefined {
  for (const owner of [workbook.path, ""]) {
    for (const relationship of relationshipsOf(parts, owner)) {
      if (kindOf(relationship) !== "customXml" || relationship.external) continue;
      const text = textOf(parts, relationship.target);
      if (text !== undefined) return { owner, relationship, text };
    }
  }
  return undefined;
}

/** Parts of other programs may be anything. */
function textOf(parts: Package, path: string): string | undefined {
  try {
    const xml = parts.text(path);
    return xml === undefined ? undefined : keptText(xml);
  } catch (error) {
    if (error instanceof BrokenXml) return undefined;
    throw error;
  }
}

/** The text kept in the workbook. */
export function readKeptPart(parts: Package, workbook: WorkbookPart): string | undefined {
  return findKept(parts, workbook)?.text;
}

/**
 * Keeps a text in the workbook, in the form Excel itself gives custom XML: an item, its properties and the relationships between
 * them. No other part changes but the two lists that name them; taken out again, not even these.
 */
export function* writeKeptPart(parts: Package, workbook: WorkbookPart, text: string | undefined): Steps<void> {
  const kept = findKept(parts, workbook);
  if (text === undefined) {
    if (kept) removeKept(parts, kept);
  } else if (kept) {
    const { owner, relationship } = kept;
    if (kept.text !== text) parts.write(relationship.target, `${XML_HEAD}${keptXml(text)}`);
    if (owner !== "") return;
    removeRelationship(parts, owner, relationship.id);
    addRelationship(parts, workbook.path, relationship.type, relationship.target);
  } else addKept(parts, workbook, `${XML_HEAD}${keptXml(text)}`);
}

function addKept(parts: Package, workbook: WorkbookPart, xml: string): void {
  const { relationships } = editionOf(workbook);
  const named = (number: number) => [`customXml/item${number}.xml`, `customXml/itemProps${number}.xml`] as const;
  const [item, properties] = named(freeNumber(parts, 1, named));
  parts.write(item, xml);
  addContentType(parts, item, "application/xml");
  parts.write(
    properties,
    `${XML_HEAD}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${DATA_STORE}"><ds:schemaRefs><ds:schemaRef ds:uri="${KEPT_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  addContentType(parts, properties, PROPERTIES);
  addRelationship(parts, item, `${relationships}/customXmlProps`, properties);
  addRelationship(parts, workbook.path, `${relationships}/customXml`, item);
}

function removeKept(parts: Package, { owner, relationship: { id, target } }: Found): void {
  // Of what our part points to only its properties are ours.
  const own = relationshipsOf(parts, target).filter((relationship) => kindOf(relationship) === "customXmlProps" && !relationship.external);
  for (const path of [...own.map((properties) => properties.target), target, relationshipsPath(target)]) {
    parts.remove(path);
    removeContentType(parts, path);
  }
  removeRelationship(parts, owner, id);
}
