import { proofread } from "../../src/core/proofreading/proofread";
import { reportText } from "../../src/core/proofreading/ReportText";
import { tableClaims } from "../../src/core/proofreading/tableClaims";
import type { Sheet } from "../../src/core/sheet/Sheet";
import { LIBRARY } from "../../src/library";
import { REPORT_WORDS } from "../../src/vocabulary/reportWords";
import { sheetFromText } from "../fixtures/sheetFromText";

async function findings(given: string, sheets: readonly Sheet[] = []): Promise<readonly string[]> {
  const text = reportText(given);
  const { findings: found } = proofread(text, REPORT_WORDS, await tableClaims(text, LIBRARY, sheets));
  return found.map(({ severity, stated, expected, other }) => `${severity} ${stated} → ${expected}${other?.cell === undefined ? "" : ` (${other.cell})`}`);
}

const HEADER = `Biểu số II.06a/VPCP/KSTT

TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH

(Từ ngày 15/12/2023 đến ngày 14/3/2024)

STT\tLĩnh vực giải quyết\tSố lượng hồ sơ tiếp nhận\t\t\t\tSố lượng hồ sơ đã giải quyết\t\t\t\tSố lượng hồ sơ đang giải quyết\t\t
\t\tTổng số\tTrong kỳ\t\tTừ kỳ trước\tTổng số\tTrước hạn\tĐúng hạn\tQuá hạn\tTổng số\tTrong hạn\tQuá hạn
\t\t\tTrực tuyến\tTrực tiếp, dịch vụ bưu chính\t\t\t\t\t\t\t\t
(1)\t(2)\t(3)=(4)+(5)+(6)\t(4)\t(5)\t(6)\t(7)=(8)+(9)+(10)\t(8)\t(9)\t(10)\t(11)=(12)+(13)\t(12)\t(13)
`;
const table = (online: number): string => `${HEADER}1\tLĩnh vực Chứng thực\t31\t${online}\t0\t0\t30\t19\t11\t0\t1\t1\t0
2\tLĩnh vực Hộ tịch\t54\t53\t0\t1\t52\t41\t11\t0\t2\t2\t0
\tTổng số\t85\t84\t0\t1\t82\t60\t22\t0\t3\t3\t0
`;
const prose = (received: number): string =>
  `Trong quý I năm 2024, UBND phường đã tiếp nhận ${received} hồ sơ. Đã giải quyết 82 hồ sơ, trong đó trước hạn 60 hồ sơ, đúng hạn 22 hồ sơ, quá hạn 0 hồ sơ. Đang giải quyết 03 hồ sơ.`;

describe("tables in a report", () => {
  it("that add up are no matter", async () => expect(await findings(table(31))).toEqual([]));
  it("are judged as those of a workbook are", async () => expect(await findings(table(13))).toEqual(["error 13 → 31"]));
  it("agree with the sentences", async () => expect(await findings(`${prose(85)}\n\n${table(31)}`)).toEqual([]));
  it("are told where a sentence says otherwise", async () => expect(await findings(`${prose(58)}\n\n${table(31)}`)).toContain("error 58 → 85"));
});

describe("a workbook beside a report", () => {
  const sheets = [sheetFromText(table(31), "PL3")];
  it("agrees", async () => expect(await findings(prose(85), sheets)).toEqual([]));
  it("differs, and the cell is named", async () => expect(await findings(prose(86), sheets)).toContainEqual(expect.stringMatching(/^error 86 → 85 \('PL3'!C\d+\)$/)));
});
