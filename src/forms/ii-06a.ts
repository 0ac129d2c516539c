import type { Form } from "../core/form/Form";
import { settledAt } from "./catalogue/settled";

/** Files received, resolved and pending at the office that settles them, as issued by TT 01/2020/TT-VPCP. */
export const ii06a: Form = {
  ...settledAt(
    { labels: ["Sở ban ngành", "Sở, ban, ngành"] },
    { labels: ["Huyện, thị xã, thành phố"] },
    { labels: ["Xã, phường, thị trấn"] },
    { labels: ["Trên Hệ thống các Bộ"] },
    { labels: ["Trên Hệ thống thành phố"] },
  ),
  id: "ii-06a",
};
