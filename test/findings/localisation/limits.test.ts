import { added, localised, named, RIGHT, spoilt } from "./typedTable";

const TOTAL = added(RIGHT);
const MANY = { "1|7": 161, "2|9": 73, "3|4": 26, "5|8": 710, "6|3": 99, "7|5": 54, "8|12": 83 };
const MENDED = ["1|7=116", "2|9=37", "3|4=260", "5|8=170", "6|3=9", "7|5=45", "8|12=38"];

describe("a search that is cut short", () => {
  it("tells the best so far, and that it is not all there is to tell", () => {
    const found = localised(spoilt(RIGHT, TOTAL, MANY), { looks: 20_000, isOver: () => true });
    expect(found.complete).toBe(false);
    expect(named(found.wholes[0]!.repairs)).toEqual(MENDED);
    expect(found.wholes[0]!.probability).toBeLessThanOrEqual(0.5);
  });

  it("tells the same every time", () => {
    const [one, other] = [0, 1].map(() => localised(spoilt(RIGHT, TOTAL, MANY), { looks: 20_000, isOver: () => true }).wholes.map(({ repairs, probability }) => [named(repairs), probability]));
    expect(one).toEqual(other);
  });

  it("finds the same as one that has all the time", () => {
    const found = localised(spoilt(RIGHT, TOTAL, MANY));
    expect(found.complete).toBe(true);
    expect(named(found.wholes[0]!.repairs)).toEqual(MENDED);
  });
});
