import { TextLink } from "@/components/text-link";
import { pageAddress } from "@/lib/page-address";

type RemovedMembersProps = {
  /** The day they left, as the team writes it. */
  members: readonly { id: number; name: string; removedOn: string }[];
};

/** Who left the team: the way to invite them again, and to export or erase what is held on them. */
export function RemovedMembers({ members }: RemovedMembersProps) {
  if (members.length === 0) return null;
  return (
    <section aria-labelledby="removed-heading" className="mt-2 flex flex-col gap-2">
      <h3 id="removed-heading" className="font-semibold">
        Removed from the team
      </h3>
      <ul
        aria-labelledby="removed-heading"
        className="flex flex-col rounded-box border border-border bg-surface shadow-box"
      >
        {members.map(({ id, name, removedOn }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-border border-b px-4 py-3 last:border-b-0"
          >
            <TextLink href={pageAddress(`/settings/members/${id}`)}>{name}</TextLink>
            <span className="figures text-label text-muted">{removedOn}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
