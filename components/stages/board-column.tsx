import { Link } from "@/components/link";
import { LinkPending } from "@/components/link-pending";
import { StageMark } from "@/components/stage-mark";
import { archivedInWords } from "@/lib/wording/archived-in-words";
import { BoardCard } from "./board-card";
import type { CardView, ColumnView } from "./board-view";

type BoardColumnProps = {
  column: ColumnView;
  /** It is the only one, and its cards stand side by side. */
  isOne: boolean;
  /** Null: nobody may move a card here. */
  onMove: ((card: CardView) => void) | null;
};

/** A stage of the board with its cards. */
export function BoardColumn({ column, isOne, onMove }: BoardColumnProps) {
  const { stageId, name, color, outcome, isArchived, customers, value, cards, part, all } = column;
  return (
    <li
      data-column={stageId}
      data-takes={isArchived ? undefined : ""}
      className="flex min-w-0 flex-col gap-2 rounded-box bg-track p-2 print:block print:p-0 data-[over]:outline-2 data-[over]:outline-accent"
    >
      <header className="break-after-avoid px-1 pt-0.5 print:pb-2">
        <h2 className="flex min-w-0 items-center gap-1.5 font-semibold">
          <StageMark stage={{ color, outcome }} />
          <span className="min-w-0 truncate">{name}</span>
        </h2>
        <p className="figures text-label text-muted">
          {customers}, {value}
          {isArchived ? `, ${archivedInWords({ isArchived })}` : null}
        </p>
      </header>
      <ul
        aria-label={name}
        className={`grid gap-2 print:grid-cols-3 ${isOne ? "sm:grid-cols-2 lg:grid-cols-4" : ""}`}
      >
        {cards.map((card) => (
          <BoardCard key={card.customerId} card={card} onMove={onMove} />
        ))}
      </ul>
      {part && !isOne ? <p className="hidden pt-1 text-label text-muted print:block">{part}</p> : null}
      {all ? (
        <Link
          href={all.href}
          className={`touch-target relative inline-flex min-h-8 items-center pointer-coarse:min-w-11 self-start rounded-sm px-1 font-medium text-accent hover:underline print:hidden ${all.isOnPhoneOnly ? "sm:hidden" : ""}`}
        >
          {all.label}
          <span className="sr-only"> at {name}</span>
          <LinkPending />
        </Link>
      ) : null}
    </li>
  );
}
