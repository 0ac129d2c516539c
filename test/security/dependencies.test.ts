import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string; readonly hasInstallScript?: boolean; readonly license?: string; readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

const json = (file: string): unknown => JSON.parse(readFileSync(join(__dirname, "../..", file), "utf8"));
const own = json("package.json") as { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> };
const others = Object.entries((json("package-lock.json") as Lock).packages).filter(([path]) => path !== "");

const shipped = others.filter(([, { dev, devOptional }]) => !dev && !devOptional);

describe("packages of others", () => {
  it("are named by one version each", () => {
    expect(Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it("that ship within the add-in come as they were when they were chosen, run nothing when they are installed, and are free to use", () => {
    expect(shipped.length).toBeGreaterThan(20);
    expect(shipped.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
    expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)).toEqual([]);
    expect(shipped.filter(([, { license = "" }]) => !/\b(?:MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0)\b/.test(license)).map(([path, { license }]) => `${path} ${license}`)).toEqual([]);
  });
});
