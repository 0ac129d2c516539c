import type { Form, Rule, TableForm } from "../form/Form";
import type { Check } from "./Check";

/** A rule of one kind. */
export type RuleOf<Kind extends Rule["kind"]> = Extract<Rule, { readonly kind: Kind }>;

/** Makes the check that a form's rule asks for. */
export type CheckMaker<Kind extends Rule["kind"]> = (rule: RuleOf<Kind>, layout: TableForm, form: Form) => Check;

/**
 * What a rule of some kind has to say: the key of a column of figures or of words, several of them, one cell, a field of the head,
 * a question with its likelihood, bands, a whole, another form, some of its shares.
 */
export type ParameterKind = "figure" | "figures" | "text" | "cell" | "field" | "gap" | "bands" | "whole" | "form" | "shares";
export type RuleParameters = Readonly<Record<string, ParameterKind>>;
