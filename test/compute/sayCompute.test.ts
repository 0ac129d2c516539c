import { sayCompute } from "../../src/core/compute/sayCompute";
import { applied, computeOn, typedSheet } from "./filled";

const vietnamese = (...plan: Parameters<typeof computeOn>) => sayCompute(computeOn(...plan)).map(({ vi }) => vi);

describe("what is said after computing", () => {
  it("counts the formulas and names the differing cell", async () => {
    expect(vietnamese(await typedSheet(["Hộ tịch"], { C10: "1652", D10: "1640" }))).toEqual([
      "Đã đặt công thức vào 13 ô.",
      "Ô C10 ghi 1.652 nhưng tính được 1.640: đã giữ nguyên, hãy kiểm tra lại.",
    ]);
  });

  it("tells of numbers typed as text, and what to do", async () => {
    expect(vietnamese(await typedSheet(["Hộ tịch"], { D10: '"08"' }))).toEqual([
      "Đã đặt công thức vào 11 ô.",
      "Chưa đặt công thức vào 3 ô vì kết quả sẽ sai: C10, C11, D11.",
      "1 ô là số gõ dạng chữ (D10) nên Excel sẽ cộng thiếu. Hãy chuyển các ô này thành số rồi tính lại.",
    ]);
  });

  it("says so when there is nothing to do", async () => {
    const sheet = await typedSheet(["Hộ tịch"]);
    expect(vietnamese(await applied(sheet, computeOn(sheet)))).toEqual(["Các ô tổng đã là công thức, không có gì phải tính thêm."]);
  });
});
