import { Field, Select } from "@fluentui/react-components";
import { formName } from "../../core/form/Form";
import { a1Range } from "../../core/sheet/Address";
import type { Table } from "../../core/figures/Table";

/** The table to begin with: the first on the sheet the user is at, else the first of all. */
export function tableInView(tables: readonly Table[], sheet: string | undefined): number {
  return Math.max(0, tables.findIndex((table) => table.sheet === sheet));
}

interface TableChoiceProps {
  readonly label: string;
  readonly tables: readonly Table[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** Chooses one of several tables; shows nothing where there is no choice. */
export function TableChoice({ label, tables, chosen, onChoose }: TableChoiceProps) {
  if (tables.length < 2) return null;
  const isOfSeveral = new Set(tables.map(({ layout }) => layout)).size > 1;
  return (
    <Field label={label}>
      <Select value={String(chosen)} onChange={(_, { value }) => onChoose(Number(value))}>
        {tables.map(({ sheet, range, form, layout }, index) => (
          <option key={index} value={String(index)}>
            {`${sheet} (${a1Range(range)})${isOfSeveral ? ` · ${layout.caption ?? formName(form)}` : ""}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
