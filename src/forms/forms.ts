import type { Form } from "../core/form/Form";
import { danhGiaMau02 } from "./danh-gia-mau-02";
import { ii06a } from "./ii-06a";
import { ii07b } from "./ii-07b";
import { nq012024 } from "./nq-01-2024";
import { nq022024 } from "./nq-02-2024";

/** All forms at once, in the order they are offered; who loads them one by one asks `loadForm`. */
export const FORMS: readonly [Form, ...Form[]] = [ii06a, ii07b, danhGiaMau02, nq012024, nq022024];

/** The form with this id. */
export function formById(id: string): Form | undefined {
  return FORMS.find((form) => form.id === id);
}
