import { flattened } from '#openapi/shape.ts'
import { markedComment } from './mark.ts'
import { withArticle } from './names.ts'
import type { Plan } from './plan.ts'
import { sourceFile } from './source.ts'

/** Tells whether a batch names entities by ids, which must exist: the one rule that follows from the schema. */
export const hasExistenceRule = ({ update, operations: { byRole } }: Plan): boolean =>
  byRole.update !== undefined && update?.batch !== undefined

/** The statuses of entities that share the lifecycle of campaigns: rules about them can wait for a draft's end. */
const entityStatuses = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT']

/** Returns `rules.ts`: what rules evaluate, the rule that follows from the schema, and where others go. */
export function rulesFile(plan: Plan): string {
  const { names, operations, create, owner } = plan
  const { type, variable, kind, one, many, One } = names
  const changing = operations.byRole.update ?? operations.byRole.change
  const exists = `/** Refuses a batch item whose ${one} ${owner.the} does not have. */
export const ${variable}Exists = existenceRule({
  id: '${kind}.exists',
  operations: ['${changing?.id}'],
  fields: ['id'],
  message: '${One} not found.',
  passes: 'The id of ${withArticle(one)} of this ${owner.the.replace('the ', '')}.',
})`
  const isChange = create.batch !== undefined && hasSharedStatus(plan)
  const refuses = create.batch ? 'item' : 'request'
  const text = `${isChange ? '' : factsText(plan)}

${hasExistenceRule(plan) ? exists : ''}

${markedComment(`the rules about ${many}, each with its evidence${isChange ? '' : `; refuses: '${refuses}'`}.`)}
/** Every rule about ${withArticle(one)}'s content, in the order in which violations are reported. */
${
  isChange
    ? `export const ${variable}Rules: readonly Rule<Change<${type}>>[] = changeRules<Change<${type}>>([])`
    : `export const ${variable}Rules: readonly Rule<${type}Facts>[] = []`
}`
  return sourceFile(text, {
    '#server/domain/rules/change.ts': ['type Change', 'changeRules'],
    '#server/domain/rules/existence-rule.ts': ['existenceRule'],
    '#server/domain/rules/rule.ts': ['type Rule'],
    './schema.ts': [`type ${type}`, `type ${type}Create`, `type ${type}Update`],
  })
}

const factsText = ({
  names: { type, one, many },
  update,
}: Plan): string => `/** The facts that the rules about ${many} evaluate. */
export interface ${type}Facts {
  readonly operation: string
  readonly sent: ${type}Create${update ? ` | ${type}Update` : ''}
  /** The ${one} as it is stored; absent on creation. */
  readonly before?: ${type}
  /** The ${one} as it would be stored. */
  readonly after: ${type}
  /** Unix seconds of the world's clock. */
  readonly now: number
}`

/** Tells whether an entity always has a status, and one of those that campaigns have. */
export function hasSharedStatus({ description, entity: { properties } }: Plan): boolean {
  const { enum: values = [] } = flattened(description, properties.status ?? {})
  return values.length > 0 && values.every((value) => entityStatuses.includes(String(value)))
}

/** Returns the file of cases that show the rules, and the test that runs them. */
export function caseFiles({ names, operations, create }: Plan, item: string): Readonly<Record<string, string>> {
  const { variable, kind, many, folder } = names
  const within = operations.collection.replace('/ad_accounts/{ad_account_id}', '')
  const cases = `/** Cases of the rules about ${many}. */
export const ${variable}Cases: readonly RuleCase[] = [
  {
    rule: '${kind}.exists',
    refused: ({ patch }) => patch('${within}', [{ id: '1' }]),
    async passes({ ${create.batch ? 'create' : 'post'}, patch }) {
      const { id } = ${create.batch ? `await create('${within}', ${item})` : `(await post('${within}', ${item})).body`}
      return patch('${within}', [{ id }])
    },
  },
]`
  return {
    [`test/rules/${folder}.ts`]: sourceFile(cases, { './case.ts': ['type RuleCase'] }),
    [`test/rules/${folder}.test.ts`]: sourceFile(`await checkArea(t, '${folder}')`, {
      tap: ['t'],
      './areas.ts': ['checkArea'],
    }),
  }
}
