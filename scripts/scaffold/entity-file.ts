import type { Field } from './fields.ts'
import { markedComment } from './mark.ts'
import type { Plan } from './plan.ts'
import { propertyName, sourceFile } from './source.ts'

/** Returns `entity.ts`: the entity that a creation stores, and the one after an update. */
export function entityFile({ names: { type, one }, update, owner }: Plan, fields: readonly Field[]): string {
  const sources = fields.map(({ source }) => source)
  const supplied = ['id', ...(sources.includes('owner') ? [owner.column] : [])]
  const hasClock = sources.includes('clock')
  const isSent = fields.some(({ inCreate }) => inCreate !== 'absent')
  const picked = `Pick<${type}, ${supplied.map((name) => `'${name}'`).join(' | ')}>`
  const created = fields.flatMap((field) => createdText(field, owner.column))
  const changed = fields.flatMap(changedText)
  const isTimed = changed.includes('updated_time: now,')
  const text = `/** Returns the ${one} that a creation stores. */
export const new${type} = (
  ${isSent ? 'item' : '_item'}: ${type}Create,
  { ${[...supplied, ...(hasClock ? ['now'] : [])].join(', ')} }: ${picked}${hasClock ? ' & { readonly now: number }' : ''},
): ${type} => ({
  ${created.join('\n')}
})

${
  update === undefined
    ? ''
    : `/** Returns the ${one} after an update. Null clears a nullable field and leaves any other as it is. */
export const changed${type} = (before: ${type}, item: ${type}Update${isTimed ? ', now: number' : ''}): ${type} => ({
  ...before,
  ${changed.join('\n')}
})`
}`
  return sourceFile(text, {
    '#server/domain/patch.ts': ['patched'],
    './schema.ts': [`type ${type}`, `type ${type}Create`, `type ${type}Update`],
  })
}

function createdText(
  { name, source, initial, isGuess, inCreate, isOptional }: Field,
  ownerColumn: string,
): readonly string[] {
  const [key, sent] = [propertyName(name), `item.${name}`]
  if (source !== undefined) return [source === 'clock' ? `${key}: now,` : `${source === 'owner' ? ownerColumn : key},`]
  if (inCreate === 'required') return [`${key}: ${sent},`]
  if (isOptional) {
    return inCreate === 'absent'
      ? [markedComment(`what ${name} is, which no creation has.`)]
      : [`...(${sent} != null && { ${key}: ${sent} }),`]
  }
  const lines = isGuess ? [markedComment(`what ${name} is when a creation does not say it.`)] : []
  return [...lines, `${key}: ${inCreate === 'absent' ? initial : `${sent} ?? ${initial}`},`]
}

function changedText({ name, source, inUpdate, isOptional, isNullable }: Field): readonly string[] {
  const [key, sent] = [propertyName(name), `item.${name}`]
  if (source === 'clock' && name === 'updated_time') return [`${key}: now,`]
  if (!inUpdate) return []
  if (isOptional) return [`...(${sent} != null && { ${key}: ${sent} }),`]
  return [isNullable ? `${key}: patched(${sent}, before.${name}),` : `${key}: ${sent} ?? before.${name},`]
}
