import type { Form } from "../core/form/Form";
import type { KnownForms } from "../core/form/KnownForms";
import { openIndex } from "../core/form/packedIndex";
import { recogniser } from "../core/form/recognise";
import packed from "./formIndex.json";
import { loadForm } from "./loadForm";

/** All forms: recognised by their index, loaded one by one as tables of them are met. */
export const KNOWN_FORMS: KnownForms = {
  recognise: recogniser(openIndex(packed)),
  // Recognition names no form that is not listed.
  load: async (id): Promise<Form> => (await loadForm(id))!,
};
