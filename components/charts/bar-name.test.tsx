import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { BarName } from "./bar-name";

test("a long name is cut between two characters, never within an emoji", () => {
  const shown = renderToStaticMarkup(<BarName name={"😀".repeat(30)} beside="R 1 234,50" y={1} />);
  expect(shown).toContain(`>${"😀".repeat(19)}…<`);
  expect(shown).toContain(`>${"😀".repeat(9)}…<`);
});

test("a name is as long as its value leaves room for", () => {
  const name = "First qualifying conversation";
  const whole = renderToStaticMarkup(<BarName name={name} beside="1" y={1} />);
  expect(whole).not.toContain("…");
  const beside = "R 52 311 318 491,13";
  expect(renderToStaticMarkup(<BarName name={name} beside={beside} y={1} />)).toContain(">First qual…<");
});
