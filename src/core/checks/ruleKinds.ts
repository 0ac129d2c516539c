import { leafColumns, type Rule } from "../form/Form";
import { sayNumbers } from "../form/numberingMark";
import { addsTo } from "./addsTo";
import { atMost } from "./atMost";
import { balance } from "./balance";
import { band } from "./band";
import { carryOver } from "./carryOver";
import { before } from "./before";
import type { CheckMaker } from "./Check";
import { equal } from "./equal";
import { fraction } from "./fraction";
import { gap } from "./gap";
import { oneOf } from "./oneOf";
import { possibleShare } from "./possibleShare";
import { relation } from "./relation";
import { sameShare } from "./sameShare";
import { target } from "./target";
import { unique } from "./unique";

/**
 * What a rule says: keys of columns of figures or of words, days among them; a column or the least figure; a cell, a field of the head, a gap,
 * bands, a whole, another form, some of its shares; figures by what others are worked out from them; something that may be left out.
 */
export type ParameterKind = "figure" | "figures" | "text" | "day" | "aim" | "cell" | "field" | "gap" | "bands" | "whole" | "form" | "shares" | "worked" | "option";
export type RuleParameters = Readonly<Record<string, ParameterKind>>;

/** A kind of rule: what makes its check, and what a form has to say for it. */
export interface RuleKind<Kind extends Rule["kind"]> {
  readonly make: CheckMaker<Kind>;
  readonly parameters: RuleParameters;
}

/** A sum beside the one that a column is; or one that need not hold, and has a question. */
const addition: CheckMaker<"balance"> = (rule, layout, form) => {
  if (rule.gap) return gap(rule, layout, form);
  const columns = leafColumns(layout.columns);
  const printed = sayNumbers(rule.plus, columns);
  return balance({ id: rule.id, total: rule.total, parts: rule.plus, printed, relation: `${sayNumbers([rule.total], columns)}=${printed}` });
};

/** Kinds of rules by the name that forms use. A new kind is a file with its check and a line here. */
export const RULE_KINDS: { readonly [Kind in Rule["kind"]]: RuleKind<Kind> } = {
  balance: { make: addition, parameters: { total: "figure", plus: "figures", gap: "gap" } },
  relation: { make: relation, parameters: { total: "worked", formula: "worked", printed: "option", along: "option", rounded: "option" } },
  "carry-over": { make: carryOver, parameters: { carried: "figure", pending: "figure" } },
  "at-most": { make: atMost, parameters: { less: "figure", more: "figure" } },
  target: { make: target, parameters: { result: "figure", target: "aim" } },
  fraction: { make: fraction, parameters: { value: "figure", fraction: "text" } },
  band: { make: band, parameters: { of: "cell", into: "cell", from: "bands" } },
  "adds-to": { make: addsTo, parameters: { parts: "figures", whole: "whole" } },
  "possible-share": { make: possibleShare, parameters: { values: "figures", of: "field" } },
  "one-of": { make: oneOf, parameters: { columns: "figures" } },
  before: { make: before, parameters: { earlier: "day", later: "day" } },
  unique: { make: unique, parameters: { column: "text" } },
  equal: { make: equal, parameters: { one: "cell", other: "cell" } },
  "same-share": { make: sameShare, parameters: { one: "cell", form: "form", shares: "shares" } },
};

/** The rule's values by the names of its parameters. */
export const valuesOf = (rule: Rule, parameters: RuleParameters) => Object.entries(parameters).map(([name, kind]) => [name, kind, (rule as unknown as Readonly<Record<string, unknown>>)[name]] as const);
