import { ChevronRight } from "lucide-react";
import type { ViewAddress } from "@/components/filters/view-address";
import { TextLink } from "@/components/text-link";
import { Card } from "@/components/tremor/card";
import type { KeptPromises } from "@/lib/follow-ups/read-kept-promises";
import type { TeamFormats } from "@/lib/format/team-formats";
import { pageAddress } from "@/lib/page-address";
import { followUpWords } from "@/lib/wording/follow-up-words";

type KeptByMemberProps = {
  members: KeptPromises["members"];
  address: ViewAddress;
  formats: TeamFormats;
};

const columns = [
  followUpWords.due.label,
  followUpWords["kept on time"].label,
  followUpWords["kept late"].label,
  followUpWords.missed.label,
  followUpWords.open.label,
  `${followUpWords.delay.label}, days`,
];

/** The same figures of each member who promised something, on request. On a phone each member is a card. */
export function KeptByMember({ members, address, formats }: KeptByMemberProps) {
  return (
    <details className="group print:not-open:hidden">
      <summary className="touch-target inline-flex min-h-9 items-center gap-1 rounded-control font-medium text-muted hover:text-text">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
        By the member who promised
      </summary>
      <Card className="mt-2 p-0">
        <table aria-label="Follow-ups by member" className="figures block w-full md:table">
          <thead className="hidden md:table-header-group">
            <tr className="border-border border-b text-label text-muted">
              <th scope="col" className="px-4 py-2 text-left font-medium">
                Member
              </th>
              {columns.map((title) => (
                <th key={title} scope="col" className="px-3 py-2 text-right font-medium last:pr-4">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="block md:table-row-group">
            {members.map(({ id, name, figures }) => {
              const { due, keptOnTime, keptLate, missed, open, medianDelayDays } = figures;
              const values = [due, keptOnTime, keptLate, missed, open].map(formats.count);
              return (
                <tr
                  key={id}
                  className="grid grid-cols-2 gap-x-4 border-border border-b px-4 py-3 last:border-b-0 md:table-row md:p-0"
                >
                  <th scope="row" className="col-span-2 text-left font-medium md:px-4 md:py-2.5">
                    <TextLink
                      href={pageAddress(address.path, {
                        ...address.params,
                        salesperson: String(id),
                        show: "due",
                      })}
                      className="md:name-in-cell"
                    >
                      {name}
                    </TextLink>
                  </th>
                  {[...values, formats.days(medianDelayDays)].map((value, index) => (
                    <td
                      key={columns[index]}
                      data-label={columns[index]}
                      className="flex justify-between gap-2 before:text-muted before:content-[attr(data-label)] md:table-cell md:px-3 md:py-2.5 md:text-right md:before:content-none md:last:pr-4"
                    >
                      {value}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Card>
    </details>
  );
}
