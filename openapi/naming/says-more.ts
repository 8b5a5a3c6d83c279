/** Words that a text has for its grammar, or that fit anything. */
const empty = new Set(
  'a an all and are as at be by each for from has have id identifier ids in is it item its list name object of on one or other param parameter property request response schema that the this to type value what where which with entity data'.split(
    ' ',
  ),
)

/** Returns the words of a name or text: `AdGroupPage` has three, and so has `ad_group_id`. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/** Cuts what a word's number and tense add, so that `Created` and `create` are one. */
const stem = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=\w{3})(?:ings?|es|ed|s|e)$/, '')

/** Returns whether a text says more than the name that it describes: a word of meaning that the name lacks. */
export function saysMore(name: string, text: string): boolean {
  const known = new Set(wordsOf(name).map(stem))
  return wordsOf(text).some((word) => !empty.has(word) && !known.has(stem(word)))
}
