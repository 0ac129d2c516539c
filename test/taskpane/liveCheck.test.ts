import { TroubleError } from "../../src/core/Trouble";
import { a1 } from "../../src/core/sheet/Address";
import { numberValue, textValue } from "../../src/core/sheet/Cell";
import type { Edit, Progress } from "../../src/core/sheet/WorkbookPort";
import { PaneWork } from "../../src/taskpane/session/PaneWork";
import { SessionStore, findingsOf } from "../../src/taskpane/session/session";
import { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { sheetFromText } from "../fixtures/sheetFromText";
import { at, held, phuMySheet } from "./phuMy";
import { TestHost } from "./TestHost";

/** Longer than typing is waited for. */
const CALM = 450;
/** Waits for what is to come; the runner's own limit ends it where it never does. */
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await pause(20);
};
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const NOTES = sheetFromText("Ghi chú\t1", "Ghi chú");
const SUMMARY = sheetFromText("Tổng\t='II.06a'!C16 -> 1652", "Tổng hợp");

async function checkedPane({ undoes = true }: { readonly undoes?: boolean } = {}) {
  const workbook = new MemoryWorkbook([phuMySheet(), { ...phuMySheet(), name: "Quý II" }, NOTES, SUMMARY]);
  const host = new TestHost(workbook, undoes);
  const store = new SessionStore();
  const work = new PaneWork(host, store);
  const stop = work.follow();
  await work.check();
  const read = jest.spyOn(workbook, "read");
  const mark = jest.spyOn(workbook, "mark");
  /** The user types into II.06a. */
  const type = async (cell: string, from: string, to: number): Promise<void> => {
    expect(await workbook.apply([{ sheet: "II.06a", at: at(cell), from: textValue(from), to: numberValue(to) }])).toEqual([]);
  };
  return { workbook, host, store, work, stop, read, mark, type };
}

const errors = (store: SessionStore) =>
  findingsOf(store.get()).filter(({ severity }) => severity === "error").map(({ sheet, cells }) => `${sheet} ${a1(cells[0])}`);
const ALL = ["II.06a D12", "II.06a D13", "Quý II D12", "Quý II D13"];

describe("keeping up with the user", () => {
  it("reads the sheet typed into, those whose formulas look at others, and no more", async () => {
    const { store, host, read, type, stop } = await checkedPane();
    expect(errors(store)).toEqual(ALL);
    await type("D12", "0", 14);
    host.change(["II.06a"]);
    await until(() => errors(store).length < ALL.length);
    expect(read.mock.calls.map(([, only]) => only)).toEqual([["II.06a", "Tổng hợp"]]);
    expect(errors(store)).toEqual(ALL.slice(1));
    expect(store.get().checked?.sheets.map(({ name }) => name)).toEqual(["II.06a", "Quý II", "Ghi chú", "Tổng hợp"]);
    stop();
  });

  it("marks anew what changed, and writes nothing where the same cells stay wrong", async () => {
    const { host, mark, type, stop } = await checkedPane();
    await type("D12", "0", 5);
    host.change(["II.06a"]);
    await pause(CALM);
    expect(mark).not.toHaveBeenCalled();
    stop();
  });

  it("looks at the marks where they may have moved, and puts them back only if they did", async () => {
    const { workbook, host, mark, stop } = await checkedPane();
    host.change(["II.06a"], true);
    await pause(CALM);
    expect(mark).not.toHaveBeenCalled();
    const standing = await workbook.marks();
    jest.spyOn(workbook, "marks").mockResolvedValueOnce(standing.slice(1));
    host.change(["II.06a"], true);
    while (mark.mock.calls.length === 0) await pause(20);
    expect(mark).toHaveBeenCalledTimes(1);
    stop();
  });

  it("reads all sheets when one came, went or was renamed", async () => {
    const { host, read, stop } = await checkedPane();
    host.change();
    await pause(CALM);
    host.change(["Một trang mới"]);
    await pause(CALM);
    expect(read.mock.calls.map(([, only]) => only)).toEqual([undefined, undefined]);
    stop();
  });

  it("reads all sheets when one it asks for is gone", async () => {
    const { host, read, stop } = await checkedPane();
    read.mockResolvedValueOnce([]);
    host.change(["II.06a"]);
    await pause(CALM);
    expect(read.mock.calls.map(([, only]) => only)).toEqual([["II.06a", "Tổng hợp"], undefined]);
    stop();
  });

  it("begins anew when the user types on meanwhile", async () => {
    const { store, host, read, type, stop } = await checkedPane();
    const cancelled: boolean[] = [];
    const original = MemoryWorkbook.prototype.read;
    read.mockImplementationOnce(async function (this: MemoryWorkbook, progress: Progress, only?: readonly string[]) {
      await pause(100);
      cancelled.push(progress.stopped);
      return original.call(this, progress, only);
    });
    await type("D12", "0", 14);
    host.change(["II.06a"]);
    await until(() => read.mock.calls.length > 0);
    await type("D13", "0", 6);
    host.change(["II.06a"]);
    await until(() => errors(store).length < ALL.length - 1 && store.get().working === undefined);
    expect(cancelled).toEqual([true]);
    expect(errors(store)).toEqual(ALL.slice(2));
    expect(store.get()).toMatchObject({ working: undefined, trouble: undefined });
    stop();
  });

  it("waits while a cell is being edited, and tells nobody", async () => {
    const { store, host, read, type, stop } = await checkedPane();
    await type("D12", "0", 14);
    read.mockRejectedValueOnce(new TroubleError({ what: { vi: "a", en: "a" }, remedy: { vi: "b", en: "b" } }));
    host.change(["II.06a"]);
    await pause(CALM);
    expect(store.get().trouble).toBeUndefined();
    expect(errors(store)).toEqual(ALL);
    await until(() => errors(store).length < ALL.length);
    expect(errors(store)).toEqual(ALL.slice(1));
    stop();
  });

  it("announces what has come of it only when it differs, and not over something still to be read", async () => {
    const { store, host, type, stop } = await checkedPane();
    const said = () => store.get().notice?.phrases[0]?.vi;
    expect(said()).toMatch(/4 lỗi/);
    await type("D12", "0", 14);
    host.change(["II.06a"]);
    await until(() => errors(store).length < ALL.length);
    expect(said()).toMatch(/3 lỗi/);
    store.send({ kind: "told", notice: { tone: "warning", phrases: [{ vi: "Đọc tôi.", en: "Read me." }], shown: true } });
    await type("D13", "0", 6);
    host.change(["II.06a"]);
    await until(() => errors(store).length < ALL.length - 1);
    expect(said()).toBe("Đọc tôi.");
    stop();
  });

  it("reads nothing for an answer about withdrawn files", async () => {
    const { work, read, stop } = await checkedPane();
    await work.reporter.answer("withdrawn", "nothing", 1);
    expect(read).not.toHaveBeenCalled();
    stop();
  });
});

