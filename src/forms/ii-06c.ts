import { aggregateFor } from "./catalogue/aggregate";

/** Files settled by a province's departments, districts and communes. */
export const ii06c = aggregateFor("c", "UBND cấp tỉnh", ["province"], [
  { labels: ["Sở ban ngành", "Sở, ban, ngành"] },
  { labels: ["Huyện, thị xã, thành phố"] },
  { labels: ["Xã, phường, thị trấn", "Xã, phường, đặc khu"] },
]);
