import { describe, expect, test } from "vitest";
import { momentOfEntry } from "./device-clock";

const at = (time: string) => new Date(`2026-06-30T${time}:00Z`);
const made = (recordedAt: string, sentAt: string, heardAt: string | null = null) => ({
  recordedAt: at(recordedAt),
  sentAt: at(sentAt),
  heardAt: heardAt === null ? null : at(heardAt),
});

describe("when an entry made on a device was made", () => {
  test("by a clock that is right within five minutes: at the moment it says", () => {
    expect(momentOfEntry(made("09:00", "11:27", "08:00"), at("11:30"))).toEqual({
      at: at("09:00"),
      isInDoubt: false,
      isClockOff: false,
    });
  });

  test("sent at once, by whatever clock: now, less the time it took", () => {
    const [at1129, isInDoubt] = [at("11:29"), false];
    expect(momentOfEntry(made("03:00", "03:01"), at("11:30"))).toEqual({
      at: at1129,
      isInDoubt,
      isClockOff: true,
    });
    expect(momentOfEntry(made("11:28", "11:29"), at("11:30"))).toEqual({
      at: at1129,
      isInDoubt,
      isClockOff: false,
    });
  });

  test("by a clock two hours slow: 9:00 is 11:00, and it is asked about", () => {
    expect(momentOfEntry(made("09:00", "09:30"), at("11:30"))).toMatchObject({
      at: at("11:00"),
      isInDoubt: true,
      isClockOff: true,
    });
  });

  test("by a clock that was set right meanwhile: from the future, or before the server was last heard", () => {
    expect(momentOfEntry(made("23:00", "11:30"), at("11:30"))).toMatchObject({
      at: at("11:30"),
      isInDoubt: true,
    });
    expect(momentOfEntry(made("02:00", "11:30", "08:00"), at("11:30"))).toMatchObject({ isInDoubt: true });
  });
});
