import { reportingPeriod } from "../../src/core/words/Period";
import type { FilledForm } from "./settlementTable";

/** Phú Mỹ, 15/12/2023–19/5/2024, as its table prints it, with column (4) of BTXH and NCC put right. */
export const PHU_MY: FilledForm = {
  period: { from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 5, day: 19 } },
  fields: [
    ["Lĩnh vực Chứng thực", "675", "675", "0", "0", "675", "674", "1", "0", "0", "0", "0"],
    ["Lĩnh vực Hộ tịch", "949", "941", "08", "0", "949", "940", "9", "0", "0", "0", "0"],
    ["Lĩnh vực TĐ-KT", "04", "04", "0", "0", "04", "04", "0", "0", "0", "0", "0"],
    ["Lĩnh vực BTXH", "14", "14", "0", "0", "14", "14", "0", "0", "0", "0", "0"],
    ["Lĩnh vực NCC", "07", "6", "01", "0", "07", "07", "0", "0", "0", "0", "0"],
    ["Lĩnh vực Đất đai", "02", "0", "02", "0", "02", "02", "0", "0", "0", "0", "0"],
    ["Tiếp dân và xử lý đơn thư", "01", "0", "01", "0", "01", "01", "0", "0", "0", "0", "0"],
  ],
  total: ["TỔNG CỘNG", "1.652", "1.640", "12", "0", "1.652", "1.642", "10", "0", "0", "0", "0"],
};

/** Phú Sơn, 01/01–14/3/2024: the two fields that have files, one that has none, and the total of all 52. */
export const PHU_SON: FilledForm = {
  unit: "UBND PHƯỜNG PHÚ SƠN",
  period: { from: { year: 2024, month: 1, day: 1 }, to: { year: 2024, month: 3, day: 14 } },
  fields: [
    ["Lĩnh vực Bảo hiểm", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ["Lĩnh vực Chứng thực", 31, 31, 0, 0, 30, 19, 11, 0, 1, 1, 0],
    ["Lĩnh vực Hộ tịch", 54, 53, 0, 1, 52, 41, 11, 0, 2, 2, 0],
  ],
  total: ["-Tổng-", 85, 84, 0, 1, 82, 60, 22, 0, 3, 3, 0],
};

/**
 * Phú Quốc, 11/3–10/6/2023: files of the city's own competence. The report prints totals and that the 111 pending late are
 * of land; the split of the 2.777 new files by channel and of the 174 late ones by field is made up, and so are the early ones.
 */
export const PHU_QUOC: FilledForm = {
  unit: "Ủy ban nhân dân thành phố Phú Quốc",
  period: { from: { year: 2023, month: 3, day: 11 }, to: { year: 2023, month: 6, day: 10 } },
  fields: [
    ["Đất đai", 2000, 500, 1200, 300, 1582, 400, 1050, 132, 350, 239, 111],
    ["Xây dựng", 633, 258, 330, 45, 575, 300, 240, 35, 20, 20, 0],
    ["Hộ tịch", 500, 100, 389, 11, 480, 73, 400, 7, 20, 20, 0],
  ],
  total: ["Tổng cộng", 3133, 858, 1919, 356, 2637, 773, 1690, 174, 390, 279, 111],
};
export const PHU_QUOC_WITHDRAWN = 106;

/** Đức Phổ, five months of 2024: its departments. The split of the new files by channel and of the two late ones by field is made up. */
export const DUC_PHO: FilledForm = {
  period: { from: { year: 2023, month: 12, day: 15 }, to: { year: 2024, month: 5, day: 15 } },
  fields: [
    ["Đất đai", 320, 300, 10, 10, 305, 303, 0, 2, 15, 15, 0],
    ["Hộ tịch", 1000, 900, 94, 6, 972, 972, 0, 0, 22, 22, 0],
  ],
  total: ["Tổng", 1320, 1200, 104, 16, 1277, 1275, 0, 2, 37, 37, 0],
};
export const DUC_PHO_WITHDRAWN = 6;

/** A regular quarter in which nothing came in, nothing went out and nothing was left. */
export const IDLE: FilledForm = {
  period: reportingPeriod("quarter-2", 2024),
  fields: [["Lĩnh vực Hộ tịch", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
  total: ["TỔNG CỘNG", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
};
