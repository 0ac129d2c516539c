import type { Quantity, ReportWords, Words } from "../core/quantities/Vocabulary";
import { DOCUMENTS } from "./documents";
import { VOCABULARY } from "./vocabulary";

/** Words of reports in general, besides those of paragraph I.6; they come first, for some are made of others. */
const WORDS: readonly Words[] = [
  { kind: "due", pattern: "(?:den han|phai|can|cho) giai quyet" },
  { kind: "notLate", pattern: "(?:giai quyet )?(?:tra )?(?:dung (?:han )?va truoc han|truoc (?:han )?va dung han|dung han, truoc han|truoc han, dung han)", after: true },
  { kind: "overdue", pattern: "cham han|tre hen", after: true },
  { kind: "fully", pattern: "(?:truc tuyen )?toan trinh|(?:nop )?muc do 4", after: true },
  { kind: "partly", pattern: "(?:truc tuyen )?mot phan|(?:nop )?muc do 3", after: true },
  { kind: "online", pattern: "(?:qua )?dich vu cong truc tuyen" },
  { kind: "toReview", pattern: "(?:can ra soat, )?don gian hoa theo ke hoach|can ra soat" },
  { kind: "reviewed", pattern: "(?:da (?:duoc )?ra soat, )?thong qua phuong an don gian hoa" },
  { kind: "solvedOnline", pattern: "(?:co )?giai phap (?:de )?thuc hien tren moi truong dien tu" },
];

/** Which further words name a quantity. */
const FURTHER: Readonly<Record<string, readonly string[]>> = { notLate: ["notLate"], fullyOnline: ["fully"], partlyOnline: ["partly"], reviewPlanned: ["toReview"], reviewed: ["reviewed"], reviewOnline: ["solvedOnline"] };

const named = (quantity: Quantity): Quantity => {
  const further = FURTHER[quantity.id];
  return further ? { ...quantity, words: [...(quantity.words ?? []), ...further] } : quantity;
};

/** What written reports are read with. */
export const REPORT_WORDS: ReportWords = {
  nouns: [
    { noun: "ho so", words: ["ho so hanh chinh", "ho so tthc", "ho so thu tuc hanh chinh", "ho so", "bo ho so", "hs"] },
    { noun: "tthc", words: ["thu tuc hanh chinh", "thu tuc", "tthc"] },
    { noun: "phan anh", words: ["phan anh, kien nghi", "phan anh", "kien nghi", "y kien"] },
    { noun: "linh vuc", words: ["linh vuc"] },
    { noun: "nganh", words: ["nganh"] },
    { noun: "phieu", words: ["phieu danh gia", "phieu"] },
    { noun: "nhiem vu", words: ["nhiem vu"] },
    { noun: "diem", words: ["diem chuan", "diem"] },
    { noun: "dong", words: ["dong", "d"] },
    { noun: "quyet dinh", words: ["quyet dinh"] },
    { noun: "ban sao", words: ["ban sao"] },
    { noun: "dich vu cong", words: ["dvctt", "dvc", "dich vu cong"] },
    ...["luot", "truong hop", "don vi", "co quan", "quy trinh", "cong chuc", "can bo", "nguoi", "giao dich", "van ban", "phut", "ngay", "gio", "tuoi", "may", "tin", "bai"].map((noun) => ({ noun, words: [noun] })),
  ],
  vocabulary: { ...VOCABULARY, quantities: VOCABULARY.quantities.map(named), words: [...WORDS, ...VOCABULARY.words] },
  beforeShare: "dat ty ti le chiem bang tuong ung duong voi la khoang ho so hs",
  neutral:
    "tong so luong la co duoc da cac loai ho so hs tthc thu tuc hanh chinh moi trong ky bao cao va den nay thuc hien ket qua cu the nhu sau quy nam thang # tren dia ban toan thi " +
    "ubnd phuong xa thi tran tai bo phan tiep nhan tra mot cua so lieu viec ve thoi gian tu dau ngay do voi theo nay hien con chi tra giai quyet dich vu cong qua van phong dong",
  documents: DOCUMENTS,
}; // prettier-ignore
