// Text as the search compares it: one form for the letters, digits and spaces that people type differently.

const LETTERS: Readonly<Record<string, string>> = {
  "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و",
};

/** Lower case without accents, vowel signs and tatweel; Arabic letters in their Persian form; ASCII digits. */
export function fold(text: string): string {
  return text
    .replace(/[يىئكةۀأإآٱؤ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, "")
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .toLowerCase();
}

/** The words of a text, folded. A ZWNJ separates words here, since the search also looks at them joined. */
export function words(text: string): string[] {
  return fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** How well folded words fit a query of folded words: 0 best, null not at all. Spaces and ZWNJ don't matter. */
export function fit(candidate: readonly string[], query: string): number | null {
  const joined = candidate.join("");
  if (joined === query) return 0;
  if (joined.startsWith(query)) return 1;
  for (let start = 1; start < candidate.length; start += 1) {
    if (candidate.slice(start).join("").startsWith(query)) return 2;
  }
  return query.length > 1 && joined.includes(query) ? 3 : null;
}
