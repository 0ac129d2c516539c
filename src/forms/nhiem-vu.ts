import type { Form } from "../core/form/Form";
import { counting, group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

const tasks = counting("nhiệm vụ");

/** Tasks given to the unit: done and under way, in time or not. */
export const nhiemVu: Form = {
  id: "nhiem-vu",
  family: "nhiem-vu",
  title: "Bảng số liệu thực hiện nhiệm vụ được giao",
  sheetName: "Nhiệm vụ được giao",
  inSets: ["commune", "department", "province"],
  ...proposedFor("I.12"),
  tables: [
    {
      key: "main",
      rows: { each: "unit" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("unit", "Đơn vị, nhóm nhiệm vụ", ["Đơn vị", "Nhóm nhiệm vụ"]),
        tasks("tasks", "Tổng số nhiệm vụ", sumOf("tasks-by-state", "tasksDone", "tasksOpen")),
        group("Đã hoàn thành", [
          tasks("tasksDone", "Tổng số", sumOf("done-by-punctuality", "tasksDoneInTime", "tasksDoneLate")),
          tasks("tasksDoneInTime", "Đúng hạn"),
          tasks("tasksDoneLate", "Trễ hạn", { variants: ["Quá hạn"] }),
        ]),
        group("Đang thực hiện", [
          tasks("tasksOpen", "Tổng số", sumOf("open-by-punctuality", "tasksOpenInTime", "tasksOpenLate")),
          tasks("tasksOpenInTime", "Trong hạn"),
          tasks("tasksOpenLate", "Quá hạn"),
        ]),
      ]),
    },
  ],
  quantities: bound("tasks", "tasksDone", "tasksDoneInTime", "tasksDoneLate", "tasksOpen", "tasksOpenInTime", "tasksOpenLate"),
};
