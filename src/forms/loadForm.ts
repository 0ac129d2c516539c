import type { Form } from "../core/form/Form";

/** How each form is loaded, by its id. */
const FORMS: Readonly<Record<string, () => Promise<Form>>> = {
  "ii-06a": async () => (await import("./ii-06a")).ii06a,
  "ii-07b": async () => (await import("./ii-07b")).ii07b,
  "danh-gia-mau-01": async () => (await import("./danh-gia-mau-01")).danhGiaMau01,
  "danh-gia-mau-02": async () => (await import("./danh-gia-mau-02")).danhGiaMau02,
  "danh-gia-mau-03": async () => (await import("./danh-gia-mau-03")).danhGiaMau03,
  "nq-01-2024": async () => (await import("./nq-01-2024")).nq012024,
  "nq-02-2024": async () => (await import("./nq-02-2024")).nq022024,
  "qd-766": async () => (await import("./qd-766")).qd766,
};

/** The ids of all forms, in the order they are offered. */
export const FORM_IDS: readonly string[] = Object.keys(FORMS);

/** Loads a form; undefined where none has the id. */
export const loadForm = async (id: string): Promise<Form | undefined> => FORMS[id]?.();
