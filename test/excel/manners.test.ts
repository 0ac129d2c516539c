import { a1 } from "../../src/core/sheet/Address";
import { ExcelHost as ExcelPaneHost } from "../../src/excel/ExcelHost";
import { PaneWork } from "../../src/taskpane/session/PaneWork";
import { SessionStore, findingsOf } from "../../src/taskpane/session/session";
import { excelWith } from "../excel-host/excelWith";
import { openInNode } from "../excel-host/openInNode";
import { namedSheet } from "../fixtures/workbookOf";

/** Longer than the pane waits for typing to end, and works then. */
const afterTyping = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 900));

/** Waits until it is as wanted; fails telling what it is instead. */
async function eventually(look: () => unknown, wanted: unknown): Promise<void> {
  for (let attempt = 0; attempt < 200 && JSON.stringify(look()) !== JSON.stringify(wanted); attempt++) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(look()).toEqual(wanted);
}

beforeAll(() => Object.assign(globalThis, { window: new EventTarget() }));
afterAll(() => Reflect.deleteProperty(globalThis, "window"));

/** The pane's work on Phú Mỹ's report over Microsoft's client library; what it holds is given up after `use`. */
async function atWork(use: (pane: { readonly host: ReturnType<typeof excelWith>; readonly work: PaneWork; readonly store: SessionStore }) => Promise<void>): Promise<void> {
  const host = excelWith([namedSheet("phu-my")]);
  const page = await openInNode(host);
  const uninstall = page.install();
  const store = new SessionStore();
  const work = new PaneWork(new ExcelPaneHost(), store);
  const stop = work.follow();
  await afterTyping();
  try {
    await use({ host, work, store });
    expect(store.get().trouble).toBeUndefined();
  } finally {
    stop();
    await afterTyping();
    uninstall();
    page.close();
  }
}

const wrong = (store: SessionStore): readonly string[] => findingsOf(store.get()).map(({ severity, cells }) => `${severity} ${a1(cells[0])}`);

describe("the pane's manners over Microsoft's client library", () => {
  it("with marks off a check, a re-check and a selection send Excel not one action that writes", async () => {
    await atWork(async ({ host, work, store }) => {
      await work.setMarking(false);
      await work.check();
      expect(wrong(store)).toEqual(["error D12", "error D13", "info C9"]);
      host.edit("II.06a!D12", 14);
      await eventually(() => wrong(store), ["error D13", "info C9"]);
      await work.choose(findingsOf(store.get())[0]!);
      expect(host.selected).toBe("II.06a!D13");
      host.selectRange("II.06a!C9");
      await afterTyping();
      host.assertNoWrites();
      expect([host.undoSteps, host.undo()]).toEqual([1, true]);
      await eventually(() => wrong(store), ["error D12", "error D13", "info C9"]);
      host.assertNoWrites();
    });
  });

  it("with marks on a check only reads, and the marks go in one batch after it", async () => {
    await atWork(async ({ host, work }) => {
      const since = host.batches.length;
      await work.check();
      const batches = host.batches.slice(since).filter(({ kind }) => kind === "addin");
      expect(batches.map(({ writes }) => writes.length > 0)).toEqual([false, false, true]);
      expect(batches.at(-1)!.writes.every((write) => /ConditionalFormat|ConditionalRange/.test(write))).toBe(true);
    });
  });

  it("marks that stand when marks are switched off stay as they are until they are lifted", async () => {
    await atWork(async ({ host, work, store }) => {
      await work.check();
      await work.setMarking(false);
      const before = host.toJSON().sheets[0]!.conditionalFormats;
      const since = host.batches.length;
      host.edit("II.06a!D12", 14);
      await eventually(() => wrong(store), ["error D13", "info C9"]);
      await work.check();
      expect(wrong(store)).toEqual(["error D13", "info C9"]);
      host.assertNoWrites(since);
      expect(host.toJSON().sheets[0]!.conditionalFormats).toEqual(before);
      await work.clearMarks();
      expect(host.toJSON().sheets[0]!.conditionalFormats).toBeUndefined();
    });
  });
});
