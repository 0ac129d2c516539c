/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from "node:util";
import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { parseKept } from "../../src/core/justifications/Kept";
import { parseA1 } from "../../src/core/sheet/Address";
import { plainText } from "../../src/core/sheet/Cell";
import { cellAt, type Sheet } from "../../src/core/sheet/Sheet";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { App } from "../../src/taskpane/App";
import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { carrying, quarterSheet, type Fields } from "../fixtures/quarterSheet";
import { FIELDS, sheetOf } from "../fixtures/report";
import { withCells } from "../fixtures/sheetFromText";
import { workbookOf } from "../fixtures/workbookOf";
import { TestHost } from "./TestHost";

// Browsers have them; jsdom does not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

// The parts of the pane are loaded when first shown, which takes a busy machine a while.
configure({ asyncUtilTimeout: 30_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const SECOND = carrying([16, 5, 38, 3]);
const renamed: Fields = SECOND.map(([label, leaves], index) => [index === 1 ? "Hộ tịch, quốc tịch" : label, leaves]);

function open(...sheets: readonly Sheet[]): MemoryWorkbook {
  localStorage.setItem("kiem-soat-tthc.preferences", JSON.stringify({ marks: false }));
  const workbook = new MemoryWorkbook(sheets);
  render(<App host={new TestHost(workbook)} />);
  fireEvent.click(screen.getByTestId("compare"));
  return workbook;
}

/** Chooses a workbook of these sheets, as the file dialog gives it. */
async function choose(name: string, ...sheets: readonly Sheet[]): Promise<void> {
  const bytes = await workbookOf(...sheets);
  const file = { name, arrayBuffer: () => Promise.resolve(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)) };
  fireEvent.change(await screen.findByTestId("open-former"), { target: { files: [file] } });
}

const changes = async () => (await screen.findAllByTestId("growth")).map(({ textContent }) => textContent);
const settled = () => waitFor(() => expect(screen.queryByTestId("working")).toBeNull());

it("shows what became of the figures since the workbook that was chosen, the largest change first", async () => {
  open(quarterSheet("second", SECOND));
  await screen.findByText("Chưa có biểu nào để so sánh");
  await choose("quy-1.xlsx", quarterSheet("first"));
  expect((await changes()).slice(0, 3)).toEqual([
    "“TỔNG CỘNG”, (3) Tổng số: 711 → 731 (+20; +2,81%)",
    "“TỔNG CỘNG”, (7) Tổng số: 649 → 669 (+20; +3,08%)",
    "“Đất đai”, (3) Tổng số: 150 → 163 (+13; +8,67%)",
  ]);
  expect(screen.getByText("Đang so với tệp “quy-1.xlsx”")).toBeTruthy();
});

it("takes a sheet of the workbook where it stands there", async () => {
  open(quarterSheet("last", FIELDS, "UBND XÃ PHÚ MỸ", "2023"), quarterSheet("second", SECOND, "UBND XÃ PHÚ MỸ", "2024"));
  expect((await changes()).length).toBeGreaterThan(0);
  expect(screen.getByTestId("former-table").textContent).toBe("2023 (cùng kỳ năm trước)");
});

it("fills what is carried over into blanks in one step, and the workbook is checked against the chosen one", async () => {
  const workbook = open(withCells(quarterSheet("second", SECOND), { F7: "", F9: "", F10: "9" }));
  await choose("quy-1.xlsx", quarterSheet("first"));
  fireEvent.click(await screen.findByText("Điền 2 ô “từ kỳ trước” còn trống"));
  await waitFor(() => expect(screen.queryByTestId("fill-carried")).toBeNull());
  const [sheet] = await workbook.read(SILENT);
  expect([workbook.steps.length, ...["F7", "F9", "F10"].map((name) => plainText(cellAt(sheet!, parseA1(name)!).value))]).toEqual([1, "16", "38", "9"]);
  fireEvent.click(screen.getByTestId("check"));
  const found = await screen.findAllByTestId("finding");
  expect(found.map(({ textContent }) => textContent).join()).toContain("[quy-1.xlsx]II.06a");
});

it("remembers in the workbook which row only changed its name, until that is taken back", async () => {
  const workbook = open(quarterSheet("second", renamed));
  await choose("quy-1.xlsx", quarterSheet("first"));
  fireEvent.change(await screen.findByTestId("former-name"), { target: { value: "Hộ tịch" } });
  expect((await screen.findByTestId("renamed")).textContent).toMatch(/“Hộ tịch, quốc tịch” trước đây là “Hộ tịch”/);
  expect([...parseKept(await workbook.readKept()).renamed.values()]).toEqual(["Hộ tịch"]);
  await settled();
  fireEvent.click(screen.getByText("Bỏ ghép"));
  await screen.findByTestId("former-name");
  await waitFor(async () => expect(await workbook.readKept()).toBeUndefined());
});

it("says what is wrong with a workbook without a form, and forgets one that is dropped", async () => {
  open(quarterSheet("second", SECOND));
  await choose("ghi-chu.xlsx", sheetOf([["Ghi chú"]]));
  expect((await screen.findByTestId("trouble")).textContent).toMatch(/không có biểu nào nhận ra được/);
  await choose("quy-1.xlsx", quarterSheet("first"));
  await changes();
  fireEvent.click(screen.getByTestId("drop-former"));
  await screen.findByText("Chưa có biểu nào để so sánh");
});
