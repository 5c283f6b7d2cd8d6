import { Button } from "@/components/button";

/**
 * What `?` shows (ShellKeys) where the list of keys cannot be fetched, as after an update of the app: in the page from
 * the start, as nothing can be fetched for it by then. Neither the page nor what is typed in it goes.
 */
export function KeysUnreached() {
  return (
    <dialog
      id="keys-unreached"
      aria-label="Keyboard"
      aria-describedby="keys-unreached-why"
      className="m-auto w-[min(24rem,calc(100vw-2rem))] rounded-box border border-border bg-surface p-5 text-text shadow-raised backdrop:bg-black/40"
    >
      <p id="keys-unreached-why">
        The list of keys could not be fetched. Copy what you want to keep, load the page again and press ?
        once more.
      </p>
      <form method="dialog" className="mt-4">
        <Button>Close</Button>
      </form>
    </dialog>
  );
}
