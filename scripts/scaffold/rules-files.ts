import { markedComment } from './mark.ts'
import type { Plan } from './plan.ts'
import { sourceFile } from './source.ts'

/** Tells whether a batch names entities by ids, which must exist: the one rule that follows from the schema. */
export const hasExistenceRule = ({ update, operations: { byRole } }: Plan): boolean =>
  byRole.update !== undefined && update?.batch !== undefined

/** Returns `rules.ts`: what rules examine, the rule that follows from the schema, and where others go. */
export function rulesFile(plan: Plan): string {
  const { names, operations, update, create } = plan
  const { type, variable, kind, one, many, One } = names
  const changing = operations.byRole.update ?? operations.byRole.change
  const exists = `/** Refuses an item of a batch that names ${one.startsWith('a') ? 'an' : 'a'} ${one} which the ad account does not have. */
export const ${variable}Exists = existenceRule({
  id: '${kind}.exists',
  operations: ['${changing?.id}'],
  fields: ['id'],
  message: '${One} not found.',
})`
  const text = `/** What the rules of ${many} examine. */
export interface ${type}Facts {
  readonly operation: string
  readonly sent: ${type}Create${update ? ` | ${type}Update` : ''}
  /** The ${one} as it is stored; absent on creation. */
  readonly before?: ${type}
  /** The ${one} as it would be stored. */
  readonly after: ${type}
}

${hasExistenceRule(plan) ? exists : ''}

${markedComment(`the rules of ${many}, each with its evidence; refuses: '${create.batch ? 'item' : 'request'}'.`)}
/** Rules of ${many}. */
export const ${variable}Rules: readonly Rule<${type}Facts>[] = []`
  return sourceFile(text, {
    '#server/domain/rules/existence-rule.ts': ['existenceRule'],
    '#server/domain/rules/rule.ts': ['type Rule'],
    './schema.ts': [`type ${type}`, `type ${type}Create`, `type ${type}Update`],
  })
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
