import { expect, test } from "vitest";
import { isMadeForThisSystem } from "./install-packages.mjs";

const debian = { os: "linux", cpu: "x64", libc: "glibc" };

test.each([
  [{ os: ["linux"], cpu: ["x64"] }, true],
  [{ os: ["linux"], cpu: ["x64"], libc: ["glibc"] }, true],
  [{ os: ["linux"], cpu: ["x64"], libc: ["musl"] }, false],
  [{ os: ["linux"], cpu: ["arm64"] }, false],
  [{ os: ["darwin"], cpu: ["x64"] }, false],
  [{ os: ["!win32"] }, true],
  [{ os: ["!linux"] }, false],
  [{}, false],
])("an optional package for %j is to be there on Debian: %s", (locked, expected) => {
  expect(isMadeForThisSystem(locked, debian)).toBe(expected);
});

test("a package for one C library is not for a system that has none by name", () => {
  expect(isMadeForThisSystem({ libc: ["glibc"] }, { os: "darwin", cpu: "arm64", libc: undefined })).toBe(
    false,
  );
});
