import { a1Range, columnLetters } from "../sheet/Address";
import type { TableAsRead } from "../table/TableAsRead";
import { both, type Language, type Official, type Phrase } from "../words/Phrase";
import { formName, isGroup, type ColumnNode, type Form } from "./Form";
import { markOfSheet, marksIn } from "./Mark";
import type { Candidate, Recognition } from "./recognise";

type Question = Extract<Recognition, { readonly kind: "question" }>;

/** More are not listed: who sees so many looks at the header anyway. */
const MOST_LISTED = 4;

/** The columns of a form by name, as they are told from each other: "Số lượng hồ sơ tiếp nhận – Từ kỳ trước". */
function columnNames(nodes: readonly ColumnNode[], above: readonly Official[] = []): readonly Official[] {
  return nodes.flatMap((node) => (isGroup(node) ? columnNames(node.children, [...above, node.header]) : [[...above, node.header].join(" – ")]));
}

const listed = (names: readonly string[]): string => names.slice(0, MOST_LISTED).join("; ") + (names.length > MOST_LISTED ? "; …" : "");

/** What a table has less and more than the form: "thiếu “…”; ngoài mẫu: cột F “…”". */
function sayDifferences(table: TableAsRead, { missing, foreign, table: key }: Candidate, form: Form, language: Language): string {
  const names = columnNames(form.tables.find((each) => each.key === key)!.columns);
  const lacking = listed(missing.map((column) => `“${names[column]!}”`));
  const others = listed(foreign.map((at) => `${columnLetters(at)} “${table.columns.find((each) => each.at === at)!.path.at(-1)!.text.replace(/\s+/g, " ")}”`));
  const [less, more] = language === "vi" ? ["thiếu", "ngoài mẫu: cột"] : ["missing:", "not in the form:"];
  return [lacking && `${less} ${lacking}`, others && `${more} ${others}`].filter((each) => each !== "").join("; ");
}

/** The form named, and which of its tables where it has several. */
function nameOf({ form: id, table: key }: Candidate, forms: readonly Form[]): Official {
  const form = forms.find((each) => each.id === id)!;
  const caption = form.tables.length > 1 ? form.tables.find((each) => each.key === key)?.caption : undefined;
  return caption ? `${formName(form)}, ${caption}` : formName(form);
}

/** What made the sheet's own mark: a caption, or the sheet's name. */
function markText({ above, sheet }: TableAsRead): string {
  const caption = above.find(({ text }) => marksIn(text).length > 0)?.text ?? (markOfSheet(sheet).length > 0 ? sheet : "");
  return caption.split("\n")[0]!.trim();
}

/** Why a table was not taken for one of the forms it is like, in words. `forms` are those of the candidates, loaded. */
export function sayDoubt(table: TableAsRead, { doubt, candidates }: Question, forms: readonly Form[]): Phrase {
  const [first, second] = candidates;
  const at = a1Range(table.range);
  const name = nameOf(first!, forms);
  switch (doubt) {
    case "mark":
      return {
        vi: `Bảng ở ${at} có các cột của ${name}, nhưng trang tính ghi “${markText(table)}” nên không kiểm tra. Đây là biểu nào?`,
        en: `The table at ${at} has the columns of ${name}, but the sheet says “${markText(table)}”, so it was not checked. Which form is it?`,
      };
    case "columns": {
      const differences = both((language) => sayDifferences(table, first!, forms.find(({ id }) => id === first!.form)!, language));
      return {
        vi: `Có bảng gần giống ${name} nhưng số cột hoặc tên cột khác mẫu (${differences.vi}) nên không kiểm tra. Hãy đối chiếu phần đầu bảng với mẫu.`,
        en: `A table resembles ${name}, but its columns differ from the form (${differences.en}), so it was not checked. Compare its header with the form.`,
      };
    }
    case "close":
      return {
        vi: `Bảng ở ${at} giống cả ${name} và ${nameOf(second!, forms)} nên không kiểm tra. Đây là biểu nào?`,
        en: `The table at ${at} is like ${name} and like ${nameOf(second!, forms)}, so it was not checked. Which form is it?`,
      };
    case "little":
      return {
        vi: `Bảng ở ${at} có thể là ${name}, nhưng tên biểu, tiêu đề và các dòng chưa đủ rõ nên không kiểm tra. Đây là biểu nào?`,
        en: `The table at ${at} may be ${name}, but its mark, title and lines do not say so clearly, so it was not checked. Which form is it?`,
      };
  }
}
