import type { Chance } from "../localisation/chance";
import { fullRow } from "../localisation/cleanTable";
import type { Layout } from "./Layout";

/** What a form's figures are, by their place from the left, zero-based. */
export interface TableShape {
  readonly title: readonly string[];
  readonly unitOfMeasure: string;
  /** Rows of headings, the numbering row last; blanks where a heading above or left goes on. */
  readonly header: readonly (readonly string[])[];
  /** Merged headings, by row and column of the header. */
  readonly merges: readonly (readonly [top: number, left: number, bottom: number, right: number])[];
  readonly figures: number;
  /** Sums across that must come out. */
  readonly sums: readonly (readonly [total: number, parts: readonly number[]])[];
  /** Sums across whose gap is a question. */
  readonly asked: readonly (readonly [total: number, parts: readonly number[]])[];
  readonly draw: (scale: Layout["figures"], draw: Chance) => readonly number[];
}

/** A line of few files. */
function smallRow(draw: Chance): number[] {
  const [online, inPerson, carried] = [draw.whole(0, 3), draw.whole(0, 2), draw.whole(0, 1)];
  const received = online + inPerson + carried;
  const pending = draw.whole(0, Math.min(1, received));
  const late = draw.whole(0, Math.min(1, received - pending));
  const early = draw.whole(0, received - pending - late);
  return [received, online, inPerson, carried, received - pending, early, received - pending - late - early, late, pending, pending, 0];
}

const zeroShare = (scale: Layout["figures"]): number => (scale === "many zeros" ? 0.6 : 0.12);

/** A right line of form II.06a. */
function filesRow(scale: Layout["figures"], draw: Chance): readonly number[] {
  if (draw.hit(zeroShare(scale))) return Array.from({ length: 11 }, () => 0);
  return scale === "small" ? smallRow(draw) : fullRow(draw).slice(3);
}

/** A right line of form II.07b. */
function proceduresRow(scale: Layout["figures"], draw: Chance): readonly number[] {
  const most = scale === "small" ? 3 : 240;
  const level = (): number => (draw.hit(zeroShare(scale)) ? 0 : draw.whole(0, most));
  const all = [level(), level(), level()];
  const shops = all.map((count) => draw.whole(Math.floor(count / 2), count));
  const processes = all.map((count) => draw.whole(0, count));
  return [all, shops, processes].flatMap((levels) => [levels.reduce((sum, each) => sum + each, 0), ...levels]);
}

export const SHAPES: Readonly<Record<Layout["form"], TableShape>> = {
  "II.06a": {
    title: [
      "Biểu số II.06a/VPCP/KSTT",
      "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
      "Kỳ báo cáo: Quý II/Năm 2024",
      "(Từ ngày 15/3/2024 đến ngày 14/6/2024)",
    ],
    unitOfMeasure: "Đơn vị tính: Số hồ sơ TTHC.",
    header: [
      ["STT", "Lĩnh vực giải quyết", "Số lượng hồ sơ tiếp nhận", "", "", "", "Số lượng hồ sơ đã giải quyết", "", "", "", "Số lượng hồ sơ đang giải quyết"],
      ["", "", "Tổng số", "Trong kỳ", "", "Từ kỳ trước", "Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"],
      ["", "", "", "Trực tuyến", "Trực tiếp, dịch vụ bưu chính"],
      ["(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)=(8)+(9)+(10)", "(8)", "(9)", "(10)", "(11)=(12)+(13)", "(12)", "(13)"],
    ],
    merges: [[0, 0, 2, 0], [0, 1, 2, 1], [0, 2, 0, 5], [0, 6, 0, 9], [0, 10, 0, 12], [1, 2, 2, 2], [1, 3, 1, 4], [1, 5, 2, 5]],
    figures: 11,
    sums: [[0, [1, 2, 3]], [4, [5, 6, 7]], [8, [9, 10]]],
    asked: [[0, [4, 8]]],
    draw: filesRow,
  },
  "II.07b": {
    title: ["Biểu số II.07b/VPCP/KSTT", "TỔNG HỢP SỐ LƯỢNG THỦ TỤC HÀNH CHÍNH", "(Từ ngày 15/12/2023 đến ngày 14/6/2024)"],
    unitOfMeasure: "Đơn vị tính: TTHC",
    header: [
      ["STT", "Đơn vị", "Tổng số TTHC thuộc thẩm quyền giải quyết của địa phương", "", "", "", "TTHC được thực hiện theo CCMC, MCLT", "", "", "",
        "Quy trình nội bộ giải quyết TTHC theo CCMC, MCLT được ban hành"],
      ["", "", "Tổng số TTHC", "Cấp tỉnh", "Cấp huyện", "Cấp xã", "Tổng số TTHC", "Tại BPMC cấp tỉnh", "Tại BPMC cấp huyện", "Tại BPMC cấp xã", "Tổng số quy trình",
        "Cấp tỉnh", "Cấp huyện", "Cấp xã"],
      ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"],
    ],
    merges: [[0, 0, 1, 0], [0, 1, 1, 1], [0, 2, 0, 5], [0, 6, 0, 9], [0, 10, 0, 13]],
    figures: 12,
    sums: [[0, [1, 2, 3]], [8, [9, 10, 11]]],
    asked: [[4, [5, 6, 7]]],
    draw: proceduresRow,
  },
};
