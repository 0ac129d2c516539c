import { bindingIn, fieldsOf, wholeOf } from "../../src/core/quantities/QuantityFigure";
import type { Table } from "../../src/core/figures/Table";
import { ii06a } from "../../src/forms/ii-06a";
import { VOCABULARY } from "../../src/vocabulary/vocabulary";
import { PHU_MY, PHU_SON } from "../narrative/reports";
import { settlementTable } from "../narrative/settlementTable";

const phuSon = settlementTable(PHU_SON);
const whole = (id: string, ...tables: readonly Table[]) => wholeOf(id, tables, VOCABULARY);

describe("a quantity of the whole", () => {
  it("is the total row's cell under the column that the form binds", () => {
    expect(whole("received", phuSon)).toEqual({ units: 85, cells: [{ row: 12, column: 2 }] });
  });

  it("is its parts added up where the form has only those", () => {
    expect(whole("notLate", phuSon)).toEqual({ units: 82, cells: [{ row: 12, column: 7 }, { row: 12, column: 8 }] });
    expect(bindingIn("receivedInPeriod", phuSon, VOCABULARY)?.columns).toEqual(["online", "inPerson"]);
  });

  it("is unknown where no form binds it, nor all parts of any split", () => {
    expect(whole("withdrawn", phuSon)).toEqual({ units: undefined, cells: [] });
    expect(whole("ballots", phuSon)).toEqual({ units: undefined, cells: [] });
    const partly: Table = { ...phuSon, form: { ...ii06a, quantities: [{ quantity: "early", columns: ["early"] }] } };
    expect(whole("notLate", partly).units).toBeUndefined();
  });

  it("comes from the first table that has it", () => {
    const bare: Table = { ...phuSon, form: { ...ii06a, quantities: [] } };
    expect(whole("received", bare, settlementTable(PHU_MY), phuSon).units).toBe(1652);
  });

  it("stands in the line that the form binds", () => {
    const lines: Table = {
      ...phuSon,
      form: { ...ii06a, quantities: [{ quantity: "received", columns: ["received"], row: "second" }] },
      rows: phuSon.rows.map((row, index) => (index === 1 ? { ...row, key: "second" } : row)),
    };
    expect(whole("received", lines)).toEqual({ units: 31, cells: [{ row: 10, column: 2 }] });
    expect(fieldsOf("received", [lines], VOCABULARY)).toEqual([]);
  });

  it("stands in the foot where the form binds that", () => {
    const foot: Table = { ...phuSon, form: { ...ii06a, quantities: [{ quantity: "received", columns: ["received"], row: "total" }] } };
    expect(whole("received", foot)).toEqual({ units: 85, cells: [{ row: 12, column: 2 }] });
  });

  it("is none of another table of the form", () => {
    const other: Table = { ...phuSon, layout: { ...phuSon.layout, key: "other" } };
    expect(whole("received", other).units).toBeUndefined();
  });
});

it("fields of a quantity of several columns are told with all their cells", () => {
  expect(fieldsOf("notLate", [phuSon], VOCABULARY).map(({ name, units, cells }) => [name, units, cells.length])).toEqual([
    ["lĩnh vực Hộ tịch", 52, 2],
    ["lĩnh vực Chứng thực", 30, 2],
  ]);
});
