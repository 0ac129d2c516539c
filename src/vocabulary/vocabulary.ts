import type { Vocabulary } from "../core/quantities/Vocabulary";
import { QUANTITIES } from "./quantities";

/** What reports tell, and the words of paragraph I.6 as the outline and localities write them. */
export const VOCABULARY: Vocabulary = {
  quantities: QUANTITIES,
  words: [
    {
      kind: "place",
      pattern: "(?:tai |o )?(?:bo phan|trung tam)[^,.;:()]*?(?:tra ket qua(?: giai quyet (?:tthc|thu tuc hanh chinh))?|mot cua|hanh chinh cong)",
    },
    { kind: "fresh", pattern: "(?:so )?(?:ho so )?(?:moi tiep nhan|tiep nhan moi)(?: trong (?:ky|quy)(?: bao cao)?)?" },
    { kind: "carried", pattern: "(?:so )?(?:ho so )?(?:tu )?(?:so )?ky truoc chuyen (?:qua|sang|den)|(?:so )?tu ky truoc", after: true },
    { kind: "early", pattern: "(?:(?:da )?(?:duoc )?giai quyet )?truoc han", after: true },
    { kind: "onTime", pattern: "(?:(?:da )?(?:duoc )?giai quyet )?dung han", after: true },
    { kind: "overdue", pattern: "(?:(?:da )?(?:duoc )?giai quyet )?(?:qua han|tre han)", after: true, listed: true },
    { kind: "within", pattern: "(?:con )?trong han|chua den han|chua qua han|con han" },
    {
      kind: "withdrawn",
      pattern:
        "(?:dung (?:xu ly|giai quyet)|xin rut|rut|tra lai)(?:(?:,| va|, hoac| hoac) (?:nguoi dan |cong dan )?(?:dung xu ly|xin rut|rut|tra lai))*",
      after: true,
    },
    { kind: "receivedResolved", pattern: "(?:da )?(?:duoc )?tiep nhan(?: va|,) (?:da )?giai quyet" },
    { kind: "received", pattern: "(?:da )?(?:duoc )?tiep nhan(?: giai quyet)?" },
    { kind: "pending", pattern: "dang (?:duoc )?(?:giai quyet|xu ly)|con ton|ton dong|ton" },
    { kind: "resolved", pattern: "(?:da )?(?:duoc )?giai quyet|da (?:duoc )?xu ly" },
    { kind: "inPerson", pattern: "truc tiep(?:,| va|,? hoac)? (?:qua )?(?:dich vu )?(?:buu chinh|bcci)(?: cong ich)?" },
    { kind: "direct", pattern: "truc tiep" },
    { kind: "online", pattern: "truc tuyen" },
    { kind: "field", pattern: "linh vuc" },
    { kind: "files", pattern: "(?:tong )?(?:so )?(?:luong )?(?:bo )?ho so(?: tthc| thu tuc hanh chinh)?|hs" },
  ],
  scope: {
    units: "ubnd|[ủu][ỷy] ban nhân dân|đơn vị|sở|cục|chi cục|ban|văn phòng|trung tâm|phòng|công an",
    restricting: "các|những|mọi|qua|tại|thuộc|của|về|nộp|theo|bằng|trực|lĩnh|chỉ",
    neutralBefore:
      "về việc thực hiện kết quả cụ thể như sau tình hình tthc thủ tục hành chính tổng số là đã có được trong đó đến nay toàn theo báo cáo kỳ ngày liệu",
    neutralAfter: "và chiếm đạt tăng giảm bằng tthc",
    partial:
      "cac xa|cap xa|cap huyen|cap tinh|nganh doc|truc tuyen|buu chinh|lien thong|muc do|toan trinh|mot phan|dich vu cong|thuoc tham quyen|quyet dinh|" +
      "cong van|ky truoc|cung ky|quy truoc|linh vuc|phi dia gioi|danh muc|chung thuc|so hoa|phan anh|kien nghi|moi truong dien tu|khong phu thuoc",
  },
};
