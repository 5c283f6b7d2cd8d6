import { describe, expect, it } from "vitest";
import { createRandom } from "./random";

describe("createRandom", () => {
  it("repeats itself from the same seed and differs from another", () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.between(1, 1000));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("draws both ends of a range and weighs its choices", () => {
    const random = createRandom(1);
    const dice = Array.from({ length: 600 }, () => random.between(1, 6));
    expect([...new Set(dice)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const often = Array.from({ length: 400 }, () =>
      random.weighted([
        ["a", 3],
        ["b", 1],
      ] as const),
    );
    expect(often.filter((choice) => choice === "a").length).toBeGreaterThan(250);
  });

  it("shuffles without losing anything", () => {
    expect(createRandom(3).shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
