import { readFileSync } from "node:fs";
import { Desk } from "../../src/demo/Desk";

const sample = new Uint8Array(readFileSync(`${__dirname}/../../assets/samples/phu-my.xlsx`));

/** A file whose bytes are read when that is allowed. */
function slowFile(name: string): { readonly file: File; readonly arrive: () => void } {
  let arrive!: () => void;
  const bytes = new Promise<ArrayBuffer>((resolve) => (arrive = () => resolve(sample.slice().buffer)));
  return { file: { name, arrayBuffer: () => bytes } as unknown as File, arrive };
}

const quickFile = (name: string): File => ({ name, arrayBuffer: async () => sample.slice().buffer }) as unknown as File;

beforeEach(() => void jest.useFakeTimers({ doNotFake: ["nextTick", "queueMicrotask", "setImmediate", "performance"] }));
afterEach(() => void jest.useRealTimers());

describe("opening a file on the demo page", () => {
  it("is told of after a second, until it is open", async () => {
    const desk = new Desk();
    const { file, arrive } = slowFile("dài.xlsx");
    const opened = desk.openFile(file);
    jest.advanceTimersByTime(999);
    expect(desk.get().opening).toBeUndefined();
    jest.advanceTimersByTime(1);
    expect(desk.get().opening).toBe("dài.xlsx");
    arrive();
    await opened;
    expect(desk.get()).toMatchObject({ opening: undefined, trouble: undefined, stopped: false });
    expect(desk.get().open!.workbook.get().name).toBe("dài.xlsx");
  });

  it("is not told of where it takes less", async () => {
    const desk = new Desk();
    await desk.openFile(quickFile("a.xlsx"));
    jest.advanceTimersByTime(5_000);
    expect(desk.get().opening).toBeUndefined();
  });

  it("ends when told to stop, and what is open stays open", async () => {
    const desk = new Desk();
    await desk.openFile(quickFile("a.xlsx"));
    const { file, arrive } = slowFile("dài.xlsx");
    const opened = desk.openFile(file);
    jest.advanceTimersByTime(1_000);
    desk.stopOpening();
    arrive();
    await opened;
    expect(desk.get()).toMatchObject({ opening: undefined, trouble: undefined, stopped: true });
    expect(desk.get().open!.workbook.get().name).toBe("a.xlsx");
    await desk.openFile(quickFile("b.xlsx"));
    expect(desk.get().open!.workbook.get().name).toBe("b.xlsx");
    expect(desk.get().stopped).toBe(false);
  });

  it("gives way to the file chosen later", async () => {
    const desk = new Desk();
    const { file, arrive } = slowFile("dài.xlsx");
    const first = desk.openFile(file);
    await desk.openFile(quickFile("b.xlsx"));
    arrive();
    await first;
    expect(desk.get()).toMatchObject({ opening: undefined, trouble: undefined, stopped: false });
    expect(desk.get().open!.workbook.get().name).toBe("b.xlsx");
  });
});
