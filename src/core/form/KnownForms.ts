import type { Form } from "./Form";
import { indexForms } from "./indexForms";
import { recogniser, type Recognise } from "./recognise";

/** The forms that tables are held against: how they are recognised, and their bodies for those who ask. */
export interface KnownForms {
  readonly recognise: Recognise;
  /** Gives a form by an id that recognition named. */
  load(id: string): Promise<Form> | Form;
}

const atHand = new WeakMap<readonly Form[], KnownForms & { load(id: string): Form }>();

/** Forms that are all loaded. */
export function knownForms(forms: readonly Form[]): KnownForms & { load(id: string): Form } {
  let known = atHand.get(forms);
  if (!known) {
    known = { recognise: recogniser(indexForms(forms)), load: (id) => forms.find((form) => form.id === id)! };
    atHand.set(forms, known);
  }
  return known;
}
