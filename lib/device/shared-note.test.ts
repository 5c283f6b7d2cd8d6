import { expect, test } from "vitest";
import { noteInAddress, sharedNote } from "./shared-note";

function shared(said: Record<string, string>): string {
  const form = new FormData();
  for (const [name, value] of Object.entries(said)) form.set(name, value);
  return sharedNote(form);
}

test("title, text and address are one note, each said once", () => {
  expect(shared({ title: "Offer", text: "12 tyres", url: "https://a.example" })).toBe(
    "Offer\n12 tyres\nhttps://a.example",
  );
  expect(shared({ title: "Offer", text: "Offer: https://a.example", url: "https://a.example" })).toBe(
    "Offer: https://a.example",
  );
  expect(shared({})).toBe("");
});

test("a note that an address does not hold is cut between two characters", () => {
  expect(noteInAddress("12 tyres for Nomsa 🚚")).toBe("12 tyres for Nomsa 🚚");
  for (const character of ["a", " ", "é", "🚚"]) {
    const shown = noteInAddress(character.repeat(1_000_000));
    expect(shown.endsWith("…")).toBe(true);
    const held = encodeURIComponent(shown.slice(0, -1)).length;
    expect(held).toBeLessThanOrEqual(1500);
    expect(held).toBeGreaterThan(1500 - 12);
  }
  expect(noteInAddress("a".repeat(1500))).toBe("a".repeat(1500));
});
