import { expect, it, vi } from "vitest";
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

it("looks through a form once, not once for each of its names", () => {
  const form = sent(Array.from({ length: 100 }, (_, field) => [`n${field}`, ""]));
  const looksThrough = vi.spyOn(form, "getAll");
  expect(Object.keys(formFields(form))).toHaveLength(100);
  expect(looksThrough).not.toHaveBeenCalled();
});

it("says in its own words that a field is sent as none of its pages does, also of one that nobody sees", async () => {
  const hidden = z.union([z.literal(""), z.enum(["this-month"])]).default("");
  const action = publicAction(schema.extend({ hidden }), async () => undefined);
  const wrong = { message: "This form is incomplete. Open its page again." };
  const twice: [string, string][] = [
    ["name", "Thandi"],
    ["name", "Anna"],
    ["password", "p"],
  ];
  expect(await action(untouchedForm, sent(twice))).toMatchObject({
    ...wrong,
    errors: { name: wrong.message },
  });
  const old: [string, string][] = [
    ["name", "Thandi"],
    ["password", "p"],
    ["hidden", "this-week"],
  ];
  expect(await action(untouchedForm, sent(old))).toMatchObject({ ...wrong, values: { name: "Thandi" } });
});

it("looks at nothing of a form with more fields than any of the app's has", async () => {
  const action = publicAction(schema, () => Promise.reject(new Error("looked at")));
  const fields = Array.from({ length: 5001 }, (_, field): [string, string] => [`n${field}`, ""]);
  expect(await action(untouchedForm, sent([["name", "Thandi"], ["password", "p"], ...fields]))).toMatchObject(
    {
      message: "This form is incomplete. Open its page again.",
      values: {},
    },
  );
});

it("answers what is no form, as when the framework's own fields were tampered with", async () => {
  const action = publicAction(schema, () => Promise.reject(new Error("looked at")));
  for (const sent of [undefined, null, [], "form", { get: "name" }])
    expect(await action(untouchedForm, sent as unknown as FormData)).toMatchObject({
      message: "This form is incomplete. Open its page again.",
      values: {},
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
