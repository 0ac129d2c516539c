import { a1, type Position } from "../sheet/Address";
import { fold } from "../sheet/fold";
import { STEP } from "../steps";
import type { TableRow } from "../figures/Table";
import { PAUSE, type CheckKind } from "./Check";

/** No two lines of one section bear the same name. Provincial systems print such pairs for two codes of one field, so it is only told. */
export const uniqueness: CheckKind = {
  role: "told",
  severity: "info",
  title: { vi: "Tên lĩnh vực không trùng nhau trong một mục", en: "No field is named twice in one section" },
  *judge(table) {
    const named = new Map<string, TableRow[]>();
    for (const [index, row] of table.rows.entries()) {
      if (index % STEP === 0) yield PAUSE;
      if (row.kind !== "line" || row.label === "") continue;
      const key = `${row.section}|${fold(row.label)}`;
      const same = named.get(key);
      if (same) same.push(row);
      else named.set(key, [row]);
    }
    let times = 0;
    for (const rows of named.values()) {
      if (rows.length === 1) {
        times++;
        continue;
      }
      const cells = rows.map(({ labelAt }) => labelAt) as [Position, ...Position[]];
      const where = cells.map(a1).join(", ");
      yield {
        kind: "fail",
        cells,
        phrase: {
          vi: `“${rows[0]!.label}” có ${rows.length} dòng (${where}). Nếu là một lĩnh vực thì nên gộp; nếu là hai lĩnh vực trùng tên thì giữ nguyên.`,
          en: `“${rows[0]!.label}” stands on ${rows.length} rows (${where}). Merge them if they are one field; keep them if two fields share the name.`,
        },
      };
    }
    if (times > 0) yield { kind: "pass", times };
  },
};
