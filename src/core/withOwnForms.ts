import type { Library } from "./audit";
import type { Form } from "./form/Form";
import { indexOf } from "./form/FormIndex";
import { indexForms } from "./form/indexForms";
import { recogniser } from "./form/recognise";

/** The library with an agency's own forms among its forms: they compete for tables as any, and of two with one id the first is taken. */
export function withOwnForms(library: Library, forms: readonly Form[]): Library {
  if (forms.length === 0) return library;
  const own = new Map([...forms].reverse().map((form) => [form.id, form]));
  const index = indexOf([...library.index.tables, ...indexForms([...own.values()]).tables]);
  return { ...library, index, recognise: recogniser(index), load: (id) => own.get(id) ?? library.load(id) };
}
