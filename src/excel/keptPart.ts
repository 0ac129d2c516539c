import { KEPT_NAMESPACE, keptText, keptXml } from "../core/justifications/Kept";

type Parts = Excel.CustomXmlPartScopedCollection;

/** Parts of the workbook that carry our namespace (ExcelApi 1.5); there should be one at most. */
const partsOf = (context: Excel.RequestContext): Parts => context.workbook.customXmlParts.getByNamespace(KEPT_NAMESPACE).load("items/id");

/**
 * Reads what the workbook keeps for us along with other things, without a round trip of its own: made before one sync,
 * `askText` before the next.
 */
export class KeptReading {
  private readonly parts: Parts;
  private texts: readonly OfficeExtension.ClientResult<string>[] = [];

  constructor(context: Excel.RequestContext) {
    this.parts = partsOf(context);
  }

  askText(): void {
    this.texts = this.parts.items.map((part) => part.getXml());
  }

  /** What was read; undefined where the second sync failed, or never was. */
  seen(): { readonly text: string | undefined } | undefined {
    try {
      return { text: firstText(this.texts) };
    } catch {
      return undefined;
    }
  }
}

const firstText = (texts: readonly OfficeExtension.ClientResult<string>[]): string | undefined =>
  texts.map(({ value }) => keptText(value)).find((text) => text !== undefined);

/** What the workbook keeps for us: one round trip where it keeps nothing, else two. */
export async function readKept(context: Excel.RequestContext): Promise<string | undefined> {
  const parts = partsOf(context);
  await context.sync();
  if (parts.items.length === 0) return undefined;
  const texts = parts.items.map((part) => part.getXml());
  await context.sync();
  return firstText(texts);
}

/** Keeps a text in the workbook, or takes it out, in two round trips. */
export async function writeKept(context: Excel.RequestContext, text: string | undefined): Promise<void> {
  const parts = partsOf(context);
  await context.sync();
  const [part] = parts.items;
  if (text === undefined) part?.delete();
  else if (part) part.setXml(keptXml(text));
  else context.workbook.customXmlParts.add(keptXml(text));
  await context.sync();
}

/** Kinds of files in which Excel cannot keep custom XML. */
const KEEPS_NOTHING = /\.(?:xls|xlt|csv|txt|prn|html?|mht|mhtml|ods|xml)$/i;

/** Whether what is kept would be gone once a workbook of that address is saved and closed. */
export const losesKept = (address: string | null | undefined): boolean => KEEPS_NOTHING.test((address ?? "").split(/[?#]/)[0]!);
