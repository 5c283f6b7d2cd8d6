import { expect, it } from "vitest";
import { openedByAnother } from "./opened-by";

function sent(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

it("refuses a form whose page was made for another member, and keeps what was typed but for passwords", () => {
  const form = sent({ openedBy: "7", name: "Eve Married", newPassword: "four wheels" });
  expect(openedByAnother(form, 8)).toEqual({
    errors: {},
    message: "This page was opened by somebody else in this browser. Load it again.",
    values: { openedBy: "7", name: "Eve Married" },
    keepsFields: true,
  });
  expect(openedByAnother(form, 7)).toBeUndefined();
});

it("takes a form that does not say as one's own", () => {
  expect(openedByAnother(sent({ name: "Eve" }), 8)).toBeUndefined();
});
