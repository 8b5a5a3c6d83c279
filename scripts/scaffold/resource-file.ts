import { notFoundCode } from './content.ts'
import { bigintText } from './ids.ts'
import { mark, markedComment } from './mark.ts'
import { withArticle } from './names.ts'
import type { NamedOperation } from './operations-of.ts'
import type { Plan } from './plan.ts'
import { literal, sourceFile } from './source.ts'

/** What `resource.ts` depends on beside the plan. */
export interface ResourceOptions {
  /** Tags that another resource describes. */
  readonly describedTags: readonly string[]
  readonly hasAdmin: boolean
  readonly hasExistenceRule: boolean
}

/** Returns `resource.ts`: all that others need to know of the resource. */
export function resourceFile(plan: Plan, { describedTags, hasAdmin, hasExistenceRule }: ResourceOptions): string {
  const { names, operations, ids, pathId, owner, isReadOnly } = plan
  const { variable, variables, kind, many } = names
  const present = Object.values(operations.byRole)
  const tags = [...new Set(present.map(({ operation }) => operation.tags?.[0] ?? names.resource))]
  const newTags = tags.filter((tag) => !describedTags.includes(tag))
  const rules = hasExistenceRule
    ? `async rules() {
    const rules = await import('./rules.ts')
    return [rules.${variable}Exists, ...rules.${variable}Rules]
  },`
    : `rules: async () => (await import('./rules.ts')).${variable}Rules,`
  const text = `/** The id range of ${many}. */
export const ${variable}IdRange = idRange('${kind}', ${bigintText(ids.first)})

${pathId ? errorsText(plan) : ''}

/** The ${many} resource. */
export const ${variables}: Resource = {
  name: '${names.resource}',
  parents: [${owner.parents.join(', ')}],
  ${newTags.length > 0 ? `tags: { ${newTags.map((tag) => `${tag}: '${mark} describe ${many} in one sentence.'`).join(', ')} },` : ''}
  ids: [${variable}IdRange],
  ${pathId ? `errors: ${variable}Errors,` : ''}
  operations: {
    ${present.map((one) => `${literal(one.id)}: ${traitsOf(plan, one)},`).join('\n')}
    ${operations.others.map(({ id }) => markedComment(`add ${id}, or leave it.`)).join('\n')}
  },
  routes: async () => (await import('./routes.ts')).${variable}Routes,
  ${isReadOnly ? '' : rules}
  seed: async () => (await import('./seed.ts')).${variable}Seed,
  ${hasAdmin ? `edits: async () => (await import('./admin.ts')).${variable}Kind,` : ''}
}`
  return sourceFile(text, { ...importable, ...owner.parentImports })
}

/** Returns the 404 of an id in a path, with the code of the description where it has one. */
function errorsText({ names: { variable, kind, one, One }, operations, description }: Plan): string {
  const code = notFoundCode(description, operations.byRole.get ?? operations.byRole.delete)
  const source = `S${description.info.version.split('.').slice(0, 2).join('')} ${(operations.byRole.get ?? operations.byRole.delete)?.id}`
  const entry =
    code === undefined
      ? `assumedNotFound('${One} not found.')`
      : `{ status: 404, code: ${code}, message: '${One} not found.', evidence: 'documented', source: '${source}' }`
  return `/** The error for an unknown id of ${withArticle(one)} in a path. */
export const ${variable}Errors = namedErrors({
  ${code === undefined ? '' : markedComment('the words of this error, where a source has them.')}
  '${kind}.path': ${entry},
})`
}

function traitsOf({ create, update, operations: { byRole } }: Plan, operation: NamedOperation): string {
  const batch = operation === byRole.create ? create.batch : operation === byRole.update ? update?.batch : undefined
  return batch === undefined ? '{}' : `{ maxItems: ${batch.max ?? 'Infinity'} }`
}

const importable = {
  '#server/contracts/resource.ts': ['type Resource'],
  '#server/domain/errors/entry.ts': ['namedErrors'],
  '#server/domain/errors/not-found.ts': ['assumedNotFound'],
  '#server/domain/ids.ts': ['idRange'],
}
