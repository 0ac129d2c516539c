import { aggregateFor } from "./catalogue/aggregate";

/** Files settled by the offices of a ministry. */
export const ii06d = aggregateFor("d", "bộ, cơ quan ngang bộ", ["department"], [{ labels: ["Cơ quan, đơn vị trực thuộc"] }, { labels: ["Cơ quan ngành dọc"] }]);
