import { expect, it } from "vitest";
import { channelReachedBy } from "./channel-reached-by";

const channels = [
  { id: 1, name: "Visit" },
  { id: 2, name: "Telephone" },
  { id: 3, name: "E-mail" },
];

it.each([
  ["call", 2],
  ["mail", 3],
  ["message", undefined],
  ["", undefined],
  ["constructor", undefined],
  ["__proto__", undefined],
])("whoever was reached by %j is logged under the channel %j", (how, id) => {
  expect(channelReachedBy(how, channels)).toBe(id);
});
