import { a1 } from "../sheet/Address";
import { formatDate, samePeriod, type Period } from "../words/Period";
import { INFO_SHEET } from "../head/ReportInfo";
import { atOnce, type CheckKind } from "./Check";

const say = ({ from, to }: Period): string => `${formatDate(from)} – ${formatDate(to)}`;

/** The period that a form prints is the one that the workbook says for all its forms. Which of the two is right, nobody but the reporter knows. */
export const periodAsSaid: CheckKind = {
  role: "told",
  severity: "warning",
  title: { vi: "Kỳ báo cáo của biểu như ở trang Thông tin báo cáo", en: "The form's period is that of the sheet of report details" },
  judge: atOnce((table, { info }) => {
    if (!table.period || !info?.period) return undefined;
    const { period, at } = table.period;
    if (samePeriod(period, info.period)) return { kind: "pass" };
    return {
      kind: "fail",
      cells: [at],
      phrase: {
        vi: `Ô ${a1(at)} ghi kỳ báo cáo ${say(period)}, còn trang “${INFO_SHEET}” ghi ${say(info.period)}. Hãy xem số liệu của biểu thuộc kỳ nào.`,
        en: `Cell ${a1(at)} prints the period ${say(period)}, but the sheet “${INFO_SHEET}” says ${say(info.period)}. See which period the figures are of.`,
      },
    };
  }),
};
