/** Node by default; a test of the pane asks for jsdom in its first line. */
export default {
  // That a machine is busy is no failure; only what hangs is ended.
  testTimeout: 300_000,
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx"],
  transform: {
    "^.+\\.[cm]?[jt]sx?$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } } } },
    ],
  },
  // These ship ES modules only.
  transformIgnorePatterns: ["/node_modules/(?!(parse5|entities)/)"],
};
