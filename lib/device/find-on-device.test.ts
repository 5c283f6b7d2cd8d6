import { expect, test } from "vitest";
import { dateFormat } from "@/lib/format/team-formats";
import type { DeviceCustomer, DeviceData } from "./device-data";
import { asChoice, findAmong, likelyAmong, promiseOf } from "./find-on-device";

const aloe: DeviceCustomer = { id: 1, name: "Aloe", stage: "Demo given", dueOn: null };
const calendar = { today: "2026-10-24", date: dateFormat("en-GB") };

test.each([
  [{ dueOn: null }, undefined, "Demo given"],
  [{ dueOn: "2026-10-20" }, "due since 20 Oct 2026", "Demo given, due since 20 Oct 2026"],
  [{ dueOn: "2026-10-24" }, "due today", "Demo given, due today"],
  [{ dueOn: "2026-10-25" }, "follow-up on 25 Oct 2026", "Demo given"],
  [{ dueOn: "2026-10-20", remindOn: "2026-10-26" }, "snoozed to 26 Oct 2026", "Demo given"],
  [
    { dueOn: "2026-10-20", remindOn: "2026-10-24" },
    "due since 20 Oct 2026",
    "Demo given, due since 20 Oct 2026",
  ],
])("on 24 October what is promised %o is “%s”", (promised, text, hint) => {
  const customer = { ...aloe, ...promised };
  expect(promiseOf(customer, calendar)?.text).toBe(text);
  expect(asChoice(customer, calendar)).toMatchObject({ hint, isDue: hint !== "Demo given" });
});

test("the likely customers stand in their order; what a device kept earlier names none", () => {
  const customers = [aloe, { ...aloe, id: 2 }, { ...aloe, id: 3 }];
  const idsOf = (data: Pick<DeviceData, "customers" | "likelyIds">) => likelyAmong(data).map(({ id }) => id);
  expect(idsOf({ customers, likelyIds: [3, 9, 1] })).toEqual([3, 1]);
  expect(idsOf({ customers })).toEqual([]);
});

test("a customer is found by a part of its name, accents aside, else by what is nearly its name", () => {
  const names = ["Old Andre Tyres", "André & Söhne", "Zeekoe Bande", "Workshop12 Ltd"];
  const customers = names.map((name, index) => ({ ...aloe, id: index, name }));
  const found = (search: string) => findAmong({ customers }, search).map(({ name }) => name);
  expect(found("andre")).toEqual(["André & Söhne", "Old Andre Tyres"]);
  expect(found("ANDRÉ")).toEqual(found("andre"));
  expect(found("zekoe band")).toEqual(["Zeekoe Bande"]);
  expect(found("work shop 12")).toEqual(["Workshop12 Ltd"]);
  for (const name of ["springbok", "workshop13"]) expect(found(name), name).toEqual([]);
  expect(found("")).toHaveLength(names.length);
});

test("a customer is found word by word as where there is a connection, the best fitting first", () => {
  const names = ["Grand Tyres North 5 East 7", "Tyres North 5 East 7", "5 Tyres", "Tyres 5 Ltd", "Tyres 5"];
  const customers = names.map((name, index) => ({ ...aloe, id: index, name }));
  const found = (search: string) => findAmong({ customers }, search).map(({ name }) => name);
  expect(found("tyres 5")).toEqual([
    "Tyres 5",
    "Tyres 5 Ltd",
    "Grand Tyres North 5 East 7",
    "Tyres North 5 East 7",
    "5 Tyres",
  ]);
  expect(found("east tyres")).toEqual(["Grand Tyres North 5 East 7", "Tyres North 5 East 7"]);
  expect(found("")).toEqual(names);
});
