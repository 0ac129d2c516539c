import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";

const folder = mkdtempSync(join(tmpdir(), "kstt-convert-"));
const sample = (id: string): string => join(__dirname, `../../assets/samples/forms/${id}.xlsx`);

async function kstt(...words: readonly string[]) {
  const [out, errors]: [string[], string[]] = [[], []];
  const status = await main(words, { out: (text) => out.push(text), error: (text) => errors.push(text), language: "vi" });
  return { status, out, errors };
}

describe("kstt convert", () => {
  it("adds the form to a copy, checks as that form, and says what is left blank", async () => {
    const to = join(folder, "out.xlsx");
    const { status, out } = await kstt("convert", sample("ha-noi-theo-don-vi"), "--to", "ii-06a", "-o", to);
    expect([status, out[0]]).toEqual([0, expect.stringMatching(/đã chuyển thành trang “II\.06a”\.$/)]);
    expect(out.slice(1).map((line) => /Cột \(\d+\)/.exec(line)?.[0])).toEqual(["Cột (6)", "Cột (8)", "Cột (9)"]);
    const { out: checked } = await kstt("check", to, "--json");
    const { tables } = JSON.parse(checked.join("\n")) as { tables: readonly { form: string }[] };
    expect(tables.map(({ form }) => form)).toEqual(["ha-noi-theo-don-vi", "ii-06a"]);
  });

  it("says which tables it cannot use, and how it is called", async () => {
    const no = await kstt("convert", sample("lien-thong"), "--to", "ii-06a", "-o", join(folder, "no.xlsx"));
    expect([no.status, no.errors.join()]).toEqual([2, expect.stringMatching(/Không có bảng nào chuyển được thành Biểu số II\.06a/)]);
    expect((await kstt("convert", sample("lien-thong"), "-o", join(folder, "no.xlsx"))).errors.join()).toMatch(/--to/);
  });
});
