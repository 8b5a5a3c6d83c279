/** Secrets that are shorter stand anywhere, and are told apart by their places alone. */
const shortest = 4

/** From so many characters on, a secret is looked for within words, and its beginning where a text was cut. */
const long = 8

/** How much of a beginning is looked for. */
const longestBeginning = 200

/** Finds these secrets in a text; undefined where none of them can be told from any other text. */
export function findingSecrets(secrets: readonly string[]): RegExp | undefined {
  const patterns = secrets.filter(({ length }) => length >= shortest).flatMap(patternsOf)
  return patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'g')
}

/** How a secret stands in a text: as it is, as JSON writes it, and its beginning where the text was cut. */
function patternsOf(secret: string): readonly string[] {
  const written = [...new Set([secret, JSON.stringify(secret).slice(1, -1)])]
  return written.flatMap((text) =>
    text.length < long ? [`(?<!\\w)${escaped(text)}(?!\\w)`] : [escaped(text), beginningOf(text)],
  )
}

/** Eight characters or more of a text, before what ends a text that was cut. */
function beginningOf(text: string): string {
  const rest = [...text.slice(long, longestBeginning)].reduceRight(
    (after, letter) => `(?:${escaped(letter)}${after})?`,
    '',
  )
  return `${escaped(text.slice(0, long))}${rest}(?=…|$|["'\\\\\\s;)\\]}])`
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
