// In: a title. Out: the id that a file or folder gets from it: short, lower case, hyphens, plain letters.

/** The form of every id. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const longest = 60;

/** The id of a title; empty when it has no Latin letter and no digit. */
export function idOf(title: string): string {
  const plain = title
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (plain.length <= longest) return plain;
  return plain
    .slice(0, longest + 1)
    .replace(/-[^-]*$/, "")
    .slice(0, longest);
}
