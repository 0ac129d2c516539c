import { matchLines } from "../../src/core/form/alignColumns";
import { nq022024 } from "../../src/forms/nq-02-2024";
import { danhGiaMau02 } from "../../src/forms/danh-gia-mau-02";
import type { Line, TableForm } from "../../src/core/form/Form";

const linesOf = ({ rows }: TableForm): readonly Line[] => ("lines" in rows ? rows.lines : []);
const TARGETS = linesOf(nq022024.tables[0]);
const printed = TARGETS.map(({ ordinal = "", label }) => ({ ordinal, label }));
const keys = (rows: readonly { readonly ordinal: string; readonly label: string }[], lines = TARGETS) => matchLines(rows, lines).map((line) => line?.key);

describe("the lines that a form gives", () => {
  it("are found as printed", () => expect(keys(printed)).toEqual(TARGETS.map(({ key }) => key)));

  it("are found without full stops, in capitals, and with a slip of the pen", () => {
    const written = printed.map(({ ordinal, label }) => ({ ordinal: `${ordinal}.`, label: label.replace(/\.$/, "").toLocaleUpperCase("vi").replace("TRỰC TUYẾN", "TRỰC TUYỂN") }));
    expect(keys(written)).toEqual(TARGETS.map(({ key }) => key));
  });

  it("leave other rows alone", () => {
    const rows = [{ ordinal: "A", label: "Chỉ tiêu của Trung ương" }, ...printed.slice(0, 3), { ordinal: "", label: "thanh toán của dịch vụ công" }, ...printed.slice(3), { ordinal: "", label: "Tổng cộng" }];
    expect(keys(rows)).toEqual([undefined, "regulations", "regulationRate", "service", undefined, ...TARGETS.slice(3).map(({ key }) => key), undefined]);
  });

  it("may lack some", () => {
    const rows = printed.filter((_, index) => index % 3 !== 1);
    expect(keys(rows)).toEqual(TARGETS.filter((_, index) => index % 3 !== 1).map(({ key }) => key));
  });

  it("are known by their words where they were moved", () => {
    const rows = [...printed.slice(5), ...printed.slice(0, 5)];
    expect(keys(rows)).toEqual([...TARGETS.slice(5), ...TARGETS.slice(0, 5)].map(({ key }) => key));
  });

  it("without a name are the first row", () => expect(keys([{ ordinal: "", label: "" }], linesOf(danhGiaMau02.tables[1]!))).toEqual(["share"]));
});
