import { describe, expect, it } from "vitest";
import { isWorkingDay, workingDayFrom, workingDaysBefore } from "./working-days";

describe("working days in South Africa", () => {
  it("has no weekends: Saturday 14 March 2026 goes on to Monday", () => {
    expect(workingDayFrom("2026-03-14")).toBe("2026-03-16");
  });

  it("keeps Good Friday 3 April and Family Day 6 April 2026 free", () => {
    expect(workingDayFrom("2026-04-03")).toBe("2026-04-07");
  });

  it("moves a Sunday holiday to its Monday: 9 August 2026", () => {
    expect(workingDayFrom("2026-08-09")).toBe("2026-08-11");
  });

  it("shuts from 19 December to 3 January", () => {
    expect(isWorkingDay("2025-12-18")).toBe(true);
    expect(workingDayFrom("2025-12-19")).toBe("2026-01-05");
  });

  it("counts back over the shutdown: two before Sunday 3 January 2027 is 17 December", () => {
    expect(workingDaysBefore("2027-01-03", 2)).toBe("2026-12-17");
  });
});
