import type { Form } from "../core/form/Form";

/** How each form is loaded, by its id. */
const FORMS: Readonly<Record<string, () => Promise<Form>>> = {
  "ii-06a": async () => (await import("./ii-06a")).ii06a,
  "ii-06a-2025": async () => (await import("./ii-06a-2025")).ii06a2025,
  "ii-06b": async () => (await import("./ii-06b")).ii06b,
  "ii-06c": async () => (await import("./ii-06c")).ii06c,
  "ii-06d": async () => (await import("./ii-06d")).ii06d,
  "07a": async () => (await import("./07a")).bieu07a,
  "ii-07b": async () => (await import("./ii-07b")).ii07b,
  "ii-07b-2025": async () => (await import("./ii-07b-2025")).ii07b2025,
  "danh-gia-mau-01": async () => (await import("./danh-gia-mau-01")).danhGiaMau01,
  "danh-gia-mau-02": async () => (await import("./danh-gia-mau-02")).danhGiaMau02,
  "danh-gia-mau-03": async () => (await import("./danh-gia-mau-03")).danhGiaMau03,
  "nq-01-2024": async () => (await import("./nq-01-2024")).nq012024,
  "nq-02-2024": async () => (await import("./nq-02-2024")).nq022024,
  "qd-766": async () => (await import("./qd-766")).qd766,
  "cong-bo": async () => (await import("./cong-bo")).congBo,
  "cong-khai": async () => (await import("./cong-khai")).congKhai,
  "ra-soat": async () => (await import("./ra-soat")).raSoat,
  "pakn": async () => (await import("./pakn")).pakn,
  "qua-han": async () => (await import("./qua-han")).quaHan,
  "cham-tre": async () => (await import("./cham-tre")).chamTre,
  "dang-cham-tre": async () => (await import("./dang-cham-tre")).dangChamTre,
  "bcci": async () => (await import("./bcci")).bcci,
  "nhan-su": async () => (await import("./nhan-su")).nhanSu,
  "trang-thiet-bi": async () => (await import("./trang-thiet-bi")).trangThietBi,
  "dvc-truc-tuyen": async () => (await import("./dvc-truc-tuyen")).dvcTrucTuyen,
  "thanh-toan": async () => (await import("./thanh-toan")).thanhToan,
  "so-hoa": async () => (await import("./so-hoa")).soHoa,
  "chung-thuc": async () => (await import("./chung-thuc")).chungThuc,
  "truyen-thong": async () => (await import("./truyen-thong")).truyenThong,
  "nhiem-vu": async () => (await import("./nhiem-vu")).nhiemVu,
  "phu-quoc-pl1": async () => (await import("./phu-quoc-pl1")).phuQuocPl1,
  "phu-quoc-pl2": async () => (await import("./phu-quoc-pl2")).phuQuocPl2,
  "phu-quoc-pl3": async () => (await import("./phu-quoc-pl3")).phuQuocPl3,
  "phu-quoc-pl4": async () => (await import("./phu-quoc-pl4")).phuQuocPl4,
  "phu-quoc-pl5": async () => (await import("./phu-quoc-pl5")).phuQuocPl5,
  "phu-quoc-pl6": async () => (await import("./phu-quoc-pl6")).phuQuocPl6,
  "xuat-theo-don-vi": async () => (await import("./xuat-theo-don-vi")).xuatTheoDonVi,
  "xuat-theo-linh-vuc": async () => (await import("./xuat-theo-linh-vuc")).xuatTheoLinhVuc,
  "xuat-tien-do-766": async () => (await import("./xuat-tien-do-766")).xuatTienDo766,
  "ha-noi-theo-don-vi": async () => (await import("./ha-noi-theo-don-vi")).haNoiTheoDonVi,
  "ha-noi-tuan": async () => (await import("./ha-noi-tuan")).haNoiTuan,
  "ha-noi-day-du": async () => (await import("./ha-noi-day-du")).haNoiDayDu,
  "lien-thong": async () => (await import("./lien-thong")).lienThong,
};

/** The ids of all forms, in the order they are offered. */
export const FORM_IDS: readonly string[] = Object.keys(FORMS);

/** Loads a form; undefined where none has the id. */
export const loadForm = async (id: string): Promise<Form | undefined> => FORMS[id]?.();

/** Loads the bodies of all forms, for a time when nobody waits for one. */
export const loadForms = async (): Promise<readonly Form[]> => Promise.all(Object.values(FORMS).map((load) => load()));
