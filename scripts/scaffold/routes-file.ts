import type { Filters } from './filters.ts'
import { mark, markedComment } from './mark.ts'
import { type Names, withArticle } from './names.ts'
import type { NamedOperation, Role } from './operations-of.ts'
import type { Plan } from './plan.ts'
import { isNarrowed } from './repository-file.ts'
import { batchText, envelopeMark } from './routes-batch.ts'
import { literal, sourceFile } from './source.ts'

/** Returns `routes.ts`: each operation with its schemas, and what it calls. */
export function routesFile(plan: Plan, filters: Filters): string {
  const { names, operations, create, update, owner, pathId } = plan
  const { type, types, variable, variables, kind, many } = names
  const routes = Object.entries(operations.byRole).map(([role, operation]) =>
    routeText(plan, filters, role as Role, operation),
  )
  const hasBatch = create.batch !== undefined || update?.batch !== undefined
  const collection = `{ owner: ${owner.value}, table: ${variable}Table }`
  const text = `${hasBatch ? `${envelopeMark(plan)}const BatchReply = batchReply(${type})` : ''}

${owner.declaration}
const ${variables} = routesFor(${collection})
${pathId ? `const ${variable} = ${variables}.entity(${type}Path, ${variable}Errors['${kind}.path'])` : ''}

/** Adds the operations on ${many}. */
export function ${variable}Routes(app: Operations): void {
  ${routes.join('\n\n')}
}`
  return sourceFile(text, {
    zod: ['z'],
    '#server/collections/routes-for.ts': ['routesFor'],
    '#server/http/responses/batch.ts': ['batchOf', 'batchReply'],
    '#server/plugins/operations.ts': ['type Operations'],
    ...owner.imports,
    './repository.ts': [`list${types}`, `${variable}Table`],
    './resource.ts': [`${variable}Errors`],
    './schema.ts': ['', 'Create', 'ListQuery', 'Page', 'Path', 'Update', 'statuses'].map((end) => type + end),
    './service.ts': ['change', 'create', 'remove'].map((start) => start + type),
  })
}

const summaries: Readonly<Record<Role, (names: Names) => string>> = {
  list: ({ many }) => `List ${many}`,
  create: ({ many }) => `Create ${many}`,
  update: ({ many }) => `Update ${many}`,
  get: ({ one }) => `Get ${withArticle(one)}`,
  change: ({ one }) => `Update ${withArticle(one)}`,
  delete: ({ one }) => `Delete ${withArticle(one)}`,
}

function routeText(plan: Plan, filters: Filters, role: Role, operation: NamedOperation): string {
  const { names, create } = plan
  const summary =
    role === 'create' && create.batch === undefined ? `Create ${withArticle(names.one)}` : summaries[role](names)
  return `app.operation(${literal(operation.id)}, {
    summary: '${summary}',
    description: '${mark} describe it in a sentence or two.',
    ${parts[role](plan, filters)}
  })`
}

const parts: Readonly<Record<Role, (plan: Plan, filters: Filters) => string>> = {
  list: listText,
  create: (plan) => (plan.create.batch ? batchText(plan, 'Create') : createText(plan)),
  update: (plan) => batchText(plan, 'Update'),
  get: ({ names: { variable, type } }) => `...${variable}.get(${type}),`,
  change: ({ names: { variable, type } }) => `...${variable}.update(${type}Update, ${type}, change${type}),`,
  delete: ({ names: { variable, type } }) => `...${variable}.remove(remove${type}),`,
}

function createText({ names: { variables, type }, operations: { byRole } }: Plan): string {
  const status = Object.keys(byRole.create?.operation.responses ?? {}).includes('201') ? ', 201' : ''
  return `...${variables}.create(${type}Create, ${type}, create${type}${status}),`
}

function listText({ names: { type, types, variables } }: Plan, filters: Filters): string {
  const { hasOrder, ids, statuses, defaultStatuses, others } = filters
  const marks = others.map((name) => `${markedComment(`narrow the list by ${name}.`)}\n`).join('')
  if (!isNarrowed(filters)) return `${marks}...${variables}.list(${type}ListQuery, ${type}Page),`
  const absent = defaultStatuses === undefined ? `${type}.shape.status.options` : `${literal(defaultStatuses)} as const`
  const picked = [ids, statuses && `${statuses} = ${absent}`, hasOrder && "order = 'ASCENDING'"].filter(Boolean)
  const named = [ids, statuses, hasOrder && 'order'].filter(Boolean)
  return `${marks}...${variables}.narrowedList(${type}ListQuery, ${type}Page, {
      filters: ({ ${picked.join(', ')} }) => ({ ${named.join(', ')} }),
      rows: list${types},
    }),`
}
