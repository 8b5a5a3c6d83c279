import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { listTargetingTemplates } from './repository.ts'
import {
  TargetingTemplate,
  TargetingTemplateCreate,
  TargetingTemplateListQuery,
  TargetingTemplatePage,
  TargetingTemplateUpdate,
  TargetingTemplateUpdateReply,
} from './schema.ts'
import { createdTemplateText, listedTemplateText } from './serialize.ts'
import { changeTargetingTemplate, createTargetingTemplate } from './service.ts'

/** Adds the operations on targeting templates. */
export function targetingTemplateRoutes(app: Operations): void {
  app.operation('targeting_template/list', {
    summary: 'List targeting templates',
    description:
      "Returns a page of the ad account's targeting templates, ordered by id. Removed templates are excluded.",
    schema: {
      params: AdAccountPath,
      querystring: TargetingTemplateListQuery,
      response: { 200: TargetingTemplatePage },
    },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { order = 'ASCENDING', include_sizing = false, search_query } = query
      const filters = { ad_account_id, search_query, order }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      const rows = listTargetingTemplates(world.db, filters, page)
      return replyWithPage(reply, page, rows, (row) => listedTemplateText(row, include_sizing))
    },
  })

  app.operation('targeting_template/create', {
    summary: 'Create a targeting template',
    description: 'Stores targeting under a name. The sizing is computed from the targeting alone.',
    schema: { params: AdAccountPath, body: TargetingTemplateCreate, response: { 200: TargetingTemplate } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      return sendJson(reply, createdTemplateText(world.write(() => createTargetingTemplate(world, account, body))))
    },
  })

  app.operation('targeting_template/update', {
    summary: 'Update or remove a targeting template',
    description: 'UPDATE replaces the targeting. REMOVE removes the template. The response is null.',
    schema: { params: AdAccountPath, body: TargetingTemplateUpdate, response: { 200: TargetingTemplateUpdateReply } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      world.write(() => changeTargetingTemplate(world, account, body))
      return sendJson(reply, 'null')
    },
  })
}
