import type { Form } from "../core/form/Form";
import { bieu07a } from "./07a";
import { bcci } from "./bcci";
import { chamTre } from "./cham-tre";
import { chungThuc } from "./chung-thuc";
import { congBo } from "./cong-bo";
import { congKhai } from "./cong-khai";
import { dangChamTre } from "./dang-cham-tre";
import { danhGiaMau01 } from "./danh-gia-mau-01";
import { danhGiaMau02 } from "./danh-gia-mau-02";
import { danhGiaMau03 } from "./danh-gia-mau-03";
import { dvcTrucTuyen } from "./dvc-truc-tuyen";
import { haNoiDayDu } from "./ha-noi-day-du";
import { haNoiTheoDonVi } from "./ha-noi-theo-don-vi";
import { haNoiTuan } from "./ha-noi-tuan";
import { ii06a } from "./ii-06a";
import { ii06a2025 } from "./ii-06a-2025";
import { ii06b } from "./ii-06b";
import { ii06c } from "./ii-06c";
import { ii06d } from "./ii-06d";
import { ii07b } from "./ii-07b";
import { ii07b2025 } from "./ii-07b-2025";
import { lienThong } from "./lien-thong";
import { nhanSu } from "./nhan-su";
import { nhiemVu } from "./nhiem-vu";
import { nq012024 } from "./nq-01-2024";
import { nq022024 } from "./nq-02-2024";
import { pakn } from "./pakn";
import { phuQuocPl1 } from "./phu-quoc-pl1";
import { phuQuocPl2 } from "./phu-quoc-pl2";
import { phuQuocPl3 } from "./phu-quoc-pl3";
import { phuQuocPl4 } from "./phu-quoc-pl4";
import { phuQuocPl5 } from "./phu-quoc-pl5";
import { phuQuocPl6 } from "./phu-quoc-pl6";
import { qd766 } from "./qd-766";
import { quaHan } from "./qua-han";
import { raSoat } from "./ra-soat";
import { soHoa } from "./so-hoa";
import { thanhToan } from "./thanh-toan";
import { trangThietBi } from "./trang-thiet-bi";
import { truyenThong } from "./truyen-thong";
import { xuatTheoDonVi } from "./xuat-theo-don-vi";
import { xuatTheoLinhVuc } from "./xuat-theo-linh-vuc";
import { xuatTienDo766 } from "./xuat-tien-do-766";

/** All forms at once, in the order they are offered; who loads them one by one asks `loadForm`. */
export const FORMS: readonly [Form, ...Form[]] = [
  ii06a, ii06a2025, ii06b, ii06c, ii06d, bieu07a, ii07b, ii07b2025, danhGiaMau01, danhGiaMau02, danhGiaMau03, nq012024, nq022024, qd766,
  congBo, congKhai, raSoat, pakn, quaHan, chamTre, dangChamTre, bcci, nhanSu, trangThietBi, dvcTrucTuyen, thanhToan, soHoa, chungThuc,
  truyenThong, nhiemVu, phuQuocPl1, phuQuocPl2, phuQuocPl3, phuQuocPl4, phuQuocPl5, phuQuocPl6, xuatTheoDonVi, xuatTheoLinhVuc,
  xuatTienDo766, haNoiTheoDonVi, haNoiTuan, haNoiDayDu, lienThong,
]; // prettier-ignore

/** The form with this id. */
export function formById(id: string): Form | undefined {
  return FORMS.find((form) => form.id === id);
}
