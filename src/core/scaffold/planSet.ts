import { addTo } from "../addTo";
import { isInForce, type Form, type Level } from "../form/Form";
import { INFO_SHEET, type InfoSource } from "../head/ReportInfo";
import type { SheetPlan } from "../sheet/SheetPlan";
import { uniqueSheetName } from "../sheet/uniqueSheetName";
import type { Steps } from "../steps";
import { isoDate, type Period } from "../words/Period";
import type { Official } from "../words/Phrase";
import { plannedSource, planInfoSheet } from "./infoSheet";
import { planSheetInSteps } from "./scaffold";

/** Who files a set of forms, and on which period. */
export interface SetOptions {
  readonly level: Level;
  readonly period: Period;
  readonly unit?: string;
  readonly receiver?: string;
  /** Where the report is signed: "Phú Sơn". */
  readonly place?: string;
  readonly signatory?: string;
  /** The sheet of report details that the workbook already has; else one is made. */
  readonly info?: InfoSource;
  /** What the sheets of the workbook are called, so that the one that is made gets a name of its own. */
  readonly taken?: readonly string[];
  /** What the rows of a form are called, where it does not give them. */
  fieldsOf(form: Form): readonly Official[];
}

/** The forms that units of a level file, by whether they hold for the period. */
export interface FormsOfSet {
  /** Of each family the edition in force on the period's last day, the newest where several are. */
  readonly inForce: readonly Form[];
  /** Of families without one, the edition that was in force last, where nobody knows whether another took its place. */
  readonly unsure: readonly Form[];
  /** Of the other families, the edition that was in force last, or is to be. */
  readonly outdated: readonly Form[];
}

/** The forms of a level's set for a period. */
export function formsOfSet(forms: readonly Form[], level: Level, period: Period): FormsOfSet {
  const day = isoDate(period.to);
  const families = new Map<string, Form[]>();
  for (const form of forms) if (form.inSets?.includes(level)) addTo(families, form.family, form);
  const newest = (editions: readonly Form[]): Form | undefined => editions.reduce<Form | undefined>((best, each) => (best && best.from > each.from ? best : each), undefined);
  const [inForce, unsure, outdated]: [Form[], Form[], Form[]] = [[], [], []];
  for (const editions of families.values()) {
    const held = newest(editions.filter((form) => isInForce(form, day)));
    const last = held ?? newest(editions)!;
    (held ? inForce : last.isEndUnsure && last.from <= day ? unsure : outdated).push(last);
  }
  return { inForce, unsure, outdated };
}

/** The sheets of a set, one after the other: report details first, unless the workbook has them, then each form with its head linked to them. */
export function* planSet(forms: readonly Form[], options: SetOptions): Steps<readonly SheetPlan[]> {
  const { fieldsOf, taken = [], info = plannedSource(uniqueSheetName(INFO_SHEET, taken)), ...said } = options;
  const plans: SheetPlan[] = options.info === undefined ? [{ ...planInfoSheet(said), name: info.sheet }] : [];
  for (const form of forms) plans.push(yield* planSheetInSteps(form, { ...said, info, fields: fieldsOf(form) }));
  return plans;
}
