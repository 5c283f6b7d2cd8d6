import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { teamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { ContactList } from "./contact-list";

const formats = teamFormats({
  locale: "en-ZA",
  currency: "ZAR",
  currencyDigits: 2,
  timeZone: "Africa/Johannesburg",
});

function listed(many: number, isAll = false): { shown: number; offers: string | undefined } {
  const contacts = Array.from({ length: many }, (_, index) => ({
    ...{ id: index + 1, name: `Person ${index + 1}`, role: "", email: "", phone: "", version: 1 },
  }));
  const all = isAll ? undefined : pageAddress("/customers/7", { contacts: "all" });
  const text = renderToStaticMarkup(
    <ContactList customerId={7} contacts={contacts} all={all} formats={formats} mayEdit={true} />,
  );
  return { shown: text.split("<li").length - 1, offers: /Show all [^<]*/.exec(text)?.[0] };
}

test("of very many contacts twenty show, and all of them where that is asked for", () => {
  expect(listed(20)).toEqual({ shown: 20, offers: undefined });
  expect(listed(2000)).toEqual({ shown: 20, offers: expect.stringMatching(/^Show all 2\s000 contacts$/) });
  expect(listed(2000, true)).toEqual({ shown: 2000, offers: undefined });
});
