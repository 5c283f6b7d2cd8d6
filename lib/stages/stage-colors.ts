/** The colours a stage may be marked with; none = its outcome's own. */
export const stageColors = [
  { value: "", label: "Its outcome's" },
  { value: "#6366f1", label: "Indigo" },
  { value: "#0284c7", label: "Blue" },
  { value: "#0d9488", label: "Teal" },
  { value: "#65a30d", label: "Green" },
  { value: "#ca8a04", label: "Yellow" },
  { value: "#c2410c", label: "Orange" },
  { value: "#db2777", label: "Pink" },
  { value: "#8b5cf6", label: "Purple" },
  { value: "#64748b", label: "Grey" },
] as const;

/** A colour by its name, else as it is: `#db2777` is Pink. Empty is the outcome's own. */
export function colorName(color: string): string {
  return stageColors.find(({ value }) => value === color)?.label ?? color;
}
