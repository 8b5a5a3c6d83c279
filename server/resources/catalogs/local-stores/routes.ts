import { z } from 'zod'
import { routesFor } from '#server/collections/routes-for.ts'
import { replyToBatch } from '#server/http/responses/batch.ts'
import { nameRules, ofItem, sendJson } from '#server/http/responses/replies.ts'
import { actorQuery } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { CatalogPath, catalogOwner } from '../catalogs/owner.ts'
import { type LocalStoreRow, listLocalStores, localStoreTable } from './repository.ts'
import {
  LocalStoreCreate,
  LocalStoreDeleteQuery,
  LocalStoreListQuery,
  LocalStorePage,
  LocalStoresDeleted,
  LocalStoresReply,
  LocalStoreUpdate,
} from './schema.ts'
import { changeStore, createStore, removeStore } from './service.ts'

const stores = routesFor({ owner: catalogOwner, table: localStoreTable })
const written = { params: CatalogPath, querystring: z.object(actorQuery), response: { 200: LocalStoresReply } }
const text = ({ json }: LocalStoreRow): string => json

/** Adds the operations on local stores. */
export function localStoreRoutes(app: Operations): void {
  app.operation('catalogs_local_stores/list', {
    summary: 'List local stores',
    description: 'Returns a page of the stores of a catalog, ordered by id.',
    ...stores.narrowedList(LocalStoreListQuery, LocalStorePage, {
      filters: ({ ids }) => ({ ids }),
      rows: (db, { ids }, page, { id }) => listLocalStores(db, id, ids, page),
    }),
  })

  app.operation('catalogs_local_stores/create', {
    summary: 'Create local stores',
    description: 'Creates stores of a catalog, each by itself.',
    schema: { ...written, body: z.array(LocalStoreCreate).min(1) },
    handler: (request, reply) => {
      const catalog = catalogOwner.of(request)
      return replyToBatch(request, reply, {
        items: request.body,
        each: (item) => createStore(request.world, catalog, item),
        text,
        style: 'within',
        refused: ({ store_code }) => ({ id: store_code }),
      })
    },
  })

  app.operation('catalogs_local_stores/update', {
    summary: 'Update local stores',
    description: 'Changes stores of a catalog, each by itself: the fields that are sent.',
    schema: { ...written, body: z.array(LocalStoreUpdate).min(1) },
    handler: (request, reply) => {
      const catalog = catalogOwner.of(request)
      return replyToBatch(request, reply, {
        items: request.body,
        each: (item) => changeStore(request.world, catalog, item),
        text,
        style: 'within',
        refused: ({ id }) => ({ id }),
      })
    },
  })

  app.operation('catalogs_local_stores/delete', {
    summary: 'Delete local stores',
    description: 'Deletes stores of a catalog with their local inventory, each by itself.',
    schema: { params: CatalogPath, querystring: LocalStoreDeleteQuery, response: { 200: LocalStoresDeleted } },
    handler: (request, reply) => {
      const { query, world } = request
      const catalog = catalogOwner.of(request)
      const outcomes = world.write(() => query.ids.map((id) => ({ id, outcome: removeStore(world, catalog, id) })))
      const refused = outcomes.map(({ outcome }) => ('violations' in outcome ? outcome.violations : []))
      nameRules(reply, refused.flatMap(ofItem))
      const results = outcomes.map(({ id }, index) => {
        const [violation] = refused[index] ?? []
        return { id, status: violation ? { code: violation.code, message: violation.message } : { statusCode: 204 } }
      })
      return sendJson(reply, JSON.stringify(results))
    },
  })
}
