import type { Form } from "../core/form/Form";
import { ii06a } from "./ii-06a";

/** The forms it knows, in the order they are tried. */
export const FORMS: readonly Form[] = [ii06a];

/** The form with this id. */
export function formById(id: string): Form | undefined {
  return FORMS.find((form) => form.id === id);
}
