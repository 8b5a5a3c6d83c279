import { flattened } from '#openapi/shape.ts'
import { answerOf, itemsOf } from './content.ts'
import { markedComment } from './mark.ts'
import type { Plan } from './plan.ts'
import type { Body } from './shape.ts'

/** Returns the schema and the handler of a batch. */
export function batchText(plan: Plan, what: 'Create' | 'Update'): string {
  const { type, variables } = plan.names
  const body = what === 'Create' ? plan.create : plan.update
  const call = what === 'Create' ? 'create' : 'change'
  return `${markedComment('which style the real service has; batch.ts lists them with their evidence.')}
    ...${variables}.batch(${arrayText(`${type}${what}`, body)}, BatchReply, 'list', ${call}${type}),`
}

function arrayText(item: string, { batch: { min, max } = { min: undefined, max: undefined } }: Body = noBody): string {
  if (min === 1 && max === 30) return `batchOf(${item})`
  return `z.array(${item})${min === undefined ? '' : `.min(${min})`}${max === undefined ? '' : `.max(${max})`}`
}

const noBody: Body = { properties: {}, required: [] }

/** Returns a mark where the description has another envelope than `replyToBatch` makes; nothing else. */
export function envelopeMark({ description, operations: { byRole } }: Plan): string {
  const operation = byRole.update ?? byRole.create
  const answer = operation && answerOf(description, operation)
  const entries = answer && itemsOf(description, answer)
  const entry = entries && Object.keys(flattened(description, entries.items).properties ?? {})
  if (entries === undefined) return `${markedComment('the envelope of the answer, which is no list.')}\n`
  if (entries.name === 'items' && entry?.includes('exceptions')) return ''
  return `${markedComment(`the envelope: the description has ${entries.name}[] with ${entry?.join(', ')}.`)}\n`
}
