import { expect, test } from "vitest";
import { firstPromised, type SavedPromise } from "./first-promised";
import { followUpFigures } from "./follow-up-figures";
import { zoneOffsets } from "./zone-offsets";

test("1 on time, late by 1, 2 and 6 days, 1 missed, 1 open: due 6, median delay 2; late by 1 and 6: 3.5", () => {
  const late = [6, 1, 2].map((delayDays) => ({ state: "kept late" as const, delayDays, count: 1 }));
  const others = (["kept on time", "missed", "open"] as const).map((state) => ({
    state,
    delayDays: state === "kept on time" ? -3 : null,
    count: 1,
  }));
  const figures = { due: 6, keptOnTime: 1, keptLate: 3, missed: 1, open: 1, medianDelayDays: 2 };
  expect(followUpFigures([...others, ...late])).toEqual(figures);
  expect(followUpFigures(late.slice(0, 2)).medianDelayDays).toBe(3.5);
  expect(followUpFigures([{ state: "kept late", delayDays: 4, count: 8 }]).medianDelayDays).toBe(4);
  expect(followUpFigures(others)).toMatchObject({ due: 3, medianDelayDays: null });
});

const said = (at: string, followUpOn: string | null, savedById = 1): SavedPromise => ({
  savedAt: new Date(`2026-05-01T${at}:00Z`),
  savedById,
  followUpOn,
  completedAt: null,
});

test("due is the first date promised: a slip of ten minutes is put right, a later date is none", () => {
  const anna = said("09:00", "2026-05-10");
  expect(firstPromised([anna, said("09:04", "2026-05-11"), said("12:00", "2026-05-20")])).toBe("2026-05-11");
  expect(firstPromised([anna, said("09:10", "2026-05-11")])).toBe("2026-05-11");
  expect(firstPromised([anna, said("09:04", "2026-05-11", 2)])).toBe("2026-05-10");
  expect(firstPromised([said("08:00", null), anna, said("09:11", "2026-05-20")])).toBe("2026-05-10");
  expect(firstPromised([anna, said("12:00", null), said("13:00", "2026-05-20")])).toBe("2026-05-10");
});

test("promised anew once it was done, it is the new promise that is due, unless that was taken back", () => {
  const completedAt = new Date("2026-05-09T09:00:00Z");
  const anna = said("09:00", "2026-05-10");
  const ticked = { ...said("12:00", "2026-05-10"), completedAt };
  const anew = said("13:00", "2026-05-25");
  expect(firstPromised([anna, ticked, anew, said("14:00", "2026-05-30")])).toBe("2026-05-25");
  expect(firstPromised([anna, ticked, anew, ticked])).toBe("2026-05-10");
  expect(firstPromised([anna, ticked, said("13:00", "2026-05-10"), anew])).toBe("2026-05-10");
});

test("taken back it is no follow-up", () => {
  const anna = said("09:00", "2026-05-10");
  expect(firstPromised([anna, said("12:00", null)])).toBeNull();
  expect(firstPromised([said("08:00", null)])).toBeNull();
});

test("a zone's offsets: Berlin's summer, and one for a zone that has none", () => {
  const year = [new Date("2026-01-01T00:00:00Z"), new Date("2026-12-31T00:00:00Z")] as const;
  expect(zoneOffsets("Europe/Berlin", ...year)).toEqual([
    { since: year[0], seconds: 3600 },
    { since: new Date("2026-03-29T01:00:00Z"), seconds: 7200 },
    { since: new Date("2026-10-25T01:00:00Z"), seconds: 3600 },
  ]);
  expect(zoneOffsets("Africa/Johannesburg", ...year)).toEqual([{ since: year[0], seconds: 7200 }]);
});
