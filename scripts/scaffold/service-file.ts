import type { Field } from './fields.ts'
import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'
import { hasExistenceRule } from './rules-files.ts'
import { sourceFile } from './source.ts'

/** Returns `service.ts`: what each operation does with the stored entities. */
export function serviceFile(plan: Plan, fields: readonly Field[]): string {
  const { names, operations } = plan
  const { type, variable, one } = names
  const removed = `/** Deletes ${withArticle(one)}. */
export const remove${type} = ({ db }: World, { id }: ${type}Row): void => ${variable}Table.remove(db, id)`
  const parts = [
    createText(plan, fields),
    plan.update ? changeText(plan, fields) : '',
    operations.byRole.delete || plan.isReadOnly ? removed : '',
  ]
  return sourceFile(parts.filter(Boolean).join('\n\n'), {
    '#server/collections/owner.ts': ['type Owned'],
    '#server/domain/ids.ts': ['idOf'],
    '#server/domain/rules/outcome.ts': ['type Outcome'],
    '#server/worlds/world.ts': ['type World'],
    './entity.ts': [`changed${type}`, `new${type}`],
    './repository.ts': [`${variable}Table`, `type ${type}Row`],
    './resource.ts': [`${variable}IdRange`],
    './rules.ts': [`${variable}Exists`, `${variable}Rules`],
    './schema.ts': [`type ${type}`, `type ${type}Create`, `type ${type}Update`],
  })
}

function createText({ names, owner, operations, create, isReadOnly }: Plan, fields: readonly Field[]): string {
  const { type, variable, one } = names
  const isOwned = fields.some(({ source }) => source === 'owner')
  const hasClock = fields.some(({ source }) => source === 'clock')
  const facts = `{ operation: '${operations.byRole.create?.id}', sent: item, after, now: clock.seconds() }`
  const entity = `{ id: idOf(${variable}IdRange, seq)${isOwned ? `, ${owner.column}` : ''}${hasClock ? ', now: clock.seconds()' : ''} }`
  const stored = `${variable}Table.insertEntity(db, after, { seq${isOwned ? '' : `, ${owner.column}`} })`
  const ending = isReadOnly
    ? ', for seeds and direct edits: the API only reads them'
    : create.batch
      ? ', unless a rule refuses it'
      : '; throws when a rule refuses it'
  return `/** Creates one ${one} of ${owner.the}${ending}. */
export function create${type}(
  { db${isReadOnly ? '' : ', rules'}${hasClock || !isReadOnly ? ', clock' : ''} }: World,
  { id: ${owner.column} }: Owned,
  item: ${type}Create,
): ${create.batch ? `Outcome<${type}Row>` : `${type}Row`} {
  const seq = ${variable}Table.nextSequence(db)
  const after = new${type}(item, ${entity})
  ${isReadOnly ? '' : judged(variable, facts, create.batch !== undefined)}
  return ${create.batch ? `{ row: ${stored} }` : stored}
}`
}

function changeText(plan: Plan, fields: readonly Field[]): string {
  const { names, owner, operations, update } = plan
  const { type, variable, one } = names
  const isBatch = update?.batch !== undefined && operations.byRole.update !== undefined
  const isOwned = fields.some(({ source }) => source === 'owner')
  const isTimed = fields.some(({ name, source }) => name === 'updated_time' && source === 'clock')
  const id = (operations.byRole.update ?? operations.byRole.change)?.id
  const facts = `{ operation: '${id}', sent: item, before, after, now: clock.seconds() }`
  const row = `${variable}Table.updateEntity(db, after, { seq: stored.seq${isOwned ? '' : `, ${owner.column}: stored.${owner.column}`} })`
  const lookup = hasExistenceRule(plan)
    ? `const stored = ${variable}Table.find(db, ownerId, item.id)
  if (stored === undefined) return { violations: rules.evaluate([${variable}Exists], { found: stored }) }`
    : ''
  return `/** Changes one ${one} of ${owner.the}${isBatch ? ', unless a rule refuses it' : '; throws when a rule refuses it'}. */
export function change${type}(
  { db, rules, clock }: World,
  ${isBatch ? '{ id: ownerId }: Owned' : `stored: ${type}Row`},
  item: ${type}Update,
): ${isBatch ? `Outcome<${type}Row>` : `${type}Row`} {
  ${lookup}
  const before: ${type} = JSON.parse(stored.json)
  const after = changed${type}(before, item${isTimed ? ', clock.seconds()' : ''})
  ${judged(variable, facts, isBatch)}
  return ${isBatch ? `{ row: ${row} }` : row}
}`
}

/** Returns the lines that let rules refuse: one item of a batch, or the request. */
const judged = (variable: string, facts: string, isBatch: boolean): string =>
  isBatch
    ? `const violations = rules.evaluate(${variable}Rules, ${facts})
  if (violations.length > 0) return { violations }`
    : `rules.assert(${variable}Rules, ${facts})`
