import type { Form } from "../core/form/Form";
import { numbered, ORDINAL, told } from "./catalogue/columns";
import { appendixOf } from "./catalogue/phuQuoc";

const STATES = ["Đúng hạn", "Trễ hạn", "Đang thực hiện, trong hạn", "Đang thực hiện, quá hạn"];

/** The tasks of the year's plan, one a row, and how they stand. */
export const phuQuocPl6: Form = {
  ...appendixOf(6, "Kế hoạch kiểm soát TTHC và thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết TTHC", "Kế hoạch kiểm soát TTHC"),
  tables: [
    {
      key: "main",
      rows: { record: "task" },
      columns: numbered([
        ORDINAL,
        told("task", "Nhiệm vụ", "text", 40),
        told("office", "Đơn vị thực hiện", "text", 22, ["Đơn vị"]),
        told("due", "Thời hạn", "date", 13, ["Thời hạn hoàn thành"]),
        told("product", "Sản phẩm", "text", 22),
        told("result", "Kết quả", "text", 26),
        { key: "state", header: "Trạng thái", kind: { choice: STATES }, width: 24 },
      ]),
    },
  ],
  quantities: [
    { quantity: "tasks", lines: "all" },
    ...["tasksDoneInTime", "tasksDoneLate", "tasksOpenInTime", "tasksOpenLate"].map((quantity, index) => ({ quantity, lines: { column: "state", is: STATES[index]! } })),
  ],
};
