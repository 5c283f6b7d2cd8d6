import { expect, test } from "vitest";
import { dealChoices } from "./deal-choices";

test("of very many deals one chooses from the open ones, the fifty that closed last, and the one that is chosen", () => {
  const deals = Array.from({ length: 100 }, (_, id) => ({ id, isOpen: id >= 98 }));
  const chosen = dealChoices(deals, [77, null, undefined, 3]).map(({ id }) => id);
  expect(chosen).toEqual([...Array.from({ length: 50 }, (_, id) => id), 77, 98, 99]);
});
