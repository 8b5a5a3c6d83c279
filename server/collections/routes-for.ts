import type { z } from 'zod'
import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import type { NamedApiError } from '../domain/errors/entry.ts'
import type { Outcome } from '../domain/rules/outcome.ts'
import { type Batch, replyToBatch } from '../http/responses/batch.ts'
import { replyWithPage, requestedPage } from '../http/responses/list.ts'
import { sendJson } from '../http/responses/replies.ts'
import type { World } from '../worlds/world.ts'
import { type Collection, type OperationParts, type StoredRow, schemaWithin, storedText } from './collection.ts'
import { entityRoutes } from './entity-routes.ts'
import type { Owned } from './owner.ts'

interface PageQuery {
  readonly page_size: number
  readonly bookmark?: string
}

type Ordered = { readonly order?: 'ASCENDING' | 'DESCENDING' }

/** What narrows and orders a list beyond its owner, and the rows that it then has. */
export interface Narrowing<Query, Context, Names, Filters, Row> {
  /** Returns what the list is narrowed to and ordered by, with what is absent filled in; bookmarks depend on it. */
  readonly filters: (query: Query) => Filters
  readonly rows: (db: Database, filters: Names & Filters, page: PageRange, owner: Context) => readonly Row[]
}

/**
 * Returns the plain operations on a collection: each goes into `app.operation` with a summary and a description. A
 * resource writes those that differ itself.
 *
 * @example
 * ```ts
 * const leadForms = routesFor({ owner: adAccountOwner, table: leadFormTable })
 * const leadForm = leadForms.entity(LeadFormPath, leadFormErrors['lead_form.path'])
 *
 * app.operation('lead_forms/list', {
 *   summary: 'List lead forms',
 *   description: "Returns a page of the ad account's lead forms, ordered by id.",
 *   ...leadForms.list(LeadFormListQuery, LeadFormPage),
 * })
 * ```
 */
export function routesFor<Context extends Owned, Names extends object, Row extends StoredRow>(
  collection: Collection<Context, Names, Row>,
) {
  const { owner, table, text = storedText, listed = text } = collection
  /** Answers a page in the order of ids. */
  const pageOf = <Query extends z.ZodObject, Filters extends object>(
    querystring: Query,
    page: z.ZodType,
    { filters: filtersOf, rows }: Narrowing<z.output<Query>, Context, Names, Filters, Row>,
  ): OperationParts => ({
    schema: schemaWithin(owner, { querystring, response: { 200: page } }),
    handler: (request, reply) => {
      const { operation, world } = request
      const query = request.query as PageQuery & z.output<Query>
      const filters = { ...owner.names(request), ...filtersOf(query) }
      const requested = requestedPage({ operation, query }, filters)
      const context = owner.of(request)
      return replyWithPage(reply, requested, rows(world.db, filters, requested, context), listed(world))
    },
  })

  return {
    /** Answers a page of all of the owner's entities, in the order that the query may have. */
    list: (querystring: z.ZodObject, page: z.ZodType): OperationParts =>
      pageOf(querystring, page, {
        filters: ({ order = 'ASCENDING' }: Ordered): Ordered => ('order' in querystring.shape ? { order } : {}),
        rows: (db, { order }, range, { id }) =>
          table.pageWithin(db, id, { ...range, descending: order === 'DESCENDING' }),
      }),

    /** Answers a page of those of the owner's entities that the query is about. */
    narrowedList: pageOf,

    /** Creates one entity of the owner. */
    create<Body extends z.ZodType>(
      body: Body,
      entity: z.ZodType,
      create: (world: World, owner: Context, item: z.output<Body>) => Row,
      status: 200 | 201 = 200,
    ): OperationParts {
      return {
        schema: schemaWithin(owner, { body, response: { [status]: entity } }),
        handler: (request, reply) => {
          const { world } = request
          const context = owner.of(request)
          const row = world.write(() => create(world, context, request.body as z.output<Body>))
          return sendJson(reply.code(status), text(world)(row))
        },
      }
    },

    /** Creates or changes entities of the owner, each by itself. */
    batch<Item>(
      body: z.ZodType<readonly Item[]>,
      response: z.ZodType,
      style: Batch<Item, Row>['style'],
      each: (world: World, owner: Context, item: Item) => Outcome<Row>,
    ): OperationParts {
      return {
        schema: schemaWithin(owner, { body, response: { 200: response } }),
        handler: (request, reply) => {
          const { world } = request
          const context = owner.of(request)
          return replyToBatch(request, reply, {
            items: request.body as readonly Item[],
            each: (item) => each(world, context, item),
            text: text(world),
            style,
          })
        },
      }
    },

    /**
     * Returns the plain operations on one entity.
     *
     * @param path The parameters of its path: those of the owner's path, and then the entity's id.
     * @param notFound The error where the owner has no entity of that id.
     */
    entity: (path: z.ZodObject, notFound: NamedApiError) => entityRoutes({ owner, table, path, notFound }, text),
  }
}
