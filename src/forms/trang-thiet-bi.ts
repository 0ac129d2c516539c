import type { Form } from "../core/form/Form";
import { counting, named, numbered, ORDINAL, sumOf, TOTAL_ROW } from "./catalogue/columns";
import { bound } from "./catalogue/files";
import { proposedFor } from "./catalogue/proposals";

const items = counting("cái");

/** What one-stop shops are equipped with, item by item. Different things are not added up. */
export const trangThietBi: Form = {
  id: "trang-thiet-bi",
  family: "trang-thiet-bi",
  title: "Bảng số liệu trang thiết bị của Bộ phận Một cửa",
  titleVariants: ["Cơ sở vật chất, trang thiết bị của Bộ phận Một cửa"],
  sheetName: "Trang thiết bị",
  inSets: ["commune", "centre", "province"],
  ...proposedFor("I.7"),
  tables: [
    {
      key: "main",
      rows: { each: "item" },
      ...TOTAL_ROW,
      columns: numbered([
        ORDINAL,
        named("item", "Tên trang thiết bị", ["Trang thiết bị", "Tên thiết bị", "Loại thiết bị"]),
        items("items", "Tổng số lượng", { variants: ["Số lượng", "Tổng số"], ...sumOf("items-by-state", "itemsWorking", "itemsBroken") }),
        items("itemsWorking", "Đang sử dụng tốt", { variants: ["Sử dụng tốt"] }),
        items("itemsBroken", "Hư hỏng, chờ sửa chữa", { variants: ["Hư hỏng"] }),
        items("itemsWanted", "Đề nghị trang bị thêm", { variants: ["Nhu cầu bổ sung"] }),
      ]),
    },
  ],
  quantities: bound("items", "itemsWorking", "itemsBroken", "itemsWanted"),
};
