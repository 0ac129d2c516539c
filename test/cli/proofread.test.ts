import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kstt-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kstt(...words: readonly string[]) {
  let out = "";
  let error = "";
  const status = await main(words, { out: (text) => (out += `${text}\n`), error: (text) => (error += `${text}\n`), language: "vi" });
  return { status, out, error };
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const WRONG = "Đã tiếp nhận 1.320/5.227 hồ sơ, đạt 25,01%.";

describe("kstt proofread", () => {
  it("tells what it read and what differs, as programs read it", async () => {
    const { status, out } = await kstt("proofread", file("wrong.txt", WRONG), "--json");
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({
      file: join(folder, "wrong.txt"),
      figures: { seen: 2, read: 2, unread: [] },
      claims: [{ kind: "ratio", at: [13, 41], quote: "1.320/5.227 hồ sơ, đạt 25,01", verdict: "differs" }],
      findings: [
        {
          severity: "error",
          at: [36, 41],
          quote: "25,01",
          stated: "25,01",
          expected: "25,25",
          other: { at: [13, 24], quote: "1.320/5.227" },
          message: "Tỷ lệ ghi 25,01%, không khớp với số liệu: 1.320/5.227 = 25,25%.",
          suggestion: "Nếu các số còn lại đúng, sửa “25,01” thành “25,25”.",
        },
      ],
    });
  });

  it("tells people the line, the words and what to do", async () => {
    const { out } = await kstt("proofread", file("wrong.md", `\n\n${WRONG}`));
    expect(out).toContain("đọc 2/2 số; 1 điều đối chiếu được, 0 khớp, 1 lệch");
    expect(out).toContain("LỖI dòng 3  “25,01”");
    expect(out).toContain("→ Nếu các số còn lại đúng, sửa “25,01” thành “25,25”.");
  });

  it("finds nothing in a report that is right", async () => {
    const { status, out } = await kstt("proofread", file("right.txt", "Đã tiếp nhận 1.320/5.227 hồ sơ, đạt 25,25%."), "--json");
    expect([status, JSON.parse(out)]).toMatchObject([0, { findings: [] }]);
  });

  it("reads web pages without what no reader sees", async () => {
    const page = `<html><head><style>p { width: 50% }</style></head><body><p>Đã tiếp nhận <b>1.320</b>/5.227&nbsp;hồ sơ,<br>đạt 25,01%.</p><script>var a = "3/4 hồ sơ, đạt 10%"</script></body></html>`;
    const { out } = await kstt("proofread", file("page.html", page), "--json");
    expect(JSON.parse(out)).toMatchObject({ figures: { seen: 2 }, findings: [{ stated: "25,01", expected: "25,25" }] });
  });

  it("goes on after a report that it cannot read", async () => {
    const { status, out, error } = await kstt("proofread", join(folder, "none.txt"), file("right.txt", "Đã tiếp nhận 96 hồ sơ."), "--json");
    expect(status).toBe(2);
    expect(error).toContain("none.txt");
    expect(JSON.parse(out)).toMatchObject([{ unreadable: expect.stringContaining("none.txt") as string }, { figures: { seen: 1 } }]);
  });
});
