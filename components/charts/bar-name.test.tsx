import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { BarName } from "./bar-name";

test("a long name is cut between two characters, never within an emoji", () => {
  const shown = renderToStaticMarkup(<BarName name={"😀".repeat(30)} y={1} />);
  expect(shown).toContain(`>${"😀".repeat(19)}…<`);
  expect(shown).toContain(`>${"😀".repeat(9)}…<`);
});
