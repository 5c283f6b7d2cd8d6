import { expect, it } from "vitest";
import { z } from "zod";
import { RuleError } from "@/lib/rule-error";
import { formFields, shownValues, untouchedForm } from "./form-state";
import { versionField } from "./number-fields";
import { publicAction } from "./public-action";

function sent(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

const schema = z.object({ name: z.string().min(1, "Enter a name."), password: z.string() });

it("reads a form's fields as they can be stored, without the framework's own, and lists what repeats", () => {
  expect(
    formFields(
      sent([
        ["$ACTION_1:0", "x"],
        ["a", "1"],
        ["b", "2"],
        ["b", "3"],
        ["note", "no\0thing\r\nat all"],
      ]),
    ),
  ).toEqual({
    a: "1",
    b: ["2", "3"],
    note: "no\uFFFDthing\nat all",
  });
});

it("never shows a password again", () => {
  expect(shownValues({ name: "Thandi", password: "p", newPassword: "p" })).toEqual({ name: "Thandi" });
});

it("keeps what was typed and names each wrong field once", async () => {
  const action = publicAction(schema, async () => undefined);
  expect(
    await action(
      untouchedForm,
      sent([
        ["name", ""],
        ["other", "kept"],
        ["password", "p"],
      ]),
    ),
  ).toEqual({
    errors: { name: "Enter a name." },
    values: { name: "", other: "kept" },
  });
});

it("tells of a field that nobody sees as of the whole form", async () => {
  const action = publicAction(z.object({ version: versionField, name: z.string() }), async () => undefined);
  expect(await action(untouchedForm, sent([["name", "kept"]]))).toMatchObject({
    message: "This form is incomplete. Open its page again.",
    values: { name: "kept" },
  });
});

it("tells a broken rule and throws anything else", async () => {
  const form = sent([
    ["name", "Thandi"],
    ["password", "p"],
  ]);
  const failing = (error: Error) => publicAction(schema, () => Promise.reject(error))(untouchedForm, form);
  expect(await failing(new RuleError("Not today."))).toEqual({
    errors: {},
    message: "Not today.",
    values: { name: "Thandi" },
  });
  await expect(failing(new Error("down"))).rejects.toThrow("down");
});
