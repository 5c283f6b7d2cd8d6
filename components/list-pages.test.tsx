import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ListPages } from "./list-pages";

const shown = (first?: string) =>
  renderToStaticMarkup(
    <ListPages
      address={{ path: "/share/token", params: { sort: "date" } }}
      isFirst={false}
      first={first}
      next="3"
      pageSize="100"
      shown="100"
      total={null}
    />,
  );

test("the first page is the list's own address, or the one that says it is the first", () => {
  expect(shown()).toContain('href="/share/token?sort=date"');
  expect(shown("1")).toContain('href="/share/token?sort=date&amp;cursor=1"');
  expect(shown("1")).toContain('href="/share/token?sort=date&amp;cursor=3"');
});
