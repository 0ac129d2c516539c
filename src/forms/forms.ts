import type { Form } from "../core/form/Form";
import { danhGiaMau01 } from "./danh-gia-mau-01";
import { danhGiaMau02 } from "./danh-gia-mau-02";
import { danhGiaMau03 } from "./danh-gia-mau-03";
import { ii06a } from "./ii-06a";
import { ii07b } from "./ii-07b";
import { nq012024 } from "./nq-01-2024";
import { nq022024 } from "./nq-02-2024";
import { qd766 } from "./qd-766";

/** All forms at once, in the order they are offered; who loads them one by one asks `loadForm`. */
export const FORMS: readonly [Form, ...Form[]] = [ii06a, ii07b, danhGiaMau01, danhGiaMau02, danhGiaMau03, nq012024, nq022024, qd766];

/** The form with this id. */
export function formById(id: string): Form | undefined {
  return FORMS.find((form) => form.id === id);
}
