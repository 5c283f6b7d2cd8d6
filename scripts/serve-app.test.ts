import { expect, test } from "vitest";
import { takePort } from "./serve-app.mjs";

test("while the app starts, who looks is told so and comes again by itself, who sent a form does not", async () => {
  const door = await takePort("127.0.0.1", 0);
  const [shown, sent] = await Promise.all([
    fetch(`${door.address}/share/x`),
    fetch(`${door.address}/sign-in`, { method: "POST" }),
  ]);
  expect([shown.status, sent.status]).toEqual([503, 503]);
  expect(await shown.text()).toBe("Pipelog is starting. Try again in a moment.\n");
  expect([shown.headers.get("refresh"), sent.headers.get("refresh")]).toEqual(["2", null]);
  await door.close();
});
