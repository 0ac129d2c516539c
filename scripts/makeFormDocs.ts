// Writes into docs/forms.md what the forms say of themselves, below what is written there by hand: npm run forms
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { FORMS } from "../src/forms/forms";
import { withForms } from "./formDocs";

const page = fileURLToPath(new URL("../docs/forms.md", import.meta.url));
writeFileSync(page, withForms(readFileSync(page, "utf8"), FORMS));
