import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");

/** What a source file says of regular expressions. */
export interface Said {
  /** From the root: "src/core/words/decimal.ts". */
  readonly file: string;
  readonly literals: readonly { readonly line: number; readonly expression: RegExp }[];
  /** Lines, from 1, in which one is built of a text. */
  readonly built: readonly number[];
}

function saidIn(file: string): Said {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.ES2022, true);
  const lineOf = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const literals: { line: number; expression: RegExp }[] = [];
  const built: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      literals.push({ line: lineOf(node), expression: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") built.push(lineOf(node));
    node.forEachChild(visit);
  };
  visit(source);
  return { file, literals, built };
}

/** Every source file of the product that has a regular expression. */
export function expressionsOf(folder: string): readonly Said[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => saidIn(relative(ROOT, join(entry.parentPath, entry.name))))
    .filter(({ literals, built }) => literals.length + built.length > 0);
}
