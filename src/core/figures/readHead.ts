import { isFigureColumn, type HeadField } from "../form/Form";
import { BLANK_CELL, textValue } from "../sheet/Cell";
import { fold } from "../sheet/fold";
import { parsePeriod } from "../words/Period";
import { readFigure } from "./readFigure";
import type { Figure, PrintedPeriod, Table } from "./Table";
import type { Caption } from "../table/TableAsRead";

/** Words that begin the name of a reporting unit. */
const UNIT = /^(ubnd|uy ban|van phong|so |phong |trung tam|ban |chi cuc|cuc )/;

/** The figure of a field, in the cell with its name or in the next one that is filled. */
function figureOf(field: HeadField, { text, at, beside }: Caption): Figure | undefined {
  const column = { key: field.key, header: field.label, kind: field.kind };
  if (!isFigureColumn(column) || !fold(text).startsWith(fold(field.label))) return undefined;
  const inside = /:\s*(\S.*)$/su.exec(text)?.[1];
  const next = inside === undefined ? beside : { at, cell: { value: textValue(inside) } };
  return { column, at: next?.at ?? at, cell: next?.cell ?? BLANK_CELL, reading: readFigure(next?.cell ?? BLANK_CELL, column) };
}

/** What the texts above a table say of it: the period, the unit that reports, and the fields that its form has there. */
export function readHead(above: readonly Caption[], fields: readonly HeadField[] = []): Pick<Table, "period" | "unit" | "fields"> {
  let period: PrintedPeriod | undefined;
  let unit: string | undefined;
  const figures = new Map<string, Figure>();
  for (const caption of above) {
    const { text, at } = caption;
    const parsed = parsePeriod(text);
    // Lines such as "Ban hành theo Thông tư … ngày 21/10/2020" hold a date, but not two.
    if (parsed) period ??= { period: parsed, at, text };
    const named = /đơn vị báo cáo\s*:\s*([^\n+-][^\n]*)/iu.exec(text.normalize("NFC"))?.[1]?.trim();
    if (named) unit ??= named;
    else if (text.length < 80 && UNIT.test(fold(text)) && text === text.toLocaleUpperCase("vi")) unit ??= text.trim();
    for (const field of fields) {
      const figure = figures.has(field.key) ? undefined : figureOf(field, caption);
      if (figure) figures.set(field.key, figure);
    }
  }
  return { ...(period ? { period } : {}), ...(unit ? { unit } : {}), ...(figures.size > 0 ? { fields: figures } : {}) };
}
