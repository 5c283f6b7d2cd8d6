import fc from "fast-check";
import { expect, test } from "vitest";
import { localDateOf } from "./local-date";
import { zoneOffsets } from "./zone-offsets";

test("Berlin from January to July has two offsets, Johannesburg one", () => {
  const year = [new Date("2026-01-01T00:00:00Z"), new Date("2026-07-01T00:00:00Z")] as const;
  expect(zoneOffsets("Europe/Berlin", ...year)).toEqual([
    { since: new Date("2026-01-01T00:00:00Z"), seconds: 3600 },
    { since: new Date("2026-03-29T01:00:00Z"), seconds: 7200 },
  ]);
  expect(zoneOffsets("Africa/Johannesburg", ...year)).toHaveLength(1);
});

test("a moment moved by its offset has the local date that the time zone gives it", () => {
  const zones = [
    "Africa/Johannesburg",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Antarctica/Troll",
  ];
  const moment = fc.date({ min: new Date("1985-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...zones), moment, moment, (zone, one, other) => {
      const [from, to] = one < other ? [one, other] : [other, one];
      const holding = zoneOffsets(zone, from, to).findLast(({ since }) => since <= to);
      const moved = new Date(to.getTime() + (holding?.seconds ?? 0) * 1000);
      expect(moved.toISOString().slice(0, 10)).toBe(localDateOf(to, zone));
    }),
    { numRuns: 200 },
  );
});
