import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Outcome } from '#server/domain/rules/outcome.ts'
import type { Violation } from '#server/domain/rules/rule.ts'
import { faultedItem } from '#server/http/responses/faulted-items.ts'
import { nameRules, ofItem, sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { assetGroupOf } from '../businesses/group-schema.ts'
import { assertActsFor } from '../businesses/permitted.ts'
import { BusinessPath } from '../businesses/schema.ts'
import {
  AssetGroupCreate,
  AssetGroupCreateReply,
  AssetGroupsDelete,
  AssetGroupsDeleteReply,
  AssetGroupsUpdate,
  AssetGroupsUpdateReply,
} from './schema.ts'
import { changeAssetGroup, createAssetGroup, removeAssetGroup } from './service.ts'

/** Adds the operations on asset groups. */
export function assetGroupRoutes(app: Operations): void {
  app.operation('asset_group/create', {
    summary: 'Create an asset group',
    description: 'Creates an asset group without assets; an update adds them.',
    schema: { params: BusinessPath, body: AssetGroupCreate, response: { 200: AssetGroupCreateReply } },
    handler: (request, reply) => {
      const { world, body, params, caller } = request
      assertActsFor(request, params.business_id)
      const by = { business_id: params.business_id, created_by_id: caller.userId }
      const row = world.write(() => createAssetGroup(world, by, body))
      return sendJson(reply, JSON.stringify({ asset_group: assetGroupOf(world.db, row) }))
    },
  })

  app.operation('asset_group/update', {
    summary: 'Update asset groups',
    description: 'Changes asset groups and adds or removes assets. Access to a group is access to its ad accounts.',
    schema: { params: BusinessPath, body: AssetGroupsUpdate, response: { 200: AssetGroupsUpdateReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      return replyByGroup(request, reply, {
        items: body.asset_groups_to_update ?? [],
        id: ({ asset_group_id }) => asset_group_id,
        each: (item) => changeAssetGroup(world, params.business_id, item),
        body: (rows, exceptions) => ({
          exceptions,
          updated_asset_groups: rows.map((row) => assetGroupOf(world.db, row)),
        }),
      })
    },
  })

  app.operation('asset_group/delete', {
    summary: 'Delete asset groups',
    description: 'Deletes asset groups, and with them the access to their assets that they gave. The assets stay.',
    schema: { params: BusinessPath, body: AssetGroupsDelete, response: { 200: AssetGroupsDeleteReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_id)
      return replyByGroup(request, reply, {
        items: body.asset_groups_to_delete,
        id: (item) => item,
        each: (item) => removeAssetGroup(world, params.business_id, item),
        body: (rows, exceptions) => ({ deleted_asset_groups: rows.map(({ id }) => id), exceptions }),
      })
    },
  })
}

interface GroupBatch<Item, Row> {
  readonly items: readonly Item[]
  readonly id: (item: Item) => string
  readonly each: (item: Item) => Outcome<Row>
  readonly body: (rows: readonly Row[], exceptions: readonly object[] | null) => object
}

/** Does each item in one transaction, and answers those that were stored apart from the exceptions of the others. */
function replyByGroup<Item, Row>(
  request: FastifyRequest,
  reply: FastifyReply,
  { items, id, each, body }: GroupBatch<Item, Row>,
): FastifyReply {
  const rows: Row[] = []
  const exceptions: object[] = []
  const refused: Violation[] = []
  request.world.write(() => {
    for (const [index, item] of items.entries()) {
      const outcome: Outcome<Row> = faultedItem(request, index) ?? each(item)
      if ('row' in outcome) rows.push(outcome.row)
      else {
        exceptions.push(...outcome.violations.map(({ code, message }) => ({ asset_group_id: id(item), code, message })))
        refused.push(...ofItem(outcome.violations, index))
      }
    }
  })
  nameRules(reply, refused)
  return sendJson(reply, JSON.stringify(body(rows, exceptions.length === 0 ? null : exceptions)))
}
