import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formsAsMarkdown, withForms } from "../../scripts/formDocs";
import { FORMS } from "../../src/forms/forms";
import { ii06a } from "../../src/forms/ii-06a";
import { qd766 } from "../../src/forms/qd-766";

describe("docs/forms.md", () => {
  it("says of the forms what they say now: npm run forms writes it anew", () => {
    const page = readFileSync(join(__dirname, "../../docs/forms.md"), "utf8");
    expect(page).toBe(withForms(page, FORMS));
  });

  it("draws a header as it is issued, with the row of numbers", () => {
    const page = formsAsMarkdown([ii06a]);
    expect(page).toContain('<th rowspan="3">STT</th>');
    expect(page).toContain("<td>(3)=(4)+(5)+(6)</td>");
    expect(page).toContain("| 3 | Tổng số | hồ sơ | (4)+(5)+(6) | `received` |");
  });

  it("says what a grade means, what a column is divided by, and each rule in both languages", () => {
    const page = formsAsMarkdown([qd766]);
    expect(page).toContain("grade C: Bố cục đề xuất, không phải mẫu đã ban hành. *A proposed layout, not one that was issued.*");
    expect(page).toContain("| Tỷ lệ so với điểm tối đa (%) | %, 2 decimals | “Điểm đạt được”/“Điểm tối đa” | `share` |");
    expect(page).toContain("- `score-within-most` (error) Phần không lớn hơn toàn bộ: cột “Điểm tối đa”, “Điểm đạt được”. *A part is not more than the whole: columns");
  });
});
