import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyLogValues, type LogValues } from "@/lib/log/log-values";
import { addressOfDraft, draftAt, dropDraft, keepDraft, listDrafts } from "./drafts";

const memberId = 7;
const savedAt = "2026-06-30T12:00:00.000Z";
const saying = (note: string, said: Partial<LogValues> = {}): LogValues => ({
  ...emptyLogValues,
  deviceId: note,
  note,
  ...said,
});
const keep = (address: string, values: LogValues, replacedId?: string) =>
  keepDraft(memberId, { address, savedAt, values }, replacedId);
const notes = () => listDrafts(memberId).map(({ values }) => values.note);
const noteAt = (address: string) => draftAt(memberId, address)?.values.note;

// What a browser keeps, where there is none.
beforeEach(() => {
  const held = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
    removeItem: (key: string) => held.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("at an address the latest draft opens, and any other by its own address", () => {
  keep("customer=3", saying("first"));
  keep("customer=3", saying("second"));
  keep("", saying("elsewhere"));
  expect(noteAt("customer=3")).toBe("second");
  for (const draft of listDrafts(memberId)) expect(noteAt(addressOfDraft(draft))).toBe(draft.values.note);
  expect(noteAt("customer=3&draft=gone")).toBe("second");
  dropDraft(memberId, "second");
  expect(notes()).toEqual(["elsewhere", "first"]);
});

test("a form keeps one draft, also once it is sent under another id", () => {
  keep("", saying("a"));
  keep("", saying("a", { note: "a and b" }));
  expect(notes()).toEqual(["a and b"]);
  keep("", saying("c"), "a");
  expect(notes()).toEqual(["c"]);
});

test("what was sent is dropped, what was typed since is kept", () => {
  keep("", saying("sent"));
  dropDraft(memberId, "sent", saying("sent", { note: "sent in an earlier form" }));
  expect(notes()).toEqual(["sent"]);
  dropDraft(memberId, "sent", saying("sent"));
  expect(notes()).toEqual([]);
});

test("drafts of earlier versions: one that made way for another, one without a device id", () => {
  const stored = [
    { address: `customer=3&draft=${savedAt}`, savedAt, values: saying("made way") },
    { address: "", savedAt, values: saying("without", { deviceId: "" }) },
  ];
  localStorage.setItem(`pipelog-drafts-${memberId}`, JSON.stringify(stored));
  expect(noteAt("customer=3")).toBe("made way");
  expect(noteAt("")).toBe("without");
  for (const draft of listDrafts(memberId)) expect(noteAt(addressOfDraft(draft))).toBe(draft.values.note);
  dropDraft(memberId, savedAt);
  expect(notes()).toEqual(["made way"]);
});