describe("taking suggestions back", () => {
  const mend = async ({ work, store }: Awaited<ReturnType<typeof checkedPane>>): Promise<void> => {
    const finding = findingsOf(store.get())[0]!;
    await work.apply(finding, finding.suggestions[0]!);
  };

  it("is left to the program where it can", async () => {
    const pane = await checkedPane({ undoes: true });
    await mend(pane);
    expect(pane.store.get().undoable).toEqual([]);
    pane.stop();
  });

  it("puts back what stood there, as text if it was text, last things first", async () => {
    const pane = await checkedPane({ undoes: false });
    await mend(pane);
    await mend(pane);
    expect(errors(pane.store)).toEqual(ALL.slice(2));
    await pane.work.undo();
    expect(errors(pane.store)).toEqual(["II.06a D13", ...ALL.slice(2)]);
    await pane.work.undo();
    expect(await held(pane.workbook, "D12")).toEqual(textValue("0"));
    expect(pane.store.get().undoable).toEqual([]);
    expect(pane.store.get().notice?.phrases[0]?.vi).toBe("Đã hoàn tác 1 ô (D12).");
    pane.stop();
  });

  it("leaves a cell alone that someone changed since, and says so", async () => {
    const pane = await checkedPane({ undoes: false });
    await mend(pane);
    const edit: Edit = { sheet: "II.06a", at: at("D12"), from: numberValue(14), to: numberValue(15) };
    await pane.workbook.apply([edit]);
    await pane.work.undo();
    expect(await held(pane.workbook, "D12")).toEqual(numberValue(15));
    expect(pane.store.get().notice).toMatchObject({ tone: "warning", shown: true });
    pane.stop();
  });
});

it("shows what it found even where marking is refused, and says why", async () => {
  const workbook = new MemoryWorkbook([phuMySheet()]);
  const trouble = { what: { vi: "Trang tính đang được bảo vệ.", en: "Protected." }, remedy: { vi: "Bỏ bảo vệ.", en: "Unprotect." } };
  jest.spyOn(workbook, "mark").mockRejectedValueOnce(new TroubleError(trouble));
  const store = new SessionStore();
  await new PaneWork(new TestHost(workbook), store).check();
  expect(errors(store)).toEqual(["II.06a D12", "II.06a D13"]);
  expect(store.get()).toMatchObject({ trouble, marked: false, listed: true });
});
