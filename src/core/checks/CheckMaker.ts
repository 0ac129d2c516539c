import type { Form, Rule, TableForm } from "../form/Form";
import type { Check } from "./Check";

/** A rule of one kind. */
export type RuleOf<Kind extends Rule["kind"]> = Extract<Rule, { readonly kind: Kind }>;

/** Makes the check that a form's rule asks for. */
export type CheckMaker<Kind extends Rule["kind"]> = (rule: RuleOf<Kind>, layout: TableForm, form: Form) => Check;
