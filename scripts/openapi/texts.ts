/** Keys whose values are data and not texts of the document. */
const data = new Set(['example', 'examples', 'enum', 'default', 'const'])

/** Yields every summary and description of an OpenAPI document or a JSON Schema. */
export function* textsIn(part: unknown): Generator<string> {
  if (Array.isArray(part)) for (const item of part) yield* textsIn(item)
  if (part === null || typeof part !== 'object' || Array.isArray(part)) return
  for (const [key, value] of Object.entries(part)) {
    if ((key === 'summary' || key === 'description') && typeof value === 'string') yield value
    else if (!data.has(key)) yield* textsIn(value)
  }
}

/** Sentences of fewer words are names of operations and fields, which are facts. */
const fewestWords = 5

/** Returns the sentences that a document has word for word from another, in lower case and without punctuation. */
export function sharedSentences(here: unknown, there: unknown): readonly string[] {
  const others = new Set(sentencesIn(there))
  return [...new Set(sentencesIn(here))].filter((sentence) => others.has(sentence))
}

const sentencesIn = (document: unknown): readonly string[] =>
  [...textsIn(document)]
    .flatMap((text) => text.split(/(?<=[.!?:;])\s+|\n+|<br\s*\/?>/))
    .map((sentence) => sentence.toLowerCase().match(/[a-z0-9]+/g) ?? [])
    .filter((words) => words.length >= fewestWords)
    .map((words) => words.join(' '))
