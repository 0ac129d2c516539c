import fc from "fast-check";
import { SILENT } from "../../src/core/sheet/WorkbookPort";
import { audit } from "../../src/core/audit";
import { besides, type Table } from "../../src/core/figures/Table";
import { LIBRARY } from "../../src/library";
import { a1 } from "../../src/core/sheet/Address";
import { quarterSheet, type Fields } from "../fixtures/quarterSheet";
import { tableIn, type Leaves } from "../fixtures/report";

const LABELS = ["Chứng thực", "Hộ tịch", "Đất đai", "Bảo trợ xã hội", "Tư pháp", "Xây dựng"];

/** What comes in of a field in two quarters, and how much of it is resolved, in eighths: early, on time, late; the rest is pending, some of it late. */
interface Flow {
  readonly received: readonly (readonly [online: number, inPerson: number])[];
  readonly opening: number;
  readonly resolved: readonly (readonly [early: number, onTime: number, late: number, pendingLate: number])[];
}

const eighths = fc.tuple(fc.nat(5), fc.nat(1), fc.nat(1), fc.nat(8));
const flow: fc.Arbitrary<Flow> = fc.record({
  received: fc.array(fc.tuple(fc.nat(900), fc.nat(300)), { minLength: 2, maxLength: 2 }),
  opening: fc.nat(50),
  resolved: fc.array(eighths, { minLength: 2, maxLength: 2 }),
});

/** Two reports of which the second takes over what the first left. */
function consecutive(flows: readonly Flow[]): readonly [first: Fields, second: Fields] {
  const quarter = ({ received, resolved }: Flow, index: number, opening: number): Leaves => {
    const [online, inPerson] = received[index]!;
    const all = online + inPerson + opening;
    const [early, onTime, late] = resolved[index]!.map((share) => Math.floor((all * share) / 8)) as [number, number, number];
    const pending = all - early - onTime - late;
    const pendingLate = Math.floor((pending * resolved[index]![3]) / 8);
    return [online, inPerson, opening, early, onTime, late, pending - pendingLate, pendingLate];
  };
  const first = flows.map((each, index): Fields[number] => [LABELS[index]!, quarter(each, 0, each.opening)]);
  const second = flows.map((each, index): Fields[number] => [LABELS[index]!, quarter(each, 1, first[index]![1][6] + first[index]![1][7])]);
  return [first, second];
}

const flows = fc.array(flow, { minLength: 2, maxLength: LABELS.length });

/** The cells of what is found in a second quarter that is held against a workbook with the first. */
async function found(first: Fields, second: Fields): Promise<readonly string[]> {
  const former: readonly Table[] = besides([tableIn(quarterSheet("first", first))], "quy-1.xlsx");
  const { tables } = await audit([quarterSheet("second", second)], LIBRARY, { progress: SILENT, former });
  return tables.flatMap(({ findings }) => findings.map(({ cells }) => a1(cells[0])));
}

it("of two reports that follow on one another nothing is told", async () => {
  await fc.assert(
    fc.asyncProperty(flows, async (each) => {
      expect(await found(...consecutive(each))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

it("one figure carried over otherwise, in a report that adds up, is told of its cell", async () => {
  await fc.assert(
    fc.asyncProperty(flows, fc.nat(5), fc.integer({ min: 1, max: 40 }), async (each, which, more) => {
      const [first, second] = consecutive(each);
      const index = which % second.length;
      const planted = second.map(([label, leaves], at): Fields[number] => [label, at === index ? (leaves.with(2, leaves[2] + more).with(3, leaves[3] + more) as unknown as Leaves) : leaves]);
      expect(await found(first, planted)).toEqual([`F${7 + index}`]);
    }),
    { numRuns: 40 },
  );
});
