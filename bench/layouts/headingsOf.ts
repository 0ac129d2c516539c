import type { Chance } from "../localisation/chance";
import type { Layout } from "./Layout";
import { SHAPES } from "./TableShape";

/** Other words that offices print over the same columns. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  STT: "TT",
  "Lĩnh vực giải quyết": "Lĩnh vực",
  "Số lượng hồ sơ tiếp nhận": "Số hồ sơ nhận giải quyết",
  "Số lượng hồ sơ đã giải quyết": "Số hồ sơ đã giải quyết",
  "Trực tiếp, dịch vụ bưu chính": "Trực tiếp, bưu chính",
  "Từ kỳ trước": "Số từ kỳ trước chuyển qua",
  "Đơn vị": "Cơ quan, đơn vị",
};

const NOTES: readonly string[] = [
  " (gồm hồ sơ nộp tại Bộ phận Một cửa, nộp trực tuyến và gửi qua bưu chính công ích; không tính hồ sơ đã trả lại để bổ sung)",
  "\n(tính đến hết ngày cuối kỳ)",
  " (*)",
];

/** A table's rows of headings, in the layout's words. */
export function headingsOf({ form, headings }: Pick<Layout, "form" | "headings">, draw: Chance): readonly (readonly string[])[] {
  const { header } = SHAPES[form];
  const words = header.slice(0, -1);
  const numbering = header.slice(-1);
  switch (headings) {
    case "as issued":
      return header;
    case "other words":
      return [...words.map((line) => line.map((each) => OTHER_WORDS[each] ?? each)), ...numbering];
    case "long notes within": {
      const column = draw.pick([2, 6]);
      const note = draw.pick(NOTES);
      return [words[0]!.map((each, at) => (at === column ? each + note : each)), ...words.slice(1), ...numbering];
    }
    case "suffixed by Excel": {
      // The same words twice in one row: Excel's tables number them.
      const suffixed = words.map((line) => {
        const seen = new Map<string, number>();
        return line.map((each) => {
          const times = (seen.get(each) ?? 0) + 1;
          seen.set(each, times);
          return each === "" || times === 1 ? each : `${each}${times}`;
        });
      });
      return [...suffixed, ...numbering];
    }
  }
}
