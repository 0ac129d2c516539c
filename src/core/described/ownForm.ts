import { lintForm } from "../checks/lintForm";
import type { Form } from "../form/Form";
import { fold } from "../sheet/fold";
import { formOf } from "./formOf";
import type { TableDescription } from "./TableDescription";

/** What the ids of agencies' own forms begin with. */
const OWN = "own:";
/** Tells a file that holds a form from any other JSON. */
const FILE = "kiem-soat-tthc/form";
const VERSION = 1;
/** Larger files are no forms. */
const LONGEST = 2_000_000;

/** Whether a form is an agency's own. */
export const isOwn = ({ id }: Pick<Form, "id">): boolean => id.startsWith(OWN);

/** The id of an agency's own form by the name it was given: "Biểu 15.2" is "own:bieu-15-2"; undefined for a name without a letter or digit. */
export function ownId(name: string): string | undefined {
  const words = fold(name).match(/[a-z0-9]+/g);
  return words ? OWN + words.join("-") : undefined;
}

/**
 * What a table says of itself as a form of the agency's own, under a name: from then on it is known by its header, as any form is.
 * Undefined where the name holds no letter or digit.
 */
export function ownFormOf(description: TableDescription, name: string): Form | undefined {
  const id = ownId(name);
  if (id === undefined) return undefined;
  const { form } = formOf(description);
  const own = name.trim();
  return {
    ...form,
    origin: "agency",
    id,
    family: id,
    title: form.title,
    titleVariants: form.title === own ? [] : [own],
    sheetName: own,
    basis: "Mẫu của đơn vị",
    note: { vi: "Mẫu do đơn vị lưu từ một bảng tự in quan hệ giữa các cột, các dòng.", en: "Kept by the agency from a table that prints what its columns and rows come to." },
  };
}

/** A form as a file to share. */
export const writeOwnForm = (form: Form): string => JSON.stringify({ kind: FILE, version: VERSION, form }, null, 2);

/** A form read from such a file, or why it is none, a sentence each. */
export type OwnFormRead = { readonly form: Form } | { readonly faults: readonly string[] };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whatever somebody sent is looked through before it is used: it must be a form without a fault. */
export function lintOwnForm(value: unknown): OwnFormRead {
  if (!isRecord(value) || typeof value["id"] !== "string" || !value["id"].startsWith(OWN)) return { faults: ["it is no form of an agency's own"] };
  try {
    const form = value as unknown as Form;
    const faults = lintForm(form, [form]);
    return faults.length > 0 ? { faults } : { form };
  } catch {
    // The lint takes a form to be made as one.
    return { faults: ["it is not made as forms are"] };
  }
}

/** The forms among kept data that have no fault. */
export const soundForms = (data: readonly unknown[]): readonly Form[] =>
  data.flatMap((each) => {
    const read = lintOwnForm(each);
    return "form" in read ? [read.form] : [];
  });

/** Reads what `writeOwnForm` wrote. Never throws. */
export function readOwnForm(text: string): OwnFormRead {
  if (text.length > LONGEST) return { faults: ["it is too long for a form"] };
  try {
    const read: unknown = JSON.parse(text);
    return isRecord(read) && read["kind"] === FILE && read["version"] === VERSION ? lintOwnForm(read["form"]) : { faults: ["it is no file with a form"] };
  } catch {
    return { faults: ["it is no JSON"] };
  }
}
