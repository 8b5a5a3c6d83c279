/**
 * The fewest characters of a secret that is searched for: shorter ones occur anywhere, and only their names reveal
 * them.
 */
const shortest = 4

/** The length from which a secret is also found within words, and by its beginning where a text was cut. */
const long = 8

/** The most characters of a beginning that are searched for. */
const longestBeginning = 200

/** Creates the pattern that finds these secrets in a text; undefined where all of them are too short. */
export function secretsPattern(secrets: readonly string[]): RegExp | undefined {
  const patterns = secrets.filter(({ length }) => length >= shortest).flatMap(patternsOf)
  return patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'g')
}

/** Returns the forms of a secret in a text: literal, escaped as JSON, and its beginning where the text was cut. */
function patternsOf(secret: string): readonly string[] {
  const written = [...new Set([secret, JSON.stringify(secret).slice(1, -1)])]
  return written.flatMap((text) =>
    text.length < long ? [`(?<!\\w)${escaped(text)}(?!\\w)`] : [escaped(text), beginningOf(text)],
  )
}

/** Matches the first eight or more characters of a text, before the end of a text that was cut. */
function beginningOf(text: string): string {
  const rest = [...text.slice(long, longestBeginning)].reduceRight(
    (after, letter) => `(?:${escaped(letter)}${after})?`,
    '',
  )
  return `${escaped(text.slice(0, long))}${rest}(?=…|$|["'\\\\\\s;)\\]}])`
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
