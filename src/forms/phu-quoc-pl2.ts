import type { Form } from "../core/form/Form";
import { appendixOf, proceduresListed } from "./catalogue/phuQuoc";

/** The procedures taken at the one-stop shops of communes and wards, one a row. */
export const phuQuocPl2: Form = {
  ...appendixOf(2, "TTHC tiếp nhận tại Bộ phận Tiếp nhận và trả kết quả cấp xã", "TTHC tiếp nhận tại Bộ phận Tiếp nhận và trả kết quả UBND các xã, phường"),
  tables: [proceduresListed],
  quantities: [{ quantity: "atOneStop", lines: "all" }],
};
