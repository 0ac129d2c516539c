import { readFileSync } from "node:fs";
import { join } from "node:path";
import { audit } from "../../src/core/audit";
import { leafColumns } from "../../src/core/form/Form";
import { a1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { formById } from "../../src/forms/forms";
import { LIBRARY } from "../../src/library";
import { sheetFromText, withCells } from "../fixtures/sheetFromText";
import { validSheet, type Typed } from "../fixtures/validReports";

/*
 * Figures of three real reports, typed into the sheets they belong to: what these reports contradict themselves in is told, and nothing else.
 */

/** A form filled in with these rows, and percentages beside them. */
async function filled(id: string, rows: Readonly<Record<string, Typed>>, shares: Readonly<Record<string, readonly string[]>> = {}): Promise<Sheet> {
  const form = formById(id)!;
  const labels = Object.keys(rows);
  const keys = new Set(Object.values(rows).flatMap(Object.keys));
  const total = Object.fromEntries([...keys].map((key) => [key, Object.values(rows).reduce((sum, row) => sum + Number(row[key] ?? 0), 0)]));
  const typed = Object.values(rows).map((row) => ({ typed: row }));
  const sheet = await validSheet(form, { labels, fields: {}, tables: { [form.tables[0].key]: { rows: typed, feet: { total } } } });
  const [{ columns }] = form.tables;
  const find = (text: string): number => [...sheet.rows.keys()].find((row) => plainText(cellAt(sheet, { row, column: 0 }).value) === text || plainText(cellAt(sheet, { row, column: 1 }).value) === text)!;
  const beside = Object.entries(shares).flatMap(([header, printed], index) => {
    const column = leafColumns(columns).length + index;
    return [[a1({ row: find("STT"), column }), `"${header}"`], ...printed.map((percent, at) => [a1({ row: find(labels[at]!), column }), percent])];
  });
  return withCells({ ...sheet, name: id }, Object.fromEntries(beside));
}

/** The checks that find fault with the sheets, each with the cells that it names. */
async function faults(...sheets: readonly Sheet[]): Promise<readonly string[]> {
  const { tables, unrecognised } = await audit(sheets, LIBRARY);
  expect(unrecognised).toEqual([]);
  return tables.flatMap(({ table, findings }) => findings.map(({ reasons, cells }) => `${table.form.id} ${cells.map(a1).join(" ")}: ${reasons.map(({ check }) => check).join(", ")}`));
}

const CITY: Typed = {
  received: 3133, receivedInPeriod: 2777, carriedOver: 356, resolved: 2637, notLate: 2463, late: 174, withdrawn: 106, pending: 390, pendingOnTime: 279, pendingLate: 111,
  partlyOnline: 858, fullyOnline: 1878, paidOnline: 6, postReceived: 897, postReturned: 96,
}; // prettier-ignore
const PROVINCE: Typed = { received: 8504, receivedInPeriod: 7894, carriedOver: 610, resolved: 7819, notLate: 7345, late: 474, withdrawn: 69, pending: 616, pendingOnTime: 595, pendingLate: 21 };
const COMMUNES: Typed = {
  received: 5227, receivedInPeriod: 5174, carriedOver: 53, resolved: 5072, notLate: 4756, late: 316, withdrawn: 52, pending: 103, pendingOnTime: 97, pendingLate: 6,
  partlyOnline: 685, fullyOnline: 1320,
}; // prettier-ignore

describe("Phú Quốc, second quarter of 2023", () => {
  const settled = (...fullyOnline: readonly string[]) =>
    filled("phu-quoc-pl3", { "Khối thành phố": CITY, "Khối cấp tỉnh": PROVINCE, "Khối cấp xã": COMMUNES }, {
      "Tỷ lệ đúng hẹn (%)": ["91", "94", "94"],
      "Tỷ lệ trực tuyến (%)": ["27.39", "", "13.11"],
      "Tỷ lệ toàn trình (%)": fullyOnline,
    });

  it("settles files as it says, with those withdrawn, and one share worked out of another number", async () => {
    expect(await faults(await settled("59.94", "", "25.25"))).toEqual([]);
    expect(await faults(await settled("59.94", "", "25.01"))).toEqual(["phu-quoc-pl3 T10: percentage"]);
  });

  it("handles feedback, tasks, staff, the post and its survey without a slip", async () => {
    expect(
      await faults(
        await filled("pakn", { "Đất đai": { feedback: 6, feedbackFresh: 3, feedbackCarried: 3, feedbackOnRules: 0, feedbackOnActs: 6, feedbackResolved: 4, feedbackPublished: 4, feedbackPending: 2 } }),
        await filled("nhiem-vu", { "Văn phòng": { tasks: 6, tasksDone: 5, tasksDoneInTime: 5, tasksDoneLate: 0, tasksOpen: 1, tasksOpenInTime: 1, tasksOpenLate: 0 } }),
        await filled("nhan-su", { "Bộ phận Một cửa": { staff: 8, postgraduates: 0, graduates: 5, collegeGraduates: 3, otherDegrees: 0 } }),
        await filled("bcci", { "UBND thành phố": { postOneStop: 240, postProcedures: 33, postOfReceived: 3133, postReceived: 897, postOfResolved: 2637, postReturned: 96 } }, {
          "Tỷ lệ TTHC giao qua bưu chính công ích (%)": ["13.75"],
          "Tỷ lệ tiếp nhận qua bưu chính (%)": ["28.63"],
          "Tỷ lệ trả kết quả qua bưu chính trên số tiếp nhận (%)": ["3.06"],
        }),
        await filled("phu-quoc-pl5", { "Bộ phận Một cửa": { surveyed: 41, contented: 39, discontented: 2 } }, { "Tỷ lệ hài lòng (%)": ["95"] }),
      ),
    ).toEqual([]);
  });
});

describe("Phú Mỹ, May 2024", () => {
  it("reviews more than it planned, and not what its options add up to", async () => {
    const review = await filled("ra-soat", { "Toàn bộ": { reviewPlanned: 6, reviewed: 68, reviewKeep: 0, reviewAbolish: 6, reviewAmend: 32, reviewReplace: 25, reviewInterlink: 0, reviewOnline: 1122 } });
    expect(await faults(review)).toEqual(["ra-soat D8 C8: reviewed-of-plan, online-of-reviewed, reviewed-by-option"]);
  });

  it("has six more files online than its form says, and more certified online than certified", async () => {
    const form = sheetFromText(readFileSync(join(__dirname, "ii-06a/phu-my.tsv"), "utf8"));
    const online = await filled("dvc-truc-tuyen", { "Thị trấn": { onlineOfReceived: 1652, onlineFiles: 1646, fullFiles: 951, partialFiles: 695 } });
    expect((await faults(form, online)).filter((each) => !each.startsWith("ii-06a "))).toEqual(["dvc-truc-tuyen I9: online-in-06a"]);
    expect(await faults(await filled("chung-thuc", { "Thị trấn": { certifications: 675, electronicCertifications: 1390 } }))).toEqual(["chung-thuc D8 C8: electronic-of-certifications"]);
  });

  it("lists procedures, payments and equipment without a slip", async () => {
    expect(
      await faults(
        await filled("cong-khai", { "Cấp xã": { listed: 189, listedBefore: 189, listedNew: 0, delisted: 0, inForce: 189, posted: 189, published: 189 } }),
        await filled("thanh-toan", { "Thị trấn": { amount: 33_483_000, amountAtCounter: 648_000, amountOnline: 32_835_000 } }),
        await filled("trang-thiet-bi", { "Máy scan": { items: 3, itemsWorking: 2, itemsBroken: 1 }, "Máy tính": { items: 6, itemsWorking: 6, itemsBroken: 0 } }),
      ),
    ).toEqual([]);
  });
});

describe("Phú Sơn, first quarter of 2024", () => {
  it("has more files online than files", async () => {
    const online = { serviceProcedures: 219, services: 102, fullServices: 30, partialServices: 72, informing: 0, onlineOfReceived: 96, onlineFiles: 102, fullFiles: 30, partialFiles: 72 };
    expect(await faults(await filled("dvc-truc-tuyen", { "Phường": online }))).toEqual(["dvc-truc-tuyen I8 H8: online-of-received"]);
  });

  it("calls seven of fifty-two all", async () => {
    const review = (percent: string) => filled("ra-soat", { "Toàn bộ": { reviewPlanned: 52, reviewed: 7 } }, { "Tỷ lệ hoàn thành kế hoạch (%)": [percent] });
    expect((await faults(await review("100"))).filter((each) => each.endsWith("percentage"))).toEqual(["ra-soat K8: percentage"]);
  });
});
