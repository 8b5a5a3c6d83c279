import { entityFinder } from '#server/collections/entity-routes.ts'
import { signedUrl } from '#server/http/files/signed-link.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { readProgressOf } from '#server/worlds/progress.ts'
import { fileOf } from './file.ts'
import { leadsExportTable } from './repository.ts'
import { leadsExportErrors } from './resource.ts'
import { LeadsExport, LeadsExportCreate, LeadsExportCreated, LeadsExportPath } from './schema.ts'
import { createLeadsExport, leadsExportStatus } from './service.ts'

const exportIn = entityFinder({
  owner: adAccountOwner,
  table: leadsExportTable,
  path: LeadsExportPath,
  notFound: leadsExportErrors['leads_export.path'],
})

/** Adds the operations on exports of leads. */
export function leadsExportRoutes(app: Operations): void {
  app.operation('leads_export/create', {
    summary: 'Export the leads of an ad',
    description:
      "Begins an export of the leads that an ad collected. It is FINISHED ten seconds later by the world's clock.",
    schema: { params: AdAccountPath, body: LeadsExportCreate, response: { 200: LeadsExportCreated } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      const { id } = world.write(() => createLeadsExport(world, account, body))
      return sendJson(reply, JSON.stringify({ leads_export_id: id }))
    },
  })

  app.operation('leads_export/get', {
    summary: 'Get an export of leads',
    description: 'Returns the state of an export, and once it is FINISHED a URL of its CSV file.',
    schema: { params: LeadsExportPath, response: { 200: LeadsExport } },
    handler: (request, reply) => {
      const { world, origin, id: requestId } = request
      const row = exportIn(request)
      const export_status = leadsExportStatus(row, readProgressOf(world, 'leads_export'))
      // Each response has a URL of its own, so none is cached.
      request.version = null
      const context = { origin, world: world.name, now: world.clock.seconds(), requestId }
      const download_url = export_status === 'FINISHED' ? signedUrl(fileOf(row), context) : null
      return sendJson(reply, JSON.stringify({ export_status, download_url }))
    },
  })
}
