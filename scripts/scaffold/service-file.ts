import type { Field } from './fields.ts'
import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'
import { hasExistenceRule } from './rules-files.ts'
import { sourceFile } from './source.ts'

/** Returns `service.ts`: what each operation does with the stored entities. */
export function serviceFile(plan: Plan, fields: readonly Field[]): string {
  const { names, operations, pathId } = plan
  const { type, variable, kind, one } = names
  const { byRole } = operations
  const known = `/** Returns the ${one} of that id, which a call's path names; throws 404 where the account has none. */
export const require${type} = ({ db }: World, account: AdAccountContext, id: string): ${type}Row =>
  found(${variable}Table.find(db, account.id, id), ${variable}Errors['${kind}.path'])`
  const removed = `/** Deletes ${withArticle(one)}. */
export const remove${type} = ({ db }: World, { id }: ${type}Row): void => ${variable}Table.remove(db, id)`
  const parts = [
    pathId ? known : '',
    createText(plan, fields),
    plan.update ? changeText(plan, fields) : '',
    byRole.delete ? removed : '',
  ]
  return sourceFile(parts.filter(Boolean).join('\n\n'), {
    '#server/domain/ads/ad-account.ts': ['type AdAccountContext'],
    '#server/domain/errors/found.ts': ['found'],
    '#server/domain/ids.ts': ['idOf'],
    '#server/domain/rules/outcome.ts': ['type Outcome'],
    '#server/worlds/world.ts': ['type World'],
    './entity.ts': [`changed${type}`, `new${type}`],
    './repository.ts': [`${variable}Table`, `type ${type}Row`],
    './resource.ts': [`${variable}Errors`, `${variable}IdRange`],
    './rules.ts': [`${variable}Exists`, `${variable}Rules`],
    './schema.ts': [`type ${type}`, `type ${type}Create`, `type ${type}Update`],
  })
}

function createText({ names, operations, create }: Plan, fields: readonly Field[]): string {
  const { type, variable, one } = names
  const hasAccount = fields.some(({ source }) => source === 'account')
  const hasClock = fields.some(({ source }) => source === 'clock')
  const facts = `{ operation: '${operations.byRole.create?.id}', sent: item, after }`
  const stored = `${variable}Table.insertEntity(db, after, { seq${hasAccount ? '' : ', ad_account_id'} })`
  return `/** Creates ${withArticle(one)} in the account${create.batch ? ', unless a rule refuses it' : '; throws when a rule refuses it'}. */
export function create${type}(
  { db, rules${hasClock ? ', clock' : ''} }: World,
  { id: ad_account_id }: Pick<AdAccountContext, 'id'>,
  item: ${type}Create,
): ${create.batch ? `Outcome<${type}Row>` : `${type}Row`} {
  const seq = ${variable}Table.nextSequence(db)
  const id = idOf(${variable}IdRange, seq)
  const after = new${type}(item, { id${hasAccount ? ', ad_account_id' : ''}${hasClock ? ', now: clock.seconds()' : ''} })
  ${judged(variable, facts, create.batch !== undefined)}
  return ${create.batch ? `{ row: ${stored} }` : stored}
}`
}

function changeText(plan: Plan, fields: readonly Field[]): string {
  const { names, operations, update } = plan
  const { type, variable, one } = names
  const isBatch = update?.batch !== undefined && operations.byRole.update !== undefined
  const hasAccount = fields.some(({ source }) => source === 'account')
  const isTimed = fields.some(({ name, source }) => name === 'updated_time' && source === 'clock')
  const id = (operations.byRole.update ?? operations.byRole.change)?.id
  const facts = `{ operation: '${id}', sent: item, before, after }`
  const row = `${variable}Table.updateEntity(db, after, { seq: stored.seq${hasAccount ? '' : ', ad_account_id: stored.ad_account_id'} })`
  const lookup = hasExistenceRule(plan)
    ? `const stored = ${variable}Table.find(db, account.id, item.id)
  if (stored === undefined) return { violations: rules.evaluate([${variable}Exists], { found: stored }) }`
    : ''
  return `/** Changes ${withArticle(one)}${isBatch ? ' of the account, unless a rule refuses it' : '; throws when a rule refuses it'}. */
export function change${type}(
  { db, rules${isTimed ? ', clock' : ''} }: World,
  ${isBatch ? 'account: AdAccountContext' : `stored: ${type}Row`},
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
