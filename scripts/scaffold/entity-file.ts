import type { Field } from './fields.ts'
import { markedComment } from './mark.ts'
import type { Plan } from './plan.ts'
import { propertyName, sourceFile } from './source.ts'

/** Returns `entity.ts`: the entity that a creation leads to, and the one after an update. */
export function entityFile({ names: { type, one }, update }: Plan, fields: readonly Field[]): string {
  const present = fields.map(({ source }) => source)
  const parts = [
    'readonly id: string',
    ...(present.includes('account') ? ['readonly ad_account_id: string'] : []),
    ...(present.includes('clock') ? ['readonly now: number'] : []),
  ]
  const needed = parts.map((part) => part.replace(/readonly (\w+):.*/, '$1')).join(', ')
  const isSent = fields.some(({ inCreate }) => inCreate !== 'absent')
  const changed = `/** Returns the ${one} after an update; what is not sent stays. */
export const changed${type} = (before: ${type}, item: ${type}Update, now: number): ${type} => ({
  ...before,
  ${fields.flatMap(changedText).join('\n')}
})`
  const text = `/** What the store supplies to a new ${one}. */
export interface New${type} {
  ${parts.join('\n')}
}

/** Returns the ${one} that a creation leads to. */
export const new${type} = (${isSent ? 'item' : '_item'}: ${type}Create, { ${needed} }: New${type}): ${type} => ({
  ${fields.flatMap(createdText).join('\n')}
})

${update ? (changed.includes('updated_time') ? changed : changed.replace(', now: number', '')) : ''}`
  return sourceFile(text, {
    '#server/domain/patch.ts': ['patched'],
    './schema.ts': [`type ${type}`, `type ${type}Create`, `type ${type}Update`],
  })
}

const values = { id: 'id', account: 'ad_account_id', clock: 'now' } as const

function createdText({ name, source, initial, isGuess, inCreate, isOptional }: Field): readonly string[] {
  const [key, sent] = [propertyName(name), `item.${name}`]
  if (source !== undefined) return [key === values[source] ? `${key},` : `${key}: ${values[source]},`]
  if (inCreate === 'required') return [`${key}: ${sent},`]
  if (isOptional) {
    return inCreate === 'absent'
      ? [markedComment(`what ${name} is, which no creation has.`)]
      : [`...(${sent} !== undefined && { ${key}: ${sent} }),`]
  }
  const lines = isGuess ? [markedComment(`what ${name} is when a creation does not say it.`)] : []
  return [...lines, `${key}: ${inCreate === 'absent' ? initial : `${sent} ?? ${initial}`},`]
}

function changedText({ name, source, inUpdate, isOptional, isNullable }: Field): readonly string[] {
  const [key, sent] = [propertyName(name), `item.${name}`]
  if (source === 'clock' && name === 'updated_time') return [`${key}: now,`]
  if (!inUpdate) return []
  if (isOptional) return [`...(${sent} !== undefined && { ${key}: ${sent} }),`]
  return [isNullable ? `${key}: patched(${sent}, before.${name}),` : `${key}: ${sent} ?? before.${name},`]
}
