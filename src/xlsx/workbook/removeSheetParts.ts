import { sheetsToRemove } from "../../core/sheet/sheetsToRemove";
import type { Steps } from "../../core/steps";
import { removeContentType } from "../package/contentTypes";
import type { Package } from "../package/Package";
import { relationshipsPath, removeRelationship } from "../package/relationships";
import { childrenOf, localName, openTag, rootOf, spliced, type Element, type Splice } from "../xml/elements";
import { attribute, decodeExcelString, prefixedAttribute, withAttribute } from "../xml/text";
import { dropCalculationChain } from "./dropCalculationChain";
import type { WorkbookPart } from "./WorkbookPart";

/**
 * Takes away worksheets with all that the workbook says of them: the part and its type, the way to it, its place in the list, its own names.
 * What the others say by their places in the list is counted anew. Parts that only such a sheet led to stay behind unseen, as a picture put on it.
 */
export function* removeSheetParts(parts: Package, workbook: WorkbookPart, wanted: readonly string[]): Steps<readonly string[]> {
  const entries = workbook.sheets.filter(({ worksheet }) => worksheet);
  const going = sheetsToRemove(workbook.sheets, wanted.filter((name) => entries.some((entry) => entry.name === name)));
  if (going.length === 0) return going;
  dropCalculationChain(parts, workbook);
  const xml = parts.text(workbook.path)!;
  const children = childrenOf(xml, rootOf(xml));
  const find = (name: string): Element | undefined => children.find((child) => localName(child.name) === name);
  const listed = childrenOf(xml, find("sheets")!).map((element) => ({ element, name: decodeExcelString(attribute(openTag(xml, element), "name") ?? "") }));
  let next = 0;
  const places = listed.map(({ name }) => (going.includes(name) ? undefined : next++));
  const [views, names] = [find("bookViews"), find("definedNames")];
  parts.write(
    workbook.path,
    spliced(xml, [
      ...listed.flatMap(({ element }, place) => (places[place] === undefined ? [{ start: element.start, end: element.end, text: "" }] : [])),
      ...(views ? childrenOf(xml, views).map((view) => renumberedView(xml, view, places)) : []),
      ...(names ? namesLeft(xml, names, places) : []),
    ]),
  );
  for (const { element, name } of listed) {
    yield;
    const entry = entries.find((each) => each.name === name);
    if (!entry || !going.includes(name)) continue;
    removeRelationship(parts, workbook.path, prefixedAttribute(openTag(xml, element), "id")!);
    for (const path of [entry.path, relationshipsPath(entry.path)]) {
      removeContentType(parts, path);
      parts.remove(path);
    }
  }
  return going;
}

/** By its place before: where a sheet stands now; undefined where it is gone. */
type Places = readonly (number | undefined)[];

/** Which sheet is in front, and which tab is the first to be seen; where that one is gone, the next that stays, else the last. */
function renumberedView(xml: string, view: Element, places: Places): Splice {
  let tag = openTag(xml, view);
  for (const name of ["activeTab", "firstSheet"]) {
    const before = attribute(tag, name);
    if (before === undefined) continue;
    const stays = places.filter((place) => place !== undefined);
    const now = places.slice(Number(before)).find((place) => place !== undefined) ?? stays.at(-1) ?? 0;
    tag = withAttribute(tag, name, String(now));
  }
  return { start: view.start, end: view.openEnd, text: tag };
}

/** Names of a sheet that is gone go with it; those of the others follow their sheet. A list that nothing is left in goes as well. */
function namesLeft(xml: string, list: Element, places: Places): readonly Splice[] {
  const splices: Splice[] = [];
  const names = childrenOf(xml, list);
  for (const name of names) {
    const tag = openTag(xml, name);
    const home = attribute(tag, "localSheetId");
    if (home === undefined) continue;
    const now = places[Number(home)];
    if (now === undefined) splices.push({ start: name.start, end: name.end, text: "" });
    else if (now !== Number(home)) splices.push({ start: name.start, end: name.openEnd, text: withAttribute(tag, "localSheetId", String(now)) });
  }
  const isEmptied = names.length > 0 && splices.filter(({ text }) => text === "").length === names.length;
  return isEmptied ? [{ start: list.start, end: list.end, text: "" }] : splices;
}
