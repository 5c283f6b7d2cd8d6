import { ButtonLink } from "@/components/button-link";
import { none } from "@/lib/format/team-formats";

/** A member as the settings list them, texts finished. */
type MemberRow = {
  id: number;
  name: string;
  isYou: boolean;
  email: string;
  role: string;
  lastSeen: string;
  joined: string;
  hasLogin: boolean;
  /** An invitation of theirs is open. */
  isInvited: boolean;
};

const cell = "md:table-cell md:px-3 md:py-2.5 md:align-top md:first:pl-4 md:last:pr-4";
const labelled = `${cell} flex gap-2 enlarged:flex-col enlarged:gap-0 max-md:data-none:hidden before:w-20 before:shrink-0 before:text-label before:text-muted before:content-[attr(data-label)] md:before:content-none`;

/** Everybody of the team. On a phone each is a card. */
export function MemberTable({ rows }: { rows: readonly MemberRow[] }) {
  return (
    <table
      aria-label="Members"
      className="block w-full rounded-box md:table md:bg-surface md:shadow-box md:ring-1 md:ring-border"
    >
      <thead className="hidden md:table-header-group">
        <tr className="border-border border-b text-left text-label text-muted">
          {["Name", "Role", "Last seen", "Joined"].map((title) => (
            <th key={title} scope="col" className="px-3 py-2 font-medium first:pl-4">
              {title}
            </th>
          ))}
          <th scope="col" className="py-2 pr-4">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody className="grid gap-3 md:table-row-group">
        {rows.map((row) => (
          <tr
            key={row.id}
            className="grid grid-cols-1 gap-1 rounded-box border border-border bg-surface p-4 md:table-row md:border-0 md:border-b md:bg-transparent md:last:border-b-0"
          >
            <th scope="row" className={`${cell} text-left font-medium`}>
              <span className="md:name-in-cell">{row.name}</span>
              {row.isYou ? <span className="font-normal text-muted"> (you)</span> : null}
              <p className="wrap-anywhere font-normal text-label text-muted">{row.email}</p>
            </th>
            <td data-label="Role" data-none={row.role === none ? "" : undefined} className={labelled}>
              {row.role}
            </td>
            <td
              data-label="Last seen"
              data-none={row.lastSeen === none ? "" : undefined}
              className={`${labelled} figures`}
            >
              {row.lastSeen}
            </td>
            <td
              data-label="Joined"
              data-none={row.joined === none ? "" : undefined}
              className={`${labelled} figures md:whitespace-nowrap`}
            >
              {row.joined}
            </td>
            <td className={`${cell} pt-1 md:pt-0.5 md:whitespace-nowrap md:text-right`}>
              {row.hasLogin ? null : (
                <ButtonLink
                  href={`/settings/members/invite?member=${row.id}`}
                  variant="quiet"
                  className="max-md:-ml-3"
                >
                  <span>
                    Invite<span className="sr-only"> {row.name}</span>
                    {row.isInvited ? " again" : null}
                  </span>
                </ButtonLink>
              )}
              <ButtonLink
                href={`/settings/members/${row.id}`}
                variant="quiet"
                className={row.hasLogin ? "max-md:-ml-3" : ""}
              >
                Change<span className="sr-only"> {row.name}</span>
              </ButtonLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
