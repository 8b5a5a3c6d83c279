import { createHash } from 'node:crypto'
import { costs, type Edit, type EditContext } from './edit.ts'
import type { Path } from './place.ts'
import type { SchemaNode } from './schema-node.ts'

/** A value with the cost of using it. */
export type Valued = Pick<Edit, 'value' | 'cost'>

const day = 86_400
const isTime = (path: Path): boolean => /^(?:start|end|event|created|updated)_(?:time|date)$/.test(String(path.at(-1)))

/**
 * Returns values of an enumeration, those that the refusal names first. Where a hundred are allowed and the first few do
 * not help, a change of another field is likelier to.
 */
export const enumValues = ({ hints }: EditContext, values: readonly unknown[]): readonly Valued[] =>
  values.map((value, index) => ({
    value,
    cost: hints.words.includes(String(value)) ? costs.named : costs.other + Math.min(index * costs.later, costs.latest),
  }))

/** Returns numbers for a field: figures of the refusal, the bounds, moments around now. */
export function numberValues({ hints, now }: EditContext, path: Path, node: SchemaNode): readonly Valued[] {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = node
  const bounds = [minimum, maximum].filter((bound) => Math.abs(bound) < 1e12)
  const valued = [
    ...hints.numbers.map((value) => ({ value, cost: costs.named })),
    ...(isTime(path) ? momentsNear([now, ...hints.numbers]) : []),
    ...[...bounds, 0, 1].map((value) => ({ value, cost: costs.other })),
  ]
  const isWhole = node.type === 'integer'
  return valued.filter(({ value }) => value >= minimum && value <= maximum && (!isWhole || Number.isInteger(value)))
}

const momentsNear = (moments: readonly number[]): readonly { readonly value: number; readonly cost: number }[] =>
  moments
    .filter((moment) => moment > 1e9 && moment < 1e11)
    .flatMap((moment) => [
      { value: moment + day, cost: costs.known },
      { value: moment, cost: costs.known },
      { value: moment - day, cost: costs.other },
      { value: moment + 1, cost: costs.other },
    ])

/** Returns texts for a field: what the refusal names, ids that exist, and the text that was sent, changed. */
export function textValues(context: EditContext, path: Path, node: SchemaNode, current: unknown): readonly Valued[] {
  const { hints, idsFor } = context
  return [
    ...(typeof current === 'string' ? changedTexts(context, node, current) : []),
    ...idsFor(path, current).map((value) => ({ value, cost: costs.known })),
    ...hints.listed.map((value) => ({ value, cost: costs.named })),
  ]
}

/** Returns a text as it would pass: shorter, hashed, another than before, with the form of a URL. */
function changedTexts({ hints }: EditContext, { maxLength }: SchemaNode, text: string): readonly Valued[] {
  const lengths = [...hints.numbers, maxLength ?? 0].filter((length) => length > 0 && length < text.length)
  const isHashed = hints.words.some((word) => /^(sha|hash)/i.test(word))
  return [
    ...lengths.map((length) => ({ value: text.slice(0, length), cost: costs.named })),
    ...(isHashed ? [{ value: text.split(',').map(hashed).join(','), cost: costs.named }] : []),
    ...(hints.words.some((word) => /^urls?$/i.test(word))
      ? [{ value: 'https://example.com/', cost: costs.known }]
      : []),
    { value: `${text} 2`, cost: costs.other },
  ]
}

/** Returns the hash of personal data, as the API wants it: of the text in lower case, without spaces around it. */
const hashed = (text: string): string => createHash('sha256').update(text.trim().toLowerCase()).digest('hex')
