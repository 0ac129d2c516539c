import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { reportingPeriod } from "../../src/core/words/Period";
import { ii06a } from "../../src/forms/ii-06a";
import { PaneWork } from "../../src/taskpane/session/PaneWork";
import { SessionStore } from "../../src/taskpane/session/session";
import { phuMy } from "../taskpane/phuMy";
import { TestHost } from "../taskpane/TestHost";

/** The pane over Phú Mỹ, checked; from now on whatever it begins is told to stop as soon as it has begun. */
async function hurried() {
  const workbook = phuMy({ C12: "" });
  const store = new SessionStore();
  const work = new PaneWork(new TestHost(workbook), store);
  await work.check();
  store.subscribe(() => {
    if (store.get().working) work.stop();
  });
  return { workbook, store, work, table: store.get().checked!.audit.tables[0]!.table };
}

/** The same; told to stop once the workbook is being written. */
async function late() {
  const workbook = phuMy({ C12: "" });
  const store = new SessionStore();
  const work = new PaneWork(new TestHost(workbook, false), store);
  await work.check();
  const write = workbook.apply.bind(workbook);
  const add = workbook.addSheet.bind(workbook);
  workbook.apply = async (edits) => write(edits).finally(() => work.stop());
  workbook.addSheet = async (plan) => add(plan).finally(() => work.stop());
  return { workbook, store, work };
}

describe("told to stop once the writing has begun", () => {
  it("computing says that it was completed, and that the list is from before", async () => {
    const { workbook, store, work } = await late();
    const { checked } = store.get();
    await work.compute(checked!.audit.tables[0]!.table, { convertEqual: true });
    expect(workbook.steps).toHaveLength(1);
    const { checked: after, notice, working } = store.get();
    expect(after).toBe(checked);
    expect(working).toBeUndefined();
    expect(notice).toMatchObject({ tone: "warning", shown: true });
    expect(notice!.phrases.at(-1)!.vi).toMatch(/đã được làm cho xong\. Danh sách đang hiện là của lần kiểm tra trước/);
  });

  it("applying and undoing say so beside what they did", async () => {
    const { store, work } = await late();
    const finding = store.get().checked!.audit.tables[0]!.findings.find(({ suggestions }) => suggestions.length > 0)!;
    await work.apply(finding, finding.suggestions[0]!);
    expect(store.get().notice!.phrases.map(({ en }) => en)).toEqual([expect.stringMatching(/^Mended: /), expect.stringMatching(/it was completed\. The list shown is from the check before/)]);
    await work.undo();
    expect(store.get().notice!.phrases.map(({ en }) => en)).toEqual([expect.stringMatching(/^Undone: /), expect.stringMatching(/it was completed/)]);
  });

  it("making a form keeps the sheet and says so", async () => {
    const { workbook, store, work } = await late();
    await work.maker.makeForm(ii06a, { fields: ["Đất đai"], period: reportingPeriod("quarter-1", 2024) });
    expect(workbook.plans.size).toBe(1);
    expect(store.get().notice!.phrases).toHaveLength(2);
  });

  it("the next check is of what was written", async () => {
    const { store, work, workbook } = await late();
    const finding = store.get().checked!.audit.tables[0]!.findings.find(({ suggestions }) => suggestions.length > 0)!;
    await work.apply(finding, finding.suggestions[0]!);
    await work.check();
    expect(store.get().checked!.sheets).toEqual(await workbook.read(SILENT));
  });
});

describe("told to stop", () => {
  it("computing writes nothing", async () => {
    const { workbook, store, work, table } = await hurried();
    await work.compute(table, { convertEqual: true });
    expect(workbook.steps).toEqual([]);
    expect(store.get()).toMatchObject({ working: undefined, trouble: undefined });
  });

  it("making a form adds no sheet", async () => {
    const { workbook, store, work } = await hurried();
    await work.maker.makeForm(ii06a, { fields: ["Đất đai"], period: reportingPeriod("quarter-1", 2024) });
    expect(workbook.plans.size).toBe(0);
    expect(store.get()).toMatchObject({ working: undefined, trouble: undefined });
  });
});
