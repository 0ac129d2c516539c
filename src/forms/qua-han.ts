import type { Form } from "../core/form/Form";
import { group, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound, files } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

const REASONS = ["byOfficials", "byOtherOffices", "byDifficulty", "bySystems", "byOther"];

/** Overdue files, field by field: whether they are resolved, why they are late, and whether somebody said sorry. */
export const quaHan: Form = {
  id: "qua-han",
  family: "qua-han",
  title: "Bảng số liệu hồ sơ quá hạn và nguyên nhân theo lĩnh vực",
  sheetName: "Hồ sơ quá hạn",
  inSets: ["commune", "department", "centre", "province"],
  ...proposedFor("I.6"),
  tables: [
    {
      key: "main",
      rows: { each: "field" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("field", "Lĩnh vực", ["Lĩnh vực giải quyết", "Đơn vị"]),
        group("Số hồ sơ quá hạn", [
          files("overdue", "Tổng số", sumOf("overdue-by-state", "overdueResolved", "overduePending")),
          files("overdueResolved", "Đã giải quyết"),
          files("overduePending", "Đang giải quyết"),
        ]),
        group("Nguyên nhân quá hạn", [
          files("byOfficials", "Do cán bộ, công chức giải quyết"),
          files("byOtherOffices", "Do cơ quan phối hợp"),
          files("byDifficulty", "Do hồ sơ phức tạp"),
          files("bySystems", "Do hệ thống thông tin"),
          files("byOther", "Nguyên nhân khác"),
        ]),
        files("apologised", "Đã có thư xin lỗi", { variants: ["Quá hạn (đã có thư xin lỗi)", "Phiếu xin lỗi"] }),
      ]),
      rules: [
        { id: "overdue-by-reason", kind: "balance", total: "overdue", plus: REASONS, severity: "warning", basis: "Mỗi hồ sơ quá hạn có một nguyên nhân chính" },
        { id: "apologised-of-overdue", kind: "at-most", less: "apologised", more: "overdue", basis: "Thư xin lỗi gửi cho hồ sơ quá hạn" },
        ...([["resolved", "overdueResolved", "late", 10], ["pending", "overduePending", "pendingLate", 13]] as const).map(([id, column, there, no]) => ({
          id: `overdue-${id}-in-06a`, kind: "equal" as const, basis: `Cột (${no}) Biểu II.06a`,
          one: { row: "total", column }, other: { form: "ii-06a", row: "total", column: there },
        })),
      ],
    },
  ],
  quantities: bound("overdue", "overdueResolved", "overduePending", ...REASONS, "apologised"),
}; // prettier-ignore
