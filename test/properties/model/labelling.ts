import { fresh } from './batches.ts'
import type { Item } from './calls/items.ts'
import { agree, Disagreement } from './disagreement.ts'
import { apply, createLabel, remove, updateLabel } from './rules/labels.ts'
import { isUnfit } from './rules/shape.ts'
import type { TestWorld } from './test-world.ts'

/** Sends a batch of labels: what is stored is in `labels`, what is refused in `errors`. */
export async function labelBatch(world: TestWorld, what: 'create' | 'update', items: readonly Item[]): Promise<void> {
  const { state } = world
  const { status, body } = await (what === 'create' ? world.post : world.patch)('/labels', { labels: items })
  const description = `${what} /labels ${JSON.stringify(items)}: ${JSON.stringify(body)}`
  if (isUnfit('labels', what, items)) return agree(description, { status, code: body.code }, { status: 400, code: 1 })
  agree(description, { status, all: body.labels?.length + body.errors?.length }, { status: 200, all: items.length })
  const stored = [...body.labels]
  const refused = [...body.errors]
  for (const sent of items) {
    const verdict = what === 'create' ? createLabel(state, sent) : updateLabel(state, String(sent.id), sent)
    const got = 'row' in verdict ? stored.shift() : refused.shift()
    if (got === undefined)
      throw new Disagreement(`${description}\nof ${JSON.stringify(sent)} the model says ${JSON.stringify(verdict)}`)
    if ('objections' in verdict) {
      const { data, error_messages } = got
      const nonNull = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null))
      agree(description, { ...data, ...nonNull }, what === 'create' ? { status: 'ACTIVE', ...data } : data)
      agree(
        description,
        error_messages.length > 0 && error_messages.every((one: unknown) => typeof one === 'string'),
        true,
      )
      continue
    }
    const row = what === 'create' ? { ...verdict.row, id: fresh(description, state.labels, got.id) } : verdict.row
    state.labels.set(row.id, row)
    if (what === 'create') state.labelled.set(row.id, new Set())
    agree(description, got, row)
  }
}

const most = 250

/** Puts a label on campaigns, or takes it from them. */
export async function applyOrRemove(
  { state, post }: TestWorld,
  what: 'apply' | 'remove',
  label: string,
  campaigns: readonly string[],
): Promise<void> {
  const { status, body } = await post(`/labels/${label}/${what}`, { entity_ids: campaigns })
  const description = `${what} label ${label} ${JSON.stringify(campaigns.slice(0, 5))}: ${JSON.stringify(body).slice(0, 2000)}`
  const refuse = (expected: number, code: number) =>
    agree(description, { status, code: body.code }, { status: expected, code })
  const unfit = campaigns.length === 0 || campaigns.length > most || new Set(campaigns).size < campaigns.length
  if (unfit) return refuse(400, 1)
  if (!state.labels.has(label)) return refuse(404, 2)
  agree(description, status, 200)
  const errors: string[] = []
  const entities = campaigns.map((entity_id) => {
    const outcome = (what === 'apply' ? apply : remove)(state, label, entity_id)
    if (outcome.error) errors.push(entity_id)
    return { entity_id, entity_type: 'CAMPAIGN', label_id: label, status: outcome.status }
  })
  agree(description, body.entities_labels, entities)
  agree(
    description,
    body.errors.map(({ data }: { data: unknown }) => data),
    entities.filter(({ entity_id }) => errors.includes(entity_id)),
  )
}
