/** What another app shared as one note: title, text and address, each once. */
export function sharedNote(form: FormData): string {
  const said = ["title", "text", "url"].map((name) => String(form.get(name) ?? "").trim());
  const [title = "", text = "", url = ""] = said;
  return [text.includes(title) ? "" : title, text, text.includes(url) ? "" : url].filter(Boolean).join("\n");
}

/** What an address still holds everywhere. The service worker, which takes most shares, keeps all of a text. */
const longestInAddress = 1500;

/** As much of a note as an address holds, in whole characters; "…" stands for the rest. */
export function noteInAddress(note: string): string {
  let shown = "";
  let length = 0;
  for (const character of note) {
    length += encodeURIComponent(character).length;
    if (length > longestInAddress) return `${shown}…`;
    shown += character;
  }
  return shown;
}
