import { expect, test } from "vitest";
import { settingsPlace } from "./settings-sections";

test("each page of the settings has a name of its own within its section", () => {
  expect(settingsPlace("/settings/audit")).toBe("Audit log");
  expect(settingsPlace("/settings/members/2")).toBe("Members, details");
  expect(settingsPlace("/settings/team/time-zone")).toBe("Team, time zone");
  expect(settingsPlace("/settings/channels/4/merge")).toBe("channels, details, merge");
});
