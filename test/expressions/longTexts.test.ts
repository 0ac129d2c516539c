import { HARD_TEXTS, READERS } from "../../bench/longTextReaders";
import { growsTooFast, timeOf } from "./growth";

describe("whoever reads texts takes time by their length only", () => {
  it.each(READERS.flatMap((reader) => HARD_TEXTS.map((text) => [reader.name, text.name, reader, text] as const)))("%s: %s", async (_, __, { read, longest }, { of }) => {
    const cost = (length: number): Promise<number> => {
      const text = of(length);
      return timeOf(() => read(text));
    };
    expect(await growsTooFast(cost, longest)).toBe(false);
  });

  it("is seen where it is not so", async () => {
    const slow = (text: string): void => {
      let sum = 0;
      for (let at = 0; at < text.length; at++) for (let other = 0; other < at; other++) sum += text.charCodeAt(other);
      if (sum < 0) throw new Error("no text");
    };
    const text = "a".repeat(24_000);
    expect(await growsTooFast((length) => timeOf(() => slow(text.slice(0, length))), text.length)).toBe(true);
  });
});
