import type { Suggestion } from "../checks/Check";
import type { Finding } from "../findings/Finding";
import type { Edit } from "../sheet/WorkbookPort";

/** Counts show their thousands apart, in whatever way the user's Excel does; other figures the decimals they have. */
const formatFor = ({ number }: { readonly number: number }): string => (Number.isInteger(number) ? "#,##0" : "0.######");

/** The edits of a suggestion, to be applied together. Text that becomes a number takes a number's format, or Excel would keep it as text. */
export function editsOf({ sheet }: Pick<Finding, "sheet">, { changes }: Suggestion): readonly Edit[] {
  return changes.map((change) =>
    change.from.kind === "text" && change.to.kind === "number" ? { sheet, ...change, style: { numberFormat: formatFor(change.to) } } : { sheet, ...change },
  );
}
