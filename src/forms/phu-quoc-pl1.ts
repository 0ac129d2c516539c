import type { Form } from "../core/form/Form";
import { appendixOf, proceduresListed } from "./catalogue/phuQuoc";

/** The procedures taken at the one-stop shop of the city, one a row. */
export const phuQuocPl1: Form = {
  ...appendixOf(1, "TTHC tiếp nhận tại Bộ phận Tiếp nhận và trả kết quả thành phố"),
  tables: [proceduresListed],
  quantities: [{ quantity: "atOneStop", lines: "all" }],
};
