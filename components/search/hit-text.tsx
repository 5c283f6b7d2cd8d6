import type { SearchHit } from "@/lib/search/search-everything";

/** What was found, in one line; of a note also the part that has the words, which are marked. */
export function HitText({ hit }: { hit: SearchHit }) {
  const { title, hint, excerpt } = hit;
  let position = 0;
  return (
    <span className="block min-w-0 flex-1">
      <span className="flex items-baseline justify-between gap-x-3">
        <span className="min-w-0 truncate font-medium">{title}</span>
        {hint ? <span className="min-w-0 max-w-[60%] truncate text-label text-muted">{hint}</span> : null}
      </span>
      {excerpt ? (
        <span className="line-clamp-2 text-label text-muted">
          {excerpt.map(({ text, isHit }) => {
            position += text.length;
            return isHit ? (
              <mark key={position} className="rounded-xs bg-accent-soft font-medium text-accent">
                {text}
              </mark>
            ) : (
              text
            );
          })}
        </span>
      ) : null}
    </span>
  );
}
