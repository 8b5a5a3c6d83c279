import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { assertActsFor } from '../businesses/permitted.ts'
import { BrandAccountCreate, BrandAccountPath, BrandAccountReply, BrandAccountUpdate, HierarchyPath } from './schema.ts'
import { changeBrandAccount, createBrandAccount } from './service.ts'

/** Adds the operations on brand accounts. */
export function brandAccountRoutes(app: Operations): void {
  app.operation('brand_accounts/create', {
    summary: 'Create a brand account',
    description: 'Creates a business below another one, which acts for it. Audiences can be shared between both.',
    schema: { params: HierarchyPath, body: BrandAccountCreate, response: { 200: BrandAccountReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      assertActsFor(request, params.business_hierarchy_id)
      const { id } = world.write(() => createBrandAccount(world, params.business_hierarchy_id, body))
      return sendJson(reply, JSON.stringify({ brand_account_id: id }))
    },
  })

  app.operation('brand_accounts/update', {
    summary: 'Update a brand account',
    description: 'Changes the profile of a brand account. Fields that are absent keep their value.',
    schema: { params: BrandAccountPath, body: BrandAccountUpdate, response: { 200: BrandAccountReply } },
    handler: (request, reply) => {
      const { world, body, params } = request
      const { business_hierarchy_id, brand_account_id } = params
      assertActsFor(request, business_hierarchy_id)
      const { id } = world.write(() => changeBrandAccount(world, business_hierarchy_id, brand_account_id, body))
      return sendJson(reply, JSON.stringify({ brand_account_id: id }))
    },
  })
}
