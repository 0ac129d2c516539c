import { plainText } from "../../src/word/html";
import { REPORT } from "./report";

it("plain text sets deeper bullets in by two spaces and parts paragraphs by an empty line", () => {
  const text = plainText(REPORT);
  expect(text).toContain("\n- Số lượng hồ sơ đã giải quyết: 2.637;");
  expect(text).toContain("\n  + Lĩnh vực Đất đai: 132 hồ sơ");
  expect(text).toContain("\n(Số liệu tính đến");
  expect(text.split("\n\n")).toHaveLength(2);
  expect(text).not.toMatch(/\u00a0|[ \t]\n/);
});
