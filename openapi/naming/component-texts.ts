import type { Schema } from '../description.ts'
import texts from './component-texts.json' with { type: 'json' }
import { describedBy } from './glossary.ts'
import { wordsIn } from './words.ts'

const written: Readonly<Record<string, string>> = texts

/** Makes the text of a component from the rest of its name; undefined where that cannot be. */
type Made = (stem: string, schema: Schema) => string | undefined

/** Texts of components whose names follow a pattern. */
const families: readonly (readonly [pattern: RegExp, made: Made])[] = [
  [/^(\w+)Page$/, (stem) => `One page of ${wordsIn(stem)}s; \`bookmark\` leads to the next, and is null on the last.`],
  [/^(\w+)TargetingOperation$/, (stem) => `Change of the targeting by ${wordsIn(stem)} of an ad group alone.`],
  [/^(\w+)FiltersAllOf$/, (stem) => `Conditions on ${itemsOf(stem)}, of which every one must hold.`],
  [/^(\w+)FiltersAnyOf$/, (stem) => `Conditions on ${itemsOf(stem)}, of which at least one must hold.`],
  [/^\w+Filter$/, (_, { properties = {} }) => conditionOn(Object.keys(properties))],
]

/**
 * Returns the text of a component; undefined where nobody wrote one. It outranks what the schema says of itself, which
 * components share.
 */
export function componentText(name: string, schema: Schema): string | undefined {
  if (written[name] !== undefined) return written[name]
  for (const [pattern, made] of families) {
    const match = pattern.exec(name)
    if (match !== null) return made(match[1] ?? '', schema)
  }
  return undefined
}

/** Returns the text of a condition by its only field, such as `BRAND`. */
function conditionOn([field = '', ...others]: readonly string[]): string | undefined {
  const text = describedBy(field)
  if (text === undefined || others.length > 0 || field !== field.toUpperCase()) return undefined
  return `Entry of \`all_of\` or \`any_of\`: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function itemsOf(stem: string): string {
  if (stem.startsWith('Hotel')) return 'hotels'
  if (stem.startsWith('CreativeAssets')) return 'creative assets'
  if (stem === 'Feed') return 'products of a stored group'
  return stem === 'Retail' ? 'products' : 'products of a search'
}
