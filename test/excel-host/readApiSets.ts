import { readFileSync } from "node:fs";

/** In which version of ExcelApi each type and member came, as a number ("1.15" is 15): "Excel.Range" or "Excel.Range.dataValidation". What is not documented is absent. */
export type ApiSets = ReadonlyMap<string, number>;

const SET = /\[Api set: ExcelApi 1\.(\d+)\]/;

/**
 * The requirement sets that Microsoft documents beside each type and member, read out of the type declarations in node_modules
 * (@types/office-js, from which the reference on Microsoft Learn is made). Of overloads the earliest counts.
 */
export function readApiSets(file: string): ApiSets {
  const sets = new Map<string, number>();
  let isExcel = false;
  let open: string | undefined;
  let documented: number | undefined;
  const add = (name: string): void => {
    if (documented !== undefined) sets.set(name, Math.min(sets.get(name) ?? Infinity, documented));
    documented = undefined;
  };
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    if (line.startsWith("declare namespace ")) isExcel = line.startsWith("declare namespace Excel ");
    if (!isExcel) continue;
    const type = /^ {4}class (\w+) /.exec(line)?.[1];
    const member = open === undefined ? undefined : /^ {8}(?:readonly )?(\w+)[?(:]/.exec(line)?.[1];
    if (line.trim() === "/**") documented = undefined;
    else if (SET.test(line)) documented = Number(SET.exec(line)![1]);
    else if (type !== undefined) add((open = `Excel.${type}`));
    else if (/^ {4}\}/.test(line)) open = undefined;
    else if (member !== undefined) add(`${open}.${member}`);
  }
  return sets;
}

/** A member as it goes over the wire ("DataValidation") as it is documented ("dataValidation"). */
export const documentedName = (member: string): string => member.charAt(0).toLowerCase() + member.slice(1);
