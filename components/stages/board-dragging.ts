import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { Moved } from "./move-address";

type Card = Moved & { from: string };

function cardOf(element: HTMLElement): Card {
  const [customerId, dealId] = (element.dataset.card ?? "").split("-").map(Number);
  const from = element.closest<HTMLElement>("[data-column]")?.dataset.column ?? "";
  return { customerId: customerId ?? 0, dealId: dealId ?? 0, from };
}

/** The mouse would drag what is selected under it, not the card. */
function selectNothing({ target }: PointerEvent) {
  if (target instanceof Element && target.closest("[data-card]")) getSelection()?.removeAllRanges();
}

/**
 * Lets the cards of a board be dragged with a mouse to those of its columns that take them.
 *
 * @param onDrop a card was let go over another column.
 * @returns how to end it.
 */
export function makeBoardDraggable(
  board: HTMLElement,
  onDrop: (card: Moved, stageId: number) => void,
): () => void {
  const cards = [...board.querySelectorAll<HTMLElement>("[data-card]")].map((element) =>
    draggable({
      element,
      getInitialData: () => ({ card: cardOf(element) }),
      onDragStart: () => element.toggleAttribute("data-dragged", true),
      onDrop: () => element.toggleAttribute("data-dragged", false),
    }),
  );
  const columns = [...board.querySelectorAll<HTMLElement>("[data-column][data-takes]")].map((element) =>
    dropTargetForElements({
      element,
      canDrop: ({ source }) => (source.data.card as Card | undefined)?.from !== element.dataset.column,
      onDragEnter: () => element.toggleAttribute("data-over", true),
      onDragLeave: () => element.toggleAttribute("data-over", false),
      onDrop: ({ source }) => {
        element.toggleAttribute("data-over", false);
        onDrop(source.data.card as Card, Number(element.dataset.column));
      },
    }),
  );
  board.addEventListener("pointerdown", selectNothing);
  return combine(...cards, ...columns, () => board.removeEventListener("pointerdown", selectNothing));
}
