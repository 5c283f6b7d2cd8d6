import { expect, test } from "vitest";
import { settingsPlace, settingsSectionAt } from "./settings-sections";

test("each page of the settings has a name of its own within its section", () => {
  expect(settingsPlace("/settings/audit")).toBe("Audit log");
  expect(settingsPlace("/settings/members/2")).toBe("Members, details");
  expect(settingsPlace("/settings/team/time-zone")).toBe("Team, time zone");
  expect(settingsPlace("/settings/channels/4/merge")).toBe("channels, details, merge");
});

test("a channel's pages belong to “Topics and channels”, as a topic's do", () => {
  const labels = [
    "/settings/channels/4",
    "/settings/topics/4/merge",
    "/settings",
    "/settings/team/time-zone",
  ].map((path) => settingsSectionAt(path)?.label);
  expect(labels).toEqual(["Topics and channels", "Topics and channels", undefined, "Team"]);
});
