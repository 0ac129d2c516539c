import { planSheet } from "../../src/core/scaffold/scaffold";
import { reportingPeriod } from "../../src/core/table/Period";
import { printPlan } from "./printPlan";
import { visitsForm } from "./visitsForm";

const period = reportingPeriod("quarter-1", 2024);

describe("a scaffolded sheet", () => {
  it("is laid out as the form says", () => {
    const plan = planSheet(visitsForm, { fields: ["Hộ tịch", "Đất đai"], unit: "UBND xã Phú Sơn", period });
    expect(printPlan(plan)).toMatchSnapshot();
  });
});
