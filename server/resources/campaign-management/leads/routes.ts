import { entityFinder } from '#server/collections/entity-routes.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { leadFormTable } from '../lead-forms/repository.ts'
import { leadFormErrors } from '../lead-forms/resource.ts'
import { LeadFormPath, LeadFormTest, LeadFormTestReply } from '../lead-forms/schema.ts'
import { receivingSubscription } from '../lead-subscriptions/service.ts'
import { deliveriesOf } from './deliveries.ts'
import { createLead } from './service.ts'

const testedForm = entityFinder({
  owner: adAccountOwner,
  table: leadFormTable,
  path: LeadFormPath,
  notFound: leadFormErrors['lead_form.test-path'],
})

/** Adds the operation that makes a test lead. */
export function leadRoutes(app: Operations): void {
  app.operation('lead_form_test/create', {
    summary: 'Test a lead form',
    description: 'Submits a test lead, and sends it to the webhooks that subscribe to the form.',
    schema: { params: LeadFormPath, body: LeadFormTest, response: { 200: LeadFormTestReply } },
    handler: async (request, reply) => {
      const { world, body, server } = request
      const form = testedForm(request)
      const lead = world.write(() => createLead(world, { form, answers: body.answers, isTest: true }))
      const subscription_id = receivingSubscription(world, form)
      await deliveriesOf(world).start(lead, server.webhookHosts)
      return sendJson(reply, JSON.stringify({ subscription_id }))
    },
  })
}
