import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

/** Who may not import whom: the core knows no edge, and the edges do not know each other. */
const EDGES = ["excel", "xlsx", "word", "taskpane", "demo", "cli", "commands"];
const ENTRIES = { taskpane: ["excel", "word"], demo: ["xlsx", "word", "taskpane"], cli: ["xlsx", "word"], commands: ["excel"], excel: ["taskpane/PaneHost"] };

function boundary(folder, forbidden) {
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: forbidden, message: `src/${folder} must not depend on this; see docs/decisions.md.` }] }],
    },
  };
}

const CORE_FORBIDS = [...EDGES.map((edge) => `**/../${edge}/**`), "**/forms/**", "react", "react-dom", "@fluentui/*", "node:*", "fflate", "parse5", "docx"];

/** The flow within the core: nothing looks ahead. */
const FLOW = [
  ...[["words"], ["sheet"], ["table"], ["structure"], ["form"], ["figures"], ["quantities"], ["stated"], ["checks"], ["findings"]],
  ["highlights", "suggestions", "justifications", "narrative", "compute", "scaffold"],
];
const coreBoundaries = FLOW.flatMap((stage, at) => {
  const ahead = FLOW.slice(at + 1).flat();
  return stage.map((folder) => boundary(`core/${folder}`, [...CORE_FORBIDS, ...ahead.map((each) => `**/../${each}/**`)]));
});

const edgeBoundaries = EDGES.map((edge) => {
  const allowed = ENTRIES[edge] ?? [];
  const others = EDGES.filter((other) => other !== edge && !allowed.some((each) => each === other));
  const except = allowed.filter((each) => each.includes("/")).map((each) => `!**/${each}`);
  return boundary(edge, [...others.map((other) => `**/../${other}/**`), ...except]);
});

export default tseslint.config(
  { ignores: ["dist/**", "dist-release/**", "node_modules/**", "coverage/**"] },
  ...tseslint.configs.strict,
  {
    rules: {
      // A cell, row or figure that is known to be there is said to be so with "!", where the line above shows it.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      eqeqeq: "error",
      "no-console": "error",
      "no-alert": "error",
    },
  },
  {
    // What comes from strangers' files costs its length: no expression tries a stretch of it anew from every place in it.
    files: ["src/**/*.{ts,tsx}"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential" }],
    },
  },
  boundary("core", CORE_FORBIDS),
  ...coreBoundaries,
  boundary("forms", EDGES.map((edge) => `**/../${edge}/**`)),
  ...edgeBoundaries,
  {
    files: ["src/excel/**/*.ts", "src/commands/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, "error"])),
  },
  {
    files: ["src/taskpane/**/*.tsx", "src/demo/**/*.tsx", "src/taskpane/**/*.ts", "src/demo/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  { files: ["**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  { files: ["scripts/**", "bench/**", "*.mjs", "*.js"], rules: { "no-console": "off" } },
);
