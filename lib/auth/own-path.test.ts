import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

describe("ownPath", () => {
  it.each([
    ["/", "/"],
    ["/stages?period=this-month&salesperson=3", "/stages?period=this-month&salesperson=3"],
    ["/stages/../analysis", "/analysis"],
    ["/customers/7#note", "/customers/7"],
    ["/sign-index", "/sign-index"],
    ["/customers/api", "/customers/api"],
  ])("keeps %s", (path, kept) => {
    expect(ownPath(path)).toBe(kept);
  });

  it.each([
    undefined,
    "",
    "stages",
    "https://evil.example/",
    "//evil.example",
    "//evil.example/stages",
    "//[",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "/%2e/",
    "javascript:alert(1)",
    "/sign-in?next=/sign-in",
    "/set-up",
    "/api/v1/overview",
    "/_next/image",
    `/${"x".repeat(2000)}`,
  ])("leads %j home", (text) => {
    expect(ownPath(text)).toBe("/");
  });
});
