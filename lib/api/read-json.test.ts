import { expect, test } from "vitest";
import { z } from "zod";
import { readJson } from "./read-json";

const schema = z.object({ notes: z.array(z.string()) });
const sent = (body: string, type = "application/json") =>
  readJson(
    new Request("http://pipelog.example", { method: "POST", body, headers: { "content-type": type } }),
    schema,
  );

test("what a device sends is read as it can be stored", async () => {
  expect(await sent(JSON.stringify({ notes: ["no\0thing\r\nat all", "\\u0000"] }))).toEqual({
    notes: ["no\uFFFDthing\nat all", "\\u0000"],
  });
});

test("what is no JSON, or other than was asked for, is nothing", async () => {
  expect(await sent("{")).toBeUndefined();
  expect(await sent("[".repeat(100_000) + "]".repeat(100_000))).toBeUndefined();
  expect(await sent('{"notes":"one"}')).toBeUndefined();
  expect(await sent('{"notes":[]}', "text/plain")).toBeUndefined();
});
