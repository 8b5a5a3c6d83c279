/** What the words about a refusal suggest: figures, values and fields that they name. */
export interface Hints {
  readonly numbers: readonly number[]
  /** All words, among which values of enumerations and names of fields are found. */
  readonly words: readonly string[]
  /** Words that are listed as what is allowed: `is US, CA or GB`, `is one of click, save`. */
  readonly listed: readonly string[]
}

const figure = /(?<![\w.-])-?\d{1,3}(?:,\d{3})+|(?<![\w-])-?\d+(?:\.\d+)?/g
const word = /[A-Za-z][\w+-]*/g
const list = /\b(?:one of|is|are|be|takes|take) ((?:[\w+-]+(?:, | or | and )){1,30}[\w+-]+)/g

/**
 * Returns what texts about a refusal suggest: a message says what is allowed, in figures and in the values of fields.
 *
 * @param values What the rule examined: times of a campaign, a list of what is allowed.
 */
export function hintsIn(texts: readonly string[], values: unknown): Hints {
  const text = texts.join(' ')
  const numbers = [...text.matchAll(figure)].map(([digits]) => Number(digits.replaceAll(',', '')))
  const words = [...text.matchAll(word)].map(([letters]) => letters)
  const listed = [...text.matchAll(list)].flatMap(([, names = '']) => names.split(/, | or | and /))
  const leaves = leavesOf(values)
  return {
    numbers: [...new Set([...numbers, ...leaves.filter((leaf) => typeof leaf === 'number')])].slice(0, 20),
    words: [...new Set([...words, ...leaves.filter((leaf) => typeof leaf === 'string')])].slice(0, 150),
    listed: [...new Set(listed)].slice(0, 40),
  }
}

/** Returns the texts and numbers within a value, the first hundred. */
function leavesOf(value: unknown, found: unknown[] = []): readonly unknown[] {
  if (found.length >= 100) return found
  if (typeof value === 'string' || typeof value === 'number') found.push(value)
  else if (value !== null && typeof value === 'object') for (const one of Object.values(value)) leavesOf(one, found)
  return found
}
