/** @jest-environment jsdom */
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { a1 } from "../../src/core/sheet/Address";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { App } from "../../src/taskpane/App";
import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { phuMy } from "./phuMy";
import { TestHost } from "./TestHost";

configure({ asyncUtilTimeout: 12_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const HA_NOI: readonly (readonly (string | number)[])[] = [
  ["TỔNG HỢP KẾT QUẢ GIẢI QUYẾT TTHC THEO ĐƠN VỊ"],
  ["(Từ ngày 15/3/2024 đến ngày 14/6/2024)"],
  ["STT", "Đơn vị", "Số hồ sơ tiếp nhận", "", "", "", "Số hồ sơ đã giải quyết", "", "", "Số hồ sơ đang giải quyết"],
  ["", "", "Tổng số", "Trực tiếp", "Trực tuyến", "Bưu chính công ích", "Tổng số", "Đúng và trước hạn", "Quá hạn", "Tổng số", "Trong hạn", "Quá hạn"],
  [1, "UBND xã A", 120, 30, 85, 5, 110, 108, 2, 10, 9, 1],
  [2, "UBND xã B", 60, 10, 50, 0, 60, 60, 0, 0, 0, 0],
  ["TỔNG CỘNG", "", 180, 40, 135, 5, 170, 168, 2, 10, 9, 1],
];

const workbookOf = (lines: typeof HA_NOI): MemoryWorkbook =>
  MemoryWorkbook.of({ name: "Xuất", cells: Object.fromEntries(lines.flatMap((line, row) => line.flatMap((value, column) => (value === "" ? [] : [[a1({ row, column }), value]])))) });

describe("an export of an information system", () => {
  it("is turned into the form that is filed, after saying what it does not tell", async () => {
    const workbook = workbookOf(HA_NOI);
    render(<App host={new TestHost(workbook)} />);
    fireEvent.click(screen.getByTestId("check"));
    const button = await screen.findByTestId("convert");
    expect(button.textContent).toMatch(/^Chuyển thành Biểu số II\.06a/);
    expect(screen.getByTestId("conversion").textContent).toContain("Những điều bảng này không cho biết (3)");
    fireEvent.click(button);
    await waitFor(() => expect(screen.getByTestId("notice").textContent).toMatch(/^Đã chuyển bảng ở trang “.*” thành trang “II\.06a”\..*để trống/));
    expect((await workbook.read(SILENT)).map(({ name }) => name)).toEqual(["Xuất", "II.06a"]);
  });

  it("is not turned into anything where it does not say its period", async () => {
    const workbook = workbookOf(HA_NOI.filter((_, row) => row !== 1));
    render(<App host={new TestHost(workbook)} />);
    fireEvent.click(screen.getByTestId("check"));
    fireEvent.click(await screen.findByTestId("convert"));
    await waitFor(() => expect(screen.getByTestId("notice").textContent).toMatch(/^Trang “Xuất” không ghi kỳ báo cáo/));
    expect(await workbook.read(SILENT)).toHaveLength(1);
  });

  it("is offered beside itself only, not beside a form that is filed already", async () => {
    const [filed] = await phuMy().read(SILENT);
    const [own] = await workbookOf(HA_NOI).read(SILENT);
    render(<App host={new TestHost(new MemoryWorkbook([filed!, own!]))} />);
    fireEvent.click(screen.getByTestId("check"));
    await screen.findByTestId("convert");
    expect(screen.getAllByTestId("summary")).toHaveLength(2);
    expect(screen.getAllByTestId("convert")).toHaveLength(1);
  });
});
