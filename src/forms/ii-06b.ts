import { aggregateFor } from "./catalogue/aggregate";

/** Files settled by a district's offices and communes. */
export const ii06b = aggregateFor("b", "UBND cấp huyện", ["district"], [{ labels: ["Cơ quan chuyên môn thuộc UBND cấp huyện"] }, { labels: ["Xã, phường, thị trấn"] }]);
