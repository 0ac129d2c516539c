import { circlesFrom } from "../../src/core/circlesFrom";

const circles = (starts: string, ways: Readonly<Record<string, string>>) => circlesFrom(starts, (node) => ways[node] ?? "").map((circle) => circle.join(""));

describe("circles", () => {
  it("are found from where they are led to, each once, and none where every way ends", () => {
    expect(circles("a", { a: "b", b: "c", c: "ad" })).toEqual(["abc"]);
    expect(circles("a", { a: "a" })).toEqual(["a"]);
    expect(circles("ab", { a: "bc", b: "c", c: "d" })).toEqual([]);
    expect(circles("a", { a: "b", b: "c", c: "b" })).toEqual(["bc"]);
    expect(circles("ax", { a: "b", b: "a", x: "b" })).toEqual(["ab"]);
  });

  it("are looked for along ways longer than calls could go deep", () => {
    const long = 200_000;
    expect(circlesFrom([0], (node) => (node < long ? [node + 1] : []))).toEqual([]);
    expect(circlesFrom([0], (node) => [(node + 1) % long])[0]).toHaveLength(long);
  });
});
