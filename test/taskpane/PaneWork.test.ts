import { TroubleError } from "../../src/core/Trouble";
import { a1 } from "../../src/core/sheet/Address";
import { numberValue } from "../../src/core/sheet/Cell";
import { Stopped, type Progress } from "../../src/core/sheet/WorkbookPort";
import { FORMS } from "../../src/forms/forms";
import { PaneWork } from "../../src/taskpane/session/PaneWork";
import { SessionStore, findingsOf } from "../../src/taskpane/session/session";
import type { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { at, held, phuMy } from "./phuMy";
import { TestHost } from "./TestHost";

function open(workbook = phuMy()) {
  const host = new TestHost(workbook);
  const store = new SessionStore();
  return { workbook, host, store, work: new PaneWork(host, store) };
}

const severities = (store: SessionStore) => findingsOf(store.get()).map(({ severity, cells }) => `${severity} ${a1(cells[0])}`);
const markedErrors = async (workbook: MemoryWorkbook) =>
  (await workbook.marks()).filter(({ kind }) => kind === "error").flatMap(({ cells }) => cells.map(a1));

describe("what the pane does", () => {
  it("checks Phú Mỹ, lists its two errors and marks their cells", async () => {
    const { work, store, workbook } = open();
    await work.check();
    expect(severities(store)).toEqual(["error D12", "error D13", "info C9"]);
    expect(await markedErrors(workbook)).toEqual(["D12", "D13"]);
    expect(store.get()).toMatchObject({ marked: true, listed: true, working: undefined });
    expect(store.get().notice?.phrases[0]?.vi).toBe("Đã kiểm tra: 2 lỗi, 0 điểm cần xem lại, 1 lưu ý.");
  });

  it("applies a suggestion as one step and takes the mark away", async () => {
    const { work, store, workbook } = open();
    await work.check();
    const finding = findingsOf(store.get())[0]!;
    await work.apply(finding, finding.suggestions[0]!);
    expect(await held(workbook, "D12")).toEqual(numberValue(14));
    expect(workbook.steps).toHaveLength(1);
    expect(severities(store)).toEqual(["error D13", "info C9"]);
    expect(await markedErrors(workbook)).toEqual(["D13"]);
  });

  it("mends all certain errors in one step", async () => {
    const { work, store, workbook } = open();
    await work.check();
    await work.applyCertain();
    expect(severities(store)).toEqual(["info C9"]);
    expect(workbook.steps.map((edits) => edits.length)).toEqual([2]);
  });

  it("leaves a cell alone that changed since the check, and says so", async () => {
    const { work, store, workbook } = open();
    await work.check();
    const finding = findingsOf(store.get())[0]!;
    await workbook.apply([{ sheet: "II.06a", at: at("D12"), from: { kind: "text", text: "0" }, to: numberValue(99) }]);
    await work.apply(finding, finding.suggestions[0]!);
    expect(await held(workbook, "D12")).toEqual(numberValue(99));
    expect(store.get().notice).toMatchObject({ tone: "warning", shown: true });
    expect(store.get().notice?.phrases[0]?.vi).toMatch(/D12 đã thay đổi/);
  });

  it("lifts every mark and keeps the list", async () => {
    const { work, store, workbook } = open();
    await work.check();
    await work.clearMarks();
    expect(await workbook.marks()).toEqual([]);
    expect(store.get().marked).toBe(false);
    expect(severities(store)).toHaveLength(3);
  });

  it("does not mark again while it keeps the list up to date after marks were lifted", async () => {
    const { work, store, workbook } = open();
    await work.check();
    await work.clearMarks();
    const finding = findingsOf(store.get())[0]!;
    await work.apply(finding, finding.suggestions[0]!);
    expect(severities(store)).toHaveLength(2);
    expect(await workbook.marks()).toEqual([]);
  });

  it("marks nothing while the user prefers it so, leaves the marks that stand, and marks what is listed once allowed again", async () => {
    const { work, store, workbook } = open();
    await work.check();
    await work.setMarking(false);
    expect(store.get().notice?.phrases[0]?.vi).toMatch(/Dấu đã có vẫn để nguyên.*Bỏ đánh dấu/);
    const [first] = findingsOf(store.get());
    await work.apply(first!, first!.suggestions[0]!);
    await work.check();
    expect(severities(store)).toEqual(["error D13", "info C9"]);
    expect(await markedErrors(workbook)).toEqual(["D12", "D13"]);
    expect(store.get().marked).toBe(true);
    await work.clearMarks();
    await work.check();
    expect(await workbook.marks()).toEqual([]);
    expect(store.get()).toMatchObject({ marked: false, listed: true });
    await work.setMarking(true);
    expect(await markedErrors(workbook)).toEqual(["D13"]);
    expect(store.get().marked).toBe(true);
  });

  it("reads without marking for screens that need a table", async () => {
    const { work, store, workbook } = open();
    await work.need();
    expect(store.get().checked?.audit.tables).toHaveLength(1);
    expect(await workbook.marks()).toEqual([]);
    expect(store.get().listed).toBe(false);
  });

  it("checks again a moment after the user typed, once for a burst of typing", async () => {
    const { work, store, host, workbook } = open();
    const reads = jest.spyOn(workbook, "read");
    const stop = work.follow();
    await work.check();
    await workbook.apply([{ sheet: "II.06a", at: at("D12"), from: { kind: "text", text: "0" }, to: numberValue(14) }]);
    host.change();
    host.change();
    host.change();
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(severities(store)).toEqual(["error D13", "info C9"]);
    expect(await markedErrors(workbook)).toEqual(["D13"]);
    expect(reads).toHaveBeenCalledTimes(2);
    stop();
    await new Promise((resolve) => setTimeout(resolve));
    expect(host.watchers).toBe(0);
  });

  it("takes up marks that an earlier session left", async () => {
    const workbook = phuMy();
    await workbook.mark([{ sheet: "II.06a", kind: "error", cells: [at("D12")] }]);
    const { work, store } = open(workbook);
    const stop = work.follow();
    await new Promise((resolve) => setTimeout(resolve));
    expect(store.get().marked).toBe(true);
    stop();
  });

  it("tells what went wrong, and does it again on request", async () => {
    const { work, store, workbook } = open();
    const trouble = { what: { vi: "Excel đang sửa ô.", en: "A cell is being edited." }, remedy: { vi: "Nhấn Enter.", en: "Press Enter." } };
    jest.spyOn(workbook, "read").mockRejectedValueOnce(new TroubleError(trouble));
    await work.check();
    expect(store.get()).toMatchObject({ trouble, working: undefined, listed: false });
    work.retry();
    while (!store.get().listed) await new Promise((resolve) => setTimeout(resolve));
    expect(store.get().trouble).toBeUndefined();
    expect(severities(store)).toHaveLength(3);
  });

  it("stops long work at its next pause and writes nothing", async () => {
    const { work, store, workbook } = open();
    jest.spyOn(workbook, "read").mockImplementation(async (progress: Progress) => {
      work.stop();
      if (progress.stopped) throw new Stopped();
      return [];
    });
    await work.check();
    expect(store.get()).toMatchObject({ working: undefined, trouble: undefined, checked: undefined, marked: false });
  });

  it("mends nothing of an event where one of its cells was changed meanwhile, and says which", async () => {
    const { work, store, workbook } = open(phuMy({ D12: "14", D13: "6", H10: "9", I10: "940" }));
    await work.check();
    const [exchange] = findingsOf(store.get());
    expect(exchange!.cells.map(a1)).toEqual(["H10", "I10"]);
    await workbook.apply([{ sheet: "II.06a", at: at("I10"), from: numberValue(940), to: numberValue(900) }]);
    await work.apply(exchange!, exchange!.suggestions[0]!);
    expect([await held(workbook, "H10"), await held(workbook, "I10")]).toEqual([numberValue(9), numberValue(900)]);
    expect(store.get().notice).toMatchObject({ tone: "warning", phrases: [{ vi: expect.stringContaining("I10") }] });
  });

  it("does one thing after another", async () => {
    const { work, store, workbook } = open();
    await Promise.all([work.check(), work.clearMarks()]);
    expect(await workbook.marks()).toEqual([]);
    expect(severities(store)).toHaveLength(3);
  });

  it("adds the form's sheet and says its name", async () => {
    const { work, store, workbook } = open();
    await work.maker.makeForm(FORMS[0]!, { fields: ["Hộ tịch"], period: { from: { year: 2024, month: 3, day: 15 }, to: { year: 2024, month: 6, day: 14 } } });
    expect([...workbook.plans.keys()]).toEqual(["II.06a (2)"]);
    expect(store.get().notice?.phrases[0]?.vi).toMatch(/“II.06a \(2\)”/);
  });

  it("gives blank sums their formulas, never writes over values that differ, and tells both", async () => {
    const { work, store, workbook } = open(phuMy({ C9: "" }));
    await work.need();
    await work.compute(store.get().checked!.audit.tables[0]!.table, { convertText: true });
    expect(await held(workbook, "C9")).toMatchObject({ kind: "formula", formula: "=D9+E9+F9", value: numberValue(675) });
    expect(await held(workbook, "C12")).toEqual(numberValue(14));
    expect(store.get().notice?.tone).toBe("warning");
    expect(store.get().notice?.phrases.some(({ vi }) => /C12 ghi 14 nhưng tính được 0/.test(vi))).toBe(true);
  });

  it("counts an answer, and takes it back", async () => {
    const { work, store } = open(phuMy({ C14: "3", D14: "1", C16: "1653", D16: "1641" }));
    await work.check();
    const question = findingsOf(store.get()).find((finding) => finding.question)!;
    await work.reporter.answer("withdrawn", question.question!.key, 1);
    expect(findingsOf(store.get()).some(({ id }) => id === question.id)).toBe(false);
    await work.reporter.answer("withdrawn", question.question!.key, undefined);
    expect(findingsOf(store.get()).some(({ id }) => id === question.id)).toBe(true);
  });
});
