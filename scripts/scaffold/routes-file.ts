import type { Filters } from './filters.ts'
import { mark, markedComment } from './mark.ts'
import { type Names, withArticle } from './names.ts'
import type { NamedOperation, Role } from './operations-of.ts'
import type { Plan } from './plan.ts'
import { batchText, envelopeMark } from './routes-batch.ts'
import { literal, sourceFile } from './source.ts'

/** Returns `routes.ts`: each operation with its schemas, and what it calls. */
export function routesFile(plan: Plan, filters: Filters): string {
  const { names, operations, create, update } = plan
  const { type, types, variable, many } = names
  const routes = Object.entries(operations.byRole).map(([role, operation]) =>
    routeText(plan, filters, role as Role, operation),
  )
  const hasBatch = create.batch !== undefined || update?.batch !== undefined
  const text = `${hasBatch ? `${envelopeMark(plan)}const BatchReply = batchReply(${type})` : ''}

/** Adds the operations on ${many}. */
export function ${variable}Routes(app: Operations): void {
  ${routes.join('\n\n')}
}`
  return sourceFile(text, {
    zod: ['z'],
    '#server/http/responses/batch.ts': ['batchOf', 'batchReply', 'replyToBatch'],
    '#server/http/responses/list.ts': ['replyWithPage', 'requestedPage'],
    '#server/http/responses/replies.ts': ['NoContent', 'sendJson', 'sendNothing'],
    '#server/http/schema/fields.ts': ['AdAccountPath'],
    '#server/plugins/operations.ts': ['type Operations'],
    '#server/resources/accounts/ad-accounts/service.ts': ['requireAdAccount'],
    './repository.ts': [`list${types}`],
    './schema.ts': ['', 'Create', 'ListQuery', 'Page', 'Path', 'Update', 'statuses'].map((end) => type + end),
    './service.ts': ['change', 'create', 'remove', 'require'].map((start) => start + type),
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
    ${handlers[role](plan, filters)}
  })`
}

const handlers: Readonly<Record<Role, (plan: Plan, filters: Filters) => string>> = {
  list: listText,
  create: (plan) => (plan.create.batch ? batchText(plan, 'Create') : singleCreateText(plan)),
  update: (plan) => batchText(plan, 'Update'),
  get: ({ names: { type }, pathId }) => `schema: { params: ${type}Path, response: { 200: ${type} } },
    handler: ({ params: { ad_account_id, ${pathId?.name} }, world }, reply) =>
      sendJson(reply, require${type}(world, requireAdAccount(world, ad_account_id), ${pathId?.name}).json),`,
  change: ({
    names: { type },
    pathId,
  }) => `schema: { params: ${type}Path, body: ${type}Update, response: { 200: ${type} } },
    handler: ({ params: { ad_account_id, ${pathId?.name} }, body, world }, reply) => {
      const stored = require${type}(world, requireAdAccount(world, ad_account_id), ${pathId?.name})
      return sendJson(reply, world.write(() => change${type}(world, stored, body)).json)
    },`,
  delete: ({ names: { type }, pathId }) => `schema: { params: ${type}Path, response: { 204: NoContent } },
    handler: ({ params: { ad_account_id, ${pathId?.name} }, world }, reply) => {
      const stored = require${type}(world, requireAdAccount(world, ad_account_id), ${pathId?.name})
      world.write(() => remove${type}(world, stored))
      return sendNothing(reply)
    },`,
}

const singleCreateText = ({
  names: { type },
}: Plan): string => `schema: { params: AdAccountPath, body: ${type}Create, response: { 200: ${type} } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      return sendJson(reply, world.write(() => create${type}(world, account, body)).json)
    },`

function listText({ names: { type, types } }: Plan, filters: Filters): string {
  const { hasOrder, ids, statuses, defaultStatuses, others } = filters
  const absent = defaultStatuses === undefined ? `${type}.shape.status.options` : literal(defaultStatuses)
  const picked = [ids, statuses && `${statuses} = ${absent}`, hasOrder && "order = 'ASCENDING'"].filter(Boolean)
  const names = ['ad_account_id', ids, statuses, hasOrder && 'order'].filter(Boolean)
  return `schema: { params: AdAccountPath, querystring: ${type}ListQuery, response: { 200: ${type}Page } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      ${others.map((name) => markedComment(`narrow the list by ${name}.`)).join('\n')}
      ${picked.length > 0 ? `const { ${picked.join(', ')} } = query` : ''}
      const filters = { ${names.join(', ')} }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      return replyWithPage(reply, page, list${types}(world.db, filters, page), ({ json }) => json)
    },`
}
