import type { Phrase } from "../core/words/Phrase";

/** A workbook that comes with the page. */
export interface Sample {
  /** As in the page's address: ?file=phu-my.xlsx. */
  readonly file: string;
  readonly title: Phrase;
  /** Its bytes as a data: address; part of the page, so that nothing is fetched. */
  readonly load: () => Promise<{ readonly default: string }>;
}

export const SAMPLES: readonly Sample[] = [
  {
    file: "phu-my.xlsx",
    title: { vi: "Biểu II.06a thị trấn Phú Mỹ (có lỗi)", en: "II.06a of Phú Mỹ town (with errors)" },
    load: () => import(/* webpackChunkName: "phu-my" */ "../../assets/samples/phu-my.xlsx"),
  },
  {
    file: "phu-son.xlsx",
    title: { vi: "Biểu 06a phường Phú Sơn (52 lĩnh vực)", en: "06a of Phú Sơn ward (52 fields)" },
    load: () => import("../../assets/samples/phu-son.xlsx"),
  },
  {
    file: "phu-son.xls",
    title: { vi: "Biểu 06a phường Phú Sơn (.xls do hệ thống xuất)", en: "06a of Phú Sơn ward (.xls as exported)" },
    load: () => import("../../assets/samples/phu-son.xls"),
  },
  {
    file: "ii-07b.xlsx",
    title: { vi: "Biểu II.07b, số liệu giả định (có lỗi)", en: "II.07b, made-up figures (with an error)" },
    load: () => import("../../assets/samples/ii-07b.xlsx"),
  },
  {
    file: "danh-gia-mau-01.xlsx",
    title: { vi: "Mẫu 01 phiếu đánh giá, số liệu giả định (có lỗi)", en: "Ballots (Mẫu 01), made-up figures (with an error)" },
    load: () => import("../../assets/samples/danh-gia-mau-01.xlsx"),
  },
  {
    file: "danh-gia-mau-02.xlsx",
    title: { vi: "Mẫu 02 đánh giá, số liệu giả định (có lỗi)", en: "Evaluation (Mẫu 02), made-up figures (with an error)" },
    load: () => import("../../assets/samples/danh-gia-mau-02.xlsx"),
  },
  {
    file: "danh-gia-mau-03.xlsx",
    title: { vi: "Mẫu 03 xếp hạng các đơn vị, số liệu giả định (có lỗi)", en: "Units ranked (Mẫu 03), made-up figures (with an error)" },
    load: () => import("../../assets/samples/danh-gia-mau-03.xlsx"),
  },
  {
    file: "qd-766.xlsx",
    title: { vi: "Điểm Bộ chỉ số 766, số liệu giả định (có lỗi)", en: "Points of Decision 766, made-up figures (with an error)" },
    load: () => import("../../assets/samples/qd-766.xlsx"),
  },
  {
    file: "chi-tieu-2024.xlsx",
    title: { vi: "Chỉ tiêu NQ 01 và NQ 02, số liệu giả định (có lỗi)", en: "Targets of NQ 01 and NQ 02, made-up figures (with an error)" },
    load: () => import("../../assets/samples/chi-tieu-2024.xlsx"),
  },
];

/** The bytes of a sample. */
export async function sampleBytes({ load }: Sample): Promise<Uint8Array> {
  const address = (await load()).default;
  const binary = atob(address.slice(address.indexOf(",") + 1));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
