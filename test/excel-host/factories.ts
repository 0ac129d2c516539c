import { Area } from "./Area";
import type { BookSheet } from "./BookSheet";
import { ConditionalFormats } from "./conditionalFormats";
import type { HostCore } from "./HostCore";
import type { HostObject } from "./HostObject";
import { Comments, Names, Settings, type Owner } from "./namedObjects";
import { need } from "./OfficeError";
import { Application, PageLayout, Protection, Runtime, StructureProtection } from "./pageObjects";
import { Tables } from "./tableObjects";
import { FreezePanes, Workbook, WorksheetCollection } from "./worksheetObjects";
import { XmlParts } from "./xmlParts";

/** Makes an object of the type, hanging off its parent. */
type Factory = (host: HostCore, parent: HostObject | undefined, type: string) => HostObject;

const ownerOf = (parent: HostObject | undefined): Owner | undefined => parent as Owner | undefined;
const sheetOf = (parent: HostObject | undefined): BookSheet => need(ownerOf(parent)?.sheet);

function areaOf(parent: HostObject | undefined): Area {
  if (!(parent instanceof Area)) throw new Error("Conditional formats hang off cells.");
  return parent;
}

/** By the type's name. What is not here is a plain HostObject bag. */
export const FACTORIES: Readonly<Record<string, Factory>> = {
  "Excel.Workbook": (host) => new Workbook(host),
  "Excel.WorksheetCollection": (host) => new WorksheetCollection(host),
  "Excel.WorksheetFreezePanes": (host, parent) => new FreezePanes(host, sheetOf(parent)),
  "Excel.PageLayout": (host, parent) => new PageLayout(host, sheetOf(parent)),
  "Excel.WorkbookProtection": (host) => new StructureProtection(host),
  "Excel.WorksheetProtection": (host, parent) => new Protection(host, sheetOf(parent)),
  "Excel.NamedItemCollection": (host, parent, type) => new Names(host, type, ownerOf(parent)),
  "Excel.ConditionalFormatCollection": (host, parent) => new ConditionalFormats(host, areaOf(parent)),
  "Excel.CommentCollection": (host, parent, type) => new Comments(host, type, ownerOf(parent)),
  "Excel.TableCollection": (host, parent, type) => new Tables(host, type, ownerOf(parent)),
  "Excel.TableScopedCollection": (host, parent, type) => new Tables(host, type, ownerOf(parent)),
  "Excel.SettingCollection": (host) => new Settings(host),
  "Excel.CustomXmlPartCollection": (host, _parent, type) => new XmlParts(host, type),
  "Excel.Application": (host) => new Application(host),
  "Excel.Runtime": (host) => new Runtime(host),
};
