import { a1 } from "../../src/core/sheet/Address";
import { parseKept, NOTHING_KEPT, serialiseKept, withAnswer } from "../../src/core/justifications/Kept";
import { TroubleError } from "../../src/core/Trouble";
import { PaneWork } from "../../src/taskpane/session/PaneWork";
import { findingsOf, SessionStore } from "../../src/taskpane/session/session";
import type { MemoryWorkbook } from "../fakes/MemoryWorkbook";
import { at, phuMy } from "./phuMy";
import { TestHost } from "./TestHost";

function open(workbook: MemoryWorkbook) {
  const store = new SessionStore();
  return { workbook, store, work: new PaneWork(new TestHost(workbook), store) };
}

const openCells = (store: SessionStore): readonly string[] => findingsOf(store.get()).map(({ cells }) => a1(cells[0]));
const findingAt = (store: SessionStore, cell: string) => findingsOf(store.get()).find(({ cells }) => a1(cells[0]) === cell)!;

/** A gap of one file, which asks how many were withdrawn. */
const GAP = { C14: "3", D14: "1", C16: "1653", D16: "1641" };

const UNWRITABLE = new TroubleError({ what: { vi: "Chỉ đọc.", en: "Read-only." }, remedy: { vi: "Lưu bản sao.", en: "Save a copy." } });

/** A workbook that takes nothing until `free` is called. */
function lockedWorkbook(workbook: MemoryWorkbook): { readonly workbook: MemoryWorkbook; free(): void } {
  const write = workbook.writeKept.bind(workbook);
  workbook.writeKept = () => Promise.reject(UNWRITABLE);
  return { workbook, free: () => void (workbook.writeKept = write) };
}

describe("what the reporter tells", () => {
  it("confirms a finding: it is kept, listed apart, and no longer marked", async () => {
    const { work, store, workbook } = open(phuMy());
    await work.check();
    expect(await work.reporter.justify(findingAt(store, "D12"), " Đã đối chiếu. ")).toBe(true);
    expect(openCells(store)).not.toContain("D12");
    expect(store.get().checked?.justified.map(({ justification }) => justification.reason)).toEqual(["Đã đối chiếu."]);
    expect((await workbook.marks()).filter(({ kind }) => kind === "error").flatMap(({ cells }) => cells.map(a1))).not.toContain("D12");
    expect(parseKept(await workbook.readKept()).justifications[0]!.at).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(store.get().notice?.phrases[0]?.vi).toMatch(/Đã lưu giải trình/);
  });

  it("is known to the next session", async () => {
    const first = open(phuMy());
    await first.work.check();
    await first.work.reporter.justify(findingAt(first.store, "D12"), "Lý do.");
    const next = open(first.workbook);
    await next.work.check();
    expect(openCells(next.store)).not.toContain("D12");
    expect(next.store.get().notice?.phrases[0]?.vi).toMatch(/1 lỗi, .*1 điểm đã giải trình/);
    await next.work.reporter.takeBack(next.store.get().checked!.justified[0]!.justification);
    expect(openCells(next.store)).toContain("D12");
    expect(await first.workbook.readKept()).toBeUndefined();
  });

  it("is added to what somebody else wrote meanwhile", async () => {
    const { work, store, workbook } = open(phuMy());
    await work.check();
    await workbook.writeKept(serialiseKept(withAnswer(NOTHING_KEPT, "withdrawn", "II.06a|Khác", 4)));
    await work.reporter.justify(findingAt(store, "D12"), "Lý do.");
    const kept = parseKept(await workbook.readKept());
    expect([kept.justifications.length, [...kept.answers.get("withdrawn")!]]).toEqual([1, [["II.06a|Khác", 4]]]);
  });

  it("lapses when a cell changes, and replaces the old reason when told anew", async () => {
    const { work, store, workbook } = open(phuMy());
    await work.check();
    await work.reporter.justify(findingAt(store, "D12"), "Cũ.");
    await workbook.apply([{ sheet: "II.06a", at: at("D12"), from: { kind: "text", text: "0" }, to: { kind: "number", number: 1 } }]);
    await work.check();
    const finding = findingAt(store, "D12");
    expect(store.get().checked?.lapsed.get(finding.id)?.justification.reason).toBe("Cũ.");
    await work.reporter.justify(finding, "Mới.");
    expect(parseKept(await workbook.readKept()).justifications.map(({ reason }) => reason)).toEqual(["Mới."]);
  });

  it("is a trouble, and confirms nothing, where the workbook does not take it; trying again does", async () => {
    const { workbook, free } = lockedWorkbook(phuMy());
    const { work, store } = open(workbook);
    await work.check();
    expect(await work.reporter.justify(findingAt(store, "D12"), "Lý do.")).toBe(false);
    expect(store.get().trouble?.what.vi).toBe("Chỉ đọc.");
    expect(openCells(store)).toContain("D12");
    await work.check();
    expect(openCells(store)).toContain("D12");
    free();
    expect(await work.reporter.justify(findingAt(store, "D12"), "Lý do.")).toBe(true);
    expect(store.get().trouble).toBeUndefined();
  });
});

describe("an answer about withdrawn files", () => {
  it("is known to the next session, and can be taken back there", async () => {
    const first = open(phuMy(GAP));
    await first.work.check();
    const { key } = findingsOf(first.store.get()).find(({ question }) => question)!.question!;
    await first.work.reporter.answer("withdrawn", key, 1);
    const next = open(first.workbook);
    await next.work.check();
    expect(findingsOf(next.store.get()).some(({ question }) => question)).toBe(false);
    await next.work.reporter.answer("withdrawn", key, undefined);
    expect(findingsOf(next.store.get()).some(({ question }) => question)).toBe(true);
    expect(await first.workbook.readKept()).toBeUndefined();
  });

  it("counts even where it cannot be kept, says so, and is kept with the next thing that can", async () => {
    const { workbook, free } = lockedWorkbook(phuMy(GAP));
    const { work, store } = open(workbook);
    await work.check();
    const { key } = findingsOf(store.get()).find(({ question }) => question)!.question!;
    await work.reporter.answer("withdrawn", key, 1);
    const asks = (): boolean => findingsOf(store.get()).some(({ question }) => question);
    expect([asks(), store.get().trouble, store.get().notice?.phrases.map(({ vi }) => vi)]).toEqual([false, undefined, ["Chỉ đọc.", "Lưu bản sao."]]);
    await work.check();
    expect(asks()).toBe(false);
    free();
    await work.reporter.justify(findingAt(store, "D12"), "Lý do.");
    expect([...parseKept(await workbook.readKept()).answers.get("withdrawn")!.keys()]).toEqual([key]);
  });
});

it("what the workbook keeps cannot be read, and all else goes on", async () => {
  const workbook = phuMy();
  workbook.readKept = () => Promise.reject(UNWRITABLE);
  const { work, store } = open(workbook);
  await work.check();
  expect(store.get().trouble).toBeUndefined();
  expect(openCells(store)).toContain("D12");
});
